"""Conditions of a person and the family: *no* is kept with its date as well as *yes*."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog.domain.condition import CONDITIONS, GROUPS, RELATIONS, Condition
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.profile import PartialDate

ANY = st.builds(
    Condition,
    kind=st.sampled_from([*CONDITIONS, *GROUPS, "own"]),
    present=st.booleans(),
    words=st.sampled_from(["Ménière", "hay fever"]),
    family=st.booleans(),
    relation=st.sampled_from(["", *RELATIONS]),
    note=st.sampled_from(["", "told by a doctor"]),
)


def test_yes_and_no_are_kept_with_the_day_of_the_answer(diary, clock):
    yes = diary.conditions.save(
        Condition("migraine", since=PartialDate(2019), note=" since school ")
    ).value
    asked = clock.now().day - timedelta(days=9)
    no = diary.conditions.save(
        Condition("nerve-muscle", present=False, family=True, answered=asked)
    ).value
    assert diary.conditions.all() == (yes, no)
    assert (yes.answered, yes.note) == (clock.now().day, "since school")
    assert (no.answered, no.sentence) == (asked, "No known nerve or muscle condition in the family")


def test_every_condition_can_be_answered_for_everybody(diary):
    for kind in (*CONDITIONS, *GROUPS):
        diary.conditions.save(Condition(kind))
        for relation in ("", *RELATIONS):
            diary.conditions.save(Condition(kind, family=True, relation=relation))
    assert len(diary.conditions.all()) == len((*CONDITIONS, *GROUPS)) * (len(RELATIONS) + 2)


def test_a_second_answer_about_the_same_replaces_the_first_and_keeps_its_note(diary, later):
    first = diary.conditions.save(Condition("als", present=False, note="asked at the clinic")).value
    later(days=40)
    diary.conditions.save(Condition("als", present=False))
    (held,) = diary.conditions.all()
    assert held.answered == first.answered + timedelta(days=40)
    assert held.note == "asked at the clinic"
    diary.undo()
    assert diary.conditions.all() == (first,)


def test_an_answer_can_be_changed_but_not_into_another_one_that_is_there(diary):
    first = diary.conditions.save(Condition("migraine")).value
    diary.conditions.save(Condition("asthma"))
    changed = diary.conditions.save(replace(first, since=PartialDate(2020, 5))).value
    assert diary.conditions.get(first.id) == changed
    with pytest.raises(BadInput, match="already: Asthma"):
        diary.conditions.save(replace(first, kind="asthma"))


def test_what_is_removed_lies_in_the_bin_and_comes_back(diary):
    kept = diary.conditions.save(Condition("own", words="Ménière", family=True)).value
    diary.conditions.remove(kept.id)
    assert diary.conditions.all() == ()
    (binned,) = diary.bin.items()
    assert (binned.kind, binned.label) == ("conditions", "Family: Ménière")
    diary.bin.restore(binned.id)
    assert diary.conditions.all() == (kept,)
    with pytest.raises(NotFound):
        diary.conditions.remove("nothing")


@pytest.mark.parametrize(
    "wrong",
    [
        Condition("moonlight"),
        Condition("own", words="  "),
        Condition("als", family=True, relation="neighbour"),
        Condition("als", since=PartialDate(2027)),
        Condition("als", note="x" * 100_000),
    ],
    ids=lambda wrong: wrong.kind + wrong.relation,
)
def test_what_cannot_be_answered_is_refused_and_nothing_changes(logged, rows, wrong):
    before = rows(logged.path, steps=True)
    with pytest.raises(BadInput):
        logged.conditions.save(wrong)
    assert rows(logged.path, steps=True) == before


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(answers=st.lists(ANY, min_size=1, max_size=6))
def test_undoing_every_answer_leaves_the_diary_as_it_was(diary, rows, answers):
    before = rows(diary.path)
    steps = [diary.conditions.save(answer).changes.step for answer in answers]
    after = rows(diary.path)
    done = sum(step is not None for step in steps)
    for _step in range(done):
        diary.undo()
    assert rows(diary.path) == before
    for _step in range(done):
        diary.redo()
    assert rows(diary.path) == after
    for _step in range(done):
        diary.undo()


def test_none_known_answers_no_for_every_group_in_one_step(diary):
    kept = diary.conditions.none_known(family=True)
    assert {each.kind for each in kept.value} == set(GROUPS)
    assert all(each.family and not each.present for each in diary.conditions.all())
    assert diary.undo().name == "No known conditions in the family: saved"
    assert diary.conditions.all() == ()


def test_none_known_leaves_what_was_answered_yes_as_it_is(diary):
    diary.conditions.save(Condition("als", family=True, relation="mother"))
    diary.conditions.none_known(family=True)
    held = diary.conditions.all()
    assert [each.kind for each in held if each.present] == ["als"]
    assert CONDITIONS["als"].group not in {each.kind for each in held if not each.present}
    assert len(held) == len(GROUPS)
