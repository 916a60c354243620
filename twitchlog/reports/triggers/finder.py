"""From the values of a diary to what may be said of each of its factors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from twitchlog.reports.triggers.coding import WINSORISE
from twitchlog.reports.triggers.daily import Column, Daily, LeftOut, Why, daily
from twitchlog.reports.triggers.dose_response import dose_response
from twitchlog.reports.triggers.estimate import FEWEST_DAYS, judged
from twitchlog.reports.triggers.model import model
from twitchlog.reports.triggers.verdicts import Verdict, verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.dose_response import DoseResponse
    from twitchlog.reports.triggers.estimate import Estimate
    from twitchlog.reports.triggers.model import Model
    from twitchlog.reports.triggers.verdicts import Finding

__all__ = ["Basis", "Column", "Daily", "Judged", "LeftOut", "Look", "Why", "look"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a judgement rests on: the days in the fit, oldest first, and all that was in it."""

    days: tuple[date, ...]
    columns: tuple[Column, ...]
    model: Model

    def beside(self, column: Column) -> tuple[Column, ...]:
        """Return the other factors that `column` was adjusted for."""
        return tuple(each for each in self.columns if each != column)

    def dose_response(self, column: Column) -> DoseResponse:
        """Return the adjusted curve of `column`, in its own unit, and its days in groups."""
        return dose_response(self.model, column.name)


@dataclass(frozen=True, slots=True)
class Judged:
    """A factor at one lag, what may be said of it, and what that rests on."""

    column: Column
    finding: Finding
    basis: Basis | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Look:
    """What was looked at: the table, the model fitted to it (None without rows), the findings.

    `looked_at` counts every column, those left out too: each was a test.
    """

    table: Daily
    estimate: Estimate | None
    judged: tuple[Judged, ...]

    @property
    def looked_at(self) -> int:
        """How many things were looked at."""
        return len(self.table.columns) + len(self.table.left_out)

    @property
    def could_be_judged(self) -> int:
        """Of how many something could be said."""
        return sum(each.finding.verdict is not Verdict.NOT_ENOUGH for each in self.judged)

    def group(self, verdict: Verdict) -> tuple[Judged, ...]:
        """Return those of one verdict, the surest first."""
        found = [each for each in self.judged if each.finding.verdict is verdict]
        return tuple(sorted(found, key=lambda each: each.finding.factor.p))


def look(
    days: Sequence[DayCount],
    amounts: Mapping[str, Mapping[date, float]],
    factors: Mapping[str, Factor],
) -> Look:
    """Look at all factors of a diary at once; the same diary always gives the same answer.

    Rare amounts are drawn in to the 1 and 99 % quantiles. Nothing is fitted under 60 rows.
    """
    import numpy as np

    table = daily(days, amounts, factors)
    if len(table.rows) < FEWEST_DAYS or not table.columns:
        return Look(table, None, ())
    dates = [day for day, _count, _values in table.rows]
    fitted = model(
        np.array([day.toordinal() for day in dates]),
        np.array([day.weekday() for day in dates]),
        np.array([float(count) for _day, count, _values in table.rows]),
        np.array([values for _day, _count, values in table.rows]),
        names=[column.name for column in table.columns],
        winsorise=WINSORISE,
    )
    found = judged(fitted, [column.step for column in table.columns])
    used = tuple(date.fromordinal(int(day)) for day in fitted.day)
    basis = Basis(used, table.columns, fitted)
    pairs = zip(table.columns, verdicts(found), strict=True)
    return Look(table, found, tuple(Judged(column, finding, basis) for column, finding in pairs))
