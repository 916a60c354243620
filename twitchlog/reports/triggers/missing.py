"""What stands for an answer that is missing, so that its day still counts for all else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twitchlog.reports.triggers.arrays import Flags, Floats

_PASSES: Final = 2
_RIDGE: Final = 0.1


def filled(exposure: Floats, beside: Floats) -> Floats:
    """Return exposures (n, p) with each nan replaced by what the rest of its day lets expect.

    That is the mean given the other factors and `beside` (n, k), by least squares over the days on
    which the factor was recorded (a weak ridge on columns of SD 1), and within the range of what
    was recorded; gaps among the others begin at their means, and all is gone through twice. Days
    are not lost, and no factor is, whose absence would let another speak for it. Source: R. J. A.
    Little, J. Am. Stat. Assoc. 87 (1992) 1227-1237, 3.3.
    """
    import numpy as np

    gap = np.isnan(exposure)
    known = np.maximum((~gap).sum(axis=0), 1)
    done = np.where(gap, np.where(gap, 0.0, exposure).sum(axis=0) / known, exposure)
    for _ in range(_PASSES):
        fresh = done.copy()
        for at in np.flatnonzero(gap.any(axis=0) & ~gap.all(axis=0)):
            others = np.column_stack([beside, np.delete(done, at, axis=1)])
            fresh[gap[:, at], at] = _expected(others, done[:, at], gap[:, at])
        done = fresh
    return done


def not_recorded(exposure: Floats) -> Floats:
    """Return a column of 0 and 1 for each set of days on which a factor is missing, (n, sets)."""
    import numpy as np

    gap = np.isnan(exposure)
    # each once, in their order: `np.unique` does it too, and loads all of masked arrays
    sets = sorted(set(map(tuple, gap[:, gap.any(axis=0)].T.tolist())))
    return np.array(sets, dtype=float).reshape(-1, len(gap)).T


def _expected(others: Floats, values: Floats, gap: Flags) -> Floats:
    """Return the means of the missing values, given the other columns of their days."""
    import numpy as np

    known = ~gap
    spread = others.std(axis=0)
    scaled = (others - others[known].mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    mean = values[known].mean()
    near = scaled[known]
    system = near.T @ near + _RIDGE * np.eye(near.shape[1])
    slopes = np.linalg.solve(system, near.T @ (values[known] - mean))
    expected: Floats = mean + scaled[gap] @ slopes
    return np.clip(expected, values[known].min(), values[known].max())
