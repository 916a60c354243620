"""The page of a trial and the list of all: how far each is, what is kept to, no look between."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.kept_view import KeptView
from twitchlog.domain.experiment import Kept, State, draw
from twitchlog.presenters.care import CarePresenter
from twitchlog.presenters.experiment import ExperimentPresenter
from twitchlog.presenters.experiment_list import TrialsPresenter
from twitchlog.presenters.experiment_words import Reach

SEED = 5
"""Its plan begins off, on, off, on."""
ON, OFF = "Coffee as usual", "No caffeine"


class View(KeptView):
    def __init__(self):
        super().__init__()
        self.damaged, self.closed_page = "", 0

    def show_damaged(self, sentence):
        self.damaged = sentence

    def gone(self):
        self.closed_page += 1


@pytest.fixture
def view():
    return View()


@pytest.fixture
def trial(diary, clock):
    """A trial of caffeine that begins today."""
    return diary.experiments.start(
        "caffeine", on=ON, off=OFF, first=clock.now().day, pairs=6, seed=SEED
    ).value


@pytest.fixture
def presenter(services, view, trial):
    return ExperimentPresenter(services, view, trial.id)


@pytest.fixture
def later(clock):
    """Let days pass: `later(8)`."""

    def wait(days):
        clock.moment = clock.moment.shifted(timedelta(days=days))

    return wait


def test_while_it_runs_it_says_what_today_is_and_what_comes_next(presenter, view, later):
    assert [draw(SEED, pairs=6).is_on(day) for day in (0, 4, 8, 12)] == [False, True, False, True]
    later(8)
    presenter.refresh()
    page = view.page
    assert (page.title, page.state) == ("Trial of caffeine", State.RUNNING)
    assert page.headline == "Today: No caffeine"
    assert page.second == "Day 9 of 48, until Tuesday 4 August"
    assert page.next == "Next, from Tuesday 30 June: Coffee as usual, for 4 days."


def test_no_block_beyond_the_next_tells_its_kind(presenter, view, later):
    for days, told in ((0, 2), (8, 4), (43, 12), (4, 12)):
        later(days)
        presenter.refresh()
        known = [block for block in view.page.blocks if block.on is not None]
        assert len(known) == min(told, 12)
        assert all(block.on is None for block in view.page.blocks[told:])
    assert [block.reach for block in view.page.blocks] == [Reach.PAST] * 12


def test_the_last_block_says_when_the_trial_ends(presenter, view, later):
    later(47)
    presenter.refresh()
    assert view.page.next == "This is the last block. The trial ends on Tuesday 4 August."
    assert view.page.blocks[-1].reach is Reach.NOW


def test_while_it_runs_nothing_on_the_page_depends_on_what_was_logged(
    presenter, view, later, diary
):
    later(8)
    diary.twitches.log(("calf-left",))
    presenter.refresh()
    before = view.page
    for _more in range(30):
        diary.twitches.log(("calf-left",))
    presenter.refresh()
    assert view.page == before
    assert "worked out when it ends, on 4 August" in view.page.notes[1]


def test_days_logged_and_kept_are_counted_out_of_those_that_have_come(
    presenter, view, later, diary, trial
):
    diary.checkins.none_today(trial.first)
    later(4)
    for day, kept in enumerate((Kept.YES, Kept.YES, Kept.PARTLY)):
        diary.experiments.answer(trial.id, trial.first + timedelta(days=day), kept)
    presenter.refresh()
    assert view.page.facts == (
        "Logged on 1 of 4 days so far.",
        "Kept to it on 2 of 3 days answered, out of 5 so far. Partly on 1 more.",
    )
    diary.twitches.log(("calf-left",))
    presenter.refresh()
    assert view.page.facts[0] == "Logged on 2 of 5 days so far."


def test_on_its_first_morning_no_day_is_counted_as_missing(presenter, view):
    presenter.refresh()
    assert view.page.facts == (
        "No day of it is over yet.", "Whether you kept to it: no day is answered yet.",
    )  # fmt: skip
    assert [row.title for row in view.page.days] == ["Today"]


def test_a_block_without_a_logged_day_is_said_before_it_is_over_and_after(
    presenter, view, later, diary, trial
):
    def lost():
        presenter.refresh()
        return view.page.facts[2:]

    later(2)
    assert lost() == ()
    later(1)
    ends = "This block ends today and has no logged day yet. Without one, its pair is lost."
    assert lost() == (ends,)
    diary.checkins.none_today(trial.first + timedelta(days=3))
    assert lost() == ()
    later(4)
    assert lost() == (ends,)
    later(1)
    (said,) = lost()
    assert said == (
        "1 pair of blocks is lost: one of its blocks has no logged day. 5 of 6 pairs can still "
        "count, but 6 are needed, so there will be no result. You can stop this trial and plan "
        "another."
    )


def test_with_pairs_to_spare_a_lost_one_leaves_the_trial_going(services, view, diary, clock, later):
    held = diary.experiments.start(
        "caffeine", on=ON, off=OFF, first=clock.now().day, seed=SEED
    ).value
    presenter = ExperimentPresenter(services, view, held.id)
    later(4)
    presenter.refresh()
    assert view.page.facts[2] == (
        "1 pair of blocks is lost: one of its blocks has no logged day. 7 of 8 pairs can still "
        "count, and 6 are needed."
    )
    later(3)
    presenter.refresh()
    assert "ends today" not in view.page.facts[2]  # its pair is lost already


def test_one_tap_answers_today_and_the_same_tap_takes_it_back(presenter, view, diary, trial):
    presenter.refresh()
    presenter.answer(trial.first, Kept.PARTLY)
    presenter.refresh()
    assert view.page.today.kept is Kept.PARTLY
    assert view.page.today.second == "No caffeine · partly kept to"
    presenter.answer(trial.first, Kept.PARTLY)
    assert diary.experiments.get(trial.id).kept == {}
    assert view.said == ["Kept to the plan: partly", "Answer taken back"]
    presenter.steps.undo()
    assert diary.experiments.get(trial.id).kept == {trial.first: Kept.PARTLY}


def test_a_past_day_can_be_answered_and_corrected_in_its_form(presenter, view, later, diary, trial):
    later(12)
    presenter.refresh()
    assert len(view.page.days) == 8
    assert view.page.more == "5 earlier days"
    presenter.show_all_days()
    assert (len(view.page.days), view.page.more) == (13, "")
    row = presenter.row(trial.first)
    assert (row.title, row.second) == (
        "Thursday 18 June", "No caffeine · not answered · not logged",
    )  # fmt: skip
    form = KeptView()
    presenter.keep(trial.first, Kept.NO, form, form.close)
    presenter.refresh()
    presenter.keep(trial.first, Kept.NO, form, form.close)
    assert diary.experiments.get(trial.id).kept == {trial.first: Kept.NO}
    assert (form.closed, view.said) == (2, ["Kept to the plan: no"])
    presenter.keep(trial.first, None, form, form.close)
    assert diary.experiments.get(trial.id).kept == {}


def test_it_can_be_stopped_with_a_reason_and_then_has_no_result(presenter, view, later, diary):
    later(9)
    presenter.refresh()
    form = KeptView()
    presenter.stop("It was too hard", form, form.close)
    presenter.refresh()
    assert form.closed == 1
    assert view.page.state is State.STOPPED
    assert view.page.headline == "Stopped on Saturday 27 June"
    assert view.page.second == "On day 10 of 48 · It was too hard"
    assert view.page.notes[0].startswith("There is no test of a trial that was stopped early")
    assert view.page.today is None
    presenter.steps.undo()
    presenter.refresh()
    assert view.page.state is State.RUNNING


def test_the_page_of_a_habit_begun_anew_says_how_often_it_was_tried(services, view, diary, clock):
    for _n in range(3):
        clock.moment = clock.moment.shifted(timedelta(minutes=1))
        first = clock.now().day
        held = diary.experiments.start("caffeine", on=ON, off=OFF, first=first).value
        ExperimentPresenter(services, view, held.id).refresh()
        diary.experiments.stop(held.id)
        diary.experiments.remove(held.id)
    assert (
        "You began 2 trials of this habit before this one. With each try, a gap by luck alone gets "
        "likelier."
    ) in view.page.facts


def test_before_it_begins_it_says_when_and_with_what(services, view, diary, clock):
    first = clock.now().day + timedelta(days=4)
    held = diary.experiments.start("caffeine", on=ON, off=OFF, first=first, seed=SEED).value
    presenter = ExperimentPresenter(services, view, held.id)
    presenter.refresh()
    assert view.page.headline == "Begins on Monday 22 June"
    assert view.page.next == "It begins with: No caffeine, for 4 days."
    assert view.page.days == ()
    assert view.page.facts[0].endswith("If more than 2 pairs are lost, there is no result.")
    assert [block.on for block in view.page.blocks[:2]] == [False, None]
    presenter.remove()
    presenter.refresh()
    assert view.closed_page == 1
    presenter.steps.undo()
    presenter.refresh()
    assert view.page.state is State.PLANNED


def test_a_plan_changed_from_outside_is_told_and_not_used(presenter, view, diary, trial):
    with diary._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE experiments SET blocks = '111111'")
    presenter.refresh()
    assert view.page is None
    assert "not the one that was drawn" in view.damaged


def test_the_list_says_of_each_how_far_it_is(services, diary, trial, later):
    view = KeptView()
    presenter = TrialsPresenter(services, view)
    later(8)
    presenter.refresh()
    assert [row.second for row in view.page.current] == [
        "Day 9 of 48 · today: No caffeine · Coffee as usual / No caffeine"
    ]
    diary.experiments.stop(trial.id)
    presenter.refresh()
    assert not view.page.current
    assert [(row.title, row.second) for row in view.page.past] == [
        ("Trial of caffeine", "Stopped on 26 June · Coffee as usual / No caffeine")
    ]


def test_the_list_says_what_a_trial_that_has_ended_showed(services, diary, trial, later):
    view = KeptView()
    later(60)
    TrialsPresenter(services, view).refresh()
    (row,) = view.page.past
    assert row.second == (
        "Ended on 4 August · Too few days are logged to tell · Coffee as usual / No caffeine"
    )


def test_care_says_how_far_the_trial_is(services, diary, trial, later):
    view = KeptView()
    presenter = CarePresenter(services, view, {"trials"})
    later(8)
    presenter.refresh()
    (row,) = view.page
    assert (row.title, row.second) == (
        "Try a habit properly", "Caffeine · Day 9 of 48 · today: No caffeine",
    )  # fmt: skip
    assert "experiments" in presenter.kinds
