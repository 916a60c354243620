"""Tests with their values: kept as the laboratory wrote them, in the order of its sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog.diary import Diary
from twitchlog.domain.analyte import ANALYTES
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import TEST_KINDS, MedicalTest
from twitchlog.domain.profile import PartialDate

BLOOD = MedicalTest(
    "blood",
    day=PartialDate(2026, 6, 2),
    place="Family practice",
    result="Potassium a little low",
    note="fasting",
    values=(
        Measure("potassium", 3.4, "mmol/l", 3.5, 5.1),
        Measure("crp", 0.5, "mg/l", None, 5, "<"),
        Measure("own", 12, "U/ml", words="Anti-GM1"),
        Measure("potassium", 3.9, "mmol/l", 3.5, 5.1),
    ),
)
NUMBERS = st.floats(-1e6, 1e6)
ANY_VALUE = st.builds(
    Measure,
    analyte=st.sampled_from(sorted(ANALYTES)),
    value=NUMBERS,
    unit=st.sampled_from(["", "mmol/l", "µkat/l"]),
    low=st.none() | st.floats(-1e6, 0),
    high=st.none() | st.floats(0, 1e6),
    comparator=st.sampled_from(["", "<", ">"]),
)
ANY_TEST = st.builds(
    MedicalTest,
    kind=st.sampled_from(sorted(TEST_KINDS)),
    words=st.just("Lumbar puncture"),
    part=st.sampled_from(["", "brain", "left leg"]),
    day=st.none() | st.builds(PartialDate, st.integers(1990, 2025)),
    values=st.lists(ANY_VALUE, max_size=4).map(tuple),
)


def test_a_test_is_found_whole_after_a_restart(diary, clock):
    kept = diary.tests.save(BLOOD).value
    assert replace(kept, id="") == BLOOD
    diary.close()
    with Diary.open(diary.address, clock=clock) as again:
        assert again.tests.all() == (kept,) == (again.tests.get(kept.id),)
        assert [value.label for value in kept.marked] == ["Potassium"]


def test_every_kind_of_test_and_every_value_can_be_kept(diary):
    values = tuple(Measure(name, 1, unit) for name in ANALYTES for unit in ANALYTES[name].units)
    for kind in TEST_KINDS:
        diary.tests.save(MedicalTest(kind, words="Lumbar puncture", values=values))
    assert {test.kind for test in diary.tests.all()} == set(TEST_KINDS)
    assert all(test.values == values for test in diary.tests.all())


def test_the_newest_test_comes_first_and_one_of_an_unknown_day_last(diary):
    for day in (PartialDate(2025), None, PartialDate(2026, 6, 1), PartialDate(2025, 3)):
        diary.tests.save(MedicalTest("emg", day=day))
    days = [str(test.day) for test in diary.tests.all()]
    assert days == ["2026-06-01", "2025-03", "2025", "None"]


def test_saving_the_same_again_leaves_nothing_to_undo(diary):
    kept = diary.tests.save(BLOOD).value
    assert diary.tests.save(kept).changes.step is None


def test_values_can_be_changed_and_undo_brings_them_back(diary):
    kept = diary.tests.save(BLOOD).value
    changed = diary.tests.save(replace(kept, values=kept.values[1:], result="fine")).value
    assert diary.tests.get(kept.id) == changed
    diary.undo()
    assert diary.tests.get(kept.id) == kept


def test_what_is_removed_comes_back_from_the_bin_with_its_values(diary):
    kept = diary.tests.save(BLOOD).value
    diary.tests.remove(kept.id)
    assert diary.tests.all() == ()
    (binned,) = diary.bin.items()
    assert (binned.kind, binned.label) == ("tests", "Blood test")
    diary.bin.restore(binned.id)
    assert diary.tests.all() == (kept,)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(BLOOD, kind="moonlight"),
        MedicalTest("other"),
        replace(BLOOD, day=PartialDate(2026, 6, 19)),
        replace(BLOOD, result="x" * 100_000),
        replace(BLOOD, values=(Measure("potassium", 1, low=2, high=1),)),
        replace(BLOOD, values=(Measure("potassium", 1),) * 201),
    ],
    ids=["kind", "no name", "to come", "too long", "range", "too many"],
)
def test_what_cannot_be_is_refused_and_nothing_changes(logged, rows, wrong):
    before = rows(logged.path, steps=True)
    with pytest.raises(BadInput):
        logged.tests.save(wrong)
    assert rows(logged.path, steps=True) == before


def test_a_test_that_was_removed_meanwhile_is_not_written_again(diary):
    kept = diary.tests.save(BLOOD).value
    diary.tests.remove(kept.id)
    with pytest.raises(NotFound):
        diary.tests.save(replace(kept, result="changed"))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(tests=st.lists(ANY_TEST, min_size=1, max_size=4), change=ANY_TEST)
def test_undoing_whatever_was_done_leaves_the_diary_as_it_was(diary, rows, tests, change):
    before = rows(diary.path)
    written = [diary.tests.save(test) for test in tests]
    changed = diary.tests.save(replace(change, id=written[0].value.id))
    diary.tests.remove(written[-1].value.id)
    for _step in range(len(tests) + 1 + (changed.changes.step is not None)):
        diary.undo()
    assert rows(diary.path) == before
