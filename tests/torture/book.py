"""What a diary must hold: the notes of its entries, as the program acknowledged them."""

from __future__ import annotations

import contextlib
import json
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from torture.children import FAILED
from twitchlog import paths
from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed import unlocking
from twitchlog.domain.errors import WrongPassword

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from sqlite3 import Connection

    from twitchlog.diary.sealed.keys import Key

Notes = frozenset[str]


class Said:
    """What a child tells of each thing it does: before it begins, and once it is acknowledged."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def begin(self, *, minus: Iterable[str] = (), plus: Iterable[str] = (), **more: str) -> None:
        """Say what is about to happen: the notes that go, those that come, and anything else."""
        self._tell("B" + json.dumps({"minus": [*minus], "plus": [*plus], **more}))

    def done(self, **more: str) -> None:
        """Say that the call has returned."""
        self._tell("D" + json.dumps(more))


@dataclass(slots=True)
class Book:
    """What the diary at `path` must hold, and may hold where a child was killed half-way."""

    path: Path
    key: Key | None = None
    notes: Notes = frozenset()
    backups: dict[str, set[Notes]] = field(default_factory=dict)
    password: str = ""
    passwords: set[str] = field(default_factory=lambda: {""})
    """The password there is; those there may be where a child was killed half-way."""
    acknowledged: int = 0

    def open(self) -> Diary:
        """Open the diary as the program does."""
        return Diary.open(self.path, key=self.key)

    def unlock(self) -> None:
        """Find out which of the passwords that it may have opens the diary; raise if none does."""
        if not connecting.is_sealed(self.path):
            assert "" in self.passwords, "the diary has no password although one was acknowledged"
            self.key, self.password = None, ""
        else:
            self.password, self.key = self._opening()
        self.passwords = {self.password}

    def _opening(self) -> tuple[str, Key]:
        for password in filter(None, self.passwords):
            with contextlib.suppress(WrongPassword):
                return password, unlocking.unlock(self.path, password)
        raise AssertionError("neither the old nor the new password opens the diary")

    def hear(self, told: list[str]) -> set[Notes]:
        """Take note of what a child told; return what the diary may hold now, one or two states.

        Raises AssertionError where the child failed by itself.
        """
        begun: dict[str, Any] | None = None
        for line in told:
            assert not line.startswith(FAILED), line
            said = json.loads(line[1:])
            if line[0] == "B":
                begun = said
                if "password" in said:
                    self.passwords.add(said["password"])
                continue
            assert begun is not None, "acknowledged what was never begun"
            before, self.notes = self.notes, _after(self.notes, begun)
            self.acknowledged += 1
            if "backup" in said:
                self._backup(said["backup"], self.notes)
            if "kept" in said:
                self._backup(said["kept"], before)
            if "password" in said:
                self.password, self.passwords = said["password"], {said["password"]}
            begun = None
        return {self.notes} if begun is None else {self.notes, _after(self.notes, begun)}

    def _backup(self, name: str | None, notes: Notes) -> None:
        if name:
            self.backups.setdefault(name, set()).add(notes)


def _after(notes: Notes, begun: dict[str, Any]) -> Notes:
    return (notes - frozenset(begun["minus"])) | frozenset(begun["plus"])


def notes_of(path: Path, key: Key | None = None) -> Notes:
    """Return the notes of a diary file that must be sound; raise AssertionError where it is not."""
    with closing(connecting.connect(path, key)) as file:
        sound(file)
        return frozenset(note for (note,) in file.execute("SELECT note FROM twitches"))


def sound(file: Connection) -> None:
    """See that nothing in a diary file is broken or contradicts itself."""
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "integrity_check"
    assert file.execute("PRAGMA foreign_key_check").fetchall() == [], "foreign_key_check"
    counted = file.execute("SELECT local_day, count(*) FROM twitches GROUP BY 1 ORDER BY 1")
    held = file.execute("SELECT * FROM entry_days ORDER BY 1")
    assert counted.fetchall() == held.fetchall(), "the entries of each day are counted wrongly"


def backups_of(path: Path) -> list[Path]:
    """Return the files that are named as backups of the diary at `path`."""
    return sorted(paths.backup_folder(path).glob("diary *.sqlite"))
