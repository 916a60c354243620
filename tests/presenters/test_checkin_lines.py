"""How much of the check-in is in sight: lines, exact answers, the note, the night that is meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from twitchlog.presenters.checkin_values import NOTE

if TYPE_CHECKING:
    from support.checkin_view import CheckinView
    from twitchlog.diary import Diary
    from twitchlog.presenters.checkin import CheckinPresenter

TODAY = date(2026, 6, 18)


def test_what_was_answered_stands_as_a_line_and_what_is_as_yesterday_stays_open(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    diary.checkins.save(date(2026, 6, 17), {"sleep": 5, "exercise": 30})
    checkin.open(TODAY, answers={"stress": 2})
    folded = {each.id: each.folded for each in checkin_view.form.questions if each.folded}
    assert folded == {"stress": "Some"}
    checkin.add_cup("caffeine", "espresso")
    checkin.answer("medicine", 1)
    checkin.put("sleep", 7.5)
    checkin.exercise_kind("walking")
    assert {each.id: each.folded for each in checkin_view.form.questions if each.folded} == folded
    checkin.save()
    checkin.open(TODAY)
    assert {each.id: each.folded for each in checkin_view.form.questions} == {
        "sleep": "7½ h", "stress": "Some", "caffeine": "65 mg of caffeine",
        "exercise": "Walking 30 min", "medicine": "As usual",
    }  # fmt: skip
    checkin.open_more("stress")
    assert not checkin_view.form.question("stress").folded


def test_the_exact_answer_is_one_tap_away_and_steps_by_half_an_hour(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    assert checkin_view.form.question("sleep").details == "Exact"
    assert not checkin_view.form.question("sleep").detailed
    checkin.show_details("sleep")
    assert checkin_view.form.question("sleep").detailed
    checkin.step_sleep(0.5)
    checkin.step_sleep(-0.5)
    sleep = checkin_view.form.question("sleep")
    assert (sleep.written, sleep.said, sleep.unsaid) == ("6.5", "6½ h", True)


def test_a_note_is_in_sight_once_it_is_asked_for_or_written(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    assert not checkin_view.form.noted
    checkin.open_more(NOTE)
    assert checkin_view.form.noted
    assert NOTE not in [each.value for each in checkin_view.form.more]
    checkin.type_note("long day")
    checkin.save()
    checkin.open(TODAY)
    assert checkin_view.form.noted


def test_the_night_of_a_past_day_is_named_so_that_it_is_not_taken_for_the_one_just_slept(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    assert checkin_view.form.question("sleep").label == "Slept last night"
    checkin.open(date(2026, 6, 17))
    assert checkin_view.form.question("sleep").label == "Slept in the night to Wednesday"
