"""The weekly check: what is carried over, what is missing, and the advice that is shown once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from twitchlog.domain.condition import CONDITIONS
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.symptom import WEEKLY, Amount, Said
from twitchlog.presenters.weekly import WeeklyPresenter

NO = Said(present=False)
YES = Said(present=True, since=PartialDate(2026, 5), amount=Amount.SOME, sites=("foot-left",))


class View:
    def __init__(self):
        self.asked, self.recent, self.saves, self.problems = (), (), [], []

    def show(self, asked, recent):
        self.asked = {each.kind: each for each in asked}
        self.recent = [each.text for each in recent]

    def saved(self, sentence, advice):
        self.saves.append((sentence, advice))

    def tell(self, sentence, **_how):
        raise AssertionError(sentence)

    def complain(self, sentence):
        self.problems.append(sentence)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(services, view):
    return WeeklyPresenter(services, view)


def answers(**yes):
    return dict.fromkeys(WEEKLY, NO) | {name.replace("_", "-"): said for name, said in yes.items()}


def later(clock, days=7):
    clock.moment = clock.moment.shifted(timedelta(days=days))


def test_nine_questions_are_asked_in_order_with_the_last_places(presenter, view, diary):
    diary.twitches.log(["calf-left"])
    presenter.refresh()
    assert list(view.asked) == list(WEEKLY)
    assert view.recent == ["Left calf"]
    assert all(each.answer is None and not each.last for each in view.asked.values())
    assert all(each.hint for each in view.asked.values())


def test_where_and_since_when_are_carried_over_in_sight_but_not_the_answer(presenter, view, clock):
    presenter.save(answers(cramps=YES), view)
    later(clock)
    presenter.refresh()
    cramps, weak = view.asked["cramps"], view.asked["weakness"]
    assert cramps.answer is None
    assert (cramps.carried.since, cramps.carried.sites) == (YES.since, YES.sites)
    assert cramps.carried.amount is None
    assert (cramps.last, cramps.carried_from) == ("Last: yes, 18 June", "As you said on 18 June")
    assert (weak.last, weak.carried_from) == ("Last: no, 18 June", "")


def test_a_second_look_the_same_day_shows_what_was_answered(presenter, view):
    presenter.save(answers(cramps=YES), view)
    presenter.refresh()
    assert view.asked["cramps"].answer == YES
    assert view.asked["weakness"].answer == NO
    assert view.asked["cramps"].carried_from == ""


def test_what_is_not_answered_is_named_and_nothing_is_written(presenter, view, diary):
    presenter.save(answers() | {"speaking": None, "breathing": None}, view)
    assert view.problems == ["Not answered yet: Trouble speaking, Trouble breathing."]
    assert diary.symptoms.all() == ()
    assert view.saves == []


def test_advice_is_shown_once_for_each_spell(presenter, view, clock):
    presenter.save(answers(weakness=YES, cramps=YES), view)
    ((_sentence, told),) = view.saves
    assert told.title == "A reason to see a doctor"
    assert told.recorded == "You recorded weakness (left foot, since May 2026, some)."
    assert any("emergency" in each for each in told.todo)
    assert told.footnote == "This is general information, not a diagnosis."
    assert told.card == "weakness"
    later(clock)
    presenter.save(answers(weakness=YES), view)
    later(clock)
    presenter.save(answers(), view)
    assert [advice for _sentence, advice in view.saves[1:]] == [None, None]
    later(clock)
    presenter.save(answers(weakness=YES), view)
    assert view.saves[-1][1] is not None


def test_emergency_care_stands_first_where_weakness_comes_with_trouble_breathing(presenter, view):
    presenter.save(answers(weakness=YES, breathing=Said(present=True)), view)
    told = view.saves[0][1]
    assert told.todo[0].startswith("Call for emergency care")
    assert told.card == "emergency"


def test_advice_names_no_disease(presenter, view):
    presenter.save(dict.fromkeys(WEEKLY, Said(present=True)), view)
    told = view.saves[0][1]
    said = " ".join((told.title, told.recorded, *told.todo)).casefold()
    assert not any(kind.label.casefold() in said for kind in CONDITIONS.values())
    assert "cramps" not in told.recorded


def test_cramps_alone_bring_no_advice(presenter, view):
    presenter.save(answers(cramps=YES, tiredness=YES), view)
    assert view.saves == [("Weekly check saved", None)]
