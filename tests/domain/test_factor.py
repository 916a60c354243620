"""The factors of a check-in have limits, and zero is an amount."""

from __future__ import annotations

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import DRINKS, FACTORS, LEVELS


@pytest.mark.parametrize("factor", FACTORS.values(), ids=FACTORS)
def test_both_limits_are_possible_and_what_lies_outside_is_not(factor):
    assert factor.check(factor.least) == factor.least
    assert factor.check(factor.most) == factor.most
    for amount in (factor.least - 0.1, factor.most + 0.1, float("nan"), float("inf")):
        with pytest.raises(BadInput) as refused:
            factor.check(amount)
        assert f"from {factor.least:g} to {factor.most:g}" in refused.value.sentence


def test_sleep_and_stress_are_states_of_a_day_and_the_rest_are_habits():
    assert {name for name, factor in FACTORS.items() if not factor.habit} == {"sleep", "stress"}


def test_every_level_has_a_word_and_every_drink_a_believable_dose():
    assert len(LEVELS) == FACTORS["stress"].most + 1
    assert all(20 <= drink.caffeine_mg <= 120 for drink in DRINKS)
    assert len({drink.id for drink in DRINKS}) == len(DRINKS)
