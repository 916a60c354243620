"""Searching the diary, and doing one thing to several entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from support.search_view import SearchView
from twitchlog.diary.example import fill
from twitchlog.domain.errors import BadInput
from twitchlog.domain.searching import Filter, Query
from twitchlog.domain.twitch import Strength, Trigger
from twitchlog.presenters.search import SearchPresenter
from twitchlog.presenters.search_filter import FilterPresenter

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services


@pytest.fixture
def view() -> SearchView:
    return SearchView()


@pytest.fixture
def search(
    services: Services, view: SearchView, diary: Diary, clock: FixedClock
) -> SearchPresenter:
    """The search over four twitches on three days and a check-in with a note."""
    now = clock.now()
    for place, minutes, note in (
        ("calf-left", 2 * 1440, "after tea"),
        ("tongue", 1441, ""),
        ("calf-right", 1440, ""),
        ("thumb-left", 0, ""),
    ):
        diary.twitches.log([place], moment=now.earlier(minutes=minutes), note=note)
    diary.checkins.save(now.day, {"sleep": 7}, note="much tea")
    made = SearchPresenter(services, view)
    made.refresh()
    return made


def places(view: SearchView, search: SearchPresenter) -> list[str]:
    search.seen(0, 99)
    rows = [search.row(hit) for day in view.page.groups for hit in day.hits]
    return [row.title for row in rows if row is not None]


def test_all_entries_are_there_before_anything_is_asked(
    search: SearchPresenter, view: SearchView
) -> None:
    assert view.page.said == "4 entries on 3 days"
    assert places(view, search) == ["Left thumb", "Right calf", "Tongue", "Left calf"]
    assert view.page.groups[0].title == "Thursday 18 June"


def test_what_is_typed_narrows_from_the_top_and_finds_check_ins_too(
    search: SearchPresenter, view: SearchView
) -> None:
    search.type("tea")
    assert places(view, search) == ["Check-in", "Left calf"]
    assert view.anew[-1]
    search.type("nothing like it")
    assert (view.page.said, view.page.groups) == ("Nothing was found.", ())
    assert "A day is found by its date" in view.page.help


def test_an_empty_diary_says_so(services: Services, view: SearchView) -> None:
    SearchPresenter(services, view).refresh()
    assert view.page.said == "Nothing is written down yet."


def test_several_entries_are_removed_as_one_step(
    search: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    search.type("calf")
    for day in view.page.groups:
        search.choose(day.hits[0])
    assert view.page.chosen_said == "2 chosen"
    search.remove()
    assert view.said == ["2 entries removed"]
    assert diary.twitches.count() == 2
    diary.undo()
    assert diary.twitches.count() == 4


def test_several_entries_are_moved_to_another_day_at_the_same_time(
    search: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    search.type("calf")
    search.choose_all()
    search.move(date(2026, 6, 10))
    moved = diary.twitches.on_day(date(2026, 6, 10))
    assert [each.moment.local.strftime("%H:%M") for each in moved] == ["21:04", "21:04"]
    assert view.said == ["2 entries moved to 10 June"]
    diary.undo()
    assert diary.twitches.on_day(date(2026, 6, 10)) == ()


def test_a_day_that_entries_cannot_be_moved_to_is_refused_and_they_stay_chosen(
    search: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    search.choose_all()
    for day in (None, date(2026, 6, 19)):
        with pytest.raises(BadInput):
            search.move(day)
    assert len(view.page.chosen) == 4
    assert diary.twitches.on_day(date(2026, 6, 18)) != ()


def test_entries_put_on_the_day_they_are_of_are_not_said_to_be_moved(
    search: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    search.choose(view.page.groups[0].hits[0])
    search.move(view.page.groups[0].day)
    assert view.said == ["It was so already. [no undo]"]
    assert not view.page.choosing
    assert view.page.chosen == frozenset()
    assert diary.twitches.count() == 4


def test_several_entries_are_put_at_another_place(
    search: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    search.type("calf")
    search.choose_all()
    search.place("chin")
    assert view.said == ["2 entries: Chin"]
    assert sum(each.sites == ("chin",) for each in diary.twitches.newest(9)) == 2


def test_choosing_is_left_without_doing_anything(search: SearchPresenter, view: SearchView) -> None:
    search.choose(view.page.groups[0].hits[0])
    assert view.page.choosing
    assert search.stop_choosing()
    assert (view.page.choosing, view.page.chosen) == (False, frozenset())
    assert not search.stop_choosing()


def test_a_check_in_cannot_be_chosen_and_all_means_all_twitches(
    search: SearchPresenter, view: SearchView
) -> None:
    search.type("tea")
    search.begin_choosing()
    search.choose(view.page.groups[0].hits[0])
    assert view.page.chosen == frozenset()
    search.choose_all()
    assert (len(view.page.chosen), view.page.all_chosen) == (1, True)
    search.choose_all()
    assert view.page.chosen == frozenset()


def test_filters_act_at_once_and_are_counted(
    search: SearchPresenter, services: Services, diary: Diary, view: SearchView
) -> None:
    diary.twitches.log(["calf-left"], strength=Strength.STRONG, triggers=[Trigger("caffeine")])
    search.refresh()
    sheet = SearchView()
    filters = FilterPresenter(services, sheet, search.query, search.ask)
    filters.open()
    assert sheet.page.places[0].text == "Calf"
    filters.toggle_place("calf")
    assert view.page.said == "3 entries on 3 days"
    filters.toggle_trigger("caffeine")
    filters.toggle_strength("4")
    assert (view.page.said, view.page.filter_said) == ("1 entry on 1 day", "Filter · 3")
    filters.clear()
    assert (search.query, view.page.filter_said) == (Query(), "Filter")


def test_days_are_chosen_or_typed_and_what_cannot_be_read_is_said(
    search: SearchPresenter, services: Services, view: SearchView
) -> None:
    sheet = SearchView()
    filters = FilterPresenter(services, sheet, search.query, search.ask)
    filters.open()
    filters.type_days("2026-06-17", "")
    assert view.page.said == "3 entries on 2 days"
    filters.type_days("17 June", "16 June")
    assert sheet.page.wrong == {"last": "The first day is after the last one."}
    assert not filters.type_days("soon", "")
    assert list(sheet.page.wrong) == ["first"]
    assert view.page.said == "3 entries on 2 days"
    filters.toggle_span("3months")
    assert (sheet.page.wrong, view.page.said) == ({}, "4 entries on 3 days")
    assert [each.text for each in sheet.page.spans if each.chosen] == ["3 months"]
    filters.toggle_span("3months")
    assert search.query.period is None
    assert not any(each.chosen for each in sheet.page.spans)


def test_taking_both_days_away_leaves_no_day_out(
    search: SearchPresenter, services: Services, view: SearchView
) -> None:
    filters = FilterPresenter(services, SearchView(), search.query, search.ask)
    filters.open()
    assert filters.type_days("2026-06-17", "")
    assert filters.type_days("", " ")
    assert (view.page.said, search.query.period) == ("4 entries on 3 days", None)


def test_an_entry_changed_elsewhere_is_asked_for_again(
    search: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    search.type("tea")
    entry = next(each for each in diary.twitches.newest(9) if each.note)
    diary.twitches.edit(replace(entry, note="coffee"))
    search.refresh()
    assert places(view, search) == ["Check-in"]


def test_a_filter_is_said_and_taken_away_again(
    services: Services, view: SearchView, diary: Diary
) -> None:
    for place in ("calf-left", "calf-right"):
        diary.twitches.log([place])
    query = Query(sites=frozenset({"calf-left"}), weekdays=frozenset({3}))
    search = SearchPresenter(services, view, query)
    search.refresh()
    assert view.page.said == "1 entry on 1 day"
    assert [each.said for each in view.page.narrowed] == ["Thursdays", "left calf"]
    search.drop(Filter.SITES)
    assert (view.page.said, search.query) == (
        "2 entries on 1 day",
        Query(weekdays=frozenset({3})),
    )


@pytest.fixture
def many(services: Services, view: SearchView, diary: Diary, clock: FixedClock) -> SearchPresenter:
    """The search over some 1,500 twitches of 1,000 days."""
    fill(diary, days=1000, seed=1, until=clock.now().day, entries=1500)
    made = SearchPresenter(services, view)
    made.refresh()
    return made


def test_older_days_are_read_once_the_oldest_is_in_sight(
    many: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    count = diary.twitches.count()
    said, first = view.page.said, len(view.page.groups)
    assert said.startswith(f"{count:,} entries on ")
    many.seen(0, 5)
    assert len(view.page.groups) == first
    many.seen(first - 5, first - 1)
    assert sum(len(day.hits) for day in view.page.groups) == count
    assert (view.page.said, view.anew[-1]) == (said, False)
    last = view.page.groups[-1].hits[-1]
    many.seen(len(view.page.groups) - 1, len(view.page.groups) - 1)
    assert many.row(last) is not None


def test_choosing_all_chooses_what_is_not_shown_yet_too(
    many: SearchPresenter, view: SearchView, diary: Diary
) -> None:
    count = diary.twitches.count()
    many.choose_all()
    assert (view.page.chosen_said, view.page.all_chosen) == (f"{count:,} chosen", True)
    many.remove()
    assert diary.twitches.count() == 0
    diary.undo()
    assert diary.twitches.count() == count
