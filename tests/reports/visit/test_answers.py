"""Questions 1 to 3, and what a short diary says of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from twitchlog.domain.counts.rest import RestTally
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import Onset, PartialDate, Profile
from twitchlog.reports.visit.answers import how_long, how_often, since_when
from twitchlog.reports.visit.dates import Dates

NOV_20 = date(2025, 11, 20)


def said(answer):
    return answer.printed().plain.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (PartialDate(2025, 6), "June 2025, 5 months ago (month given by patient)."),
        (PartialDate(2023), "2023, 2 years ago (year given by patient)."),
        (PartialDate(2025, 11, 18), "18 Nov 2025, 2 days ago (date given by patient)."),
        (PartialDate(2025, 10, 16), "16 Oct 2025, 5 weeks ago (date given by patient)."),
        (PartialDate(2025, 8, 25), "25 Aug 2025, 2 months ago (date given by patient)."),
        (PartialDate(2025), "2025, this year (year given by patient)."),
        (PartialDate(2026, 1), "January 2026 (month given by patient)."),
    ],
)
def test_the_patients_own_date_comes_first_and_is_no_finer_than_given(book, known, expected):
    figures = book().log(NOV_20, "calf-left").figures().figures
    answer = since_when(figures, Profile(first_noticed=known), made=NOV_20)
    assert said(answer) == expected
    assert answer.recorded


def test_without_an_own_date_the_first_entry_is_named_as_such(book):
    figures = book().log(date(2025, 11, 16), "calf-left").figures().figures
    answer = since_when(figures, Profile(), made=NOV_20)
    assert said(answer) == (
        "16 Nov 2025, the first entry in this diary. The patient’s own date: not recorded yet."
    )
    assert answer.bold == "16\u00a0Nov\u00a02025"


def test_own_words_stand_first_in_bold_and_the_diary_after_them(book):
    figures = book().log(date(2025, 8, 23), "calf-left").figures().figures
    profile = Profile(own_words={1: "Since spring, after the flu"})
    answer = since_when(figures, profile, made=NOV_20)
    assert said(answer) == (
        "“Since spring, after the flu” (own words). Diary: first entry 23 Aug 2025."
    )
    assert answer.bold == "“Since spring, after the flu”"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"first_noticed": PartialDate(2025, 6)},
            "June 2025, 5 months ago (month given by patient). Began suddenly.",
        ),
        (
            {},
            (
                "23 Aug 2025, the first entry in this diary."
                " The patient’s own date: not recorded yet. Began suddenly."
            ),
        ),
        (
            {"own_words": {1: "After the flu"}},
            "“After the flu” (own words). Diary: first entry 23 Aug 2025. Began suddenly.",
        ),
    ],
)
def test_how_it_began_follows_the_date_whatever_that_is(book, given, expected):
    figures = book().log(date(2025, 8, 23), "calf-left").figures().figures
    profile = Profile(onset=Onset.SUDDEN, **given)
    assert said(since_when(figures, profile, made=NOV_20)) == expected


def test_how_it_began_is_an_answer_also_without_any_date(book):
    answer = since_when(book().figures().figures, Profile(onset=Onset.GRADUAL), made=NOV_20)
    assert (said(answer), answer.recorded) == ("Not recorded yet. Began little by little.", True)


def test_an_empty_diary_has_no_since_when(book):
    answer = since_when(book().figures().figures, Profile(), made=NOV_20)
    assert (said(answer), answer.recorded) == ("Not recorded yet.", False)


def test_five_durations_give_a_median_a_middle_half_and_the_longest(book):
    """10, 80, 180, 420 and 5880 s: median 180, quartiles 80 and 420, longest 98 min."""
    diary = book()
    for n, seconds in enumerate((180.0, 10.0, 5880.0, 80.0, 420.0, None)):
        diary.log(NOV_20 - timedelta(days=n), "calf-left", lasted=seconds)
    answer = how_long(diary.figures().figures, Profile())
    assert said(answer) == (
        "Usually 3 min (median; middle half 80 s to 7 min; longest 1 h 38 min)."
        " 1 of 6 without a duration."
    )
    assert answer.short.replace("\u00a0", " ") == (
        "Usually 3 min; half of them 80 s to 7 min, the longest 1 h 38 min (1 of 6 without)"
    )


def test_under_five_durations_are_listed(book):
    diary = book()
    for seconds in (30.0, 120.0, 10.0, None):
        diary.log(date(2025, 11, 18), "calf-left", lasted=seconds)
    diary.none(NOV_20)
    answer = how_long(diary.figures().figures, Profile())
    assert said(answer) == (
        "10 s, 30 s and 2 min (all that were recorded). 1 of 4 without a duration."
    )


def test_entries_without_any_duration_are_counted_not_guessed(book):
    diary = book().log(NOV_20, "calf-left").log(NOV_20, "calf-left")
    answer = how_long(diary.figures().figures, Profile())
    assert said(answer) == ("Not recorded yet (2 entries without a duration).")
    assert not answer.recorded


@pytest.mark.parametrize(
    ("days", "said_of_breaks"),
    [
        ("1111111", ""),
        ("110111", ""),
        ("1101111", " One break without twitching, of 1 logged day."),
        ("1011001", " 2 breaks without twitching, the longest 2 logged days."),
    ],
)
def test_breaks_are_counted_from_a_week_on_and_no_run_of_days_is(book, days, said_of_breaks):
    diary = book()
    for n, twitching in enumerate(reversed(days)):
        day = NOV_20 - timedelta(days=n)
        _written = diary.log(day, "calf-left") if twitching == "1" else diary.none(day)
    count = days.count("1")
    assert said(how_long(diary.figures().figures, Profile())) == (
        f"Not recorded yet ({count} entries without a duration).{said_of_breaks}"
    )


def test_how_often_counts_logged_days_and_compares_the_last_four_weeks(book):
    """56 days all logged: twitching on the last 21 and on 7 of the 28 before; 28 of 56, 50%."""
    diary = book(days=56)
    for n, day in enumerate(diary.period):
        if n >= 35 or n < 7:
            diary.log(day, "calf-left")
        else:
            diary.none(day)
    diary.log(date(2025, 11, 15), "calf-left").log(date(2025, 11, 18), "calf-left")
    answer = how_often(diary.figures().figures, Profile(), Dates(diary.period, diary.period.last))
    assert said(answer) == (
        "On 28 of 56 logged days (50%). Median 0.5 entries a logged day, most 2 (15 and 18 Nov)."
        " Last 28 days: 21 of 28 logged days; the 28 days before: 7 of 28."
    )


def test_a_short_diary_has_counts_and_no_per_cent(sparse):
    figures = sparse.figures().figures
    answer = how_often(figures, Profile(), Dates(sparse.period, sparse.period.last))
    assert said(answer) == (
        "On 3 of 5 logged days. Most entries on a day: 2 (18 Nov)."
        " Too early to compare two periods."
    )


def test_no_entry_at_all_is_said_with_its_denominator(book):
    diary = book(days=3).none(*book(days=3).period)
    answer = how_often(diary.figures().figures, Profile(), Dates(diary.period, diary.period.last))
    assert said(answer) == "No twitch entries; none on 3 of 3 logged days."
    assert answer.bold == "No twitch entries"


def test_days_not_logged_are_left_out_and_never_counted_as_zero(book):
    """Ten logged days of ninety, five with twitching: 5 of 10, not 5 of 90."""
    diary = book()
    for n in range(10):
        day = NOV_20 - timedelta(days=9 * n)
        if n % 2:
            diary.none(day)
        else:
            diary.log(day, "calf-left")
    answer = how_often(diary.figures().figures, Profile(), Dates(diary.period, diary.period.last))
    assert answer.bold == "On 5\u00a0of\u00a010 logged days."


def test_counts_at_rest_stand_with_how_often_and_give_way_on_a_full_page(book):
    """4 and 8 in two minutes are 2 and 4 a minute, the middle 3; half a minute too short."""
    diary = book()
    diary.log(NOV_20, "calf-left")

    def counted(day, count, length=120.0):
        moment = Moment.of(datetime(2025, 11, day, 20, tzinfo=UTC))
        return RestTally(moment, length, count)

    figures, dates = diary.figures().figures, Dates(diary.period, diary.period.last)
    one = how_often(figures, Profile(), dates, (counted(3, 4), counted(4, 9, 30.0)))
    assert one.said.plain.replace("\u00a0", " ").endswith(
        "Counted at rest: 4 twitches in 2 min (3 Nov)."
    )
    several = how_often(figures, Profile(), dates, (counted(3, 4), counted(10, 8)))
    expected = "Counted at rest 2 times: median 3 a minute, last 4 a minute (10 Nov)."
    assert said(several).endswith(expected)
    assert "at rest" not in several.printed(step=5).plain
