"""What a day's count is adjusted for: the slow ups and downs, the weekday, and yesterday."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twitchlog.reports.triggers.arrays import Floats, Ints

DAYS_A_COLUMN: Final = 14
FEWEST_COLUMNS: Final = 2
OF_THE_DAY: Final = 8
"""So many columns, the last ones of `adjustment`, are the weekday's and yesterday's."""


def adjustment(day: Ints, weekday: Ints, count: Floats) -> Floats:
    """Return the columns beside the factors, shape (n, k), the intercept first.

    `day` are ascending calendar indices with gaps, `weekday` 0 to 6, `count` the twitches of the
    day, each of shape (n,). The columns: ones; a natural cubic spline of the date; indicators of
    six weekdays; log(1 + yesterday's count), centred, 0 where yesterday was not logged; and an
    indicator that it was.
    """
    import numpy as np

    whole = spline(int(day[-1] - day[0]) + 1)
    columns = np.empty((len(day), 1 + whole.shape[1] + OF_THE_DAY))
    columns[:, 0] = 1.0
    columns[:, 1:-OF_THE_DAY] = whole[day - day[0]]
    columns[:, -OF_THE_DAY:-2] = weekday[:, None] == np.arange(1, 7)
    columns[:, -2], columns[:, -1] = _yesterday(day, count)
    return columns


@lru_cache(maxsize=4)
def spline(days: int) -> Floats:
    """Return a natural cubic spline basis over `days` calendar days, shape (days, columns).

    There are max(2, days / 14) columns, orthonormal and orthogonal to a constant, with equally
    spaced knots. Built from the splines that are 1 at one knot and 0 at all others, which stay
    well-conditioned over any number of years. Source: C. de Boor, A Practical Guide to Splines,
    rev. ed. (2001), chapter IV. Kept for the next look at as many days; it cannot be written to.
    """
    import numpy as np

    columns = max(FEWEST_COLUMNS, days // DAYS_A_COLUMN)
    cardinal = _cardinal(np.linspace(0.0, columns, days), columns + 1)[:, 1:]
    centred = cardinal - cardinal.mean(axis=0)
    root = np.linalg.cholesky(centred.T @ centred)
    orthonormal: Floats = centred @ np.linalg.inv(root).T
    orthonormal.flags.writeable = False
    return orthonormal


def _cardinal(at: Floats, knots: int) -> Floats:
    """Return the natural cubic splines that are 1 at one of the knots 0, 1, 2 …, at points."""
    import numpy as np

    # second derivatives at the knots: a tridiagonal system, 0 at both ends
    inner = knots - 2
    system = 4 * np.eye(inner) + np.eye(inner, k=1) + np.eye(inner, k=-1)
    differences = np.zeros((inner, knots))
    for row in range(inner):
        differences[row, row : row + 3] = (6.0, -12.0, 6.0)
    bends = np.zeros((knots, knots))
    bends[1:-1] = np.linalg.solve(system, differences)
    left = np.clip(at.astype(int), 0, knots - 2)
    right_part = (at - left)[:, None]
    left_part = 1 - right_part
    values = np.eye(knots)
    result: Floats = (
        left_part * values[left]
        + right_part * values[left + 1]
        + (left_part**3 - left_part) * bends[left] / 6
        + (right_part**3 - right_part) * bends[left + 1] / 6
    )
    return result


def _yesterday(day: Ints, count: Floats) -> tuple[Floats, Floats]:
    """Return the centred logarithm of yesterday's count, and whether yesterday was logged."""
    import numpy as np

    known, logs = np.zeros(len(day)), np.zeros(len(day))
    known[1:] = day[1:] - day[:-1] == 1
    logs[1:] = np.log1p(count[:-1])
    centre = float(logs @ known) / max(float(known.sum()), 1.0)
    return (logs - centre) * known, known
