"""Diaries of a known size, of an invented person."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_SEED: Final = 20260618


def write(path: Path, *, days: int, entries: int, last: date) -> None:
    """Write a diary of `days` days up to `last`, with so many twitches and its check-ins."""
    clock = FixedClock(Moment.of(datetime.combine(last, time(23, 59, 59), tzinfo=UTC), "UTC"))
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=days, seed=_SEED, until=last, entries=entries)
