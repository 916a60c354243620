"""Read dates as people write them in three small fields, and say those known in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters import words
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date


def read_partial(*, day: str, month: str, year: str) -> PartialDate | None:
    """Return a date as exactly as it was given, None where nothing was; raise BadInput."""
    given = [each.strip() for each in (day, month, year)]
    if not any(given):
        return None
    if not given[2]:
        raise BadInput(_("Give at least the year."))
    if given[0] and not given[1]:
        raise BadInput(_("A day needs its month."))
    try:
        known = PartialDate(
            int(given[2]), int(given[1]) if given[1] else None, int(given[0]) if given[0] else None
        )
        # A day or month of 0 would pass for one that was left out.
        if 0 in (known.day, known.month) or not 1900 <= known.earliest.year <= 2200:
            raise ValueError(known)
    except (ValueError, OverflowError):
        raise BadInput(
            _("There is no such date. Write the year with four figures, like 2026.")
        ) from None
    return known


def read_day(*, day: str, month: str, year: str) -> date | None:
    """Return a whole date, None where nothing was given; raise BadInput where a part is missing."""
    known = read_partial(day=day, month=month, year=year)
    if known is not None and known.day is None:
        raise BadInput(_("Give day, month and year."))
    return known.earliest if known else None


def say_partial(known: PartialDate, *, today: date) -> str:
    """Say a date as exactly as it is known: *10 May*, *March 2026* or *2025*."""
    if known.day is not None:
        return words.short_day(known.earliest, today=today)
    return words.month_year(known.earliest) if known.month else str(known.year)


def say_course(started: PartialDate | None, stopped: PartialDate | None, *, today: date) -> str:
    """Say from when to when: *since March 2026*, *from 1 July*, *March 2026 to 10 May*."""
    begun = say_partial(started, today=today) if started else ""
    if stopped is not None:
        end = say_partial(stopped, today=today)
        return (
            _("{first} to {last}").format(first=begun, last=end)
            if begun
            else _("until {last}").format(last=end)
        )
    if started is None:
        return ""
    ahead = started.earliest > today
    return (_("from {first}") if ahead else _("since {first}")).format(first=begun)
