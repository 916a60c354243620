"""A day's check-in, and the state a calendar day is in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from twitchlog.domain.factor import factor_or_unknown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.dose import Effort
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Detail:
    """What is known of an answer beyond its amount.

    `began` and `ended` are bed and wake time as minutes of the clock, where sleep was given by
    them; `preset` and `effort` are the kind of exercise and how hard it was.
    """

    began: int | None = None
    ended: int | None = None
    preset: str = ""
    effort: Effort | None = None


@dataclass(frozen=True, slots=True)
class Checkin:
    """What was said about one local day.

    `none_said` is the tap on *None today*; `amounts` maps factor ids to amounts in the factor's
    unit, in the person's order, and is empty until the check-in was answered. Either makes the day
    a logged one. `details` says more of some answers, `factors` says of each what it is, `diet` is
    what was eaten, in words.
    """

    day: date
    made: Moment
    none_said: bool = False
    amounts: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    note: str = ""
    diet: str = ""
    details: Mapping[str, Detail] = field(default_factory=lambda: MappingProxyType({}))
    factors: Mapping[str, Factor] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def answered(self) -> bool:
        """Whether the check-in itself was filled in."""
        return bool(self.amounts) or bool(self.note) or bool(self.diet)

    def factor(self, name: str) -> Factor:
        """Return what the factor of an answer is."""
        return self.factors.get(name) or factor_or_unknown(name)


def carried_over(yesterday: Checkin | None) -> dict[str, float]:
    """Return the amounts of yesterday that may honestly stand today: habits that are not hidden."""
    if yesterday is None:
        return {}
    known = {name: yesterday.factor(name) for name in yesterday.amounts}
    return {
        name: amount
        for name, amount in yesterday.amounts.items()
        if known[name].habit and known[name].shown
    }


@dataclass(frozen=True, slots=True)
class Logged:
    """The doses of a factor on a day together: how much, and how many they were."""

    amount: float
    count: int


@dataclass(frozen=True, slots=True)
class Start:
    """What a check-in starts from: habits as yesterday, and what was logged on the day itself.

    A factor stands in one of them only: doses of today say more than a habit of yesterday.
    """

    carried: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    logged: Mapping[str, Logged] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def amounts(self) -> dict[str, float]:
        """The amounts by factor id."""
        return {**self.carried, **{name: each.amount for name, each in self.logged.items()}}


@dataclass(frozen=True, slots=True)
class Begun:
    """What a form of a check-in began with: what was kept by then, and the amounts it stood at."""

    kept: Checkin | None = None
    stood: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


def merged(mine: Checkin, begun: Begun, now: Checkin | None) -> Checkin:
    """Return `mine` with what was changed elsewhere since the form began and is untouched in it.

    What both changed is as in `mine`.
    """
    kept = begun.kept
    if now is None or now == kept:
        return mine
    amounts, details = dict(mine.amounts), dict(mine.details)
    for name in {*mine.amounts, *now.amounts}:
        before = kept.amounts.get(name) if kept else None
        said, there = mine.amounts.get(name), now.amounts.get(name)
        if there != before and said in {before, begun.stood.get(name)}:
            amounts.pop(name, None)
            details.pop(name, None)
            if there is not None:
                amounts[name] = there
            if name in now.details:
                details[name] = now.details[name]
    words = {
        name: getattr(now, name)
        for name in ("note", "diet")
        if getattr(mine, name) == (getattr(kept, name) if kept else "")
    }
    return replace(mine, amounts=amounts, details=details, **words)


class DayState(StrEnum):
    """Three states, never mixed up: a zero is not a gap and a gap is not a zero."""

    TWITCHES = "twitches"
    NONE = "none"
    NOT_LOGGED = "not logged"


@dataclass(frozen=True, slots=True)
class DayCount:
    """The twitches of one calendar day, and whether it was logged at all: all that charts need."""

    day: date
    count: int
    logged: bool

    @property
    def state(self) -> DayState:
        """Which of the three states the day is in."""
        if self.count:
            return DayState.TWITCHES
        return DayState.NONE if self.logged else DayState.NOT_LOGGED


@dataclass(frozen=True, slots=True)
class DaySummary(DayCount):
    """One calendar day at a glance: its twitches, and what else is on it.

    `checkin` says that the check-in was answered, `none_said` that *None today* was tapped, `doses`
    that something was logged with its time and `taken` that a dose of a medicine was; neither
    alone makes the day a logged one.
    """

    checkin: bool = False
    none_said: bool = False
    doses: bool = False
    taken: bool = False
