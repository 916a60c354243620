"""What is saved for others finds no room: it is said, nothing half is left, and then it works."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from random import Random
from typing import TYPE_CHECKING, Final

from torture.children import FAILED, Child
from torture.faults import with_faults
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.diary.transfer import document, sheets
from twitchlog.domain.errors import TwitchLogError
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.reports.visit.forms import Form, Wishes, prepare
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torture.faults import Faults
    from torture.outcome import Outcome

_PERIOD: Final = Period(date(2026, 6, 1), date(2026, 6, 30))
_CLOCK: Final = FixedClock(Moment.of(datetime(2026, 6, 30, 20, tzinfo=UTC)))
_PICTURE: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200_000)
_QUICK: Final = ("json", "photo", "settings")
"""What the short form saves: the others load much first."""


def outputs(folder: Path, seed: int, amount: int) -> Outcome:
    """Fill the disk at each write of whatever is saved, or at `amount` of those moments."""
    name = "disk full while something is saved"
    return with_faults(name, "torture.outputs:at_every_write", folder, seed, amount)


def at_every_write(outcome: Outcome, faults: Faults, folder: Path, seed: int, amount: int) -> None:
    """Save each thing undisturbed, then once for each of its writes that finds no room."""
    source = folder.parent / "source"
    Child(lambda _tell: _fill(source)).wait()
    moments = []
    for name in _WAYS if amount > len(_WAYS) else _QUICK:
        told = Child(lambda tell, name=name: _count(faults, folder, source, name, tell)).wait()
        if told[-1].startswith(FAILED):
            outcome.lost(f"{name}: {told[-1]}")
        else:
            moments += [(name, at) for at in range(1, int(told[-1]) + 1)]
    if len(moments) > amount:
        moments = Random(seed).sample(moments, amount)
    for name, at in moments:
        told = Child(
            lambda tell, name=name, at=at: _disturbed(faults, folder, source, (name, at), tell)
        ).wait()
        outcome.tried[name] += 1
        for line in told:
            if line.startswith(FAILED):
                outcome.lost(f"{name} at write {at}: {line}")


def _fill(source: Path) -> None:
    source.mkdir()
    (source / "picture.png").write_bytes(_PICTURE)
    with Diary.open(source / "diary.sqlite", clock=_CLOCK) as diary:
        for number in range(5):
            entry = diary.twitches.log(["calf-left"], note=f"note {number}").value
        diary.attachments.add("twitches", entry.id, source / "picture.png")
        diary.changed = False


def _page(form: Form, password: str = "") -> Callable[[Diary, Path], object]:
    def save(diary: Diary, out: Path) -> object:
        return prepare(diary, form, _PERIOD, Wishes(password=password)).save(out / "page")

    return save


def _settings(_diary: Diary, out: Path) -> None:
    SettingsFile(out / "diary.sqlite").change(text_scale=1.3)


def _attach(diary: Diary, out: Path) -> None:
    entry = diary.twitches.newest(1)[0]
    fresh = diary.path.with_name("fresh.png")
    fresh.write_bytes(_PICTURE + b"fresh")
    diary.attachments.store.folder = out
    diary.attachments.add("twitches", entry.id, fresh)


_WAYS: Final[dict[str, Callable[[Diary, Path], object]]] = {
    "json": lambda diary, out: document.save(diary, out / "diary.json"),
    "csv": sheets.save,
    "html": _page(Form.HTML),
    "text": _page(Form.TEXT),
    "fhir": _page(Form.FHIR),
    "pdf": _page(Form.PDF),
    "pdf with a password": _page(Form.PDF, "secret words"),
    "photo": _attach,
    "settings": _settings,
}


def _opened(folder: Path, source: Path) -> tuple[Diary, Path]:
    """Return a copy of the diary, beside where the disk gets full, and where things are saved."""
    shutil.rmtree(folder, ignore_errors=True)
    work = folder.with_name("diary")
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(source, work)
    folder.mkdir()
    return Diary.open(work / "diary.sqlite", clock=_CLOCK), folder


def _count(
    faults: Faults, folder: Path, source: Path, name: str, tell: Callable[[str], None]
) -> None:
    diary, out = _opened(folder, source)
    faults.room()
    _WAYS[name](diary, out)
    tell(str(faults.calls))


def _disturbed(
    faults: Faults, folder: Path, source: Path, what: tuple[str, int], tell: Callable[[str], None]
) -> None:
    name, at = what
    diary, out = _opened(folder, source)
    before = len(diary.attachments.all())
    faults.full_from(at)
    try:
        _WAYS[name](diary, out)
    except TwitchLogError as problem:
        told = problem.sentence
    else:
        told = ""
    faults.room()
    left = [file.name for file in out.rglob("*") if file.is_file()]
    # Settings that cannot be kept are used for this run; a photo is kept before its name is synced.
    assert told or name in {"settings", "photo"}, "no room, and nothing was said"
    if told:
        assert not left, f"left half written: {left}"
        assert len(diary.attachments.all()) == before
    assert not [file for file in left if file.endswith(".part")], f"left half written: {left}"
    _WAYS[name](diary, out)
    assert any(file.stat().st_size for file in out.rglob("*") if file.is_file())
    tell(told or "nothing need be said")
