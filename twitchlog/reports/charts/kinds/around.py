"""The days around a change: which change, and how many of them are looked at."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.switches import Switch, Turn
from twitchlog.domain.period import Period
from twitchlog.reports.patterns.level import FEWEST_LOGGED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.checkin import DayCount
    from twitchlog.reports.charts.chart import Ask

AROUND: Final = "around"
DATE: Final = "date"
"""The options: the id of a switch, or `date` with a day of one's own."""
MOST_DAYS: Final = 90
_TRIED: Final = 12
"""So many changes, the newest first, are looked at for one with enough days on both sides."""


@dataclass(frozen=True, slots=True)
class Around:
    """The days around `at`, which is of `chosen` or a day of one's own; none where `at` is None.

    `offered` are all switches, newest first. `earlier` and `later` are those of the same thing that
    cut the days short.
    """

    today: date
    offered: tuple[Switch, ...]
    chosen: Switch | None
    at: date | None
    own: bool
    days: tuple[DayCount, ...] = ()
    earlier: Switch | None = None
    later: Switch | None = None

    @property
    def on_and_off(self) -> int:
        """How often the chosen thing was started or stopped."""
        if self.chosen is None:
            return 0
        same = (each for each in self.offered if each.same_thing(self.chosen))
        return sum(each.turn is not Turn.DOSE for each in same)


def read(diary: Diary, ask: Ask) -> Around:
    """Read the changes, and the days around the one that is asked for.

    Without a choice it is the newest one with enough logged days on both sides. Where there is none
    it is the newest one that lies two weeks back, else the newest; one before the diary starts only
    where there is no other.
    """
    offered = diary.counts.switches(until=ask.today)
    asked = ask.options.get(AROUND)
    if asked == DATE:
        found = Around(ask.today, offered, None, _own_day(ask), own=True)
        return _with_days(diary, ask, found)
    if asked is None or all(each.id != asked for each in offered):
        return _unasked(diary, ask, offered)
    return _at(diary, ask, offered, next(each for each in offered if each.id == asked))


def _unasked(diary: Diary, ask: Ask, offered: Sequence[Switch]) -> Around:
    if not offered:
        return Around(ask.today, (), None, None, own=False)
    ripe = ask.today - timedelta(days=FEWEST_LOGGED - 1)
    within = [each for each in offered if ask.diary_starts and each.day > ask.diary_starts]
    ready = [each for each in within if each.day <= ripe]
    for each in ready[:_TRIED]:
        found = _at(diary, ask, offered, each)
        if _enough(found):
            return found
    return _at(diary, ask, offered, (ready or within or offered)[0])


def _enough(found: Around) -> bool:
    """Tell whether both sides have the logged days that a level needs."""
    assert found.at is not None
    logged = [day.day for day in found.days if day.logged]
    before = sum(day < found.at for day in logged)
    return min(before, len(logged) - before) >= FEWEST_LOGGED


def _at(diary: Diary, ask: Ask, offered: Sequence[Switch], chosen: Switch) -> Around:
    found = Around(ask.today, tuple(offered), chosen, chosen.day, own=False)
    return _with_days(diary, ask, found)


def _with_days(diary: Diary, ask: Ask, found: Around) -> Around:
    """Read the days, up to where another change of the same thing cuts them short."""
    if found.at is None:
        return found
    earlier, later = _neighbours(found)
    first = max(found.at - timedelta(days=MOST_DAYS), ask.diary_starts or found.at)
    last = min(found.at + timedelta(days=MOST_DAYS - 1), ask.today)
    if earlier is not None and earlier.day <= first:
        earlier = None
    if later is not None and later.day > last:
        later = None
    first = earlier.day if earlier else first
    last = later.day - timedelta(days=1) if later else last
    days = diary.counts.days(Period(first, last)) if first <= last else ()
    return replace(found, days=days, earlier=earlier, later=later)


def _own_day(ask: Ask) -> date | None:
    with suppress(ValueError):
        day = date.fromisoformat(ask.options.get(DATE, ""))
        return day if day <= ask.today else None
    return None


def _neighbours(found: Around) -> tuple[Switch | None, Switch | None]:
    """Return the switches of the same thing next to the chosen one, on other days."""
    chosen = found.chosen
    if chosen is None:
        return None, None
    same = [each for each in found.offered if each.same_thing(chosen)]
    earlier = next((each for each in same if each.day < chosen.day), None)
    later = next((each for each in reversed(same) if each.day > chosen.day), None)
    return earlier, later
