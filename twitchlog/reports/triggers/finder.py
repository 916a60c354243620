"""From the values of a diary to what may be said of each of its factors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from twitchlog.domain.trigger_choices import TriggerChoices
from twitchlog.reports.triggers.coding import WINSORISE
from twitchlog.reports.triggers.daily import Asked, Column, Daily, LeftOut, Tried, Why, daily
from twitchlog.reports.triggers.estimating import FEWEST_DAYS, corrected, found_of, nothing_of
from twitchlog.reports.triggers.fitted import model
from twitchlog.reports.triggers.judging import Finding, Lack, Verdict, alone, verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.curve import DoseResponse
    from twitchlog.reports.triggers.estimating import Estimate
    from twitchlog.reports.triggers.fitted import Model

__all__ = ["Basis", "Column", "Daily", "Judged", "LeftOut", "Look", "Tried", "Why", "look"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a judgement rests on: the days in the fit, oldest first, and all that was in it."""

    days: tuple[date, ...]
    columns: tuple[Column, ...]
    model: Model

    def recorded(self, column: Column) -> tuple[date, ...]:
        """Return the days on which `column` was recorded."""
        known = self.model.recorded[:, self.columns.index(column)]
        return tuple(day for day, there in zip(self.days, known, strict=True) if there)

    def beside(self, column: Column) -> tuple[Column, ...]:
        """Return the other factors that `column` was adjusted for."""
        return tuple(each for each in self.columns if each != column)

    def dose_response(self, column: Column) -> DoseResponse:
        """Return the adjusted curve of `column`, in its own unit, and its days in groups."""
        from twitchlog.reports.triggers.curve import dose_response

        return dose_response(self.model, column.name)


