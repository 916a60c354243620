"""Natural cubic splines on evenly spread knots, well conditioned over any number of years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray


def natural_basis(at: NDArray[Any], knots: NDArray[Any]) -> NDArray[Any]:
    """Return the cardinal natural cubic splines of ascending `knots`, evaluated `at` points.

    Row i holds one value a knot; column j is the spline that is 1 at knot j, 0 at the others and
    straight beyond both ends. Rows add up to 1. Points lie between the first and the last knot.
    Solves the usual tridiagonal system for the second derivatives M: with h the knots' distances,
    h_(i-1) M_(i-1) + 2 (h_(i-1) + h_i) M_i + h_i M_(i+1) = 6 (d_i - d_(i-1)), d the slopes of the
    chords, M zero at both ends. Source: C. de Boor, A Practical Guide to Splines (1978), chapter
    IV. Raises ValueError under two knots.
    """
    import numpy as np

    count = len(knots)
    if count < 2:
        raise ValueError("a spline needs two knots")
    apart = np.diff(knots)
    system, chords = np.eye(count), np.zeros((count, count))
    for i in range(1, count - 1):
        before, after = apart[i - 1], apart[i]
        system[i, i - 1 : i + 2] = before, 2 * (before + after), after
        chords[i, i - 1 : i + 2] = 6 / before, -6 / before - 6 / after, 6 / after
    bent = np.linalg.solve(system, chords)
    left = np.clip(np.searchsorted(knots, at, side="right") - 1, 0, count - 2)
    width = apart[left]
    start = ((knots[left + 1] - at) / width)[:, None]
    end = ((at - knots[left]) / width)[:, None]
    values = np.eye(count)
    curved = (start**3 - start) * bent[left] + (end**3 - end) * bent[left + 1]
    basis: NDArray[Any] = (
        start * values[left] + end * values[left + 1] + curved * (width**2 / 6)[:, None]
    )
    return basis
