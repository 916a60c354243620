"""What is erased for good stands nowhere in the diary's folder, searched byte by byte."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any, Final

from torture.outcome import Outcome
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.diary.images import unpacked
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.rest import RestCount
from twitchlog.domain.twitch import OWN, Relief, Trigger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_PICTURE: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
_SIGNS: Final = "abcdefghijkmnopqrstuvwxyz"


class Marked:
    """Writes entries whose every word is a mark that is found nowhere else."""

    def __init__(self, diary: Diary, random: Random, folder: Path) -> None:
        self.diary = diary
        self.random = random
        self.folder = folder
        self.marks: list[str] = []

    def mark(self) -> str:
        word = "".join(self.random.choices(_SIGNS, k=14))
        self.marks.append(word)
        # Longer texts run over several pages, and images of more than a little are packed.
        return " ".join([word] * self.random.choice([1, 1, 3, 600]))

    def name(self) -> str:
        self.mark()
        return self.marks[-1]

    def twitch(self) -> str:
        made = self.diary.twitches.log(
            ["calf-left", "tongue"],
            note=self.mark(),
            triggers=[Trigger(OWN, self.name())],
            reliefs=[Relief(OWN, self.name())],
        ).value
        if self.random.random() < 0.5:
            self.diary.twitches.edit(replace(made, note=self.mark()))
        if self.random.random() < 0.5:
            self.attach("twitches", made.id)
        self.diary.twitches.remove(made.id)
        return made.id

    def attach(self, owner: str, owner_id: str) -> None:
        source = self.folder / f"{self.name()}.png"
        source.write_bytes(_PICTURE + (self.mark() * 50).encode())
        self.diary.attachments.add(owner, owner_id, source)
        source.unlink()

    def test(self) -> str:
        words = MedicalTest("emg", place=self.name(), result=self.mark(), note=self.mark())
        made = self.diary.tests.save(words).value
        self.attach("tests", made.id)
        self.diary.tests.remove(made.id)
        return made.id

    def appointment(self) -> str:
        words = Appointment(whom=self.name(), place=self.name(), note=self.mark())
        made = self.diary.appointments.save(words).value
        self.diary.appointments.remove(made.id)
        return made.id

    def medicine(self) -> str:
        room = self.diary.medications
        made = room.add(self.name(), dose=Dose(5.0, "mg", self.name()), note=self.mark()).value
        room.take(made.id, IntakeKind.EXTRA, note=self.mark())
        room.remove(made.id)
        return made.id

    def rest(self) -> str:
        made = self.diary.rest.save(RestCount(self.diary.clock.now(), 60.0, note=self.mark())).value
        self.diary.rest.remove(made.id)
        return made.id


_KINDS: Final[dict[str, Callable[[Marked], str]]] = {
    "twitches": Marked.twitch,
    "tests": Marked.test,
    "appointments": Marked.appointment,
    "medicines": Marked.medicine,
    "rest counts": Marked.rest,
}


def erased(folder: Path, seed: int, amount: int) -> Outcome:
    """Erase `amount` things of every kind from diaries that hold others, and search for them."""
    random = Random(seed)
    outcome = Outcome("erased for good, searched byte by byte")
    for number in range(amount):
        room, sources = folder / str(number), folder / "sources"
        sources.mkdir(exist_ok=True)
        with Diary.open(room / "diary.sqlite") as diary:
            try:
                _one(diary, random, sources, outcome)
            except Exception as problem:  # noqa: BLE001 - whatever it is, it is a loss
                outcome.lost(f"try {number}: {problem!r}")
            diary.changed = False
        shutil.rmtree(room)
    return outcome


def _one(diary: Diary, random: Random, sources: Path, outcome: Outcome) -> None:
    kept = Marked(diary, random, sources)
    for _n in range(random.randint(0, 5)):
        diary.twitches.log(["chin"], note=kept.mark())
    gone = Marked(diary, random, sources)
    kinds = random.sample(list(_KINDS), k=random.randint(1, len(_KINDS)))
    ids = [_KINDS[kind](gone) for kind in kinds]
    if random.random() < 0.3:
        diary.undo()
        diary.redo()
    with diary.reading():  # a connection that another thread of the program holds open
        found = dict(_found(diary.path, gone.marks))
        # A file that is erased with its entry does not keep its words; the others do.
        assert set(gone.marks) <= set(found), "a mark is not found before it is erased: no proof"
    diary.bin.erase(*ids)
    outcome.tried.update(kinds)
    left = dict(_found(diary.path, gone.marks))
    assert not left, f"still there: {set(left.values())}"
    missing = set(kept.marks) - set(dict(_found(diary.path, kept.marks)))
    assert not missing, "an entry that was not erased is gone"


def _found(path: Path, marks: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each mark that stands in a file of the diary, backups apart, or packed in a row."""
    for file in path.parent.rglob("*"):
        if file.is_file() and paths.backup_folder(path) not in file.parents:
            whole = file.read_bytes().lower()
            name = str(file.relative_to(path.parent))
            yield from ((mark, name) for mark in marks if _in(mark, whole) or mark in name)
    with closing(sqlite3.connect(path)) as file:
        tables = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for (table,) in tables:
            text = "\n".join(map(_unpacked, file.execute(f'SELECT * FROM "{table}"')))  # noqa: S608 - a table's own name
            yield from ((mark, f"table {table}") for mark in marks if mark in text)


def _in(mark: str, whole: bytes) -> bool:
    return mark.encode() in whole or mark.encode("utf-16-le") in whole


def _unpacked(row: tuple[Any, ...]) -> str:
    said = []
    for value in row:
        try:
            said.append(unpacked(value) if isinstance(value, str) else str(value))
        except ValueError:  # no packed text, but one that looks like it
            said.append(repr(value))
    return "\n".join(said).lower()
