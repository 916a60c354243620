from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period, Span
from twitchlog.domain.profile import PartialDate, Visit
from twitchlog.domain.symptom import Said
from twitchlog.presenters.visit import VisitPresenter

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services

TODAY = date(2026, 6, 18)


class View:
    def __init__(self) -> None:
        self.page: Any = None
        self.busy: list[bool] = []
        self.path: Path | None = None
        self.pages: tuple[bytes, ...] = ()
        self.said: list[str] = []
        self.why_not = ""

    def show(self, page: Any) -> None:
        self.page = page

    def working(self, *, busy: bool) -> None:
        self.busy.append(busy)

    def saved(self, path: Path, sentence: str) -> None:
        self.path = path
        self.said.append(sentence)

    def not_saved(self, sentence: str) -> None:
        self.why_not = sentence

    def preview(self, pages: tuple[bytes, ...]) -> None:
        self.pages = pages

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        del undo, redo
        self.said.append(sentence)

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)


class Form:
    def __init__(self) -> None:
        self.closed = 0
        self.wrong = ""

    def close(self) -> None:
        self.closed += 1

    def complain(self, sentence: str) -> None:
        self.wrong = sentence


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(services: Services, view: View) -> VisitPresenter:
    presenter = VisitPresenter(services, view)
    services.news.listen(lambda _changes: presenter.refresh())
    return presenter


def log(diary: Diary, clock: FixedClock, *, days_ago: int, site: str = "calf-left") -> None:
    diary.twitches.log([site], moment=clock.now().earlier(minutes=days_ago * 24 * 60))


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def answer(view: View, number: int) -> str:
    return plain(view.page.questions[number - 1].answer)


def test_all_seven_questions_stand_there_and_none_is_guessed(
    presenter: VisitPresenter, view: View
) -> None:
    presenter.refresh()
    assert [each.number for each in view.page.questions] == list(range(1, 8))
    assert answer(view, 6) == ""
    assert answer(view, 7) == ""
    assert view.page.period == "Nothing is logged yet"
    assert view.page.reason is None


def test_the_period_is_said_with_its_denominator(
    diary: Diary, clock: FixedClock, presenter: VisitPresenter, view: View
) -> None:
    log(diary, clock, days_ago=9)
    log(diary, clock, days_ago=2)
    presenter.refresh()
    assert view.page.period == "9 June – 18 June: logged on 2 of 10 days"


def test_the_answers_follow_the_period_that_was_chosen(
    diary: Diary, clock: FixedClock, presenter: VisitPresenter, view: View
) -> None:
    for days_ago in (1, 40, 41):
        log(diary, clock, days_ago=days_ago)
    presenter.choose_span(Span.TWO_WEEKS)
    assert view.page.period == "5 June – 18 June: logged on 1 of 14 days"
    presenter.choose_days(date(2026, 5, 1), date(2026, 5, 31))
    assert view.page.period == "1 May – 31 May: logged on 2 of 31 days"
    assert presenter.period == Period(date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("first", "last"), [(date(2026, 5, 2), date(2026, 5, 1)), (TODAY, TODAY + timedelta(days=1))]
)
def test_days_in_the_wrong_order_or_to_come_are_refused(
    presenter: VisitPresenter, first: date, last: date
) -> None:
    with pytest.raises(BadInput):
        presenter.choose_days(first, last)
    assert presenter.span is Span.THREE_MONTHS


def test_own_words_stand_first_and_are_marked_as_theirs(
    presenter: VisitPresenter, view: View
) -> None:
    presenter.refresh()
    form = Form()
    words = MappingProxyType({1: "Since spring, after the flu"})
    presenter.change(lambda profile: replace(profile, own_words=words), form, form.close)
    assert answer(view, 1) == "“Since spring, after the flu”"
    assert view.page.questions[0].aside == "(your words)"
    assert form.closed == 1


def test_what_cannot_be_kept_leaves_the_form_open_and_the_answer_as_it_was(
    presenter: VisitPresenter, view: View
) -> None:
    presenter.refresh()
    form = Form()
    ahead = PartialDate(2027)
    presenter.change(lambda profile: replace(profile, first_noticed=ahead), form, form.close)
    assert form.closed == 0
    assert form.wrong == "The day you first noticed it is still to come."
    assert answer(view, 1) == ""


def test_the_appointment_says_how_many_days_are_left(presenter: VisitPresenter, view: View) -> None:
    form = Form()
    visit = Visit(date(2026, 6, 26), "Dr Lindqvist, neurology")
    presenter.change(
        lambda profile: replace(profile, visit=visit, questions=("Is it the tea?",)),
        form,
        form.close,
    )
    assert view.page.appointment == "Friday 26 June, in 8 days"
    assert view.page.doctor == "Dr Lindqvist, neurology · 1 question"


