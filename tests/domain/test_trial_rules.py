"""What may be tried: a habit that wears off within days, never a medicine."""

from __future__ import annotations

import pytest

from twitchlog.domain.factor import FACTORS, OWN_MOST, Factor, Kind
from twitchlog.domain.trial_rules import caution, names_medicine, refusal

HABITS = {
    "sleep", "caffeine", "alcohol", "water", "meals-skipped", "exercise", "screen-time",
    "magnesium",
}  # fmt: skip


def own(name, kind=Kind.YES_NO):
    return Factor("x", name, "", 0, OWN_MOST, habit=False, kind=kind, own=True)


def test_of_what_is_built_in_the_habits_can_be_tried_and_nothing_else():
    assert {name for name, factor in FACTORS.items() if refusal(factor) is None} == HABITS


def test_each_refusal_and_each_caution_is_a_sentence():
    for name, factor in FACTORS.items():
        said = caution(factor) if name in HABITS else refusal(factor)
        assert not said or said.endswith(".")
    assert caution(FACTORS["alcohol"]).startswith("If you drink a lot on most days")
    assert caution(own("Tea")) == ""


@pytest.mark.parametrize(
    ("factor", "says"),
    [
        (own("Ibuprofen"), "Medicines are not"),
        (own("my Prednisone 5 mg", Kind.AMOUNT), "Medicines are not"),
        (own("Mood", Kind.SCALE), "not something you choose"),
        (own("Iron"), "Most supplements stay"),
        (own("Vitamin D drops"), "Most supplements stay"),
    ],
    ids=lambda each: each.name if isinstance(each, Factor) else "",
)
def test_something_of_ones_own_is_judged_by_its_name_and_kind(factor, says):
    assert says in (refusal(factor) or "")


@pytest.mark.parametrize("name", ["Tea", "Ice cream", "Magnesium drink", "Running", "Ironing"])
def test_ones_own_habits_can_be_tried(name):
    assert refusal(own(name), medicines=["Zoloft 50 mg", "Iron"]) is None


def test_what_the_person_takes_is_a_medicine_whatever_it_is_called():
    assert refusal(own("Zoloft at night"), medicines=["ZOLOFT 50 mg"])
    assert refusal(FACTORS["magnesium"], medicines=["Magnesium"])
    assert not names_medicine("Coffee as usual", ["25 mg", "", "Co-codamol"])
    assert names_medicine("no co-codamol", ["Co-codamol 8/500"])
