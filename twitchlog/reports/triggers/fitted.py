"""The fitted model behind an estimate: its columns, and how surely each coefficient is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.reports.triggers.design import OF_THE_DAY, adjustment
from twitchlog.reports.triggers.missing import filled, not_recorded
from twitchlog.reports.triggers.negative_binomial import RIDGE, fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.triggers.arrays import Flags, Floats, Ints
    from twitchlog.reports.triggers.negative_binomial import Fit

LONGEST: Final = 730


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A fit of the counts `count` of the days `day`, both of shape (n,).

    `columns` (n, k) are those of `design.adjustment` and `missing.not_recorded`, then the factors
    `names`, in their order, as they entered; `recorded` (n, p) says which of their values were
    recorded, `complete` whether all were. `errors` (p,) are the shift standard errors of the
    factors, per unit.
    """

    names: tuple[str, ...]
    day: Ints
    count: Floats
    columns: Floats
    recorded: Flags
    complete: bool
    fitted: Fit
    errors: Floats

    @property
    def calendar_days(self) -> int:
        """The days from the first to the last, logged or not."""
        return int(self.day[-1] - self.day[0]) + 1

    def column(self, at: int) -> int:
        """Return which of the columns is that of factor number `at`."""
        return int(self.columns.shape[1]) - len(self.names) + at

    def exposure(self, at: int) -> Floats:
        """Return the values of factor number `at` on the days on which it was recorded."""
        values: Floats = self.columns[:, self.column(at)]
        return values if self.complete else values[self.recorded[:, at]]


def model(
    day: Ints,
    weekday: Ints,
    count: Floats,
    exposure: Floats,
    *,
    names: Sequence[str],
    winsorise: float = 0.0,
    ridge: float = RIDGE,
) -> Model:
    """Fit the model that `estimate` describes, whose arrays these are.

    Raises ValueError where shapes do not fit, days do not ascend or a value is infinite.
    """
    import numpy as np

    day, weekday = np.asarray(day, dtype=np.int64), np.asarray(weekday, dtype=np.int64)
    count, exposure = np.asarray(count, dtype=float), np.asarray(exposure, dtype=float)
    _check(day, weekday, count, exposure, many=len(names))
    recent = int(np.searchsorted(day, day[-1] - LONGEST, side="right"))
    day, weekday, count, exposure = (
        day[recent:],
        weekday[recent:],
        count[recent:],
        exposure[recent:],
    )
    recorded = ~np.isnan(exposure)
    complete = bool(recorded.all())
    if winsorise:
        exposure = exposure.copy()
        for at in np.flatnonzero(recorded.any(axis=0)):
            of_it = exposure[recorded[:, at], at]
            exposure[recorded[:, at], at] = _drawn_in(of_it, winsorise)
    parts = [adjustment(day, weekday, count)]
    if not complete:
        parts.append(not_recorded(exposure))
        exposure = filled(exposure, parts[0][:, -OF_THE_DAY:])
    columns = np.column_stack([*parts, exposure])
    fitted = fit(columns, count, ridge=ridge)
    errors = shift_errors(fitted, columns, day, count, last=len(names))
    return Model(tuple(names), day, count, columns, recorded, complete, fitted, errors)


def shift_errors(fitted: Fit, columns: Floats, day: Ints, count: Floats, *, last: int) -> Floats:
    """Return the shift standard errors of the `last` coefficients, on the scale of their columns.

    The sum of the squares of all shifts, the one by nothing left out, is had from the spectra of
    influence and residual at once (Parseval's theorem), with one Fourier transform a column.
    """
    import numpy as np

    calendar, rows = int(day[-1] - day[0]) + 1, len(day)
    if calendar < 2 or fitted.df <= 0:
        return np.full(last, np.inf)
    # the residual stands as one more row; in an unbroken diary each day has the place it has
    place = slice(None) if calendar == rows else day - day[0]
    series = np.zeros((last + 1, calendar))
    series[:-1, place] = fitted.covariance[columns.shape[1] - last :] @ columns.T
    series[-1, place] = (count - fitted.mean) / (1 + fitted.dispersion * fitted.mean)
    spectra = np.fft.rfft(series)
    spectra = spectra[:-1] * spectra[-1]
    power = spectra.real**2 + spectra.imag**2
    # of a real series the spectrum has each frequency twice, but for the first and a middle one
    power[:, 1 : (calendar + 1) // 2] *= 2
    squares = power.sum(axis=1) / calendar - (series[:-1] @ series[-1]) ** 2
    spread = np.sqrt(np.maximum(squares, 0.0) / (calendar - 1) * calendar / rows)
    errors: Floats = spread * rows / fitted.df
    return errors


def _drawn_in(values: Floats, part: float) -> Floats:
    """Return values, of which those beyond the quantiles `part` and 1 - `part` are these.

    As `np.quantile` has them, which loads all of masked arrays.
    """
    import numpy as np

    last = len(values) - 1
    low, high = np.interp([part * last, (1 - part) * last], np.arange(last + 1), np.sort(values))
    return np.clip(values, low, high)


def _check(day: Ints, weekday: Ints, count: Floats, exposure: Floats, *, many: int) -> None:
    import numpy as np

    rows = len(day)
    if not rows or weekday.shape != (rows,) or count.shape != (rows,):
        raise ValueError("day, weekday and count have one value for each observed day")
    if exposure.shape != (rows, many):
        raise ValueError("exposure has a row for each day and a column for each name")
    if (day[1:] <= day[:-1]).any():
        raise ValueError("days ascend, each once")
    if not (count.min() >= 0 and count.max() < np.inf) or np.isinf(exposure).any():
        raise ValueError("counts and exposures are finite, counts not below 0")