def test_a_recorded_sign_is_a_reason_to_see_a_doctor(
    diary: Diary, presenter: VisitPresenter, view: View
) -> None:
    for day in (date(2026, 6, 2), date(2026, 6, 9)):
        diary.symptoms.answer("weakness", present=True, where="left foot", day=day)
    presenter.refresh()
    reason = view.page.reason
    assert plain(reason.text).startswith("You recorded weakness (“left foot”) on 2 and 9 Jun 2026.")
    assert "Please contact a health-care provider." in reason.text
    assert reason.footnote == "This is general information, not a diagnosis."


def test_weakness_together_with_trouble_breathing_asks_for_emergency_care(
    diary: Diary, presenter: VisitPresenter, view: View
) -> None:
    for kind in ("weakness", "breathing"):
        diary.symptoms.answer(kind, present=True)
    presenter.refresh()
    assert "emergency care now" in view.page.reason.text
    assert "trouble breathing" in view.page.reason.text


def test_signs_answered_no_are_no_reason(
    diary: Diary, presenter: VisitPresenter, view: View
) -> None:
    diary.symptoms.answer("weakness", present=False)
    presenter.refresh()
    assert view.page.reason is None


def test_twitching_that_stays_in_one_place_is_a_reason(
    diary: Diary, clock: FixedClock, presenter: VisitPresenter, view: View
) -> None:
    for days_ago in range(14):
        log(diary, clock, days_ago=days_ago)
    presenter.refresh()
    assert "twitching in the left calf on 14 of the last 14 logged days" in view.page.reason.text


def test_answers_about_symptoms_are_one_step_with_todays_date(
    diary: Diary, presenter: VisitPresenter, view: View
) -> None:
    form = Form()
    said = {"cramps": Said(present=True, where="both calves"), "pain": Said(present=False)}
    presenter.answer_symptoms(said, form, form.close)
    assert form.closed == 1
    assert {kind: one.day for kind, one in diary.symptoms.latest().items()} == {
        "cramps": TODAY,
        "pain": TODAY,
    }
    presenter.steps.undo()
    assert diary.symptoms.latest() == {}
    assert view.said[-1].startswith("Undone")


def test_the_page_is_saved_in_the_documents_folder_and_says_where(
    presenter: VisitPresenter, view: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twitchlog.paths.documents_folder", lambda: tmp_path / "Documents")
    presenter.pages.save()
    assert view.path == tmp_path / "Documents" / "muscle-twitching-summary-2026-06-18.pdf"
    assert view.path.read_bytes().startswith(b"%PDF")
    assert view.busy == [True, False]
    assert str(view.path.parent) in view.said[-1]


def test_a_folder_chosen_once_is_used_the_next_time(
    services: Services, presenter: VisitPresenter, view: View, tmp_path: Path
) -> None:
    folder = tmp_path / "For the doctor"
    folder.mkdir()
    presenter.pages.save(folder)
    assert services.settings.values.folder == str(folder)
    presenter.pages.save()
    assert view.path == folder / "muscle-twitching-summary-2026-06-18 (2).pdf"


@pytest.mark.parametrize(
    "kind",
    [("html", ".html", "<!DOCTYPE html>"), ("text", ".txt", "Muscle"), ("fhir", ".json", "{")],
    ids=lambda kind: kind[0],
)
def test_the_other_forms_are_saved_beside_the_pdf_under_the_same_name(
    presenter: VisitPresenter, view: View, tmp_path: Path, kind: tuple[str, str, str]
) -> None:
    form, ending, begins = kind
    presenter.pages.save(tmp_path, form=form)
    presenter.pages.save(tmp_path, form=form)
    path = tmp_path / f"muscle-twitching-summary-2026-06-18{ending}"
    assert path.read_text("utf-8").startswith(begins)
    assert view.path == path.with_name(f"{path.stem} (2){ending}")
    assert view.said[0] == f"Saved as {path.name} in {tmp_path}."
    assert view.busy == [True, False] * 2


def test_a_page_that_cannot_be_saved_says_why_and_leaves_nothing(
    presenter: VisitPresenter, view: View, tmp_path: Path
) -> None:
    presenter.pages.save(tmp_path / "gone")
    assert "is not there" in view.why_not
    assert view.path is None
    assert view.busy == [True, False]


def test_the_preview_is_the_page_as_a_picture(presenter: VisitPresenter, view: View) -> None:
    presenter.pages.preview()
    assert len(view.pages) == 1
    assert view.pages[0].startswith(b"\x89PNG")
