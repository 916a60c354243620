"""Presets are believable, and a dose is said shortly."""

from __future__ import annotations

import pytest

from twitchlog.domain.dose import (
    ALCOHOL,
    DRINKS,
    EXERCISES,
    PRESETS,
    Dose,
    Effort,
    presets_of,
    say_dose,
)
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.moment import Moment

NOW = Moment(0, 0)


def test_every_preset_is_of_a_factor_that_takes_doses_and_possible():
    for preset in PRESETS.values():
        factor = FACTORS[preset.factor]
        assert factor.doses
        if preset.amount is not None:
            assert factor.check(preset.amount) == preset.amount > 0
    assert {each.id for each in presets_of("exercise")} == {each.id for each in EXERCISES}


def test_every_drink_has_a_believable_dose():
    assert all(20 <= (drink.amount or 0) <= 120 for drink in DRINKS)
    grams = {drink.id: drink.amount for drink in ALCOHOL}
    assert grams["beer-small"] == 13.0
    assert grams["beer-large"] == 19.7
    assert grams["wine"] == 14.8
    assert grams["spirit"] == 12.6
    assert all("ml" in drink.name and "%" in drink.name for drink in ALCOHOL)


@pytest.mark.parametrize(
    ("dose", "said"),
    [
        (Dose("1", NOW, "caffeine", 65, "espresso"), "Espresso"),
        (Dose("1", NOW, "caffeine", 130, "espresso"), "Espresso 130 mg"),
        (Dose("1", NOW, "caffeine", 80), "Caffeine 80 mg"),
        (Dose("1", NOW, "caffeine", 80, words="Matcha"), "Matcha 80 mg"),
        (Dose("1", NOW, "exercise", 30, "walking", Effort.LIGHT), "Walking 30 min"),
        (Dose("1", NOW, "alcohol", 13.0, "beer-small"), "Small beer"),
    ],
)
def test_a_dose_is_said_shortly(dose, said):
    assert say_dose(dose, FACTORS[dose.factor]) == said
