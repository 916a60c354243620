"""The search finds more than twitches: check-ins, drinks, what is kept for the doctor, and days."""

from __future__ import annotations

import json
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from support.search_view import SearchView
from twitchlog.diary import tables
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import Condition
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.period import Period
from twitchlog.domain.phrase import phrase
from twitchlog.domain.profile import QUESTIONS, PartialDate, Profile
from twitchlog.domain.searching import Query
from twitchlog.domain.symptom import Amount
from twitchlog.presenters.search import SearchPresenter
from twitchlog.presenters.search_days import days_meant, parted

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services

TODAY = date(2026, 6, 18)


@pytest.fixture
def view() -> SearchView:
    return SearchView()


@pytest.fixture
def search(
    services: Services, view: SearchView, diary: Diary, clock: FixedClock
) -> SearchPresenter:
    """The search over two days of answers, and one thing of each kind that is kept."""
    yesterday = clock.ago(minutes=1440)
    diary.twitches.log(["calf-left"], moment=yesterday)
    diary.checkins.save(yesterday.day, {"stress": 3, "caffeine": 190})
    diary.doses.log("caffeine", 95, preset="filter-coffee", moment=clock.ago(minutes=90))
    diary.doses.log("caffeine", 95, preset="filter-coffee", moment=clock.ago(minutes=30))
    diary.symptoms.answer("tiredness", present=True, amount=Amount.LITTLE, sites=["calf-left"])
    diary.symptoms.answer("weakness", present=False)
    diary.profile.save(Profile(own_words={4: "mostly the calf, sometimes the lip"}))
    diary.medications.add("Magnesium", started=PartialDate(2026, 5))
    diary.tests.save(
        MedicalTest("blood", day=PartialDate(2026, 4, 2), values=(Measure("potassium", 3.3),))
    )
    diary.appointments.save(Appointment(date(2026, 7, 3), whom="Dr Sample", note="bring the MRI"))
    diary.appointments.questions.save(Question("Is coffee all right?"))
    diary.conditions.save(Condition("migraine", note="since school"))
    made = SearchPresenter(services, view)
    made.refresh()
    return made


def rows(view: SearchView, search: SearchPresenter) -> list[tuple[str, str]]:
    search.seen(0, 99)
    found = [search.row(hit) for group in view.page.groups for hit in group.hits]
    return [(row.title, row.second) for row in found if row is not None]


def titles(view: SearchView, search: SearchPresenter, text: str) -> list[str]:
    search.type(text)
    return [title for title, _second in rows(view, search)]


def test_drinks_and_check_ins_are_shown_as_in_the_diary(
    search: SearchPresenter, view: SearchView
) -> None:
    search.type("coffee")
    assert rows(view, search) == [
        ("Is coffee all right?", ""),
        ("2 filter coffees", "19:34, 20:34"),
        ("Check-in", "A lot of stress · 2 coffees"),
    ]
    assert view.page.said == "3 entries on 2 days"
    assert [group.title for group in view.page.groups] == [
        "Tests and more", "Thursday 18 June", "Wednesday 17 June",
    ]  # fmt: skip


def test_symptoms_of_a_day_are_one_row_and_a_single_one_has_its_name(
    search: SearchPresenter, view: SearchView
) -> None:
    search.type("tiredness")
    assert rows(view, search) == [("Tiredness", "A little, left calf")]
    search.type("other symptoms")
    assert rows(view, search) == [
        ("Other symptoms", "Tiredness: a little, left calf · weakness: no")
    ]


def test_what_is_kept_for_the_doctor_is_found_by_everything_it_says(
    search: SearchPresenter, view: SearchView
) -> None:
    assert titles(view, search, "magnesium") == ["Magnesium"]
    assert titles(view, search, "may 2026") == ["May 2026", "Magnesium"]
    assert titles(view, search, "potassium 3.3") == ["Blood test"]
    assert titles(view, search, "sample bring mri") == ["Dr Sample"]
    assert titles(view, search, "migraine school") == ["Migraine"]
    assert titles(view, search, "Migräne") == ["Migraine"]
    assert titles(view, search, "lip") == ["Which muscles are affected?"]
    assert view.page.said == "1 entry"


