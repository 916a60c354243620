"""Parts of the page that a person leaves out: nothing of them stands in any form."""

from __future__ import annotations

import json

import pytest

from twitchlog.diary.example import fill
from twitchlog.domain.page_sections import Section
from twitchlog.domain.period import Period
from twitchlog.reports.visit.forms import Form, prepare
from twitchlog.reports.visit.pdf import compose


@pytest.fixture
def example(diary, clock):
    fill(diary, days=90, seed=7, until=clock.now().day)
    return diary


def forms(diary, clock):
    period = Period.ending(clock.now().day, days=90)
    made = {form: prepare(diary, form, period) for form in (Form.HTML, Form.TEXT, Form.FHIR)}
    return {form: page.content().decode() for form, page in made.items()}, made[Form.TEXT].summary


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (Section.PERSON, ("Alex Example",)),
        (
            Section.MEDICINES,
            ("Hydrochlorothiazide", "Stretching", "Ibuprofen", "medicine as usual"),
        ),
        (Section.TESTS, ("otassium 3.3", "igh blood pressure")),
        (Section.QUESTIONS, ("Do I need an EMG?",)),
    ],
)
def test_what_is_left_out_stands_in_no_form(example, clock, section, words):
    before, _summary = forms(example, clock)
    example.preferences.leave_out([section])
    after, _summary = forms(example, clock)
    for word in words:
        assert word in " ".join(before[Form.TEXT].split())
        for form, content in after.items():
            assert word not in " ".join(content.split()), form


def test_the_doctor_reads_that_a_part_was_left_out_and_that_it_is_not_nothing(example, clock):
    example.preferences.leave_out([Section.MEDICINES, Section.TESTS, Section.TRIGGERS])
    after, summary = forms(example, clock)
    assert after[Form.TEXT].count("Left out by the patient.") == 3
    assert summary.look is None
    json.loads(after[Form.FHIR])


def test_without_what_goes_with_the_twitching_no_place_names_it_either(example, clock):
    assert "100752-5" in forms(example, clock)[0][Form.FHIR]
    example.preferences.leave_out([Section.TRIGGERS])
    assert "100752-5" not in forms(example, clock)[0][Form.FHIR]


@pytest.mark.parametrize("section", list(Section))
def test_the_printed_page_is_one_page_without_any_part(example, clock, section):
    example.preferences.leave_out([section])
    _forms, summary = forms(example, clock)
    assert compose(summary).pages == 1
    assert (summary.day_by_day is None) == (section is Section.CHARTS)


def test_what_is_left_out_is_kept_and_can_be_undone(example):
    assert example.preferences.left_out() == frozenset()
    example.preferences.leave_out([Section.PERSON, Section.TESTS])
    assert example.preferences.left_out() == {Section.PERSON, Section.TESTS}
    example.undo()
    assert example.preferences.left_out() == frozenset()
