"""Read dates as people write them, and say those known in part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.day_text import Meant, find_partial
from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters import typed, words
from twitchlog.presenters.typed import EARLIEST_YEAR, LATEST_YEAR, pointed
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date


def read_partial(text: str, *, today: date, meant: Meant = Meant.RECENT) -> PartialDate | None:
    """Return a date as exactly as it was written, None where nothing was; raise BadInput."""
    asked = text.strip()
    if not asked:
        return None
    try:
        known = find_partial(pointed(asked), today=today, meant=meant)
        if not EARLIEST_YEAR <= known.earliest.year <= LATEST_YEAR:
            raise ValueError(asked)
    except (ValueError, OverflowError, BadInput):
        raise BadInput(
            _("“{text}” is not a date. Write it like 18 June 2026, June 2026 or 2026.").format(
                text=asked[:40]
            )
        ) from None
    return known


def read_day(text: str, *, today: date, meant: Meant = Meant.RECENT) -> date | None:
    """Return a whole date, None where nothing was written; raise BadInput for any other.

    Without a year `meant` tells which one it is.
    """
    return typed.read_day(text, today=today, meant=meant) if text.strip() else None


def write(known: PartialDate | date | None) -> str:
    """Return a date as a field shows it, and as it is read again: *18 June 2026*, *June 2026*."""
    if known is None:
        return ""
    if not isinstance(known, PartialDate):
        return words.full_day(known)
    if known.day is not None:
        return words.full_day(known.earliest)
    return words.month_year(known.earliest) if known.month else str(known.year)


def say_understood(text: str, *, today: date, meant: Meant, vague: bool) -> str:
    """Say what a typed date is understood as, *Friday 19 June 2026*; empty where it is no date."""
    try:
        known = read_partial(text, today=today, meant=meant)
        if known is None or known.day is not None or not vague:
            day = read_day(text, today=today, meant=meant)
            return words.long_day(day) if day else ""
    except BadInput:
        return ""
    return write(known)


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
