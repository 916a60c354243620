"""Read what a person types into a field: days, times of day and numbers."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.day_text import Meant, find_day, near_day
from twitchlog.domain.errors import BadInput
from twitchlog.domain.number_text import refuse_two_ways
from twitchlog.presenters.words import clock_time, short_day
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.clock import Clock
    from twitchlog.domain.moment import Moment

EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2200
_STROKES: Final = re.compile(r"((?:\D+\s)?\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}|\d{2}))?")
"""A day with strokes, which stands before its month here."""
_TIME: Final = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:([ap])?\.?m?\.?|uhr)", re.IGNORECASE
)
_FRACTIONS: Final = {"¼": ".25", "½": ".5", "¾": ".75"}


def read_day(text: str, *, today: date, meant: Meant = Meant.RECENT) -> date:
    """Return the day in `18 June`, `Do., 18. März 2026`, `18.6.`, `18/6/2026` or `2026-06-18`.

    Without a year `meant` tells which one it is. *Yesterday* is a day, too.
    Raises BadInput for anything else, and for a day before 1900.
    """
    near = near_day(text, today=today)
    if near is not None:
        return near
    try:
        found = find_day(pointed(text), today=today, meant=meant)
        if found.year > LATEST_YEAR:
            raise ValueError(text)
    except ValueError:
        raise BadInput(
            _("“{text}” is not a day. Write it like 18 June 2026.").format(text=text.strip()[:40])
        ) from None
    if found.year < EARLIEST_YEAR:
        raise BadInput(_("That day is too long ago to be right."))
    return found


def pointed(text: str) -> str:
    """Return a day with strokes as one with points, and any other text as it is."""
    asked = text.strip()
    found = _STROKES.fullmatch(asked)
    return f"{found[1]}.{found[2]}.{found[3] or ''}" if found else asked


def read_time(text: str) -> time:
    """Return the time of day in `14:17`, `1417`, `9` or `2:17 pm`; raise BadInput."""
    asked = text.strip()
    if re.fullmatch(r"\d{3,4}", asked):
        asked = f"{asked[:-2]}:{asked[-2:]}"
    found = _TIME.fullmatch(asked)
    try:
        if found is None:
            raise ValueError(asked)
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3]:
            if not 1 <= hour <= 12:
                raise ValueError(asked)
            hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
        return time(hour, minute)
    except ValueError:
        raise BadInput(
            _("“{text}” is not a time of day. Write it like 14:17.").format(text=text.strip()[:40])
        ) from None


def read_past(day: str, at: str, *, clock: Clock) -> Moment:
    """Return the moment of a day and a time of day; raise BadInput for one still to come.

    A time before the day's end is in the night that follows the date.
    """
    moment = clock.on(read_day(day, today=clock.now().day), read_time(at))
    refuse_to_come(moment, clock=clock)
    return moment


def past_day(day: date | None, *, today: date) -> date:
    """Return a day up to today; raise BadInput for none, and for one still to come."""
    if day is None:
        raise BadInput(_("Say which day."))
    if day > today:
        raise BadInput(_("That day is still to come. Choose one that has passed."))
    return day


def refuse_to_come(moment: Moment, *, clock: Clock) -> None:
    """Raise BadInput for a moment still to come; say so where it is one of a night to come."""
    if moment.utc - clock.now().utc <= timedelta(minutes=1):
        return
    if moment.back:
        raise BadInput(
            _(
                "{time} counts as the night after {day}, which is still to come. "
                "For the night before, give {before}."
            ).format(
                time=clock_time(moment),
                day=short_day(moment.day, today=clock.now().day),
                before=short_day(moment.day - timedelta(days=1), today=clock.now().day),
            )
        )
    raise BadInput(_("That time is still to come. Choose one that has passed."))


def read_number(text: str) -> float:
    """Return the number in `6.5`, `6,5` or `6½`; raise BadInput."""
    asked = text.strip()
    for sign, decimals in _FRACTIONS.items():
        asked = asked.replace(sign, decimals)
    if not re.fullmatch(r"\d{0,6}[.,]?\d{0,4}", asked) or not any(map(str.isdigit, asked)):
        raise BadInput(
            _("“{text}” is not a number. Write it like 6.5.").format(text=text.strip()[:40])
        )
    refuse_two_ways(asked)
    return float(asked.replace(",", "."))
