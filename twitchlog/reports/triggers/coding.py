"""How a factor of the diary enters the model: its practical step, its lag, and yes or no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.factor import Factor

DRINK_G: Final = 10.0
"""Alcohol of one drink, in grams."""
MOSTLY_ZERO: Final = 0.6
WINSORISE: Final = 0.01
_STEPS: Final = {
    "caffeine": 100.0, "sleep": -1.0, "exercise": 30.0, "alcohol": DRINK_G, "screen-time": 1.0,
    "nicotine": 5.0, "water": 0.5, "meals-skipped": 1.0,
}  # fmt: skip
_LAGS: Final = {"alcohol": (1,), "exercise": (0, 1)}
_OF_KIND: Final = {Kind.SCALE: 2.0, Kind.LEVEL: 1.0, Kind.YES_NO: 1.0}
_PLAIN: Final = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Coding:
    """One practical step of a factor in its unit (below 0 for less of it), and its lag in days."""

    step: float
    lag: int


def codings(factor: Factor, amounts: Sequence[float]) -> tuple[Coding, ...]:
    """Return how a factor is looked at, once for each lag; every one is a test that is counted.

    Steps and lags are fixed beforehand: choosing the best of several raises false alarms. The step
    of an amount of the person's own is the spread of its middle half, as a plain number.
    """
    step = _STEPS.get(factor.id) or _OF_KIND.get(factor.kind) or plain_step(amounts)
    return tuple(Coding(step, lag) for lag in _LAGS.get(factor.id, (0,)))


def is_mostly_zero(amounts: Sequence[float]) -> bool:
    """Whether it is looked at as yes or no: over 60 % of its days are zero."""
    return bool(amounts) and sum(not each for each in amounts) / len(amounts) > MOSTLY_ZERO


def plain_step(amounts: Sequence[float]) -> float:
    """Return the largest of 1, 2 or 5 times a power of ten within the spread of the middle half."""
    ordered = sorted(amounts)
    spread = ordered[(3 * len(ordered)) // 4 - 1] - ordered[len(ordered) // 4] if ordered else 0.0
    spread = spread or (ordered[-1] - ordered[0] if ordered else 0.0)
    if spread <= 0:
        return 1.0
    power = 10.0 ** _exponent(spread)
    return max(part * power for part in _PLAIN if part * power <= spread * (1 + 1e-9))


def _exponent(value: float) -> int:
    """Return the power of ten of the first figure of a number."""
    return int(f"{value:e}".split("e")[1])
