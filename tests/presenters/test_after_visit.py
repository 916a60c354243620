"""After the visit: one form files what was said, tests, medicines and the next date."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.errors import BadInput
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.page_sections import Section
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters.after_visit import OFFERED_DAYS, Told, been, file

if TYPE_CHECKING:
    from support.visit_view import VisitView
    from twitchlog.diary import Diary
    from twitchlog.presenters.after_visit import Been
    from twitchlog.presenters.visit import VisitPresenter

TODAY = date(2026, 6, 18)


def visited(diary: Diary, *, days_ago: int = 1) -> Been:
    day = TODAY - timedelta(days=days_ago)
    diary.appointments.save(Appointment(day, whom="Dr Sample", place="Clinic"))
    diary.appointments.questions.save(Question("Do I need an EMG?"))
    return known(diary)


def known(diary: Diary, put_away: str = "") -> Any:
    room = diary.appointments
    return been(room.all(), room.questions.all(), TODAY, put_away)


@pytest.mark.parametrize(("days_ago", "asked"), [(-1, False), (0, True), (OFFERED_DAYS, True),
                                                 (OFFERED_DAYS + 1, False)])  # fmt: skip
def test_it_is_asked_on_the_day_and_for_a_month_after_it(
    diary: Diary, days_ago: int, *, asked: bool
) -> None:
    assert bool(visited(diary, days_ago=days_ago)) is asked


def test_all_that_was_told_is_filed_where_it_belongs_in_one_step(diary: Diary) -> None:
    visit = visited(diary)
    later = TODAY + timedelta(days=30)
    told = Told(
        said="Nothing alarming.",
        answers={visit.questions[0].id: "Yes, next month."},
        tests=[("blood", "Potassium low")],
        medicines=[("Potassium", "one tablet a day")],
        next_day=later,
    )
    written = file(diary, visit, told)
    assert {"appointments", "tests", "medications"} <= written.changes.kinds
    planned, past = diary.appointments.all()
    assert (past.said, planned.day, planned.whom) == ("Nothing alarming.", later, "Dr Sample")
    assert diary.appointments.questions.all()[0].answer == "Yes, next month."
    (test,) = diary.tests.all()
    assert (test.kind, test.result, test.day) == (
        "blood", "Potassium low", PartialDate.of(TODAY - timedelta(days=1)),
    )  # fmt: skip
    (medicine,) = diary.medications.all()
    assert (medicine.name, medicine.dose.often) == ("Potassium", "one tablet a day")
    assert known(diary) is None
    diary.undo()
    assert not diary.tests.all()
    assert not diary.medications.all()
    assert known(diary) == visit


def test_without_own_words_what_was_filed_says_what_was_told(diary: Diary) -> None:
    file(diary, visited(diary), Told(tests=[("emg", "")]))
    assert diary.appointments.all()[0].said == "EMG"


def test_nothing_told_is_refused(diary: Diary) -> None:
    with pytest.raises(BadInput, match="at least one thing"):
        file(diary, visited(diary), Told(said="  "))


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (Told(said="Well.", tests=[("", "Normal")]), "what kind of test"),
        (Told(said="Well.", medicines=[(" ", "one a day")]), "new medicine"),
    ],
)
def test_a_result_without_its_test_and_a_dose_without_its_medicine_are_asked_about(
    diary: Diary, told: Told, asked: str
) -> None:
    with pytest.raises(BadInput, match=asked):
        file(diary, visited(diary), told)
    assert diary.appointments.all()[0].said == ""


def test_a_next_visit_that_was_typed_as_a_day_gone_by_is_refused(diary: Diary) -> None:
    visit = visited(diary)
    with pytest.raises(BadInput, match="cannot be on a day that has been"):
        file(diary, visit, Told(said="Well.", next_day=TODAY - timedelta(days=1)))
    assert diary.appointments.all() == (visit.appointment,)
    file(diary, visit, Told(said="Well.", next_day=TODAY))
    assert len(diary.appointments.all()) == 2


def test_where_one_part_cannot_be_kept_none_of_it_is(diary: Diary) -> None:
    visit = visited(diary)
    told = Told(said="Well.", tests=[("blood", "")], medicines=[("x" * 2_000, "")])
    with pytest.raises(BadInput):
        file(diary, visit, told)
    assert not diary.tests.all()
    assert diary.appointments.all()[0].said == ""


def test_the_screen_asks_until_it_is_written_down_or_put_away(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    visited(diary)
    visit_presenter.refresh()
    assert visit_view.page.been == "Dr Sample · Yesterday"
    visit_presenter.put_away()
    assert visit_view.page.been == ""


def test_what_is_filed_on_the_screen_is_one_step_it_names(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    visited(diary)
    visit_presenter.refresh()
    closed: list[bool] = []
    visit_presenter.file(Told(said="Well."), visit_view, lambda: closed.append(True))
    assert closed == [True]
    assert visit_view.page.been == ""
    assert visit_view.said == ["Dr Sample: saved"]


def test_parts_left_out_are_named_on_the_screen(
    visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    visit_presenter.refresh()
    rows = {row.key: row.second for row in visit_view.page.about}
    assert rows["sections"] == "All of them"
    visit_presenter.leave_out([Section.TESTS, Section.CHARTS], visit_view, lambda: None)
    rows = {row.key: row.second for row in visit_view.page.about}
    assert rows["sections"] == "Without: Charts of days and hours, tests and conditions"


def test_a_verdict_seen_on_the_page_is_remembered_and_none_is_where_none_was_seen(
    diary: Diary, visit_presenter: VisitPresenter
) -> None:
    from twitchlog.diary.example import fill

    visit_presenter.pages.preview()
    assert diary.trigger_choices.read().first_looked is None
    fill(diary, days=90, seed=7, until=TODAY)
    diary.tests.save(MedicalTest("blood"))
    visit_presenter.pages.preview()
    assert diary.trigger_choices.read().first_looked == TODAY
