"""Conditions, tests and appointments in a real window: from Care to a form and back."""

from __future__ import annotations

import pytest
from PIL import Image

from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import Condition
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.profile import PartialDate


@pytest.fixture
def path(tmp_path, clock):
    """A diary with one of each."""
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
        diary.conditions.save(Condition("migraine", since=PartialDate(2019)))
        diary.tests.save(
            MedicalTest("blood", values=(Measure("potassium", 3.4, "mmol/l", 3.5, 5.1),))
        )
        diary.appointments.save(Appointment(clock.now().day, 600, "Dr Who"))
        diary.appointments.questions.save(Question("Is it the tea?"))
        diary.appointments.questions.save(Question("Do I need an EMG?"))
    return path


@pytest.fixture(params=[((412, 892), "light", 1.0), ((1280, 800), "dark", 1.5)], ids=str)
def program(path, clock, request):
    size, look, scale = request.param
    with Inside(path, clock=clock, size=size, look=look, text_scale=scale) as opened:
        yield opened


def diary_of(program):
    return program.program._services.diary


def open_page(program, name):
    program.program._ways.open_care()
    program.settle()
    program.tap(f"care.{name}")


def find(program, key):
    """Return a widget of a form by its key, also where it has to be scrolled to."""
    return next(each for each in program.shell.walk() if getattr(each, "key", "") == key)


def press(program, key):
    find(program, key).dispatch("on_release")
    program.settle()


def write(program, key, text):
    find(program, key).text = text
    program.settle()


def test_a_condition_is_added_for_the_family_in_four_taps(program):
    open_page(program, "conditions")
    press(program, "conditions.add.family")
    program.tap("condition.form.who.mother")
    press(program, "condition.form.kind.neuropathy")
    program.tap("condition.form.save")
    assert [each.sentence for each in diary_of(program).conditions.all()] == [
        "Migraine", "Mother: neuropathy",
    ]  # fmt: skip
    assert program.see("snackbar").text == "Mother: neuropathy: saved"


def test_none_known_is_recorded_for_a_whole_group(program):
    open_page(program, "conditions")
    press(program, "conditions.add.self")
    program.tap("condition.form.present:no")
    press(program, "condition.form.kind.nerve-muscle")
    program.tap("condition.form.save")
    assert "No known nerve or muscle condition" in [
        each.sentence for each in diary_of(program).conditions.all()
    ]


def test_a_condition_that_was_not_chosen_keeps_the_form_open(program):
    open_page(program, "conditions")
    press(program, "conditions.add.self")
    program.tap("condition.form.save")
    assert program.see("condition.form.save") is not None
    assert len(diary_of(program).conditions.all()) == 1


def test_a_condition_is_changed_and_removed(program):
    open_page(program, "conditions")
    program.tap("conditions.row.*")
    write(program, "condition.form.note", "told by Dr Who")
    program.tap("condition.form.save")
    assert diary_of(program).conditions.all()[0].note == "told by Dr Who"
    program.tap("conditions.row.*")
    press(program, "condition.form.remove")
    assert diary_of(program).conditions.all() == ()
    program.tap("snack:Undo")
    assert len(diary_of(program).conditions.all()) == 1


def test_a_test_with_values_and_a_file_is_kept_whole(program, tmp_path):
    sheet = tmp_path / "sheet.png"
    Image.new("RGB", (4, 4)).save(sheet)
    open_page(program, "tests")
    program.tap("tests.add")
    program.tap("test.form.kind.blood")
    write(program, "test.form.day", "2026")
    press(program, "test.form.value.add")
    press(program, "value.form.analyte.sodium")
    write(program, "value.form.amount", "150")
    write(program, "value.form.low", "136")
    write(program, "value.form.high", "145")
    assert "Above the laboratory’s range" in [
        getattr(each, "text", "") for each in program.shell.walk()
    ]
    press(program, "value.form.next")
    assert find(program, "value.form.amount").text == "150", "its unit is still to be chosen"
    find(program, "value.form.unit.mmol/l").activate()
    press(program, "value.form.next")
    press(program, "value.form.analyte.own")
    write(program, "value.form.analyte.words", "Lead")
    write(program, "value.form.amount", "< 0,5")
    program.tap("value.form.save")
    find(program, "test.form.files").take(sheet)
    program.settle()
    program.tap("test.form.save")
    newest = next(each for each in diary_of(program).tests.all() if each.day)
    assert [(each.label, each.amount) for each in newest.values] == [
        ("Sodium", "150 mmol/l"), ("Lead", "< 0.5"),
    ]  # fmt: skip
    assert [each.name for each in diary_of(program).attachments.of(newest.id)] == ["sheet.png"]


