"""What is taken or done with a time of its own: a drink, a cigarette, a walk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.phrase import phrase, shown
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.factor import Factor
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.phrase import Term

ETHANOL_G_PER_ML: Final = 0.789
"""Density of alcohol at 20 °C (CRC Handbook): grams are millilitres x share x density."""


class Effort(IntEnum):
    """How hard an exercise was."""

    LIGHT = 1
    MODERATE = 2
    HARD = 3

    @property
    def word(self) -> str:
        """The word on a button, in the language in use."""
        return _(_EFFORTS[self])


_EFFORTS: Final = {
    Effort.LIGHT: mark("Light"),
    Effort.MODERATE: mark("Moderate"),
    Effort.HARD: mark("Hard"),
}


@dataclass(frozen=True, slots=True)
class Preset:
    """One usual serving of a factor, or a kind of exercise, whose `amount` is not known before.

    `short` is the name without its size, as it stands in a row of several. `many` is its plural.
    """

    id: str
    factor: str
    name: str
    amount: float | None
    short: str
    many: str

    @property
    def label(self) -> str:
        """The name in the language in use."""
        return _(self.name)


def _drink(id_: str, name: str, many: str, caffeine_mg: float) -> Preset:
    return Preset(id_, "caffeine", name, caffeine_mg, name, many)


def _alcohol(id_: str, name: str, short: str, many: str, *, ml: float, percent: float) -> Preset:
    grams = round(ml * percent / 100 * ETHANOL_G_PER_ML, 1)
    return Preset(id_, "alcohol", name, grams, short, many)


def _exercise(id_: str, name: str) -> Preset:
    return Preset(id_, "exercise", name, None, name, name)


# Caffeine: milligrams in one usual serving (EFSA 2015, USDA FoodData Central).
DRINKS: Final = (
    _drink("filter-coffee", mark("Filter coffee"), mark("filter coffees"), 95),
    _drink("espresso", mark("Espresso"), mark("espressos"), 65),
    _drink("instant-coffee", mark("Instant coffee"), mark("instant coffees"), 60),
    _drink("black-tea", mark("Black tea"), mark("black teas"), 45),
    _drink("green-tea", mark("Green tea"), mark("green teas"), 30),
    _drink("cola", mark("Cola"), mark("colas"), 35),
    _drink("energy-drink", mark("Energy drink"), mark("energy drinks"), 80),
)
# Alcohol: volume and strength stand in the name, and the grams follow from them.
ALCOHOL: Final = (
    _alcohol("beer-small", mark("Small beer 330 ml 5 %"), mark("Small beer"),
             mark("small beers"), ml=330, percent=5),
    _alcohol("beer-large", mark("Large beer 500 ml 5 %"), mark("Large beer"),
             mark("large beers"), ml=500, percent=5),
    _alcohol("wine", mark("Wine 150 ml 12.5 %"), mark("Glass of wine"),
             mark("glasses of wine"), ml=150, percent=12.5),
    _alcohol("sparkling", mark("Sparkling wine 100 ml 12 %"), mark("Sparkling wine"),
             mark("glasses of sparkling wine"), ml=100, percent=12),
    _alcohol("spirit", mark("Spirit 40 ml 40 %"), mark("Spirit"), mark("spirits"),
             ml=40, percent=40),
    _alcohol("cocktail", mark("Cocktail 200 ml 10 %"), mark("Cocktail"), mark("cocktails"),
             ml=200, percent=10),
    _alcohol("cider", mark("Cider 500 ml 4.5 %"), mark("Cider"), mark("ciders"),
             ml=500, percent=4.5),
)  # fmt: skip
WATER: Final = (
    Preset("water-glass", "water", mark("Glass 200 ml"), 0.2, mark("Glass of water"),
           mark("glasses of water")),
    Preset("water-bottle", "water", mark("Bottle 500 ml"), 0.5, mark("Bottle of water"),
           mark("bottles of water")),
)  # fmt: skip
NICOTINE: Final = (
    Preset("cigarette", "nicotine", mark("Cigarette"), 1, mark("Cigarette"), mark("cigarettes")),
)
EXERCISES: Final = (
    _exercise("walking", mark("Walking")),
    _exercise("running", mark("Running")),
    _exercise("cycling", mark("Cycling")),
    _exercise("strength", mark("Strength training")),
    _exercise("swimming", mark("Swimming")),
    _exercise("yoga", mark("Yoga or stretching")),
    _exercise("team-sport", mark("Ball or team sport")),
    _exercise("housework", mark("Housework or garden")),
    _exercise("other-exercise", mark("Other exercise")),
)
PRESETS: Final = {
    preset.id: preset for preset in (*DRINKS, *ALCOHOL, *WATER, *NICOTINE, *EXERCISES)
}
"""Every preset by its id, in the order offered. Ids are for ever."""


def presets_of(factor: str) -> tuple[Preset, ...]:
    """Return the presets of a factor, in the order offered."""
    return tuple(preset for preset in PRESETS.values() if preset.factor == factor)


@dataclass(frozen=True, slots=True)
class Dose:
    """One drink, cigarette, walk … at its own time; the amount is in the factor's unit.

    A dose alone does not make a day a logged one: who notes a coffee has not said whether there
    were twitches.
    """

    id: str
    moment: Moment
    factor: str
    amount: float
    preset: str = ""
    effort: Effort | None = None
    words: str = ""

    @property
    def day(self) -> date:
        """The local day it counts to."""
        return self.moment.day


def say_amount(amount: float, factor: Factor) -> str:
    """Return an amount with its unit: *95 mg*, *1.5 l*."""
    return shown(_amount_term(amount, factor))


def _amount_term(amount: float, factor: Factor) -> Term:
    if not factor.unit_label:
        return float(amount)
    unit = factor.unit if factor.own else phrase(factor.unit)
    return phrase("{n} {unit}", n=float(amount), unit=unit)


def say_dose(dose: Dose, factor: Factor) -> str:
    """Return the name of a dose: *Espresso*, *Walking 30 min*, *Matcha 80 mg*.

    The amount stands beside it where the preset does not say it already.
    """
    return shown(dose_term(dose, factor))


def dose_term(dose: Dose, factor: Factor) -> Term:
    """Return the name of a dose in no language."""
    preset = PRESETS.get(dose.preset)
    name = dose.words or (phrase(preset.short) if preset is not None else factor.term)
    if preset is not None and preset.amount == dose.amount:
        return name
    return phrase("{name} {amount}", name=name, amount=_amount_term(dose.amount, factor))
