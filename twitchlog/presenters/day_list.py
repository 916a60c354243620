"""The days of the diary as a list to scroll through: one section a day, long gaps folded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.presenters import words
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from twitchlog.domain.checkin import Checkin, DaySummary
    from twitchlog.domain.twitch import Twitch

FOLD_FROM: Final = 4
"""So many days not logged in a row become one line."""


class Heading(StrEnum):
    """What the head of a section offers."""

    LOGGED = "logged"
    NOT_LOGGED = "not logged"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class Section:
    """A day and how many rows it has, or the days `first` to `last` folded into one line.

    `title` and `second` are its heading in words.
    """

    first: date
    last: date
    rows: int
    heading: Heading
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of a day in words: an entry with its `id` and first `site`, or the check-in."""

    title: str
    second: str
    time: str
    id: str = ""
    site: str = ""
    day: date | None = None


def sections(
    days: Sequence[DaySummary], *, chosen: date, today: date, unfolded: Collection[date] = ()
) -> tuple[Section, ...]:
    """Return the list from the chosen day downwards, the newest day first.

    `days` are calendar days in order. Four or more days not logged in a row become one line,
    unless the newest of them is in `unfolded`; the chosen day and today always stand alone.
    """
    wanted = (day for day in reversed(days) if day.day <= chosen)
    found: list[Section] = []
    for foldable, run in groupby(wanted, key=lambda day: _foldable(day, chosen, today)):
        members = list(run)
        if foldable and len(members) >= FOLD_FROM and members[0].day not in unfolded:
            found.append(_folded(members, today))
        else:
            found.extend(_alone(day, today) for day in members)
    return tuple(found)


def rows_of(entries: Sequence[Twitch], checkin: Checkin | None, day: date) -> tuple[EntryRow, ...]:
    """Return a day's rows, the newest first, the check-in among them at its own time."""
    timed: list[tuple[int, EntryRow]] = [
        (
            twitch.moment.utc_ms,
            EntryRow(
                title=words.places(twitch.sites),
                second=words.details(twitch),
                time=words.clock_time(twitch.moment),
                id=twitch.id,
                site=twitch.sites[0] if twitch.sites else "",
                day=day,
            ),
        )
        for twitch in entries
    ]
    if checkin is not None and checkin.answered:
        on_the_day = checkin.made.day == day
        row = EntryRow(
            title=_("Check-in"),
            second=words.checkin(checkin),
            time=words.clock_time(checkin.made) if on_the_day else "",
            day=day,
        )
        timed.append((checkin.made.utc_ms, row))
    timed.sort(key=lambda pair: -pair[0])
    return tuple(row for _when, row in timed)


def positions(found: Sequence[Section]) -> Iterator[tuple[date, int]]:
    """Yield each day that stands alone with the index of its section."""
    return ((each.first, at) for at, each in enumerate(found) if each.first == each.last)


def _foldable(day: DaySummary, chosen: date, today: date) -> bool:
    return day.state is DayState.NOT_LOGGED and day.day not in {chosen, today}


def _alone(day: DaySummary, today: date) -> Section:
    open_ = day.state is DayState.NOT_LOGGED
    return Section(
        first=day.day,
        last=day.day,
        rows=day.count + int(day.checkin),
        heading=Heading.NOT_LOGGED if open_ else Heading.LOGGED,
        title=words.heading_day(day.day, today=today),
        second={
            DayState.NOT_LOGGED: _("not logged"),
            DayState.NONE: _("none that day"),
            DayState.TWITCHES: "",
        }[day.state],
    )


def _folded(members: Sequence[DaySummary], today: date) -> Section:
    """Fold days, given newest first, into one line."""
    first, last = members[-1].day, members[0].day
    return Section(
        first=first,
        last=last,
        rows=0,
        heading=Heading.FOLDED,
        title=ngettext("{n} day not logged", "{n} days not logged", len(members)).format(
            n=len(members)
        ),
        second=_("{first} to {last}").format(
            first=words.short_day(first, today=today), last=words.short_day(last, today=today)
        ),
    )
