"""The cards are searched as one types, opened at once, and lead to their place in the diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog.diary.example import fill
from twitchlog.domain.learn import CARDS, Counterpart, Kind, Section, Verb, search
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.wording import plain_words
from twitchlog.presenters.care import SECTIONS
from twitchlog.presenters.learn import MOST_FOUND, CardPage, LearnPresenter
from twitchlog.presenters.learn_mine import CARE, mine
from twitchlog.translation import speaking

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.learn import CardGroup
    from twitchlog.presenters.services import Services

TODAY = date(2026, 6, 18)


class View:
    """A page with a screen for everything but the rest count."""

    def __init__(self) -> None:
        self.groups: tuple[CardGroup, ...] = ()
        self.nothing = ""
        self.used: int | None = None
        self.cards: list[CardPage] = []
        self.gone: list[tuple[Counterpart, Verb]] = []

    def show_list(self, groups: tuple[CardGroup, ...], nothing: str) -> None:
        self.groups, self.nothing = groups, nothing

    def show_card(self, page: CardPage) -> None:
        self.cards.append(page)

    def show_using(self, number: int) -> None:
        self.used = number

    def can(self, counterpart: Counterpart, verb: Verb) -> bool:
        del verb
        return counterpart.kind is not Kind.REST_COUNT

    def go(self, counterpart: Counterpart, verb: Verb) -> None:
        self.gone.append((counterpart, verb))

    def complain(self, sentence: str) -> None:
        raise AssertionError(sentence)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def learn(services: Services, view: View) -> LearnPresenter:
    return LearnPresenter(services, view)


def test_without_a_search_every_card_stands_in_its_chapter(
    learn: LearnPresenter, view: View
) -> None:
    learn.find("  ")
    assert [group.name for group in view.groups] == [section.label for section in Section]
    assert [row.id for group in view.groups for row in group.rows] == list(CARDS)
    assert view.groups[0].count == "6 cards"


def test_a_search_shows_the_best_first_with_their_chapters(
    learn: LearnPresenter, view: View
) -> None:
    learn.find("caffiene")
    (group,) = view.groups
    assert group.rows[0].title == "Caffeine"
    assert group.rows[0].second == "What can bring them on"
    assert group.name == f"{len(group.rows)} cards"


def test_a_search_in_german_finds_the_german_cards(learn: LearnPresenter, view: View) -> None:
    with speaking("de"):
        learn.find("kofein")
    (group,) = view.groups
    assert group.rows[0].title == "Koffein"


def test_a_search_that_fits_nearly_everything_shows_the_best_and_says_so(
    learn: LearnPresenter, view: View
) -> None:
    learn.find("t")
    group, _using = view.groups
    assert len(group.rows) == MOST_FOUND
    assert group.name.startswith(f"The best {MOST_FOUND} of ")


def test_a_search_looks_in_how_twitchlog_is_used_too(learn: LearnPresenter, view: View) -> None:
    learn.find("delete entry")
    (using,) = view.groups
    assert (using.name, [row.title for row in using.rows]) == (
        "Using TwitchLog", ["Change or delete an entry"],
    )  # fmt: skip
    learn.open_first()
    assert view.used is not None
    assert learn.using()[view.used].title == "Change or delete an entry"
    assert view.cards == []


def test_a_search_for_nothing_there_is_says_so_and_opens_nothing(
    learn: LearnPresenter, view: View
) -> None:
    learn.find("q" * 200)
    learn.open_first()
    assert view.groups == ()
    assert view.nothing.startswith("No card speaks of “qqq")
    assert len(view.nothing) < 150
    assert view.cards == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(max_size=40))
def test_whatever_is_typed_there_are_cards_or_a_sentence(
    learn: LearnPresenter, view: View, text: str
) -> None:
    learn.find(text)
    assert bool(view.groups) != bool(view.nothing)


def test_enter_opens_the_best_card(learn: LearnPresenter, view: View) -> None:
    learn.find("what is an emg")
    learn.open_first()
    assert view.cards[0].id == learn.open_id == "emg"


def test_a_card_is_shown_with_its_text_its_source_and_what_it_is_not(
    learn: LearnPresenter, view: View
) -> None:
    learn.open("caffeine")
    page = view.cards[0]
    assert page.paragraphs == CARDS["caffeine"].paragraphs
    assert page.source == "To read more: MedlinePlus: Muscle twitching"
    assert page.general == "This is general information, not a diagnosis."
    assert page.following is not None
    assert page.following.id == "stimulants"


def test_the_last_card_of_a_chapter_has_none_after_it(learn: LearnPresenter, view: View) -> None:
    learn.open("worry")
    assert view.cards[0].following is None


def test_a_button_stands_only_where_there_is_a_screen(learn: LearnPresenter, view: View) -> None:
    learn.open("rest-count")
    assert view.cards[0].actions == ()
    learn.open("caffeine")
    assert [action.label for action in view.cards[-1].actions] == ["Log this", "See mine"]


def test_a_button_says_where_it_leads_where_there_is_nothing_of_its_own_to_log(
    learn: LearnPresenter, view: View
) -> None:
    learn.open("contact")
    labels = [action.label for action in view.cards[-1].actions]
    assert labels == ["Weekly check", "What Visit says"]
    learn.open("question-6")
    labels = [action.label for action in view.cards[-1].actions]
    assert labels == ["Answer", "What Visit says"]


def test_an_emergency_is_not_there_to_be_logged(learn: LearnPresenter, view: View) -> None:
    learn.open("emergency")
    assert view.cards[-1].actions == ()


def test_the_buttons_lead_to_the_counterpart(learn: LearnPresenter, view: View) -> None:
    learn.act(Verb.LOG)
    assert view.gone == []
    learn.open("question-6")
    learn.act(Verb.LOG)
    learn.act(Verb.SEE)
    asked = Counterpart(Kind.QUESTION, "6")
    assert view.gone == [(asked, Verb.LOG), (asked, Verb.SEE)]


def test_what_changed_in_the_diary_stands_on_the_open_card(
    learn: LearnPresenter, view: View, diary: Diary
) -> None:
    learn.open("stress")
    assert view.cards[-1].mine == "Not logged in the last 4 weeks."
    diary.checkins.save(TODAY, {"stress": 2})
    learn.refresh()
    expected = "Stress, some or a lot, on 1 of 1 answered day in the last 4 weeks."
    assert view.cards[-1].mine == expected


def test_a_card_that_was_closed_is_not_shown_again(learn: LearnPresenter, view: View) -> None:
    learn.open("stress")
    shown = len(view.cards)
    learn.close()
    learn.refresh()
    assert (len(view.cards), learn.open_id) == (shown, "")


def of(diary: Diary, kind: Kind, detail: str = "") -> str:
    said = mine(diary, Counterpart(kind, detail), today=TODAY)
    return said.replace("\N{NO-BREAK SPACE}", " ")


def test_a_number_of_a_factor_names_what_it_is_out_of(diary: Diary) -> None:
    for day, amount in ((1, 0), (2, 95), (3, 190)):
        diary.checkins.save(date(2026, 6, day), {"caffeine": amount, "sleep": 6 + day / 2})
    diary.checkins.save(date(2026, 3, 1), {"caffeine": 95})
    expected = "Caffeine on 2 of 3 answered days in the last 4 weeks."
    assert of(diary, Kind.FACTOR, "caffeine") == expected
    assert of(diary, Kind.FACTOR, "sleep") == "About 7 h a day, over 3 answers in the last 4 weeks."
    assert of(diary, Kind.FACTOR, "exercise") == "Not logged in the last 4 weeks."
    assert of(diary, Kind.FACTOR, "no such factor") == ""


def test_days_without_twitches_count_and_days_not_logged_do_not(
    diary: Diary, clock: FixedClock
) -> None:
    assert of(diary, Kind.TWITCH) == "Not logged in the last 4 weeks."
    diary.twitches.log(["calf-left"])
    diary.checkins.none_today(date(2026, 6, 17))
    expected = "Twitching on 1 of 2 logged days in the last 4 weeks."
    assert of(diary, Kind.TWITCH) == of(diary, Kind.PATTERNS) == expected
    assert clock.now().day == TODAY


def test_the_medicines_taken_now_are_named(diary: Diary) -> None:
    assert of(diary, Kind.MEDICATIONS) == ""
    diary.medications.add("Magnesium")
    diary.medications.add("Prednisone")
    assert of(diary, Kind.MEDICATIONS) == "Magnesium, Prednisone"


@pytest.mark.parametrize("kind", CARE)
def test_what_care_keeps_says_the_same_on_a_card(diary: Diary, kind: Kind) -> None:
    fill(diary, days=30, seed=3, until=TODAY)
    (section,) = (each for each in SECTIONS if each.key == CARE[kind])
    assert of(diary, kind) == section.line(diary, TODAY).replace("\N{NO-BREAK SPACE}", " ")


def test_a_no_is_said_as_well_as_a_yes(diary: Diary) -> None:
    assert of(diary, Kind.SIGNS) == of(diary, Kind.SIGNS, "weakness") == ""
    diary.symptoms.answer("weakness", present=False, day=date(2026, 6, 17))
    diary.symptoms.answer("feeling", present=True)
    diary.symptoms.answer("cramps", present=True)
    assert of(diary, Kind.SIGNS, "weakness") == "Your last answer: no, yesterday."
    assert of(diary, Kind.SIGNS) == "Your last answers: 1 yes, 1 no, of 6 signs."


def test_a_question_has_the_answer_of_the_visit_page(diary: Diary) -> None:
    assert of(diary, Kind.QUESTION, "1") == "Not recorded yet"
    profile = replace(diary.profile.get(), first_noticed=PartialDate(2026, 1))
    diary.profile.save(profile)
    assert of(diary, Kind.QUESTION, "1") == "January 2026 (your own date)"
    words = MappingProxyType({1: "Since the flu"})
    diary.profile.save(replace(profile, own_words=words))
    assert of(diary, Kind.QUESTION, "1") == "Your answer: “Since the flu”"


@pytest.mark.parametrize("name", sorted(CARDS))
def test_every_card_opens_on_an_empty_diary(learn: LearnPresenter, view: View, name: str) -> None:
    learn.open(name)
    assert view.cards[-1].id == name


def test_what_speaks_of_the_words_stands_before_what_only_begins_so(
    learn: LearnPresenter, view: View
) -> None:
    learn.find("undo")
    assert {group.id for group in view.groups} == {"using"}
    learn.find("delete")
    assert view.groups[0].rows[0].title == "Change or delete an entry"
    learn.find("pattern")
    used = next(group for group in view.groups if group.id == "using")
    assert used.rows[0].title == "Patterns"


def test_cards_that_have_a_word_whole_stand_before_those_where_a_word_begins_so() -> None:
    told = [each for each in search("nerve") if "nerve" not in f"{each.title} {each.search_words}"]
    whole = ["nerve" in plain_words(each.told, longest=9999) for each in told]
    assert {*whole} == {True, False}
    assert whole == sorted(whole, reverse=True)
