"""Columns on one scale, what each of them says that no other does, and the inverse of a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twitchlog.reports.triggers.arrays import Floats

_OF_ITS_OWN: Final = 1e-9
"""A column whose changes are, for all but this part, those of other columns is a copy."""


def standardised(columns: Floats) -> tuple[Floats, Floats]:
    """Return columns with mean 0 and deviation 1, and the matrix that leads back from them.

    The first is the intercept, of ones; a column that never changes becomes zeros.
    """
    import numpy as np

    average = np.full(len(columns), 1 / len(columns))
    centre = average @ columns
    scaled = columns - centre
    spread = np.sqrt(average @ (scaled * scaled))
    flat = spread <= 1e-12 * (1 + np.abs(centre))
    scale = np.divide(1.0, spread, out=np.zeros_like(spread), where=~flat)
    scaled *= scale
    scaled[:, 0] = 1.0
    back = np.diag(scale)
    back[0] = -centre * scale
    back[0, 0] = 1.0
    return scaled, back


def own(alike: Floats, inverse: Floats | None) -> tuple[int, Floats]:
    """Return the rank of standardised columns, and what of each no other accounts for, 0 to 1.

    `alike` is the mean of their products over the days, shape (k, k), `inverse` what `regular` says
    of it. What is left of a column of variance 1 is 1 over its place on the inverse's diagonal.
    """
    import numpy as np

    if inverse is not None:
        return len(alike), _without_first(1 / inverse.diagonal())
    sizes, directions = np.linalg.eigh(alike)
    kept = sizes > _OF_ITS_OWN * sizes.max()
    spread = (directions[:, kept] ** 2 / sizes[kept]).sum(axis=1)
    # a column that others make up has a part in a direction that is not there at all
    lost = (directions[:, ~kept] ** 2).sum(axis=1) > _OF_ITS_OWN
    left = np.where(lost | (spread <= 0), 0.0, 1 / np.where(spread > 0, spread, 1.0))
    return int(kept.sum()), _without_first(left)


def regular(matrix: Floats) -> Floats | None:
    """Return the inverse of a symmetric matrix, None where a column is made up of others."""
    import numpy as np

    try:
        inverse = np.linalg.inv(matrix)
    except np.linalg.LinAlgError:
        return None
    left = inverse.diagonal()
    most = 1 / (_OF_ITS_OWN * float(matrix.diagonal().max()))
    alone = float(left.min()) > 0 and float(left.max()) < most
    return inverse.astype(float, copy=False) if alone else None


def inverted(matrix: Floats) -> Floats:
    """Invert a symmetric matrix; a column that says nothing of its own has no weight at all."""
    import numpy as np

    inverse = regular(matrix)
    if inverse is not None:
        return inverse
    return np.linalg.pinv(matrix, rcond=_OF_ITS_OWN, hermitian=True).astype(float)


def solved(matrix: Floats, right: Floats) -> Floats:
    """Solve a symmetric system; where columns depend on each other, with the shortest answer."""
    import numpy as np

    try:
        return np.linalg.solve(matrix, right).astype(float, copy=False)
    except np.linalg.LinAlgError:
        return np.linalg.lstsq(matrix, right, rcond=None)[0].astype(float, copy=False)


def _without_first(left: Floats) -> Floats:
    """Return the parts within 0 to 1; of the intercept, which all columns go with, none."""
    import numpy as np

    left = np.minimum(np.maximum(left, 0.0), 1.0)
    left[0] = 0.0
    return left
