"""The header, the note, and what a short diary changes about the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from support.asked import plain
from twitchlog import __version__
from twitchlog.domain.profile import Profile, Visit
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.fitting import least_cut
from twitchlog.reports.visit.layout import Layout, overleaf, steps
from twitchlog.reports.visit.sheet import sheet

NOV_20 = date(2025, 11, 20)


def made(diary, profile, on=NOV_20):
    return summarise(diary.figures(), profile, made=on)


def test_the_header_says_who_for_which_visit_and_how_complete(quarter, patient):
    header = made(quarter, patient).header
    assert plain(header.person.plain) == "Sample Patient, born 14 May 1984 (41 years)"
    assert plain(header.logged.plain) == "Logged on 78 of 90 days, 23 Aug to 20 Nov 2025"
    assert plain(header.visit) == "Visit on 21 Nov 2025, Dr Example"
    assert header.entries == "153 twitch entries, self-reported"
    assert plain(header.footer) == (
        f"Sample Patient, born 14 May 1984 · made on 20 Nov 2025 with TwitchLog {__version__}"
    )
    assert not header.short_diary


def test_what_is_missing_in_the_header_can_be_filled_in_by_hand(book):
    header = made(book().log(NOV_20, "calf-left"), Profile()).header
    assert header.person.plain.startswith("Name: ____")
    assert "Born: ____" in header.person.plain
    assert plain(header.visit) == "Printed 20 Nov 2025"
    assert plain(header.footer).startswith("Made on 20 Nov 2025")


def test_the_day_before_a_birthday_is_a_year_younger(book):
    profile = Profile(name="A", born=date(1984, 11, 21))
    assert "(40 years)" in plain(made(book(), profile).header.person.plain)


def test_a_period_over_new_year_says_both_years(book):
    diary = book(last=date(2026, 1, 10), days=30).none(date(2026, 1, 10))
    header = made(diary, Profile(), on=date(2026, 1, 10)).header
    assert plain(header.logged.plain) == "Logged on 1 of 30 days, 12 Dec 2025 to 10 Jan 2026"


def test_a_very_long_name_stays_on_one_line_of_the_footer(book):
    header = made(book(), Profile(name="N" * 120)).header
    assert "N" * 120 in header.person.plain
    assert "N…" in header.footer
    assert "N" * 30 not in header.footer


@pytest.mark.parametrize(
    ("logged", "entries", "short"), [(13, 30, True), (14, 9, True), (14, 10, False)]
)
def test_short_means_under_14_logged_days_or_under_10_entries(book, logged, entries, short):
    diary = book()
    days = list(diary.period)[-logged:]
    diary.none(*days)
    for n in range(entries):
        diary.log(days[n % logged], "calf-left")
    assert made(diary, Profile()).short is short


def test_a_short_diary_lists_entries_in_place_of_charts(sparse, newcomer):
    summary = made(sparse, newcomer, on=date(2025, 11, 21))
    assert summary.day_by_day is None
    assert summary.time_of_day is None
    assert summary.entry_list is not None
    assert summary.entry_list.heading == "All 4 entries"
    assert plain(summary.header.short_diary.plain) == (
        "A short diary: every number below rests on 5 logged days."
    )


def test_a_busy_week_is_listed_day_by_day_with_its_places(book):
    """Six or seven entries on each of seven days: a chart of so few days would say less."""
    diary = book(days=7)
    for day in diary.period:
        for hour in range(6):
            diary.log(day, "calf-left" if hour else "calf-right", at=(hour, 0))
    diary.log(NOV_20, at=(9, 0))
    summary = made(diary, Profile())
    assert summary.short
    assert (summary.day_by_day, summary.time_of_day) == (None, None)
    listed = summary.entry_list
    assert listed is not None
    assert (listed.heading, listed.head) == (
        "All 43 entries, day by day", ("Day", "How many", "Where")
    )  # fmt: skip
    rows = [tuple(map(plain, row.printed())) for row in listed.rows]
    assert len(rows) == 7
    assert rows[0] == ("14 Nov", "6 entries", "left calf 5, right calf 1")
    assert rows[-1] == ("20 Nov", "7 entries", "left calf 5, right calf 1")


def test_built_in_triggers_and_own_words_stand_with_a_listed_entry(book):
    from twitchlog.domain.twitch import Trigger

    diary = book(days=2).log(
        NOV_20, "calf-left", triggers=[Trigger("caffeine"), Trigger("own", "Cold")], note="Again."
    )
    listed = made(diary, Profile()).entry_list
    assert listed is not None
    assert listed.rows[0].printed()[-1] == "caffeine, “Cold”, “Again.”"


def test_likely_is_explained_only_where_an_interval_is_printed(quarter, patient, sparse, newcomer):
    assert made(quarter, patient).note.endswith("Likely: 95% interval.")
    assert "95%" not in made(sparse, newcomer).note


def test_the_headline_compares_only_what_answer_three_compares(book):
    """50 days, all logged: the stretch before the last 28 has 22 days, too few for a verdict."""
    diary = book(days=50)
    for n, day in enumerate(diary.period):
        if n > 25:
            diary.log(day, "calf-left")
        else:
            diary.none(day)
    summary = made(diary, Profile())
    assert "Too early to compare two periods." in summary.answers[2].said.plain
    assert summary.day_by_day is not None
    assert summary.day_by_day.headline == "Day by day: too early to compare"


def test_the_visit_without_a_day_still_names_the_doctor(book):
    summary = made(book(), Profile(visit=Visit(None, "Dr Example")))
    assert plain(summary.header.visit) == "Printed 20 Nov 2025, Dr Example"


def test_each_step_gives_way_and_the_last_one_promises_no_second_page():
    one_page, (*two_pages, last) = list(steps()), overleaf()
    assert one_page[0] == Layout()
    assert not any(layout.moved for layout in one_page)
    assert all(layout.moved for layout in two_pages)
    for layouts in (one_page, two_pages):
        for before, after in pairwise(layouts):
            assert after.step >= before.step
            assert after.gap <= before.gap
            assert after.map_mm <= before.map_mm
            assert after.chart_mm <= before.chart_mm
    assert [layout.step for layout in one_page] == sorted(
        [0, *(1,) * 4, *range(2, 9), *(9,) * 4, 10, 11]
    )
    assert last.moved == ()


@pytest.mark.parametrize("enough", range(18))
def test_of_the_layouts_that_fit_the_one_that_gives_way_least_is_found(enough):
    """Each gives more room than the one before, and only a few of them are looked at."""
    layouts, looked = list(steps()), []

    def room(layout):
        looked.append(layout)
        return layouts.index(layout) - float(enough)

    assert least_cut(room) == layouts[min(enough, len(layouts) - 1)]
    assert len(set(looked)) <= 7


def test_where_a_block_has_to_move_page_1_gives_way_no_more_than_it_then_needs():
    by_step = list(steps())

    def room(layout):
        if not {"tests", "days"} <= set(layout.moved):
            return -1.0
        alone = replace(layout, moved=())
        return (by_step.index(alone) if alone in by_step else len(by_step)) - 3.0

    found = least_cut(room)
    assert (found.moved, found.step) == (("tests", "days"), 1)


def test_a_block_that_moves_leaves_its_heading_and_stands_uncut_on_page_2(quarter, patient):
    summary = made(quarter, patient)
    layout = replace(Layout(), step=9, words=24, moved=("triggers", "tests"))
    page = sheet(summary, layout, paper="a4", draw=lambda _layout: {"map": ""})
    assert page["overleaf"]["stubs"] == {
        "tests": "Tests and conditions: see page {n}",
        "triggers": "What goes with the twitching, and how sure: see page {n}",
    }
    assert list(page["overleaf"]["blocks"]) == ["tests", "triggers"]
    assert "potassium 3.4, low. The rest was in range." in str(page["overleaf"]["blocks"]["tests"])


def test_questions_past_the_fifth_are_counted(quarter, patient):
    profile = replace(patient, questions=tuple(f"Question {n}?" for n in range(8)))
    page = sheet(made(quarter, profile), Layout(), paper="a4", draw=lambda _layout: {"map": ""})
    assert len(page["asked"]["lines"]) == 5
    assert page["asked"]["lines"][4] == "“Question 4?” And 3 more (more in the diary)."


def test_a_diary_of_years_still_makes_a_summary(book):
    diary = book(days=900)
    for n, day in enumerate(diary.period):
        if n % 2:
            diary.log(day, "calf-left")
    diary.none(NOV_20 - timedelta(days=1))
    summary = made(diary, Profile())
    assert summary.day_by_day is not None
    assert "2023" in summary.answers[0].said.plain
