"""The days of the diary as a list to scroll through: one section a day, long gaps folded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.presenters import answers, dose_page, medicine_words, words
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from twitchlog.domain.checkin import Checkin, DaySummary
    from twitchlog.domain.dose import Dose
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.medication import Medication
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

    Its heading is put into words when it is shown: a list may have thousands.
    """

    first: date
    last: date
    rows: int
    heading: Heading
    state: DayState
    today: date

    @property
    def title(self) -> str:
        """The heading: the day, or how many there are."""
        if self.heading is Heading.FOLDED:
            count = (self.last - self.first).days + 1
            return ngettext("{n} day not logged", "{n} days not logged", count).format(n=count)
        return words.heading_day(self.first, today=self.today)

    @property
    def second(self) -> str:
        """The line below the heading: the state of the day, or which days there are."""
        if self.heading is Heading.FOLDED:
            return _("{first} to {last}").format(
                first=words.short_day(self.first, today=self.today),
                last=words.short_day(self.last, today=self.today),
            )
        if self.state is DayState.TWITCHES:
            return ""
        if self.state is DayState.NONE:
            return _("none that day")
        return _("nothing logged yet") if self.first == self.today else _("not logged")


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of a day in words: an entry with its `id` and first `site`, or the check-in.

    `doses`: it is what was drunk, taken or done that day, all in one row; `medicines`: the ids of
    the medicines of which a dose was recorded, likewise. What the search finds besides has its
    `kind`, a table or what it leads to, and its `icon`.
    """

    title: str
    second: str
    time: str
    id: str = ""
    site: str = ""
    day: date | None = None
    doses: bool = False
    medicines: tuple[str, ...] = ()
    kind: str = ""
    icon: str = ""


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


def rows_of(
    entries: Sequence[Twitch],
    checkin: Checkin | None,
    day: date,
    *,
    doses: Sequence[Dose] = (),
    factors: Sequence[Factor] = (),
    taken: Sequence[Medication] = (),
) -> tuple[EntryRow, ...]:
    """Return a day's rows, the newest first, check-in and doses among them at their own time."""
    timed: list[tuple[int, EntryRow]] = [
        (
            twitch.moment.utc_ms,
            twitch_row(twitch),
        )
        for twitch in entries
    ]
    if checkin is not None and checkin.answered:
        on_the_day = checkin.made.day == day
        row = EntryRow(
            title=_("Check-in"),
            second=answers.checkin(checkin),
            time=words.clock_time(checkin.made) if on_the_day else "",
            day=day,
        )
        timed.append((checkin.made.utc_ms, row))
    if doses:
        title, second = dose_page.say_day(doses, factors)
        row = EntryRow(title=title, second=second, time="", day=day, doses=True)
        timed.append((doses[-1].moment.utc_ms, row))
    if taken:
        title, second = medicine_words.day_row(taken)
        ids = tuple(each.id for each in taken)
        row = EntryRow(title=title, second=second, time="", day=day, medicines=ids)
        timed.append((max(each.intakes[0].moment.utc_ms for each in taken), row))
    timed.sort(key=lambda pair: -pair[0])
    return tuple(row for _when, row in timed)


def twitch_row(twitch: Twitch) -> EntryRow:
    """Return the row of a twitch."""
    return EntryRow(
        title=words.places(twitch.sites),
        second=words.details(twitch),
        time=words.clock_time(twitch.moment),
        id=twitch.id,
        site=twitch.sites[0] if twitch.sites else "",
        day=twitch.moment.day,
    )


def _foldable(day: DaySummary, chosen: date, today: date) -> bool:
    return (
        day.state is DayState.NOT_LOGGED
        and not (day.doses or day.taken)
        and day.day not in {chosen, today}
    )


def _alone(day: DaySummary, today: date) -> Section:
    return Section(
        first=day.day,
        last=day.day,
        rows=day.count + int(day.checkin) + int(day.doses) + int(day.taken),
        heading=Heading.NOT_LOGGED if day.state is DayState.NOT_LOGGED else Heading.LOGGED,
        state=day.state,
        today=today,
    )


def _folded(members: Sequence[DaySummary], today: date) -> Section:
    """Fold days, given newest first, into one line."""
    return Section(
        first=members[-1].day,
        last=members[0].day,
        rows=0,
        heading=Heading.FOLDED,
        state=DayState.NOT_LOGGED,
        today=today,
    )
