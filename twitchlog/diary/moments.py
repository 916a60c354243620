"""Between a moment and the columns that keep it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from twitchlog.domain.moment import LATEST_DAY_END, Moment

if TYPE_CHECKING:
    from collections.abc import Mapping


def to_columns(moment: Moment) -> dict[str, Any]:
    """Return the three columns of a moment; a table that has `local_day` keeps its day there."""
    return {"utc_ms": moment.utc_ms, "offset_min": moment.offset_min, "zone": moment.zone}


def from_row(row: Mapping[Any, Any]) -> Moment:
    """Return the moment a row keeps, of the day that its `local_day` says: that never moves.

    In a table whose `local_day` may be another than that of the moment, such as a check-in filled
    in later, use `made`; without the column it is of the date on its clock.
    """
    moment = _plain(row)
    day = row.get("local_day")
    return moment if day is None else moment.of_day(date.fromisoformat(day))


def made(row: Mapping[Any, Any]) -> Moment:
    """Return when something about the day `local_day` was written, be it then or later.

    In the night after that day it is of that day, whatever the setting is by now.
    """
    return made_about(row["local_day"], _plain(row))


def made_about(day: str, moment: Moment) -> Moment:
    """Return what `made` does, of a moment by the date on its clock."""
    if moment.minute >= LATEST_DAY_END:
        return moment
    night = moment.lived(LATEST_DAY_END)
    return night if night.day.isoformat() == day else moment


def _plain(row: Mapping[Any, Any]) -> Moment:
    return Moment(row["utc_ms"], row["offset_min"], row["zone"])
