"""How much there was of a factor on a day: the one rule, and hours slept by bed and wake time."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from twitchlog.domain.moment import Moment

NIGHT_STARTS: Final = time(12)
"""A bed time from noon on is of the evening before, an earlier one of the morning itself."""


def daily_amount(said: float | None, doses: Iterable[float]) -> float | None:
    """Return the amount of a day: what its check-in says, else the sum of its doses, else None.

    Never both together: who logs a drink after the check-in moves the check-in's amount with it
    (`moved`), so the doses are in it already.
    """
    if said is not None:
        return said
    amounts = list(doses)
    return tidy(sum(amounts)) if amounts else None


def moved(said: float, by: float) -> float:
    """Return a check-in's amount once a dose was added (`by` > 0) or taken away; never below 0."""
    return max(tidy(said + by), 0.0)


def tidy(amount: float) -> float:
    """Return the amount without what adding fractions in binary leaves behind: 0.1 + 0.2 is 0.3."""
    return round(float(amount), 6)


def hours_slept(day: date, bed: time, wake: time, *, at: Callable[[datetime], Moment]) -> float:
    """Return the hours from bed time in the night before `day` to wake time on it.

    `at` says which moment a clock shows, so a night in which the clocks change is as long as it
    was. Raises BadInput for two equal times, and for a night that is longer than a day.
    """
    evening = day - timedelta(days=1) if bed >= NIGHT_STARTS else day
    began = at(datetime.combine(evening, bed))
    ended = at(datetime.combine(day, wake))
    hours = (ended.utc_ms - began.utc_ms) / 3_600_000
    if not 0 < hours <= 24:
        raise BadInput(_("The time you woke up must come after the time you went to bed."))
    return round(hours, 2)


def minutes_of(at: time) -> int:
    """Return a time of day as minutes since midnight."""
    return at.hour * 60 + at.minute


def time_of(minutes: int) -> time:
    """Return the time of day so many minutes after midnight."""
    return time(minutes // 60, minutes % 60)
