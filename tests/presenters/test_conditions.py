"""The page of conditions: what stands on it, and how an answer is kept, changed and removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from support.kept_view import KeptView
from twitchlog.domain.condition import CONDITIONS, GROUPS, Condition
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters import conditions as told
from twitchlog.presenters.conditions import ConditionsPresenter


@pytest.fixture
def view():
    return KeptView()


@pytest.fixture
def page(services, view):
    presenter = ConditionsPresenter(services, view)
    presenter.refresh()
    return presenter


def test_own_and_family_answers_stand_apart_in_words(page, view):
    page.save(Condition("migraine", since=PartialDate(2019, 5), note="told by\nDr Who"), view, int)
    page.save(Condition("nerve-muscle", present=False, family=True), view, int)
    page.refresh()
    (own,), (family,) = view.page.own, view.page.family
    assert own.title == "Migraine"
    assert own.second == "Since May 2019 · answered 18 June · told by Dr Who"
    assert (family.title, family.present) == (
        "No known nerve or muscle condition in the family", False,
    )  # fmt: skip
    assert family.second == "Answered 18 June"
    assert view.said == [
        "Migraine: saved", "No known nerve or muscle condition in the family: saved",
    ]  # fmt: skip


def test_a_changed_note_keeps_the_day_of_the_answer_but_another_answer_gets_today(
    page, view, clock
):
    page.save(Condition("als", present=False), view, view.close)
    asked = clock.now().day
    clock.moment = clock.moment.shifted(timedelta(days=30))
    page.refresh()
    (held,) = page.known.values()
    page.save(replace(held, note="again", answered=None), view, view.close)
    page.refresh()
    assert page.known[held.id].answered == asked
    page.save(replace(held, present=True, answered=None), view, view.close)
    page.refresh()
    assert page.known[held.id].answered == asked + timedelta(days=30)
    assert view.closed == 3


def test_saving_without_a_change_closes_the_form_and_says_so(page, view):
    page.save(Condition("migraine"), view, view.close)
    page.refresh()
    (held,) = page.known.values()
    page.save(held, view, view.close)
    assert view.closed == 2
    assert view.said[-1].startswith("It was so already.")


def test_what_is_wrong_is_told_to_the_form_which_stays_open(page, view):
    page.save(Condition("migraine", since=PartialDate(2030)), view, view.close)
    assert view.problem == "The day it began is still to come."
    assert view.closed == 0


def test_removing_can_be_undone(page, view):
    page.save(Condition("migraine"), view, int)
    page.refresh()
    page.remove(next(iter(page.known)), view, view.close)
    page.refresh()
    assert view.page.own == ()
    page.steps.undo()
    page.refresh()
    assert len(view.page.own) == 1


def test_own_words_are_kept_beside_the_answers(page, view, diary):
    page.save_words("appendix out in 2004", view, view.close)
    page.refresh()
    assert view.page.own_words == "appendix out in 2004"
    assert diary.profile.get().conditions == "appendix out in 2004"


@pytest.mark.parametrize("present", [True, False])
def test_every_condition_and_every_group_is_offered_once(present):
    offered = [value for _name, chips in told.kinds(present=present) for value, _words in chips]
    assert sorted(offered) == sorted([*CONDITIONS, *GROUPS, "own"])


def test_every_group_offers_none_of_these_first():
    groups = [chips for heading, chips in told.kinds(present=False) if heading]
    assert all(words == "None of these" for ((_id, words), *_rest) in groups)
