"""Treatments other than medicines: kinds, words and dates."""

from __future__ import annotations

from datetime import date

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import KINDS, OWN, Effect, Treatment, checked

TODAY = date(2026, 6, 18)


def test_each_kind_has_a_name_and_an_own_one_the_words_given():
    names = [checked(Treatment("t", kind, "My own"), today=TODAY, born=None).name for kind in KINDS]
    assert len(set(names)) == len(KINDS)
    assert names[list(KINDS).index(OWN)] == "My own"
    assert [each.word for each in Effect] == [
        "Worse",
        "No change",
        "A little better",
        "Much better",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        Treatment("t", "no-such"),
        Treatment("t", OWN, "  "),
        Treatment("t", OWN, "x" * 121),
        Treatment("t", "rest", started=PartialDate(2026, 5), stopped=PartialDate(2026, 4)),
        Treatment("t", "rest", started=PartialDate(2028)),
        Treatment("t", "rest", started=PartialDate(1970)),
        Treatment("t", "rest", note="x" * 20_001),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(wrong):
    with pytest.raises(BadInput):
        checked(wrong, today=TODAY, born=date(1980, 2, 1))
