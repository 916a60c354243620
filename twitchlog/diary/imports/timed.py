"""Make rows of twitches and doses, and write them many at a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.imports import ImportedDose, ImportedTwitch
    from twitchlog.domain.moment import Moment

_DAY_MS: Final = 86_400_000
_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()
_WHEN: Final = ("id", "utc_ms", "offset_min", "zone", "local_day", "local_minute")
_ORIGIN: Final = ("updated_ms", "device")
_TWITCH: Final = (*_WHEN, "duration_s", "strength", "note", *_ORIGIN)
_DOSE: Final = (*_WHEN, "factor", "amount", "preset", "effort", "words", *_ORIGIN)


class Timed:
    """Makes the columns of a moment; what belongs to one day is worked out once."""

    def __init__(self, diary: Diary) -> None:
        now = diary.clock.now()
        self.origin = (now.utc_ms, diary.device)
        self._lived = diary.clock.lived
        self._day_ends = diary.clock.day_ends
        self._days: dict[int, str] = {}

    def day(self, moment: Moment) -> str:
        """Return the local day of a moment, as the person lives it."""
        return self._day_and_minute(moment)[0]

    def columns(self, key: str, moment: Moment) -> tuple[Any, ...]:
        """Return id, instant, offset, zone, local day and minute."""
        day, minute = self._day_and_minute(moment)
        return (key, moment.utc_ms, moment.offset_min, moment.zone, day, minute)

    def _day_and_minute(self, moment: Moment) -> tuple[str, int]:
        number, rest = divmod(moment.utc_ms + moment.offset_min * 60_000, _DAY_MS)
        minute = rest // 60_000
        if minute < self._day_ends:
            return self._lived(moment).day.isoformat(), minute
        try:
            return self._days[number], minute
        except KeyError:
            day = self._days[number] = date.fromordinal(number + _EPOCH_DAY).isoformat()
            return day, minute


def write_twitches(operation: Operation, timed: Timed, found: Sequence[ImportedTwitch]) -> None:
    """Write twitches with their places and what went with them."""
    rest = _rest(tables.twitches, _TWITCH)
    rows: list[tuple[Any, ...]] = []
    sites: list[tuple[Any, ...]] = []
    triggers: list[tuple[Any, ...]] = []
    for item in found:
        key = item.key
        strength = None if item.strength is None else int(item.strength)
        own = (item.duration_s, strength, item.note, *timed.origin)
        rows.append((*timed.columns(key, item.moment), *own, *rest))
        if len(item.sites) == 1:
            sites.append((key, item.sites[0], 0))
        else:
            sites += [(key, site, n) for n, site in enumerate(item.sites)]
        if item.triggers:
            triggers += [(key, each.kind, each.words, n) for n, each in enumerate(item.triggers)]
    # In the order of their keys, as these two tables are laid out: neighbours share a page.
    sites.sort()
    triggers.sort()
    operation.insert_block(tables.twitches, rows)
    operation.insert_block(tables.twitch_sites, sites)
    operation.insert_block(tables.twitch_triggers, triggers)


def write_doses(operation: Operation, timed: Timed, found: Sequence[ImportedDose]) -> None:
    """Write doses: what was taken or done at a time of its own."""
    rest = _rest(tables.doses, _DOSE)
    rows = [
        (
            *timed.columns(item.key, item.moment),
            *(item.factor, item.amount, item.preset, None, item.words),
            *timed.origin,
            *rest,
        )
        for item in found
    ]
    operation.insert_block(tables.doses, rows)


def _rest(table: Table, names: tuple[str, ...]) -> tuple[Any, ...]:
    """Return what the columns hold that a table has behind those of `names`."""
    columns = tuple(table.columns.keys())
    assert columns[: len(names)] == names
    completed = tables.completed(table, {})
    return tuple(completed[name] for name in columns[len(names) :])
