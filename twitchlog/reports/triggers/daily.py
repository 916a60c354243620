"""The daily table that the model is fitted to: observed days, their counts, what was on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.reports.triggers.coding import Coding, codings, is_mostly_zero

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.factor import Factor

MOST_MISSING: Final = 0.2


class Why(StrEnum):
    """Why a factor is not in the joint fit."""

    MISSING = "not recorded on a fifth of the logged days"
    SAME = "the same on every day"


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
    """A column that is not in the fit, why, and on how many of the logged days it was recorded."""

    column: Column
    why: Why
    recorded: int


@dataclass(frozen=True, slots=True)
class Daily:
    """`rows` of (day, twitches, a value for each of `columns`), the oldest first.

    `observed` are the logged days; those with a value missing are not among the rows.
    """

    observed: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[date, int, tuple[float, ...]], ...]
    left_out: tuple[LeftOut, ...]


def daily(
    days: Sequence[DayCount],
    amounts: Mapping[str, Mapping[date, float]],
    factors: Mapping[str, Factor],
) -> Daily:
    """Return the table of the logged ones of `days`; a day not logged is absent, never zero.

    `amounts` are those recorded of each factor by local day, sleep on the day of waking. A factor
    missing on a fifth of the logged days or more is left out and said to be; of the others, the
    days on which one is missing are left out.
    """
    observed = [day for day in days if day.logged]
    kept: list[tuple[Column, list[float | None]]] = []
    left_out = []
    for factor_id, by_day in amounts.items():
        for coding in codings(factors[factor_id], list(by_day.values())):
            values = [by_day.get(day.day - timedelta(days=coding.lag)) for day in observed]
            known = [value for value in values if value is not None]
            column = Column(factor_id, coding, is_mostly_zero(known) or _is_yes_no(known))
            why = _why_not(known, of=len(observed))
            if why is None:
                kept.append((column, [_coded(value, column) for value in values]))
            else:
                left_out.append(LeftOut(column, why, len(known)))
    rows = []
    for at, day in enumerate(observed):
        values = [column_values[at] for _column, column_values in kept]
        whole = tuple(value for value in values if value is not None)
        if len(whole) == len(values):
            rows.append((day.day, day.count, whole))
    return Daily(len(observed), tuple(column for column, _ in kept), tuple(rows), tuple(left_out))


def _why_not(known: Sequence[float], *, of: int) -> Why | None:
    if not known or len(known) <= of * (1 - MOST_MISSING):
        return Why.MISSING
    return Why.SAME if len(set(known)) < 2 else None


def _is_yes_no(known: Sequence[float]) -> bool:
    return set(known) <= {0.0, 1.0}


def _coded(value: float | None, column: Column) -> float | None:
    return float(value > 0) if value is not None and column.yes_no else value
