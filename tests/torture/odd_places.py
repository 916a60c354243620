"""Where a diary cannot be kept well: no locks, read-only, a folder that goes away meanwhile."""

from __future__ import annotations

import errno
import os
from random import Random
from typing import TYPE_CHECKING, Final

from torture.book import notes_of
from torture.children import FAILED, Child
from torture.faults import with_faults
from twitchlog.diary import Diary
from twitchlog.diary.lock import AppLock
from twitchlog.diary.transfer import document
from twitchlog.domain.errors import TwitchLogError
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torture.faults import Faults
    from torture.outcome import Outcome

_REFUSALS: Final = (errno.EIO, errno.ENOSYS, errno.EPERM, errno.EOPNOTSUPP, errno.ENOLCK)
"""With the last, and where locks are refused later, SQLite tries again for up to ten seconds: the
short form leaves that out."""
_SHORT: Final = 5
_NOBODY: Final = 65_534
_PICTURE: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def odd_places(folder: Path, seed: int, amount: int) -> Outcome:
    """Keep a diary where no locks are, where nothing can be written, where folders vanish."""
    name = "no locks, read-only, vanished"
    locks = folder / "locks"
    locks.mkdir()
    outcome = with_faults(name, "torture.odd_places:without_locks", locks, seed, amount)
    skipped, outcome.skipped = outcome.skipped, ""
    outcome.note = f"without locks: {skipped}" if skipped else ""
    _collect(outcome, "read-only", lambda tell: _read_only(folder / "read-only", tell))
    for number in range(amount):
        where, random = folder / f"away-{number}", Random(seed + number)
        _collect(outcome, "vanished", lambda tell, at=where, by=random: _vanishing(at, by, tell))
    return outcome


def without_locks(outcome: Outcome, faults: Faults, folder: Path, _seed: int, amount: int) -> None:
    """Open and use a diary while the file system refuses locks, each in a process of its own."""
    for number in _REFUSALS[: None if amount > _SHORT else 4]:
        for early in (True, False) if amount > _SHORT else (True,):
            where = folder / f"{number}-{early}"
            _collect(
                outcome,
                "without locks",
                lambda tell, at=where, by=number, early=early: _refused(
                    at, faults, by, early, tell
                ),
            )


def _collect(outcome: Outcome, what: str, work: Callable[[Callable[[str], None]], None]) -> None:
    told = Child(work).wait()
    for line in told:
        if line.startswith(FAILED):
            outcome.lost(f"{what}: {line}")
        else:
            outcome.tried[what] += 1


def _told(act: Callable[[], object]) -> str:
    """Return the sentence that refuses an act, empty where it worked; raise any other error."""
    try:
        act()
    except TwitchLogError as problem:
        return problem.sentence
    return ""


def _refused(
    folder: Path, faults: Faults, number: int, early: bool, tell: Callable[[str], None]
) -> None:
    path = folder / "diary.sqlite"
    diary = Diary.open(path)
    diary.twitches.log(["chin"], note="before")
    if early:
        diary.close()
    faults.refuse_locks(number)
    said = _told(lambda: Diary.open(path) if early else diary.twitches.log(["chin"], note="in"))
    assert said or not early, f"errno {number}: opened although nothing can be locked"
    assert "DiaryError" not in said, said
    lock = AppLock(path)
    # Where the system knows no such locks at all, the library makes do with a file that is there.
    assert _told(lock.take) or number == errno.ENOSYS, "the app took a lock that cannot be had"
    faults.refuse_locks(0)
    if early:
        diary = Diary.open(path)
    diary.twitches.log(["chin"], note="after")
    diary.close()
    expected = {"before", "after"} | (set() if early or said else {"in"})
    assert notes_of(path) == expected, f"errno {number}: {notes_of(path)}"
    tell("done")


def _read_only(folder: Path, tell: Callable[[str], None]) -> None:
    """Do all that writes, as somebody who may not: each is told, and nothing changes."""
    path = folder / "diary.sqlite"
    diary = Diary.open(path)
    held = diary.twitches.log(["chin"], note="before").value
    diary.backups.make()
    picture = folder.parent / "picture.png"
    picture.write_bytes(_PICTURE)
    diary.close()
    for file in folder.rglob("*"):
        file.chmod(0o555 if file.is_dir() else 0o444)
    folder.chmod(0o555)
    for parent in folder.parents:
        if parent.stat().st_uid == os.geteuid() and len(parent.parts) > 3:
            parent.chmod(0o755)
    diary = Diary.open(path)
    if os.geteuid() == 0:
        os.setresgid(_NOBODY, _NOBODY, _NOBODY)
        os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    acts: dict[str, Callable[[], object]] = {
        "an entry": lambda: Diary.open(path).twitches.log(["chin"]),
        "a new diary": lambda: Diary.open(folder / "other.sqlite"),
        "a diary in a new folder": lambda: Diary.open(folder / "new" / "diary.sqlite"),
        "a photo": lambda: diary.attachments.add("twitches", held.id, picture),
        "an export": lambda: document.save(diary, folder / "export.json"),
        "the lock": AppLock(path.with_name("another.sqlite")).take,
    }
    for name, act in acts.items():
        assert _told(act), f"{name} was not refused"
        tell(name)
    SettingsFile(path).change(text_scale=1.3)
    tell("settings, used for this run only")


def _vanishing(folder: Path, random: Random, tell: Callable[[str], None]) -> None:
    """Take the folder away while the diary is open, try everything, put it back."""
    path, away = folder / "diary.sqlite", folder.with_name(f"{folder.name} elsewhere")
    diary = Diary.open(path)
    expected = {"0"}
    held = diary.twitches.log(["chin"], note="0").value
    picture = folder.with_suffix(".png")
    picture.write_bytes(_PICTURE)
    acts: list[Callable[[], object]] = [
        lambda: diary.twitches.log(["chin"], note="lost"),
        diary.undo,
        diary.backups.make,
        lambda: diary.attachments.add("twitches", held.id, picture),
        lambda: diary.twitches.remove(held.id),
        lambda: diary.checkins.none_today(diary.clock.now().day),
    ]
    for number in range(1, 4):
        folder.rename(away)
        for act in random.sample(acts, 3):
            said = _told(act)
            assert said, "something was acknowledged while there was no folder"
        # A synchroniser or a mounted disk may leave an empty folder in its place.
        if random.random() < 0.5:
            folder.mkdir(exist_ok=True)
            assert _told(acts[0]), "something was logged beside the diary"
        left = [file for file in folder.rglob("*") if file.is_file()] if folder.exists() else []
        assert all("backups" in str(file) or "files" in str(file) for file in left), left
        _clear(folder)
        away.rename(folder)
        diary.twitches.log(["chin"], note=str(number))
        expected.add(str(number))
    diary.close()
    assert notes_of(path) == expected, notes_of(path)
    tell("done")


def _clear(folder: Path) -> None:
    if folder.exists():
        for each in sorted(folder.rglob("*"), reverse=True):
            each.rmdir() if each.is_dir() else each.unlink()
        folder.rmdir()
