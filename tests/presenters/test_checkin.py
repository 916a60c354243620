from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.presenters import checkin as checkins
from twitchlog.presenters.checkin import CheckinPresenter
from twitchlog.presenters.services import Services
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary

TODAY = date(2026, 6, 18)


class View:
    def __init__(self) -> None:
        self.form: Any = None
        self.finished_with = ""
        self.complaint = ""

    def show(self, form: Any) -> None:
        self.form = form

    def finished(self, sentence: str) -> None:
        self.finished_with = sentence

    def complain(self, sentence: str) -> None:
        self.complaint = sentence


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def checkin(diary: Diary, clock: FixedClock, view: View) -> CheckinPresenter:
    services = Services(diary, Immediate(), Announcements(), clock, SettingsFile(diary.path))
    presenter = CheckinPresenter(services, view)
    presenter.open(TODAY)
    return presenter


def test_what_was_answered_on_the_card_is_taken_along(
    checkin: CheckinPresenter, view: View, diary: Diary
) -> None:
    diary.checkins.save(date(2026, 6, 17), {"sleep": 5, "caffeine": 190})
    checkin.open(TODAY, answers={"stress": 2})
    assert view.form.amounts == {"caffeine": 190, "stress": 2}
    assert view.form.title == "Check-in, today"
    assert not view.form.saved_before


def test_all_answers_are_saved_together(
    checkin: CheckinPresenter, view: View, diary: Diary
) -> None:
    checkin.put("sleep", 7)
    checkin.put("sleep", 6.5)
    checkin.answer("stress", 1)
    checkin.answer("exercise", 30)
    checkin.answer("medicine", 1)
    checkin.type_note("long day")
    checkin.save()
    saved = diary.checkins.get(TODAY)
    assert saved is not None
    assert saved.amounts == {"sleep": 6.5, "stress": 1, "exercise": 30, "medicine": 1}
    assert saved.note == "long day"
    assert view.finished_with == "Check-in saved"


def test_drinks_are_counted_into_milligrams(checkin: CheckinPresenter, view: View) -> None:
    checkin.add_cup("filter-coffee")
    checkin.add_cup("filter-coffee")
    checkin.add_cup("black-tea")
    assert view.form.amounts["caffeine"] == 235
    assert [cup.text for cup in view.form.cups if cup.chosen] == [
        "2 × Filter coffee",
        "1 × Black tea",
    ]
    checkin.add_cup("none")
    assert view.form.amounts["caffeine"] == 0
    assert [cup.text for cup in view.form.cups if cup.chosen] == ["None"]


def test_an_exact_amount_replaces_the_count(checkin: CheckinPresenter, view: View) -> None:
    checkin.add_cup("espresso")
    checkin.type("caffeine", "120")
    assert view.form.amounts["caffeine"] == 120
    assert not any(cup.chosen for cup in view.form.cups)


@pytest.mark.parametrize(
    ("factor", "text"), [("sleep", "25"), ("sleep", "many"), ("caffeine", "6000"), ("sleep", "-1")]
)
def test_a_wrong_number_is_said_beside_its_field_and_nothing_is_saved(
    checkin: CheckinPresenter, view: View, diary: Diary, factor: str, text: str
) -> None:
    checkin.answer("stress", 1)
    checkin.type(factor, text)
    assert view.form.wrong[factor]
    checkin.save()
    assert diary.checkins.get(TODAY) is None
    checkin.type(factor, "6,5")
    assert not view.form.wrong
    checkin.save()
    assert diary.checkins.get(TODAY) is not None


def test_the_same_answer_again_takes_it_back(checkin: CheckinPresenter, view: View) -> None:
    checkin.answer("stress", 1)
    checkin.answer("stress", 1)
    checkin.type("exercise", "20")
    checkin.type("exercise", "")
    assert view.form.amounts == {}


def test_an_empty_checkin_is_refused_in_words(checkin: CheckinPresenter, view: View) -> None:
    checkin.save()
    assert view.complaint == "Answer at least one of the questions first."


def test_removing_the_answers_keeps_none_today_and_is_one_step(
    checkin: CheckinPresenter, view: View, diary: Diary
) -> None:
    diary.checkins.none_today(TODAY)
    diary.checkins.save(TODAY, {"stress": 1})
    checkin.open(TODAY)
    assert view.form.saved_before
    checkin.remove()
    left = diary.checkins.get(TODAY)
    assert left is not None
    assert left.none_said
    assert not left.answered
    diary.undo()
    back = diary.checkins.get(TODAY)
    assert back is not None
    assert back.amounts == {"stress": 1}


def test_the_choices_are_said_in_words() -> None:
    assert [each.text for each in checkins.stress_choices()] == [
        "None", "A little", "Some", "A lot",
    ]  # fmt: skip
    assert checkins.sleep_choices()[0].text == "5 h"
    assert checkins.exercise_choices()[:2] == (
        checkins.Choice(0, "None"),
        checkins.Choice(15, "15 min"),
    )