def test_a_wrong_value_is_said_and_nothing_typed_is_lost(program):
    open_page(program, "tests")
    program.tap("tests.row.*")
    press(program, "test.form.value.0")
    write(program, "value.form.low", "9")
    program.tap("value.form.save")
    assert find(program, "value.form.amount").text == "3.4"
    write(program, "value.form.low", "3.5")
    program.tap("value.form.save")
    press(program, "test.form.value.0.remove")
    program.tap("test.form.save")
    assert diary_of(program).tests.all()[0].values == ()


def test_after_a_visit_what_was_said_and_answers_are_written_in_one_form(program):
    open_page(program, "appointments")
    program.tap("appointments.row.*")
    write(program, "appointment.form.said", "Come back in a month.")
    tea = diary_of(program).appointments.questions.all()[0]
    write(program, f"appointment.form.answer.{tea.id}", "No.")
    program.tap("appointment.form.save")
    (visit,) = diary_of(program).appointments.all()
    assert visit.said == "Come back in a month."
    assert diary_of(program).appointments.questions.get(tea.id).answer == "No."
    program.tap("snack:Undo")
    assert diary_of(program).appointments.all()[0].said == ""
    assert diary_of(program).appointments.questions.get(tea.id).answer == ""


def test_an_appointment_is_planned_with_the_day_picker(program):
    open_page(program, "appointments")
    program.tap("appointments.add")
    program.tap("appointment.form.day.calendar")
    program.tap("month:after")
    program.tap("action:Choose")
    write(program, "appointment.form.whom", "Neurology")
    write(program, "appointment.form.time", "9.30")
    program.tap("appointment.form.save")
    (planned,) = [each for each in diary_of(program).appointments.all() if each.whom == "Neurology"]
    assert planned.minute == 570
    assert planned.day is not None


def test_a_day_is_said_as_it_is_understood_and_a_wrong_one_is_told_at_its_field(program):
    open_page(program, "appointments")
    program.tap("appointments.add")
    day = program.see("appointment.form.day")
    day.text = "soon"
    program.tap("appointment.form.save")
    assert "is not a day" in program.see("appointment.form.day").error
    day.text = "16 June"
    assert (day.error, day.helper) == ("", "Tuesday 16 June 2026")


def test_a_question_is_added_and_moved_up(program):
    open_page(program, "appointments")
    press(program, "appointments.question.add")
    write(program, "question.form.words", "Is it the screen?")
    program.tap("question.form.save")
    asked = diary_of(program).appointments.questions.all()
    assert [each.words for each in asked][-1] == "Is it the screen?"
    press(program, f"appointments.up.{asked[1].id}")
    assert diary_of(program).appointments.questions.all()[0].words == "Do I need an EMG?"


@pytest.mark.parametrize("name", ["tests", "conditions", "appointment", "questions"])
def test_the_rows_of_visit_lead_to_the_pages(program, name):
    program.shell.go("visit")
    program.settle()
    program.shell.screen("visit").open_form(name)
    program.settle()
    expected = {"appointment": "appointments", "questions": "appointments"}.get(name, name)
    assert program.see(f"{expected}.bar") is not None


def test_today_leads_to_the_appointment_until_the_line_is_put_away(program):
    program.shell.go("today")
    program.settle()
    press(program, "today.visit")
    assert program.see("appointment.form.save") is not None
    program.shell.go("today")
    program.settle()
    press(program, "today.visit.away")
    assert not any(getattr(each, "key", "") == "today.visit" for each in program.shell.walk())


def test_a_page_that_got_shorter_stands_at_the_top(program):
    open_page(program, "appointments")
    page = program.shell.page
    cards = page.column.cards
    page.column.scroll_y = 0
    page.hold(cards.children[-1])
    program.settle()
    top = cards.to_window(0, cards.top)[1]
    assert top == pytest.approx(page.column.to_window(0, page.column.top)[1])
