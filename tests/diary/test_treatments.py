"""Treatments other than medicines in the diary: kept, undone, removed and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import OWN, Effect


@pytest.fixture
def stretching(diary):
    return diary.treatments.add(
        "stretching", started=PartialDate(2026, 5), effect=Effect.LITTLE, note="calves"
    ).value


def test_a_treatment_is_kept_as_it_was_said(diary, stretching):
    assert diary.treatments.all() == (stretching,)
    assert diary.treatments.on_day(date(2026, 5, 1)) == (stretching,)
    assert diary.treatments.on_day(date(2026, 4, 30)) == ()


def test_what_goes_on_stands_before_what_was_stopped(diary, stretching):
    hot = diary.treatments.add(OWN, words="Hot bath").value
    diary.treatments.stop(stretching.id, PartialDate(2026, 6, 18))
    assert [each.name for each in diary.treatments.all()] == ["Hot bath", "Stretching"]
    diary.treatments.remove(hot.id)
    assert diary.bin.items()[0].label == "Hot bath"
    diary.treatments.resume(stretching.id)
    assert diary.treatments.all() == (stretching,)
    diary.bin.restore(hot.id)
    assert hot in diary.treatments.all()


def test_every_change_can_be_taken_back(diary, rows):
    states = [rows(diary.path)]
    made = diary.treatments.add("massage").value
    states.append(rows(diary.path))
    for act in (
        lambda: diary.treatments.edit(replace(made, effect=Effect.WORSE)),
        lambda: diary.treatments.stop(made.id, PartialDate(2026)),
        lambda: diary.treatments.resume(made.id),
        lambda: diary.treatments.remove(made.id),
    ):
        act()
        states.append(rows(diary.path))
    for state in reversed(states[:-1]):
        diary.undo()
        assert rows(diary.path) == state


def test_what_cannot_be_changes_nothing(diary, stretching):
    for wrong in (
        lambda: diary.treatments.add("no-such"),
        lambda: diary.treatments.add(OWN),
        lambda: diary.treatments.stop(stretching.id, PartialDate(2025)),
    ):
        with pytest.raises(BadInput):
            wrong()
    diary.treatments.remove(stretching.id)
    with pytest.raises(NotFound):
        diary.treatments.edit(stretching)
    assert diary.treatments.all() == ()
