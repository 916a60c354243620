"""Read dates as people write them in three small fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
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
