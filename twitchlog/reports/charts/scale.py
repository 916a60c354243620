"""Numbers on an axis: round steps that a person can read off."""

from __future__ import annotations

import itertools
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Final

from twitchlog.translation import numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE: Final = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0)
_PARTS: Final = (1.0, 2.0, 5.0)
_NEARLY: Final = 1 - 1e-9


def round_ticks(highest: float, *, whole: bool, full: bool = False) -> tuple[float, ...]:
    """Return 0 and up to three even ticks that reach `highest`.

    `whole` keeps to whole numbers, as counts need; `full` always gives three ticks above 0. With
    nothing to show there are 0 and 1.
    """
    if highest <= 0:
        return (0.0, 1.0)
    step = _round_up(highest / 3, whole=whole)
    many = 3 if full else ceil(highest / step * _NEARLY)
    return tuple(round(step * at, 10) for at in range(many + 1))


def plain(number: float) -> str:
    """Write a tick as short as it can be: `2`, `0.5`, `1,200`."""
    return numeral(number, ",.0f") if float(number).is_integer() else numeral(number, "g")


def stride(widths: Sequence[float], places: Sequence[float], *, gap: float) -> int:
    """Return the smallest n so that every n-th label, centred at its place, touches no other."""
    for n in (1, 2, 3, 4, 6, 12):
        kept = list(zip(places[::n], widths[::n], strict=True))
        pairs = itertools.pairwise(kept)
        if all(b - a >= (w + v) / 2 + gap for (a, w), (b, v) in pairs):
            return n
    return max(1, len(widths))


def _round_up(number: float, *, whole: bool) -> float:
    """Return the next plain step: 1, 2 … 6, 10, 15, 20 … for counts, 0.1, 0.2, 0.5, 1 … else."""
    if whole and number <= 1:
        return 1.0
    power: float = 10.0 ** floor(log10(number))
    steps = (_WHOLE if whole else _PARTS) + (10.0,)
    sizes = (size * power for size in steps if size * power >= number * _NEARLY)
    return next(size for size in sizes if not whole or size.is_integer())
