"""Trials of a habit: what is refused, what is kept, and that a plan is never changed quietly."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput, DamagedPlan, NotFound
from twitchlog.domain.experiment import Kept, State, draw
from twitchlog.domain.factor import Kind

WORDS = {"on": "Coffee as usual", "off": "No caffeine after noon"}


@pytest.fixture
def today(clock):
    return clock.now().day


@pytest.fixture
def trial(diary, today):
    """A trial of caffeine that begins today."""
    return diary.experiments.start("caffeine", **WORDS, first=today, pairs=6, seed=42).value


def test_a_trial_is_kept_with_its_plan_and_read_back_alike(diary, trial, today, clock):
    assert trial.plan == draw(42, pairs=6, block_days=4)
    assert (trial.first, trial.last, trial.made.day) == (today, today + timedelta(days=47), today)
    with Diary.open(diary.address, clock=clock) as other:
        assert other.experiments.get(trial.id) == trial
        assert other.experiments.all() == (trial,)
        assert other.experiments.current(today) == trial
        other.changed = False


def test_a_plan_without_a_seed_is_drawn_by_chance_and_can_be_drawn_again_from_what_is_kept(
    diary, today
):
    made = diary.experiments.start("caffeine", **WORDS, first=today).value
    assert made.plan == draw(made.plan.seed, pairs=8, block_days=4)


@pytest.mark.parametrize(
    ("factor", "says"),
    [
        ("medicine", "Talk to your doctor"),
        ("stimulants", "Talk to your doctor"),
        ("nicotine", "no plan should tell you to start again"),
        ("potassium", "harm the heart"),
        ("vitamin-b12", "stays in the body"),
        ("stress", "not something you choose"),
        ("period", "not something you choose"),
    ],
)
def test_what_is_no_habit_is_refused_in_words(diary, today, factor, says):
    with pytest.raises(BadInput, match=says):
        diary.experiments.start(factor, **WORDS, first=today)
    assert diary.experiments.all() == ()
    assert factor not in {each.id for each in diary.experiments.habits()}


def test_a_medicine_is_refused_under_whatever_name_it_goes(diary, today):
    diary.medications.add("Zoloft 50 mg", kind="antidepressant")
    tried = diary.factors.add("Evening routine", Kind.YES_NO).value
    own = diary.factors.add("zoloft in the morning", Kind.YES_NO).value
    known = diary.factors.add("Propranolol", Kind.YES_NO).value
    for factor, words in (
        (own.id, WORDS),
        (known.id, WORDS),
        (tried.id, {"on": "Zoloft as usual", "off": "None"}),
        (tried.id, {"on": "As usual", "off": "no ibuprofen"}),
    ):
        with pytest.raises(BadInput, match="Medicines are not for a trial"):
            diary.experiments.start(factor, **words, first=today)
    assert diary.experiments.start(tried.id, on="Tea", off="No tea", first=today).value.factor


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"pairs": 5}, "6 to 14 pairs"),
        ({"pairs": 15}, "6 to 14 pairs"),
        ({"block_days": 0}, "1 to 7 days"),
        ({"block_days": 8}, "1 to 7 days"),
        ({"first": date(2026, 6, 17)}, "has passed"),
        ({"first": date(2026, 8, 18)}, "within 60 days"),
        ({"seed": -1}, "whole number"),
        ({"seed": 2**63}, "whole number"),
        ({"on": "  "}, "a few words"),
        ({"off": "coffee AS usual"}, "different words"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_words(diary, today, change, says):
    with pytest.raises(BadInput, match=says):
        diary.experiments.start("caffeine", **{**WORDS, "first": today, **change})
    assert diary.next_undo() is None


def test_only_one_trial_is_planned_or_running(diary, trial, today):
    with pytest.raises(BadInput, match="One trial at a time: that of caffeine"):
        diary.experiments.start("sleep", on="Eight", off="Nine", first=today + timedelta(days=9))
    diary.experiments.stop(trial.id)
    assert diary.experiments.current(today) is None
    second = diary.experiments.start("sleep", on="Eight", off="Nine", first=today).value
    assert diary.experiments.current(today) == second


def test_answers_are_kept_changed_and_taken_back(diary, trial, today, later):
    room = diary.experiments
    later(days=2)
    yesterday = today + timedelta(days=1)
    room.answer(trial.id, today, Kept.YES)
    written = room.answer(trial.id, yesterday, Kept.NO)
    assert written.changes.days == {yesterday}
    assert written.changes.kinds == {"experiments"}
    assert written.value.kept == {today: Kept.YES, yesterday: Kept.NO}
    assert room.answer(trial.id, yesterday, Kept.PARTLY).value.kept[yesterday] is Kept.PARTLY
    assert room.answer(trial.id, yesterday, None).value.kept == {today: Kept.YES}
    for _each in range(2):
        diary.undo()
    assert room.get(trial.id).kept == {today: Kept.YES, yesterday: Kept.NO}
    assert room.answer(trial.id, today, Kept.YES).changes.step is None


def test_a_day_to_come_or_outside_the_plan_has_no_answer(diary, trial, today, later):
    room = diary.experiments
    with pytest.raises(BadInput, match="still to come"):
        room.answer(trial.id, today + timedelta(days=1), Kept.YES)
    with pytest.raises(BadInput, match="not in the plan"):
        room.answer(trial.id, today - timedelta(days=1), Kept.YES)
    later(days=60)
    room.answer(trial.id, trial.last, Kept.YES)
    with pytest.raises(BadInput, match="not in the plan"):
        room.answer(trial.id, trial.last + timedelta(days=1), Kept.YES)


def test_an_answer_alone_makes_no_day_a_logged_one(diary, trial, today):
    diary.experiments.answer(trial.id, today, Kept.YES)
    assert not diary.days.is_logged(today)
    assert diary.days.first_logged() is None


def test_a_trial_is_stopped_at_any_time_with_a_reason_or_none(diary, trial, today, later):
    room = diary.experiments
    later(days=3)
    stopped = room.stop(trial.id, why=" Too  tired ").value
    assert (stopped.stopped, stopped.why_stopped) == (today + timedelta(days=3), "Too  tired")
    assert stopped.state(today) is State.STOPPED
    with pytest.raises(BadInput, match="over already"):
        room.stop(trial.id)
    room.answer(trial.id, today + timedelta(days=3), Kept.NO)
    later(days=1)
    with pytest.raises(BadInput, match="not in the plan"):
        room.answer(trial.id, today + timedelta(days=4), Kept.NO)
    diary.undo()
    diary.undo()
    assert room.current(today) == trial


def test_a_trial_that_is_over_is_not_stopped(diary, trial, later):
    later(days=48)
    with pytest.raises(BadInput, match="over already"):
        diary.experiments.stop(trial.id)


def test_a_running_trial_is_not_removed_one_to_come_or_stopped_is(diary, trial, today):
    room = diary.experiments
    with pytest.raises(BadInput, match="Stop it first"):
        room.remove(trial.id)
    stopped = room.stop(trial.id).value
    assert room.all() == (stopped,)
    room.remove(trial.id)
    to_come = room.start("sleep", on="Eight", off="Nine", first=today + timedelta(days=1)).value
    room.remove(to_come.id)
    assert room.all() == ()


def test_a_habit_is_found_by_what_it_is_called_every_day(diary):
    room = diary.experiments
    called = {
        "Coffee": "caffeine", "cola": "caffeine", "wine": "alcohol", "beer": "alcohol",
        "phone": "screen-time", " Computer ": "screen-time", "running": "exercise",
        "walking": "exercise", "gym": "exercise", "sleep": "sleep", "Screen time": "screen-time",
    }  # fmt: skip
    assert {name: room.habit(name).id for name in called} == called
    own = diary.factors.add("Tea", Kind.AMOUNT).value
    assert room.habit("tea") == own
    with pytest.raises(BadInput, match="You can try: Sleep, Caffeine, Alcohol") as refused:
        room.habit("luck")
    assert "Stress" not in str(refused.value)


def test_a_refusal_says_what_can_be_tried(diary, today):
    with pytest.raises(BadInput, match=r"no plan can set it\. You can try: Sleep, Caffeine"):
        diary.experiments.start("stress", **WORDS, first=today)


def test_a_trial_goes_to_the_bin_with_its_answers_and_comes_back(diary, trial, today):
    room = diary.experiments
    room.answer(trial.id, today, Kept.YES)
    held = room.stop(trial.id).value
    room.remove(trial.id)
    assert room.all() == ()
    with pytest.raises(NotFound):
        room.answer(trial.id, today, Kept.NO)
    (binned,) = diary.bin.items()
    assert (binned.label, binned.kind) == ("Trial of caffeine", "experiments")
    diary.bin.restore(trial.id)
    assert room.get(trial.id) == held


def test_a_trial_that_is_not_over_does_not_come_back_beside_another(diary, today):
    room, tomorrow = diary.experiments, today + timedelta(days=1)
    trial = room.start("caffeine", **WORDS, first=tomorrow).value
    room.remove(trial.id)
    other = room.start("sleep", on="Eight", off="Nine", first=today).value
    with pytest.raises(BadInput, match="One trial at a time"):
        diary.bin.restore(trial.id)
    room.stop(other.id)
    diary.bin.restore(trial.id)
    room.stop(trial.id)
    room.remove(trial.id)
    room.start("water", on="More", off="Less", first=today)
    diary.bin.restore(trial.id)
    assert len(room.all()) == 3


@pytest.mark.in_file
def test_erased_for_good_its_words_are_nowhere_in_the_file(diary, trial, today):
    diary.experiments.answer(trial.id, today, Kept.YES)
    diary.experiments.stop(trial.id)
    diary.experiments.remove(trial.id)
    diary.bin.erase(trial.id)
    assert diary.next_undo() is None
    assert b"after noon" not in diary.path.read_bytes()


@pytest.mark.in_file
def test_a_plan_changed_from_outside_is_told_and_not_used(diary, trial, today):
    with closing(sqlite3.connect(diary.path)) as file, file:
        file.execute("UPDATE experiments SET blocks = '000000'")
    room = diary.experiments
    assert draw(42, pairs=6).first_on != (False,) * 6
    assert room.all() == ()
    assert room.current(today) is None
    assert [each.id for each in room.damaged()] == [trial.id]
    for use in (room.get, room.stop, lambda name: room.answer(name, today, Kept.YES)):
        with pytest.raises(DamagedPlan, match="not the one that was drawn"):
            use(trial.id)
    room.remove(trial.id)
    assert room.damaged() == ()


def test_the_day_of_a_trial_ends_when_the_person_s_day_does(diary, today, later):
    diary.preferences.end_day_at(4 * 60)
    trial = diary.experiments.start("caffeine", **WORDS, first=today).value
    later(hours=5)  # 02:04 in the night
    assert diary.experiments.answer(trial.id, today, Kept.YES).value.kept == {today: Kept.YES}
    with pytest.raises(BadInput, match="still to come"):
        diary.experiments.answer(trial.id, today + timedelta(days=1), Kept.YES)


def test_a_trial_says_how_many_of_its_habit_were_begun_before_binned_ones_too(diary, trial, later):
    room = diary.experiments

    def start(factor="caffeine", **days):
        later(minutes=1)
        first = diary.clock.now().day + timedelta(**days)
        return room.start(factor, **WORDS, first=first).value

    assert trial.earlier == 0
    room.stop(trial.id)
    room.remove(trial.id)
    second = start(days=2)
    assert second.earlier == 1
    room.remove(second.id)  # it was never begun
    third = start()
    assert third.earlier == 1
    room.stop(third.id)
    later(days=1)
    fourth = start()
    assert (fourth.earlier, room.get(third.id).earlier) == (2, 1)
    room.stop(fourth.id)
    assert start("alcohol").earlier == 0
