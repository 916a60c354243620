"""Doses and schedules as people write them."""

from __future__ import annotations

import pytest

from twitchlog.domain.dose_text import read_amount, read_class, read_schedule
from twitchlog.domain.errors import BadInput


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("25 mg", (25.0, "mg")),
        ("2,5ml", (2.5, "ml")),
        ("1 tablet", (1.0, "tablets")),
        ("1 Patch", (1.0, "patch")),
        ("100 mcg", (100.0, "µg")),
        ("100 µg", (100.0, "µg")),
        ("3", (3.0, "")),
        ("2 big spoons", (2.0, "big spoons")),
    ],
)
def test_an_amount_is_read_with_its_unit(written, read):
    assert read_amount(written) == read


@pytest.mark.parametrize("wrong", ["", "mg", "0 mg", "-1 mg", "99999999 mg", "1.23456 mg"])
def test_what_is_no_amount_is_refused(wrong):
    with pytest.raises(BadInput):
        read_amount(wrong)


def test_schedules_and_classes_are_known_by_id_and_words():
    assert read_schedule("Twice a day") == "twice"
    assert read_schedule("daily") == "once"
    assert read_schedule("as needed") == "as-needed"
    assert read_schedule(" at  full moon ") == "at full moon"
    assert read_class("Muscle relaxant") == "muscle-relaxant"
    assert read_class("neuromuscular-blocker") == "neuromuscular-blocker"
    with pytest.raises(BadInput):
        read_class("no such")
