"""Planning a trial: only habits, words for both kinds of day, and nothing lost where it fails."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.kept_view import KeptView
from twitchlog.domain.factor import FACTORS, Factor, Kind
from twitchlog.domain.trial_rules import WORDS_LIMIT, checked_words, refusal
from twitchlog.presenters.experiment_habits import proposed
from twitchlog.presenters.experiment_start import StartPresenter


class View(KeptView):
    def __init__(self):
        super().__init__()
        self.trial = ""

    def started(self, experiment_id, sentence):
        self.trial = experiment_id
        self.said.append(sentence)


@pytest.fixture
def view():
    return View()


def chosen(choices):
    return [each.value for each in choices if each.chosen]


def test_a_habit_comes_with_words_for_both_kinds_of_day(services, view, diary, clock):
    presenter = StartPresenter(services, view, "caffeine")
    presenter.refresh()
    page = view.page
    assert chosen(page.habits) == ["caffeine"]
    assert (page.on, page.off) == ("Coffee as usual", "No caffeine")
    assert "headache" in page.caution
    presenter.propose("1")
    assert view.page.off == "No caffeine after noon"
    presenter.start()
    held = diary.experiments.get(view.trial)
    assert (held.factor, held.on, held.off) == (
        "caffeine", "Coffee as usual", "No caffeine after noon",
    )  # fmt: skip
    assert held.first == clock.now().day + timedelta(days=1)
    assert view.said == ["Trial of caffeine planned"]
    diary.undo()
    assert diary.experiments.all() == ()


def test_only_habits_are_offered_and_what_is_none_is_refused_in_words(services, view):
    presenter = StartPresenter(services, view, "medicine")
    presenter.refresh()
    offered = {each.value for each in view.page.habits}
    assert offered & {"medicine", "stimulants", "nicotine", "stress", "period"} == set()
    assert {"caffeine", "sleep", "screen-time", "alcohol", "exercise"} <= offered
    assert "Medicines are not for a trial" in view.problem
    assert chosen(view.page.habits) == []


def test_without_a_habit_nothing_is_started(services, view, diary):
    presenter = StartPresenter(services, view)
    presenter.refresh()
    presenter.start()
    assert view.problem == "Choose a habit first."
    assert diary.experiments.all() == ()


def test_what_was_typed_stays_when_it_cannot_be_started(services, view, diary):
    presenter = StartPresenter(services, view, "caffeine")
    presenter.refresh()
    presenter.typed("Coffee", "coffee")
    presenter.start()
    assert view.problem == "The two kinds of day need different words."
    presenter.choose_length("8")
    assert (view.page.on, view.page.off) == ("Coffee", "coffee")
    presenter.typed("Coffee", "Sertraline 50 mg")
    presenter.start()
    assert "Medicines are not for a trial" in view.problem
    assert diary.experiments.all() == ()


def test_how_long_it_takes_and_until_when_is_said_before_the_start(services, view, diary, clock):
    presenter = StartPresenter(services, view, "caffeine")
    presenter.refresh()
    assert [each.text for each in view.page.lengths] == [
        "About 7 weeks", "About 9 weeks", "About 11 weeks",
    ]  # fmt: skip
    assert view.page.ends == "From Friday 19 June to Friday 21 August."
    presenter.choose_length("10")
    assert view.page.ends == "From Friday 19 June to Sunday 6 September."
    presenter.begin_on_another_day()
    assert (chosen(view.page.begins), view.page.day) == (["another"], "19 June 2026")
    presenter.type_day("22 June")
    assert view.page.ends == "From Monday 22 June to Wednesday 9 September."
    presenter.start()
    held = diary.experiments.get(view.trial)
    assert (held.plan.pairs, held.first) == (10, clock.now().day + timedelta(days=4))


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("18 June 2026", "It can begin on Friday 19 June at the earliest."),
        ("18 August 2026", "It can begin on Monday 17 August at the latest."),
        ("soon", "“soon” is not a day. Write it like 18 June 2026."),
        ("", "Say on which day it is to begin."),
    ],
)
def test_a_first_day_that_cannot_be_is_said_while_it_is_typed_and_nothing_starts(
    services, view, diary, typed, wrong
):
    presenter = StartPresenter(services, view, "caffeine")
    presenter.refresh()
    presenter.begin_on_another_day()
    presenter.type_day(typed)
    assert view.page.ends == wrong
    presenter.start()
    assert (view.problem, view.page.day, diary.experiments.all()) == (wrong, typed, ())
    presenter.begin_in(1)
    assert (chosen(view.page.begins), view.page.day) == (["tomorrow"], None)


def test_of_each_length_it_is_said_what_it_can_tell_and_what_it_needs(services, view):
    presenter = StartPresenter(services, view, "caffeine")
    presenter.refresh()
    assert chosen(view.page.lengths) == ["8"]
    assert view.page.length == (
        "64 days: 8 pairs of blocks, 4 days a block. A longer trial sees smaller differences. Each "
        "block needs at least one logged day, or its pair is lost. If more than 2 pairs are lost, "
        "there is no result."
    )
    presenter.choose_length("6")
    assert view.page.length == (
        "48 days: 6 pairs of blocks, 4 days a block. With 6 pairs only a clear effect that shows "
        "in every pair can be told. Each block needs at least one logged day, or its pair is lost. "
        "With 6 pairs, one lost pair means no result."
    )


def test_today_is_offered_as_its_first_day_only_in_the_morning(services, view, diary, clock):
    clock.moment = clock.moment.shifted(timedelta(hours=-10))
    presenter = StartPresenter(services, view, "caffeine")
    presenter.refresh()
    assert [each.text for each in view.page.begins] == ["Today", "Tomorrow", "Another day"]
    assert chosen(view.page.begins) == ["tomorrow"]
    presenter.begin_in(0)
    assert chosen(view.page.begins) == ["today"]
    assert view.page.ends == "From Thursday 18 June to Thursday 20 August."
    clock.moment = clock.moment.shifted(timedelta(hours=1))
    presenter.refresh()
    assert [each.text for each in view.page.begins] == ["Tomorrow", "Another day"]
    presenter.start()
    assert diary.experiments.get(view.trial).first == clock.now().day + timedelta(days=1)


def test_while_one_is_under_way_no_other_can_be_started(services, view, diary, clock):
    diary.experiments.start("alcohol", on="A drink", off="No drink", first=clock.now().day)
    presenter = StartPresenter(services, view, "caffeine")
    presenter.refresh()
    presenter.start()
    assert view.problem.startswith("One trial at a time")


@pytest.mark.parametrize(
    "factor", [each for each in FACTORS.values() if refusal(each) is None], ids=lambda each: each.id
)
def test_every_proposal_is_one_that_can_be_started(factor):
    for on, off in proposed(factor):
        assert checked_words(on, off, medicines=()) == (on, off)


@pytest.mark.parametrize("kind", [Kind.AMOUNT, Kind.LEVEL, Kind.YES_NO])
@pytest.mark.parametrize("name", ["Chewing gum", "G" * 80])
def test_a_habit_of_ones_own_has_proposals_too(kind, name):
    own = Factor("own", name, "pieces", 0, 10, habit=False, kind=kind, own=True)
    for on, off in proposed(own):
        assert len(on) <= WORDS_LIMIT
        assert on != off
