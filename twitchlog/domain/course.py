"""From when to when something was taken or done, as exactly as it is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.profile import PartialDate

PLANNED_DAYS: Final = 366
"""So far ahead a start, a stop or a new dose may be planned."""


def check_when(when: PartialDate | None, *, today: date, born: date | None) -> None:
    """Raise BadInput for a date more than a year ahead, or before the person was born."""
    if when is None:
        return
    if when.earliest > today + timedelta(days=PLANNED_DAYS):
        raise BadInput(_("That date is more than a year ahead."))
    if born is not None and when.latest < born:
        raise BadInput(_("That day is before you were born."))


def check_course(
    started: PartialDate | None, stopped: PartialDate | None, *, today: date, born: date | None
) -> None:
    """Raise BadInput for dates that cannot be, or a stop that lies before the start."""
    check_when(started, today=today, born=born)
    check_when(stopped, today=today, born=born)
    if started is not None and stopped is not None and stopped.latest < started.earliest:
        raise BadInput(_("The stop is before the start."))


def on_course(started: PartialDate | None, stopped: PartialDate | None, day: date) -> bool:
    """Return whether `day` lies between start and stop, both included, as far as they are known."""
    begun = started is None or started.earliest <= day
    return begun and (stopped is None or day <= stopped.latest)


def is_over(stopped: PartialDate | None, day: date) -> bool:
    """Return whether it was stopped by `day`; what is stopped today is over at once."""
    return stopped is not None and stopped.earliest <= day