def test_what_is_kept_is_asked_for_again_once_it_changed(
    search: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    assert titles(view, search, "botulinum") == []
    diary.medications.add("Botulinum toxin")
    search.refresh()
    assert rows(view, search)[0][0] == "Botulinum toxin"


def test_a_date_leads_to_its_day_and_says_what_is_on_it(
    search: SearchPresenter, view: SearchView
) -> None:
    for text in ("17 June", "17.6.", "yesterday", "gestern", "2026-06-17"):
        search.type(text)
        (lead,) = view.page.groups
        row = search.row(lead.hits[0])
        assert row is not None
        assert (row.title, row.second, row.day) == (
            "Wednesday 17 June", "1 twitch", date(2026, 6, 17),
        )  # fmt: skip
        assert view.page.said == ""
    assert titles(view, search, "1 June") == ["Monday 1 June"]
    assert rows(view, search)[0][1] == "Not logged"
    search.type("june 2026")
    assert rows(view, search)[0] == ("June 2026", "1 twitch · 1 of 18 days logged")


def test_words_beside_a_date_are_looked_for_on_its_days(
    search: SearchPresenter, view: SearchView
) -> None:
    assert titles(view, search, "coffee yesterday") == ["Check-in"]
    assert titles(view, search, "june 2026 coffee") == ["2 filter coffees", "Check-in"]
    assert titles(view, search, "coffee may 2026") == []


def test_filters_leave_out_what_is_of_no_day(services: Services, search: SearchPresenter) -> None:
    other = SearchView()
    narrowed = SearchPresenter(services, other, Query(period=Period.ending(TODAY, days=2)))
    narrowed.type("coffee")
    assert [group.day for group in other.page.groups] == [TODAY, date(2026, 6, 17)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("16 June", date(2026, 6, 16), date(2026, 6, 16)),
        ("16.6.2025", date(2025, 6, 16), date(2025, 6, 16)),
        ("16/6/2025", date(2025, 6, 16), date(2025, 6, 16)),
        ("16. Juni", date(2026, 6, 16), date(2026, 6, 16)),
        ("June", date(2026, 6, 1), date(2026, 6, 30)),
        ("juli", date(2025, 7, 1), date(2025, 7, 31)),
        ("December 2025", date(2025, 12, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("today", TODAY, TODAY),
        ("16/6", date(2026, 6, 16), date(2026, 6, 16)),
        ("vorgestern", date(2026, 6, 16), date(2026, 6, 16)),
        ("monday", date(2026, 6, 15), date(2026, 6, 15)),
        ("Montag", date(2026, 6, 15), date(2026, 6, 15)),
        ("last week", date(2026, 6, 8), date(2026, 6, 14)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, first: date, last: date) -> None:
    assert days_meant(text, today=TODAY) == Period(first, last)


@pytest.mark.parametrize("text", ["", "coffee", "16", "31.2.", "tomorrow", "May 2027", "a b c d e"])
def test_what_is_no_day_that_has_been_leads_nowhere(text: str) -> None:
    assert days_meant(text, today=TODAY) is None


def test_a_month_beside_a_word_needs_its_year() -> None:
    assert parted("may stress", today=TODAY) is None
    period = Period(date(2026, 5, 1), date(2026, 5, 31))
    assert parted("stress may 2026", today=TODAY) == ("stress", period)


def test_own_words_to_a_question_of_another_version_hinder_no_search(
    services: Services, search: SearchPresenter, view: SearchView
) -> None:
    services.diary.profile.save(Profile(own_words=MappingProxyType({1: "ferry to the island"})))
    with services.diary.operation(phrase("written elsewhere")) as operation:
        said = json.dumps({"1": "ferry to the island", "12": "of a later version"})
        row = tables.profile.c.key == "own_words"
        operation.connection.execute(update(tables.profile).where(row).values(value=said))
    assert titles(view, search, "ferry") == [QUESTIONS[0]]


def test_nothing_can_be_chosen_where_no_twitch_was_found(
    search: SearchPresenter, view: SearchView
) -> None:
    assert view.page.can_be_chosen
    search.begin_choosing()
    search.type("coffee")
    assert (view.page.can_be_chosen, view.page.choosing) == (False, False)
    search.begin_choosing()
    assert not view.page.choosing
