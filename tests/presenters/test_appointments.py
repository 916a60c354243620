"""The page of appointments: next and past ones, questions in order, answers after the visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from support.kept_view import KeptView
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.presenters.appointments import AppointmentsPresenter
from twitchlog.presenters.kept_files import Files

NEXT = Appointment(date(2026, 6, 27), 630, "Dr Who", "City hospital")
PAST = Appointment(date(2026, 6, 2), None, "Family practice")


@pytest.fixture
def view():
    return KeptView()


@pytest.fixture
def page(services, view):
    presenter = AppointmentsPresenter(services, view)
    presenter.refresh()
    return presenter


def keep(page, view, appointment, answers=None):
    page.save(appointment, answers or {}, Files(), view, view.close)
    page.refresh()


def ask(page, view, words, **more):
    page.save_question(Question(words, **more), view, view.close)
    page.refresh()


def test_next_and_past_appointments_stand_apart_in_words(page, view):
    keep(page, view, NEXT)
    keep(page, view, PAST)
    keep(page, view, Appointment(whom="Neurology"))
    first, second = view.page.upcoming
    assert (first.title, first.second) == (
        "Dr Who", "Saturday 27 June, in 9 days · 10:30 · City hospital",
    )  # fmt: skip
    assert second.second == "Day not known yet"
    assert view.page.past[0].second.splitlines() == [
        "Tuesday 2 June", "What was said is not recorded yet",
    ]  # fmt: skip


def test_the_appointment_of_today_and_tomorrow_are_called_so(page, view):
    keep(page, view, replace(NEXT, day=date(2026, 6, 18)))
    keep(page, view, replace(NEXT, day=date(2026, 6, 19)))
    said = [row.second.split(" · ")[0] for row in view.page.upcoming]
    assert said == ["Thursday 18 June, today", "Friday 19 June, tomorrow"]


def test_questions_move_up_one_by_one(page, view):
    for words in ("One?", "Two?", "Three?"):
        ask(page, view, words)
    assert [row.movable for row in view.page.questions] == [False, True, True]
    page.move_up(view.page.questions[2].id)
    page.refresh()
    assert [row.title for row in view.page.questions] == ["One?", "Three?", "Two?"]
    page.steps.undo()
    page.refresh()
    assert [row.title for row in view.page.questions] == ["One?", "Two?", "Three?"]


def test_what_was_said_and_the_answers_are_one_step(page, view):
    keep(page, view, PAST)
    ask(page, view, "Is it the tea?")
    ask(page, view, "Do I need an EMG?")
    (visit,) = page.held.appointments.values()
    tea, emg = page.asked_at(visit)
    keep(page, view, replace(visit, said="All is well."), {tea.id: "No."})
    assert [row.title for row in view.page.answered] == ["Is it the tea?"]
    assert view.page.answered[0].second == "No."
    assert [row.title for row in view.page.questions] == ["Do I need an EMG?"]
    assert page.held.questions[tea.id].appointment_id == visit.id
    kept = page.held.appointments[visit.id]
    assert [each.words for each in page.asked_at(kept)] == ["Is it the tea?"]
    page.steps.undo()
    page.refresh()
    assert [row.title for row in view.page.questions] == ["Is it the tea?", "Do I need an EMG?"]
    assert page.held.appointments[visit.id].said == ""
    assert page.held.questions[emg.id].answer == ""


def test_questions_for_another_appointment_are_not_asked_for_here(page, view):
    keep(page, view, PAST)
    keep(page, view, NEXT)
    (other,) = [each for each in page.held.appointments.values() if each.whom == "Dr Who"]
    (visit,) = [each for each in page.held.appointments.values() if each.whom != "Dr Who"]
    ask(page, view, "For Dr Who?", appointment_id=other.id)
    ask(page, view, "For anybody?")
    assert [each.words for each in page.asked_at(visit)] == ["For anybody?"]
    assert view.page.questions[0].second == ""
    keep(page, view, replace(NEXT, whom="Dr Why", day=date(2026, 7, 1)))
    assert view.page.questions[0].second == "For Dr Who · 27 June"
    assert page.upcoming() == (
        (other.id, "Dr Who · 27 June"),
        (page.upcoming()[1][0], "Dr Why · 1 July"),
    )


def test_removing_an_appointment_keeps_its_open_questions(page, view):
    keep(page, view, NEXT)
    (visit,) = page.held.appointments.values()
    ask(page, view, "Why?", appointment_id=visit.id)
    page.remove(visit.id, view, view.close)
    page.refresh()
    assert view.page.upcoming == ()
    assert [row.title for row in view.page.questions] == ["Why?"]
    page.remove_question(view.page.questions[0].id, view, view.close)
    page.refresh()
    assert view.page.questions == ()


def test_what_is_wrong_is_told_to_the_form_which_stays_open(page, view):
    keep(page, view, Appointment())
    assert view.problem == "Give the day of the appointment, or with whom it is."
    ask(page, view, " ")
    assert view.problem == "Write the question."
    assert view.closed == 0
