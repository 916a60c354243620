"""The factors have limits, zero is an amount, and only habits may stand as yesterday."""

from __future__ import annotations

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import (
    FACTORS,
    LEVELS,
    QUALITIES,
    SUPPLEMENTS,
    Kind,
    factor_or_unknown,
    quality_word,
)


@pytest.mark.parametrize("factor", FACTORS.values(), ids=FACTORS)
def test_both_limits_are_possible_and_what_lies_outside_is_not(factor):
    assert factor.check(factor.least) == factor.least
    assert factor.check(factor.most) == factor.most
    for amount in (factor.least - 0.1, factor.most + 0.1, float("nan"), float("inf")):
        with pytest.raises(BadInput) as refused:
            factor.check(amount)
        assert f"from {factor.least:g} to {factor.most:g}" in refused.value.sentence


@pytest.mark.parametrize(
    "factor", [each for each in FACTORS.values() if each.kind in {Kind.LEVEL, Kind.YES_NO}],
    ids=lambda each: each.id,
)  # fmt: skip
def test_there_is_nothing_between_two_levels(factor):
    with pytest.raises(BadInput):
        factor.check(0.5)


def test_states_of_a_day_are_never_habits():
    habits = {name for name, factor in FACTORS.items() if factor.habit}
    states = {
        "sleep", "sleep-quality", "stress", "anxiety", "illness", "cold", "period",
        "meals-skipped", "alcohol", "stimulants",
    }  # fmt: skip
    assert not habits & states
    assert habits | states == set(FACTORS)


def test_five_are_asked_in_every_check_in_unless_somebody_wants_more():
    asked = [name for name, factor in FACTORS.items() if factor.asked]
    assert asked == ["sleep", "stress", "caffeine", "exercise", "medicine"]


def test_every_cause_and_what_users_expect_can_be_recorded():
    assert set(FACTORS) >= {
        "caffeine", "stimulants", "sleep", "sleep-quality", "exercise", "meals-skipped", "stress",
        "anxiety", "alcohol", "nicotine", "water", "screen-time", "illness", "cold", "period",
    }  # fmt: skip
    supplements = {name for name, factor in FACTORS.items() if factor.group == SUPPLEMENTS}
    assert supplements >= {"magnesium", "potassium", "vitamin-d", "vitamin-b12"}


def test_every_level_has_a_word_and_every_quality_from_0_to_10_one_of_five():
    assert len(LEVELS) == FACTORS["stress"].most + 1
    words = [quality_word(amount) for amount in range(11)]
    assert sorted(set(words), key=words.index) == list(QUALITIES)
    assert quality_word(5) == "Fair"


def test_what_is_not_known_any_more_can_still_be_shown():
    assert factor_or_unknown("gone").label == "gone"
    assert factor_or_unknown("caffeine") is FACTORS["caffeine"]