@dataclass(frozen=True, slots=True)
class Judged:
    """A factor at one lag, what may be said of it, and what that rests on.

    Without a `basis` nothing could be fitted yet. Of a suspect that was named after a verdict had
    been seen `since` is the day it was named on: only later days count.
    """

    column: Column
    finding: Finding
    basis: Basis | None = field(default=None, repr=False, compare=False)
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What was looked at: the table, the model fitted to it (None without one), the findings.

    `judged` are all that are tested together; `suspect` is the one that was named and is tested
    alone. One that was named before the first look is not among `judged`, so that it does not
    raise the bar for the others. `counted` tests set the bar: those judged, what is being tried,
    and the `once_seen`, which were left out after they had been seen.
    """

    table: Daily
    estimate: Estimate | None
    judged: tuple[Judged, ...]
    suspect: Judged | None = None
    counted: int = 0
    once_seen: int = 0

    @property
    def compared(self) -> tuple[Column, ...]:
        """Each thing at each lag once, also what cannot be judged; not what a person left out."""
        apart = (each.column for each in self.table.left_out)
        return tuple(dict.fromkeys((*self.table.columns, *apart)))

    @property
    def looked_at(self) -> int:
        """How many comparisons there are: as many as rows, beside those of the hours of a day."""
        return len(self.compared)

    @property
    def things(self) -> int:
        """How many things these comparisons are of: one may be compared at two lags."""
        return len({column.factor for column in self.compared})

    @property
    def could_be_judged(self) -> int:
        """Of how many comparisons something could be said."""
        apart = [self.suspect] if self.suspect is not None else []
        said = {
            each.column
            for each in (*self.judged, *apart)
            if each.finding.verdict is not Verdict.NOT_ENOUGH
        }
        return len(said)

    def group(self, verdict: Verdict) -> tuple[Judged, ...]:
        """Return those of one verdict, the surest first."""
        found = [each for each in self.judged if each.finding.verdict is verdict]
        return tuple(sorted(found, key=lambda each: each.finding.factor.p))


def look(
    days: Sequence[DayCount],
    amounts: Mapping[str, Mapping[date, float]],
    factors: Mapping[str, Factor],
    *,
    switches: Mapping[str, int] | None = None,
    choices: TriggerChoices | None = None,
    tried: Tried | None = None,
    whole: bool = True,
) -> Look:
    """Look at all factors of a diary at once; the same diary always gives the same answer.

    `switches` says of each factor that is a medicine or treatment how often it was begun or
    stopped: see `Exposures`. What the `choices` leave out is in no model; left out after the first
    look it still counts as a test that showed nothing, so that the bar does not drop. A factor that
    is `tried` in a running trial is adjusted for and not judged. It is tested all the same, and its
    p stays among those that are corrected together: to begin a trial moves nothing else. Rare
    amounts are drawn in to the 1 and 99 % quantiles. Nothing is fitted under 60 logged days.

    The suspect of the choices, at its first lag, is tested alone at 5 %: its p is not corrected. It
    is fitted together with all other factors. In 600 simulated diaries a cell, of 70 and 106 logged
    days with 5 and 12 factors, a rate ratio of 1.5 per SD was then found in 49, 34, 74 and 64 %,
    where the corrected joint test finds 24, 6, 48 and 20 %; an inert one raised the alarm in 1 to
    4 %, and 1 to 4 % where it goes with the active one (r = 0.6). Fitted without the others it
    would be found a little more often (56, 57, 79, 75 %), and blamed for what goes with it in 21 to
    36 %. It is tested on all days where it was named before the first look, else on the days after
    it was named only, and remains among all the others besides. Where these are not the `whole`
    days nothing is tested alone: choosing them is a look of its own.
    """
    choices = choices or TriggerChoices()
    asked = Asked(choices.left_out, switches or {}, tried)
    table = daily(days, amounts, factors, asked)
    named = choices.suspect if whole else None
    first = _first(table, named.factor) if named is not None else None
    apart = first if named is not None and named.before_looking else None
    suspect = None if first in {each.column for each in table.left_out} else first
    more = len(table.unseen) if choices.first_looked is not None else 0
    estimate, found = _judge(table, apart, more)
    shown = tuple(each for each in found if each.column != apart)
    seen = None
    if apart is not None and suspect is not None:
        seen = next(each for each in found if each.column == apart)
    elif named is not None and suspect is not None:
        later = [day for day in days if day.day > named.named]
        seen = _later(daily(later, amounts, factors, asked), suspect, named.named)
    tests = estimate.factors if estimate is not None else ()
    counted = more + sum(each.q is not None for each in tests)
    return Look(table, estimate, shown, seen, counted, more)


def _first(table: Daily, factor: str) -> Column | None:
    """Return the first column of a factor in the fit; None without one."""
    return next((column for column in table.columns if column.factor == factor), None)


def _later(table: Daily, suspect: Column, since: date) -> Judged:
    """Judge a suspect on the days after it was named."""
    from dataclasses import replace

    column = _first(table, suspect.factor)
    if column is None or column in {each.column for each in table.left_out}:
        known = sum(each.recorded for each in table.left_out if each.column.name == suspect.name)
        return replace(_waiting(suspect, known), since=since)
    _estimate, found = _judge(table, column, 0)
    return replace(next(each for each in found if each.column == column), since=since)


def _judge(
    table: Daily, apart: Column | None, more: int
) -> tuple[Estimate | None, tuple[Judged, ...]]:
    """Return the fit and what may be said of each column that is not being tried."""
    left = {each.column for each in table.left_out}
    open_ = tuple(column for column in table.columns if column not in left)
    if len(table.rows) < FEWEST_DAYS or not open_:
        known = [sum(value is not None for value in each) for each in _values(table)]
        recorded = dict(zip(table.columns, known, strict=True))
        return None, tuple(_waiting(column, recorded[column]) for column in open_)
    fitted = _model(table)
    used = tuple(date.fromordinal(int(day)) for day in fitted.day)
    basis = Basis(used, table.columns, fitted)
    names = {column.name for column in open_}
    found = corrected(
        found_of(fitted, [column.step for column in table.columns]),
        [column.name for column in table.columns if column != apart],
        more=more,
    )
    judged = [
        Judged(column, alone(finding, found) if column == apart else finding, basis)
        for column, finding in zip(table.columns, verdicts(found), strict=True)
        if column.name in names
    ]
    return found, tuple(judged)


def _model(table: Daily) -> Model:
    import numpy as np

    dates = [day for day, _count, _values in table.rows]
    return model(
        np.array([day.toordinal() for day in dates]),
        np.array([day.weekday() for day in dates]),
        np.array([float(count) for _day, count, _values in table.rows]),
        np.array([values for _day, _count, values in table.rows], dtype=float),
        names=[column.name for column in table.columns],
        winsorise=WINSORISE,
    )


def _values(table: Daily) -> list[tuple[float | None, ...]]:
    """Return the values of each column."""
    if not table.rows:
        return [()] * len(table.columns)
    return list(zip(*(values for _day, _count, values in table.rows), strict=True))


def _waiting(column: Column, recorded: int) -> Judged:
    """Return a column of which nothing can be told before there are more days."""
    more = max(1, FEWEST_DAYS - recorded)
    factor = nothing_of(column.name, column.step, days=recorded)
    return Judged(column, Finding(factor, Verdict.NOT_ENOUGH, Lack.DAYS, more))
