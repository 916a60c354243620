"""The factors a check-in asks for: unit, limits, and what may be carried over from yesterday."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, mark


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing of a day that may matter.

    `unit` is `h`, `mg`, `min`, `level` (0-3: none, a little, some, a lot) or `yes/no` (0 or 1).
    A `habit` may be carried over from yesterday; a state of the day (sleep, stress) may not,
    because a copied answer would be a made-up one.
    """

    id: str
    name: str
    unit: str
    least: float
    most: float
    habit: bool

    def check(self, amount: float) -> float:
        """Return `amount` when it is possible for one day; raise BadInput when it is not."""
        if not self.least <= amount <= self.most:
            raise BadInput(
                _("{name}: give a number from {least:g} to {most:g} ({unit}).").format(
                    name=_(self.name), least=self.least, most=self.most, unit=self.unit
                )
            )
        return float(amount)


FACTORS: Final = {
    factor.id: factor
    for factor in (
        Factor("sleep", mark("Sleep"), "h", 0, 24, habit=False),
        Factor("stress", mark("Stress"), "level", 0, 3, habit=False),
        Factor("caffeine", mark("Caffeine"), "mg", 0, 5000, habit=True),
        Factor("exercise", mark("Exercise"), "min", 0, 1440, habit=True),
        Factor("medicine", mark("Medicine as usual"), "yes/no", 0, 1, habit=True),
    )
}
LEVELS: Final = (mark("None"), mark("A little"), mark("Some"), mark("A lot"))


@dataclass(frozen=True, slots=True)
class Drink:
    """A caffeine preset: milligrams in one usual serving (EFSA 2015, USDA FoodData Central)."""

    id: str
    name: str
    caffeine_mg: float


DRINKS: Final = (
    Drink("filter-coffee", mark("Filter coffee"), 95),
    Drink("espresso", mark("Espresso"), 65),
    Drink("instant-coffee", mark("Instant coffee"), 60),
    Drink("black-tea", mark("Black tea"), 45),
    Drink("green-tea", mark("Green tea"), 30),
    Drink("cola", mark("Cola"), 35),
    Drink("energy-drink", mark("Energy drink"), 80),
)
