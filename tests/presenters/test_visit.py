from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from support.kept_view import KeptView
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period, Span
from twitchlog.domain.profile import PartialDate, Visit
from twitchlog.domain.symptom import Said

if TYPE_CHECKING:
    from support.visit_view import VisitView
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.visit import VisitPresenter

TODAY = date(2026, 6, 18)


def log(diary: Diary, clock: FixedClock, *, days_ago: int, site: str = "calf-left") -> None:
    diary.twitches.log([site], moment=clock.now().earlier(minutes=days_ago * 24 * 60))


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def answer(visit_view: VisitView, number: int) -> str:
    return plain(visit_view.page.questions[number - 1].answer)


def test_all_seven_questions_stand_there_and_none_is_guessed(
    visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    visit_presenter.refresh()
    assert [each.number for each in visit_view.page.questions] == list(range(1, 8))
    assert answer(visit_view, 6) == ""
    assert answer(visit_view, 7) == ""
    assert visit_view.page.period == "Nothing is logged yet"
    assert visit_view.page.reason is None


def test_the_period_is_said_with_its_denominator(
    diary: Diary, clock: FixedClock, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    log(diary, clock, days_ago=9)
    log(diary, clock, days_ago=2)
    visit_presenter.refresh()
    assert visit_view.page.period == "9 June – 17 June: logged on 2 of 9 days"
    log(diary, clock, days_ago=0)  # today counts once anything is logged on it
    visit_presenter.refresh()
    assert visit_view.page.period == "9 June – 18 June: logged on 3 of 10 days"


def test_the_answers_follow_the_period_that_was_chosen(
    diary: Diary, clock: FixedClock, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    for days_ago in (1, 40, 41):
        log(diary, clock, days_ago=days_ago)
    visit_presenter.choose_span(Span.TWO_WEEKS)
    assert visit_view.page.period == "4 June – 17 June: logged on 1 of 14 days"
    visit_presenter.choose_days(date(2026, 5, 1), date(2026, 5, 31))
    assert visit_view.page.period == "1 May – 31 May: logged on 2 of 31 days"
    assert visit_presenter.period == Period(date(2026, 5, 1), date(2026, 5, 31))


@pytest.mark.parametrize(
    ("first", "last"), [(date(2026, 5, 2), date(2026, 5, 1)), (TODAY, TODAY + timedelta(days=1))]
)
def test_days_in_the_wrong_order_or_to_come_are_refused(
    visit_presenter: VisitPresenter, first: date, last: date
) -> None:
    with pytest.raises(BadInput):
        visit_presenter.choose_days(first, last)
    assert visit_presenter.span is Span.THREE_MONTHS


def test_own_words_stand_first_and_are_marked_as_theirs(
    visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    visit_presenter.refresh()
    form = KeptView()
    words = MappingProxyType({1: "Since spring, after the flu"})
    visit_presenter.change(lambda profile: replace(profile, own_words=words), form, form.close)
    assert answer(visit_view, 1) == "“Since spring, after the flu”"
    assert visit_view.page.questions[0].aside == "(your words)"
    assert form.closed == 1


def test_what_cannot_be_kept_leaves_the_form_open_and_the_answer_as_it_was(
    visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    visit_presenter.refresh()
    form = KeptView()
    ahead = PartialDate(2027)
    visit_presenter.change(lambda profile: replace(profile, first_noticed=ahead), form, form.close)
    assert form.closed == 0
    assert form.problem == "The day you first noticed it is still to come."
    assert answer(visit_view, 1) == ""


def test_the_appointment_says_how_many_days_are_left(
    visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    form = KeptView()
    visit = Visit(date(2026, 6, 26), "Dr Lindqvist, neurology")
    visit_presenter.change(
        lambda profile: replace(profile, visit=visit, questions=("Is it the tea?",)),
        form,
        form.close,
    )
    assert visit_view.page.appointment == "Friday 26 June, in 8 days"
    assert visit_view.page.doctor == "Dr Lindqvist, neurology · 1 question"


def test_a_recorded_sign_is_a_reason_to_see_a_doctor(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    for day in (date(2026, 6, 2), date(2026, 6, 9)):
        diary.symptoms.answer("weakness", present=True, where="left foot", day=day)
    visit_presenter.refresh()
    reason = visit_view.page.reason
    assert plain(reason.text).startswith("You recorded weakness (“left foot”) on 2 and 9 Jun 2026.")
    assert "Please contact a health-care provider." in reason.text
    assert reason.footnote == "This is general information, not a diagnosis."


def test_a_sign_of_another_year_and_the_answer_since_both_have_their_years(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    diary.checkins.none_today(date(2026, 4, 1))
    diary.symptoms.answer("feeling", present=True, day=date(2025, 6, 2))
    diary.symptoms.answer("feeling", present=False, day=date(2026, 6, 9))
    visit_presenter.refresh()
    assert "no, last on 9 Jun 2026." in plain(visit_view.page.reason.text)


def test_a_sign_that_is_gone_is_said_to_be_gone_and_a_booked_visit_is_named(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    diary.symptoms.answer("feeling", present=True, day=date(2026, 6, 2))
    diary.symptoms.answer("feeling", present=False, day=date(2026, 6, 9))
    diary.profile.save(replace(diary.profile.get(), visit=Visit(day=date(2026, 6, 26))))
    visit_presenter.refresh()
    assert plain(visit_view.page.reason.text) == (
        "You recorded change in feeling on 2 Jun 2026. Since then you answered no, last on 9 Jun "
        "2026. Your visit is on Friday 26 June; it is at the top of the page for it."
    )


def test_a_reason_is_put_away_until_more_is_recorded_and_stays_on_the_page(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    diary.symptoms.answer("weakness", present=True, day=date(2026, 6, 2))
    visit_presenter.refresh()
    key = visit_view.page.reason.key
    visit_presenter.put_reason_away(key)
    assert visit_view.page.reason is None
    assert visit_presenter.known.answered.signs.reported == ("weakness",)
    visit_presenter.bring_reason_back(key)
    assert visit_view.page.reason is not None
    visit_presenter.put_reason_away(key)
    diary.symptoms.answer("weakness", present=True, day=date(2026, 6, 9))
    visit_presenter.refresh()
    assert visit_view.page.reason is not None


def test_a_reason_for_emergency_care_cannot_be_put_away(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    for kind in ("weakness", "breathing"):
        diary.symptoms.answer(kind, present=True)
    visit_presenter.refresh()
    assert visit_view.page.reason.key == ""


def test_weakness_together_with_trouble_breathing_asks_for_emergency_care(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    for kind in ("weakness", "breathing"):
        diary.symptoms.answer(kind, present=True)
    visit_presenter.refresh()
    assert "emergency care now" in visit_view.page.reason.text
    assert "trouble breathing" in visit_view.page.reason.text


def test_signs_answered_no_are_no_reason(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    diary.symptoms.answer("weakness", present=False)
    visit_presenter.refresh()
    assert visit_view.page.reason is None


def test_twitching_that_stays_in_one_place_is_a_reason_said_calmly(
    diary: Diary, clock: FixedClock, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    for days_ago in range(14):
        log(diary, clock, days_ago=days_ago)
    visit_presenter.refresh()
    assert (
        "twitching in the left calf on 14 of the last 14 logged days" in visit_view.page.reason.text
    )
    assert visit_view.page.reason.title == "Worth telling a doctor"
    assert "Most twitching is harmless" in visit_view.page.reason.text
    assert "contact a health-care provider" in visit_view.page.reason.text


def test_answers_about_symptoms_are_one_step_with_todays_date(
    diary: Diary, visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    form = KeptView()
    said = {"cramps": Said(present=True, where="both calves"), "pain": Said(present=False)}
    visit_presenter.answer_symptoms(said, form, form.close)
    assert form.closed == 1
    assert {kind: one.day for kind, one in diary.symptoms.latest().items()} == {
        "cramps": TODAY,
        "pain": TODAY,
    }
    visit_presenter.steps.undo()
    assert diary.symptoms.latest() == {}
    assert visit_view.said[-1].endswith("is undone")
