"""Two at one entry, in the window: what is here and there is shown, and one of them stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.condition import Condition
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.profile import Profile
from twitchlog.domain.rest import RestCount


@pytest.fixture
def both(tmp_path, clock):
    """The program with the form of a treatment open, and the diary open on another computer."""
    path = tmp_path / "diary.sqlite"
    with Inside(path, clock=clock) as program, Diary.open(path, clock=clock) as other:
        other.device = "00000000-0000-4000-8000-000000000002"
        held = program.diary.treatments.add("stretching", note="evenings").value
        program.program._ways.open_treatments()
        program.settle()
        program.tap(f"treatments.row.{held.id}")
        yield program, other, held


def widget(program, key):
    found = [each for each in program.program.root.walk() if getattr(each, "key", "") == key]
    return found[0] if found else None


def typed(program, text):
    widget(program, "treatment.form.note").text = text
    program.settle()
    program.tap("treatment.form.save")


def texts(program):
    return " ".join(
        each.text
        for each in program.program.root.walk()
        if isinstance(getattr(each, "text", 0), str)
    )


def press(program, words):
    found = [
        each
        for each in program.program.root.walk()
        if getattr(each, "text", "") == words and hasattr(each, "key")
    ]
    program.touch(found[0])


def test_what_is_here_and_there_is_shown_and_mine_can_be_kept(both):
    program, other, held = both
    other.treatments.edit(replace(held, note="mornings"))
    program.program.elsewhere.look()
    program.settle()
    typed(program, "twice a week")
    shown = texts(program)
    assert "changed on another computer at 21:04" in shown
    assert "Note: twice a week" in shown
    assert "Note: mornings" in shown
    press(program, "Keep mine")
    assert widget(program, "treatment.form.note") is None
    assert program.diary.treatments.get(held.id).note == "twice a week"
    program.diary.undo()
    assert program.diary.treatments.get(held.id).note == "mornings"


def test_theirs_can_be_taken_and_undo_brings_back_what_was_typed(both):
    program, other, held = both
    other.treatments.edit(replace(held, note="mornings"))
    typed(program, "twice a week")
    press(program, "Take theirs")
    assert widget(program, "treatment.form.note") is None
    assert "What was entered elsewhere stays" in texts(program)
    assert program.diary.treatments.get(held.id).note == "mornings"
    press(program, "Undo")
    assert program.diary.treatments.get(held.id).note == "twice a week"


def test_who_does_not_choose_loses_nothing_that_was_typed(both):
    program, other, held = both
    other.treatments.edit(replace(held, note="mornings"))
    typed(program, "twice a week")
    program.shell.open_layers[-1].close()
    program.settle()
    assert widget(program, "treatment.form.note").text == "twice a week"
    assert other.treatments.get(held.id).note == "mornings"


def test_an_entry_removed_elsewhere_can_be_brought_back_with_what_was_typed(both):
    program, other, held = both
    other.treatments.remove(held.id)
    program.program.elsewhere.look()
    program.settle()
    assert widget(program, "treatment.form.note") is not None
    typed(program, "twice a week")
    assert "removed at 21:04, in another window or on another computer" in texts(program)
    press(program, "Bring it back with my changes")
    assert program.diary.treatments.get(held.id).note == "twice a week"


def forms(program):
    """The forms that are open, each with what it was opened with."""
    return [each for each in program.program.root.walk() if hasattr(each, "opened")]


def test_every_form_of_care_is_saved_against_what_it_was_opened_with(tmp_path, clock):
    with Inside(tmp_path / "diary.sqlite", clock=clock) as program:
        diary, ways = program.diary, program.program._ways
        held = {
            "treatments": diary.treatments.add("stretching").value,
            "conditions": diary.conditions.save(Condition("low-potassium")).value,
            "tests": diary.tests.save(MedicalTest("mri")).value,
            "appointments": diary.appointments.save(Appointment(whom="Dr. Kim")).value,
        }
        diary.rest.save(RestCount(clock.now().earlier(minutes=5), 60.0))
        (held["rest"],) = diary.rest.all()
        for page, opened in held.items():
            getattr(ways, f"open_{page}")()
            program.settle()
            program.tap(f"{page}.row.{opened.id}")
            (form,) = forms(program)
            assert form.opened == opened, page
            form.close()
            program.settle()
        ways.open_conditions()
        program.settle()
        program.tap("conditions.words")
        assert forms(program)[0].opened == Profile()
