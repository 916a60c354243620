"""What a person records: built-in factors and their own, in their order, and never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.factor import FACTORS, Kind

DAY = date(2026, 6, 17)


def names(diary):
    return [each.label for each in diary.factors.all()]


def test_without_any_choice_the_built_in_ones_stand_in_their_order(diary):
    assert diary.factors.all() == tuple(FACTORS.values())


def test_a_factor_of_ones_own_is_asked_answered_and_comes_back(diary):
    added = diary.factors.add("  Gluten ", Kind.AMOUNT, unit="slices", most=20, habit=True)
    own = added.value
    assert (own.label, own.unit_label, own.most, own.asked) == ("Gluten", "slices", 20, True)
    assert added.changes.kinds == {"factors"}
    diary.checkins.save(DAY, {own.id: 3, "sleep": 7})
    with Diary.open(diary.address, clock=diary.clock) as again:
        saved = again.checkins.get(DAY)
        assert dict(saved.amounts) == {"sleep": 7, own.id: 3}
        assert saved.factor(own.id) == own
        assert again.checkins.carried_over(DAY + timedelta(days=1)) == {own.id: 3}
        again.changed = False


@pytest.mark.parametrize("kind", [Kind.SCALE, Kind.LEVEL, Kind.YES_NO])
def test_scales_levels_and_yes_or_no_have_their_own_limits(diary, kind):
    own = diary.factors.add("Mood", kind, unit="ignored", most=99).value
    assert own.most == {Kind.SCALE: 10, Kind.LEVEL: 3, Kind.YES_NO: 1}[kind]
    assert own.unit_label == ""
    with pytest.raises(BadInput):
        diary.checkins.save(DAY, {own.id: own.most + 1})


@pytest.mark.parametrize("name", ["", "   ", "caffeine", "CAFFEINE", "x" * 41])
def test_a_name_that_is_missing_taken_or_too_long_is_refused(diary, name):
    with pytest.raises(BadInput):
        diary.factors.add(name, Kind.YES_NO)
    assert diary.factors.all() == tuple(FACTORS.values())


@pytest.mark.parametrize("most", [0, -1, float("nan"), 1e9])
def test_a_limit_that_makes_no_sense_is_refused(diary, most):
    with pytest.raises(BadInput):
        diary.factors.add("Cups", Kind.AMOUNT, most=most)


def test_a_name_can_be_changed_and_the_unit_only_while_nothing_is_recorded_in_it(diary):
    own = diary.factors.add("Cups", Kind.AMOUNT, unit="cups").value
    changed = diary.factors.edit(replace(own, name="Mugs", unit="mugs")).value
    assert (changed.label, changed.unit_label) == ("Mugs", "mugs")
    diary.checkins.save(DAY, {own.id: 2})
    with pytest.raises(BadInput, match="mugs already"):
        diary.factors.edit(replace(changed, unit="ml"))
    assert diary.factors.edit(replace(changed, name="Big mugs")).value.label == "Big mugs"


def test_a_built_in_one_keeps_its_name_but_can_be_asked_and_hidden(diary):
    edited = diary.factors.edit(replace(FACTORS["water"], name="Tea", asked=True)).value
    assert (edited.label, edited.asked) == ("Water", True)
    hidden = diary.factors.show("caffeine", shown=False).value
    assert (hidden.shown, hidden.asked) == (False, False)
    assert diary.factors.get("caffeine") == hidden
    (shown,) = diary.factors.ask("caffeine", asked=True).value
    assert (shown.shown, shown.asked) == (True, True)


def test_several_are_asked_as_one_step(diary):
    diary.factors.ask("magnesium", "potassium", asked=True)
    assert diary.factors.get("potassium").asked
    diary.undo()
    assert not diary.factors.get("magnesium").asked


def test_what_is_hidden_is_not_carried_over_but_keeps_its_answers(diary):
    diary.checkins.save(DAY, {"caffeine": 95, "exercise": 30})
    diary.factors.show("caffeine", shown=False)
    assert diary.checkins.carried_over(DAY + timedelta(days=1)) == {"exercise": 30}
    assert dict(diary.checkins.get(DAY).amounts) == {"caffeine": 95, "exercise": 30}


def test_removing_one_with_answers_hides_it_and_without_them_removes_it(diary):
    used = diary.factors.add("Used", Kind.YES_NO).value
    unused = diary.factors.add("Unused", Kind.YES_NO).value
    diary.checkins.save(DAY, {used.id: 1})
    hidden = diary.factors.remove(used.id)
    assert not hidden.value.shown
    assert hidden.changes.name == "Used hidden; what you recorded stays"
    diary.factors.remove(unused.id)
    with pytest.raises(NotFound):
        diary.factors.get(unused.id)
    assert dict(diary.checkins.get(DAY).amounts) == {used.id: 1}
    with pytest.raises(BadInput, match="can be hidden"):
        diary.factors.remove("caffeine")
    diary.undo()
    assert diary.factors.get(unused.id) == unused


def test_the_order_is_the_persons_own_also_in_the_answers(diary):
    own = diary.factors.add("Chocolate", Kind.YES_NO).value
    assert names(diary)[-1] == "Chocolate"
    diary.factors.move(own.id, 0)
    assert names(diary)[:2] == ["Chocolate", "Sleep"]
    diary.factors.move("exercise", 1)
    assert names(diary)[:3] == ["Chocolate", "Exercise", "Sleep"]
    diary.checkins.save(DAY, {"sleep": 7, "exercise": 30, own.id: 1})
    assert list(diary.checkins.get(DAY).amounts) == [own.id, "exercise", "sleep"]
    before = diary.next_undo_number()
    diary.factors.move(own.id, -5)
    assert diary.next_undo_number() == before
    diary.factors.move(own.id, 1000)
    assert names(diary)[-1] == "Chocolate"


def test_a_factor_is_found_by_its_name_or_id_in_any_case(diary):
    own = diary.factors.add("Straße", Kind.YES_NO).value
    assert diary.factors.find("STRASSE") == own
    assert diary.factors.find("sleep  QUALITY").id == "sleep-quality"
    with pytest.raises(BadInput, match="Known are"):
        diary.factors.find("moon")


@settings(max_examples=25, deadline=None)
@given(moves=st.lists(st.tuples(st.sampled_from(sorted(FACTORS)), st.integers(-2, 30)), max_size=6))
def test_whatever_is_moved_each_stands_once_and_undo_brings_the_order_back(tmp_path_factory, moves):
    with Diary.open(tmp_path_factory.mktemp("order") / "diary.sqlite") as diary:
        orders = [[each.id for each in diary.factors.all()]]
        for name, to in moves:
            moved = [each for each in orders[-1] if each != name]
            moved.insert(max(to, 0), name)
            if diary.factors.move(name, to).changes.step is not None:
                orders.append(moved)
            assert [each.id for each in diary.factors.all()] == orders[-1] == moved
        for order in reversed(orders[:-1]):
            diary.undo()
            assert [each.id for each in diary.factors.all()] == order
        diary.changed = False


@settings(max_examples=25, deadline=None)
@given(
    name=st.text(min_size=1, max_size=20),
    unit=st.text(max_size=10),
    kind=st.sampled_from(Kind),
    share=st.floats(0, 1),
)
def test_whatever_is_ones_own_comes_back_as_it_was_given(tmp_path_factory, name, unit, kind, share):
    path = tmp_path_factory.mktemp("own") / "diary.sqlite"
    with Diary.open(path) as diary:
        try:
            own = diary.factors.add(name, kind, unit=unit, most=50).value
        except BadInput:
            assert diary.factors.all() == tuple(FACTORS.values())
            return
        today = diary.clock.now().day
        amount = own.most * share
        if kind in {Kind.LEVEL, Kind.YES_NO}:
            amount = float(round(amount))
        diary.checkins.save(today, {own.id: amount})
        diary.changed = False
    with Diary.open(path) as diary:
        saved = diary.checkins.get(today)
        assert (dict(saved.amounts), saved.factor(own.id)) == ({own.id: amount}, own)
        assert diary.factors.find(own.id) == own
        while diary.next_undo():
            diary.undo()
        assert diary.factors.all() == tuple(FACTORS.values())
        diary.changed = False
