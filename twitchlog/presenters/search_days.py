"""Dates typed into the search: the days they mean, and the row that leads there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.day_text import Meant, find_partial, near_day, weekday_of
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period
from twitchlog.presenters import search_words, typed, words
from twitchlog.presenters.day_list import EntryRow
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary

DAYS: Final = "days"
_LAST_WEEK: Final = frozenset({"last week", "letzte woche", "vorige woche"})
_NAME: Final = 6
"""A day of the week alone is written out: *sun* and *do* are words, too."""
_MOST_WORDS: Final = 4
"""A date has no more words than this: *18 . June 2026*."""


def days_meant(text: str, *, today: date) -> Period | None:
    """Return the days that a text means: a day, a month or a year that has begun; else None."""
    asked = " ".join(text.split())
    if not asked or len(asked.split()) > _MOST_WORDS:
        return None
    for read in (_near, _weekday, _week, _day, _partial, _month):
        try:
            found = read(asked, today)
        except (BadInput, ValueError, OverflowError):
            continue
        if found is not None:
            return found if found.first <= today else None
    return None


def parted(text: str, *, today: date) -> tuple[str, Period] | None:
    """Return the words beside a date, and its days: *coffee* and June of *coffee june 2026*.

    A month alone needs its year there: *may* and *march* are words, too.
    """
    pieces = text.split()
    for length in range(min(_MOST_WORDS, len(pieces) - 1), 0, -1):
        for dated, rest in (
            (pieces[-length:], pieces[:-length]),
            (pieces[:length], pieces[length:]),
        ):
            said = " ".join(dated)
            period = days_meant(said, today=today)
            if period is not None and (any(map(str.isdigit, said)) or period.days == 1):
                return " ".join(rest), period
    return None


def lead(diary: Diary, period: Period, *, today: date) -> EntryRow:
    """Return the row that leads to these days, and says what is on them."""
    past = Period(period.first, min(period.last, today))
    known = diary.days.summaries(past)
    title = words.heading_day(period.first, today=today)
    if period.days > 1:
        title = search_words.days(period, today=today)
    twitches = sum(day.count for day in known)
    said = [ngettext("{n} twitch", "{n} twitches", twitches).format(n=numeral(twitches))]
    if period.days > 1:
        logged = sum(day.state is not DayState.NOT_LOGGED for day in known)
        said.append(_("{n} of {all} days logged").format(n=numeral(logged), all=numeral(past.days)))
    elif not twitches:
        none = known[0].state is DayState.NONE
        said = [_("none that day") if none else _("not logged")]
    return EntryRow(
        title, words.sentence(words.joined(said)), "", day=past.last,
        kind=DAYS, icon="calendar-month",
    )  # fmt: skip


def _near(asked: str, today: date) -> Period | None:
    day = near_day(asked, today=today)
    return Period(day, day) if day is not None else None


def _weekday(asked: str, today: date) -> Period | None:
    """Return the last day of a name: *Monday*."""
    weekday = weekday_of(asked, shortest=99) if len(asked) >= _NAME else None
    if weekday is None:
        return None
    day = today - timedelta(days=(today.weekday() - weekday) % 7)
    return Period(day, day)


def _week(asked: str, today: date) -> Period | None:
    """Return the week before this one, from its Monday on."""
    if asked.casefold() not in _LAST_WEEK:
        return None
    last = today - timedelta(days=today.weekday() + 1)
    return Period(last - timedelta(days=6), last)


def _day(asked: str, today: date) -> Period:
    day = typed.read_day(asked, today=today, meant=Meant.LAST)
    return Period(day, day)


def _partial(asked: str, today: date) -> Period:
    found = find_partial(asked, today=today)
    return Period(found.earliest, found.latest)


def _month(asked: str, today: date) -> Period | None:
    """Return the last month of a name that stands alone."""
    if not asked.isalpha():
        return None
    first = typed.read_day(f"1 {asked}", today=today, meant=Meant.LAST)
    after = (first + timedelta(days=32)).replace(day=1)
    return Period(first, after - timedelta(days=1))
