"""The daily table that the model is fitted to: observed days, their counts, what was on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import State
from twitchlog.reports.triggers.coding import Coding, codings, is_mostly_zero
from twitchlog.reports.triggers.fitted import LONGEST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor

LEAST_RECORDED: Final = 0.5
FEWEST_SWITCHES: Final = 4


class Why(StrEnum):
    """Why a factor is not judged."""

    MISSING = "not recorded on half of the logged days"
    SAME = "the same on every day"
    SWITCHES = "begun or stopped too seldom"
    TRIED = "being tried"


@dataclass(frozen=True, slots=True)
class Column:
    """A factor at one lag: what it is called there, one practical step, and whether yes or no."""

    factor: str
    coding: Coding
    yes_no: bool

    @property
    def name(self) -> str:
        """Its name in the table: the id of the factor, with its lag where that is not 0."""
        return f"{self.factor}+{self.coding.lag}" if self.coding.lag else self.factor

    @property
    def step(self) -> float:
        """One practical step; 1 for yes instead of no."""
        return 1.0 if self.yes_no else self.coding.step


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column that is not judged, and why.

    `recorded` of `of` days had it: of the logged days, for what works on the day after of those
    whose day before was logged, too. `switches` are the starts and stops of a medicine, `until` the
    last day of a trial.
    """

    column: Column
    why: Why
    recorded: int
    of: int = 0
    switches: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Tried:
    """The factor that a running trial is about, and its last day."""

    factor: str
    until: date

    @classmethod
    def of(cls, trial: Experiment | None, today: date) -> Tried | None:
        """Return what a trial tries on `today`; None where it does not run."""
        if trial is None or trial.state(today) is not State.RUNNING:
            return None
        return cls(trial.factor, trial.last)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is not looked at like all the rest.

    `left_out` are the ids of factors that a person left out; `switches` how often each medicine or
    treatment was begun or stopped, by the id of its factor; `tried` is being tried out.
    """

    left_out: Collection[str] = ()
    switches: Mapping[str, int] = field(default_factory=dict)
    tried: Tried | None = None


@dataclass(frozen=True, slots=True)
class Daily:
    """`rows` of (day, twitches, a value for each of `columns` or None), the oldest first.

    They are the `observed` logged days. `left_out` are not judged; of these only a factor that is
    being tried stands among the columns, for the others have to be adjusted for it. `unseen` are
    the columns of factors that a person left out.
    """

    observed: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[date, int, tuple[float | None, ...]], ...]
    left_out: tuple[LeftOut, ...]
    unseen: tuple[Column, ...] = ()


def daily(
    days: Sequence[DayCount],
    amounts: Mapping[str, Mapping[date, float]],
    factors: Mapping[str, Factor],
    asked: Asked | None = None,
) -> Daily:
    """Return the table of the logged ones of `days`, the last 730 days at most.

    `amounts` are those recorded of each factor by local day, sleep on the day of waking. A day not
    logged is absent, never zero.

    Missing values. A factor is left out where it was recorded on fewer than half of the days that
    could have it: for one that works on the day after, those whose day before was logged, because
    a gap in the diary is no gap in recording. Otherwise it stays, and so do the days on which it is
    missing: see `missing.filled`. Leaving out the days, or the factors, that lack something costs a
    diary with ordinary gaps its answers, and a factor that is left out lets another speak for it.
    Simulated with eight factors, two of them at 1.5 times per SD, an inert one going with the first
    (r = 0.6), 15 % of days unlogged, 180 days: with 12 % missing of each by itself, leaving out
    days kept 54 of 151 and found almost nothing; leaving out the costliest factors, until under
    30 % of days were lost, raised the alarm for that inert one in 23 %; filling with the mean did
    so in 9 to 11 % after a year. This rule, in 400 diaries a cell of 120, 180 and 365 days, with
    nothing missing, whole check-ins on a fifth of days or in spells, more often on days with many
    twitches, or a factor where it is high: false alarms 1.7 to 4.3 % a factor, any after correction
    0.5 to 4.5 % of null diaries, that inert one 0.5 to 6.5 %, 95 % intervals hold in 96 to 98 %.
    An effect is drawn towards none by at most a tenth where check-ins are skipped on bad days.
    """
    asked = asked or Asked()
    observed = [day for day in days if day.logged]
    if observed:
        first = observed[-1].day - timedelta(days=LONGEST - 1)
        observed = [day for day in observed if day.day >= first]
    logged = {day.day for day in observed}

    @cache
    def lagged(lag: int) -> list[date]:
        return [day.day - timedelta(days=lag) for day in observed]

    kept: list[tuple[Column, list[float | None]]] = []
    left_out, unseen = [], []
    for factor_id, by_day in amounts.items():
        for coding in codings(factors[factor_id], list(by_day.values())):
            values = list(map(by_day.get, lagged(coding.lag)))
            known = [value for value in values if value is not None]
            column = Column(factor_id, coding, is_mostly_zero(known) or _is_yes_no(known))
            if factor_id in asked.left_out:
                unseen.append(column)
                continue
            could = sum(map(logged.__contains__, lagged(coding.lag)))
            left = _left(column, known, could, asked)
            if left is not None:
                left_out.append(left)
            if left is None or left.why is Why.TRIED:
                kept.append((column, _coded(values) if column.yes_no else values))
    in_rows = list(zip(*(values for _column, values in kept), strict=True)) or [()] * len(observed)
    rows = tuple(
        (day.day, day.count, values) for day, values in zip(observed, in_rows, strict=True)
    )
    columns = tuple(column for column, _values in kept)
    return Daily(len(observed), columns, rows, tuple(left_out), tuple(unseen))


def _left(column: Column, known: Sequence[float], could: int, asked: Asked) -> LeftOut | None:
    """Return why a column is not judged; None for one that is."""
    recorded = len(known)
    switches = asked.switches.get(column.factor)
    if not recorded or recorded < could * LEAST_RECORDED:
        return LeftOut(column, Why.MISSING, recorded, could)
    if switches is not None and switches < FEWEST_SWITCHES:
        return LeftOut(column, Why.SWITCHES, recorded, could, switches=switches)
    if len(set(known)) < 2:
        return LeftOut(column, Why.SAME, recorded, could)
    if asked.tried is not None and column.factor == asked.tried.factor:
        return LeftOut(column, Why.TRIED, recorded, could, until=asked.tried.until)
    return None


def _is_yes_no(known: Sequence[float]) -> bool:
    return set(known) <= {0.0, 1.0}


def _coded(values: Iterable[float | None]) -> list[float | None]:
    """Return amounts as yes or no."""
    return [None if value is None else float(value > 0) for value in values]
