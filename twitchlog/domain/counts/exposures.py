"""What there was of each factor by day."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from twitchlog.domain.counts.taken import is_course

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.checkin import DaySummary
    from twitchlog.domain.factor import Factor


@dataclass(frozen=True, slots=True)
class Exposures:
    """Every calendar day of a period, and by factor id the amount on each day that has one.

    Amounts start a day before the period, for what works on the day after. A day that has none is
    not recorded, which is not zero. `factors` says of each id what it is, in the person's order;
    medicines and treatments come last. `switches` says of each of these that has courses how often
    it was begun or stopped in these days: see `taken.Taken`.
    """

    days: tuple[DaySummary, ...]
    amounts: Mapping[str, Mapping[date, float]]
    factors: Mapping[str, Factor]
    switches: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def habits(self) -> Exposures:
        """The same without medicines and treatments."""
        return Exposures(
            self.days,
            MappingProxyType({k: v for k, v in self.amounts.items() if not is_course(k)}),
            MappingProxyType({k: v for k, v in self.factors.items() if not is_course(k)}),
        )
