"""The computer's clock jumps forward and back, by seconds or by years: nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import TYPE_CHECKING, Final

from torture.book import backups_of, notes_of
from torture.outcome import Outcome
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from pathlib import Path

_JUMPS_S: Final = (1, 3600, 86_400, 30 * 86_400, 366 * 86_400, 12 * 366 * 86_400)
_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(2090, 1, 1, tzinfo=UTC)


def clock_jumps(folder: Path, seed: int, amount: int) -> Outcome:
    """Log, edit, undo and back up while the clock jumps `amount` times."""
    outcome = Outcome("the clock jumps")
    random = Random(seed)
    clock = FixedClock(Moment.of(datetime(2026, 6, 18, 12, tzinfo=UTC)))
    path = folder / "diary.sqlite"
    expected: dict[str, str] = {}
    diary = Diary.open(path, clock=clock)
    for number in range(amount):
        by = random.choice(_JUMPS_S) * random.uniform(-1.5, 1.5)
        zone = timezone(timedelta(minutes=15 * random.randint(-48, 56)))
        at = min(max(clock.now().utc + timedelta(seconds=by), _FIRST), _LAST)
        clock.moment = Moment.of(at.astimezone(zone))
        try:
            _one(diary, random, str(number), expected)
            if random.random() < 0.2:
                diary.close()
                diary = Diary.open(path, clock=clock)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a loss
            outcome.lost(f"jump {number} to {clock.now().local}: {problem!r}")
        outcome.tried["jumps"] += 1
    diary.close()
    try:
        _check(path, expected)
    except AssertionError as problem:
        outcome.lost(str(problem))
    return outcome


def _one(diary: Diary, random: Random, note: str, expected: dict[str, str]) -> None:
    """Do a few things now; undo must take back the last that was done, whatever the clock says."""
    made = diary.twitches.log(["calf-left"], note=note).value
    expected[made.id] = note
    if random.random() < 0.5:
        diary.twitches.edit(replace(made, note=f"{note} changed"))
        assert diary.twitches.get(made.id).note == f"{note} changed"
        diary.undo()
    assert diary.twitches.get(made.id).note == note, "undo took back something else"
    if random.random() < 0.3:
        diary.undo()
        diary.redo()
    older = random.choice(list(expected))
    diary.twitches.edit(replace(diary.twitches.get(older), note=f"{note} again"))
    expected[older] = f"{note} again"
    if random.random() < 0.3:
        name = diary.backups.make()
        assert name.exists(), "the backup that was just made is thinned out"
    if diary.backups.due():
        diary.backups.make()


def _check(path: Path, expected: dict[str, str]) -> None:
    assert notes_of(path) == set(expected.values()), "other entries than were acknowledged"
    assert backups_of(path), "no backup is left"
    for backup in backups_of(path):
        notes_of(backup)
