"""What there was of each factor by day."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.taken import is_course

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.factor import Factor

_TELLING: Final = frozenset({"medicine", "stimulants"})
"""What is asked of a day and tells that a medicine, or a stimulant without one, is taken."""


@dataclass(frozen=True, slots=True)
class Exposures:
    """Every calendar day of a period, and by factor id the amount on each day that has one.

    Amounts start a day before the period, for what works on the day after. A day that has none is
    not recorded, which is not zero. `factors` says of each id what it is, in the person's order;
    medicines and treatments come last. `switches` says of each of these that has courses how often
    it was begun or stopped in these days: see `taken.Taken`.
    """

    days: tuple[DayCount, ...]
    amounts: Mapping[str, Mapping[date, float]]
    factors: Mapping[str, Factor]
    switches: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def habits(self) -> Exposures:
        """The same without medicines and treatments, and without what tells of some being taken."""
        kept = [name for name in self.factors if not is_course(name) and name not in _TELLING]
        return Exposures(
            self.days,
            MappingProxyType({name: self.amounts[name] for name in kept if name in self.amounts}),
            MappingProxyType({name: self.factors[name] for name in kept}),
        )
