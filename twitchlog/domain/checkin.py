"""A day's check-in, and the state a calendar day is in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from twitchlog.domain.factor import FACTORS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Checkin:
    """What was said about one local day.

    `none_said` is the tap on *None today*; `amounts` maps factor ids to amounts in the factor's
    unit and is empty until the check-in was answered. Either makes the day a logged one.
    """

    day: date
    made: Moment
    none_said: bool = False
    amounts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    note: str = ""

    @property
    def answered(self) -> bool:
        """Whether the check-in itself was filled in."""
        return bool(self.amounts) or bool(self.note)


def carried_over(yesterday: Checkin | None) -> dict[str, float]:
    """Return the amounts of yesterday that may honestly stand today: habits only."""
    if yesterday is None:
        return {}
    return {name: amount for name, amount in yesterday.amounts.items() if FACTORS[name].habit}


class DayState(StrEnum):
    """Three states, never mixed up: a zero is not a gap and a gap is not a zero."""

    TWITCHES = "twitches"
    NONE = "none"
    NOT_LOGGED = "not logged"


@dataclass(frozen=True, slots=True)
class DaySummary:
    """One calendar day at a glance: its twitches, and whether it was logged at all.

    `checkin` says that the check-in was answered, `none_said` that *None today* was tapped.
    """

    day: date
    count: int
    logged: bool
    checkin: bool = False
    none_said: bool = False

    @property
    def state(self) -> DayState:
        """Which of the three states the day is in."""
        if self.count:
            return DayState.TWITCHES
        return DayState.NONE if self.logged else DayState.NOT_LOGGED
