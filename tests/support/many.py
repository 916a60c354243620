"""Very many twitches written in one step, past the checks of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.diary import tables
from twitchlog.domain.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.diary import Diary

Entry = tuple["date", int, float | None]


def write(diary: Diary, entries: Iterable[Entry]) -> None:
    """Write twitches given as (day, minute of the clock, duration in seconds or None)."""
    rows = [
        {
            "id": f"many {number}", "utc_ms": number, "offset_min": 0, "zone": "",
            "local_day": day.isoformat(), "local_minute": minute, "duration_s": seconds,
            "strength": None, "note": "", "updated_ms": 0, "device": diary.device, "pattern": None,
            "seen": None, "activity": None,
        }
        for number, (day, minute, seconds) in enumerate(entries)
    ]  # fmt: skip
    with diary.operation(phrase("Many")) as operation:
        operation.insert_many(tables.twitches, rows)
