"""How the page says days, shares and texts with bold parts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.visit.dates import Dates, percent, years_old
from twitchlog.reports.visit.prose import Prose, Run, listed, of, prose

PERIOD = Period(date(2025, 8, 23), date(2025, 11, 20))


def spaced(text):
    return text.replace("\u00a0", " ")


def days(*texts):
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("given_days", "expected"),
    [
        (days("2025-11-15", "2025-11-18"), "15 and 18 Nov"),
        (days("2025-11-15"), "15 Nov"),
        (days("2025-10-31", "2025-11-01"), "31 Oct to 1 Nov"),
        (days("2025-11-01", "2025-11-02", "2025-11-03", "2025-11-07"), "1 to 3 and 7 Nov"),
        (days("2025-10-30", "2025-11-07"), "30 Oct and 7 Nov"),
        (days("2025-10-31", "2025-11-01", "2025-11-05"), "31 Oct to 1 Nov and 5 Nov"),
        ([], ""),
        ([date(2025, 9, 1) + timedelta(days=2 * n) for n in range(7)], ""),
    ],
)
def test_days_in_a_row_become_ranges_and_too_many_become_nothing(given_days, expected):
    assert Dates(PERIOD, PERIOD.last).many(given_days).replace("\u00a0", " ") == expected


def test_a_day_outside_the_period_keeps_its_year():
    dates = Dates(PERIOD, PERIOD.last)
    assert dates.say(date(2025, 9, 1)) == "1\u00a0Sep"
    assert dates.say(date(2024, 9, 1)) == "1\u00a0Sep\u00a02024"


def test_in_a_period_of_years_every_day_keeps_its_year():
    dates = Dates(Period(date(2023, 1, 1), date(2025, 11, 20)), date(2025, 11, 20))
    assert dates.say(date(2025, 9, 1)) == "1\u00a0Sep\u00a02025"


def test_a_day_of_another_year_than_the_page_was_made_in_has_its_year():
    dates = Dates(Period(date(2025, 11, 27), date(2026, 11, 25)), date(2026, 11, 26))
    assert dates.say(date(2025, 12, 9)) == "9\u00a0Dec\u00a02025"
    assert dates.say(date(2026, 3, 9)) == "9\u00a0Mar"
    assert spaced(dates.many(days("2025-12-30", "2025-12-31"))) == "30 to 31 Dec 2025"
    over = days("2025-12-31", "2026-01-01", "2026-01-05")
    assert spaced(dates.many(over)) == "31 Dec 2025 to 1 Jan 2026 and 5 Jan"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (PartialDate(2025, 11, 27), PartialDate(2025, 12, 17), ("27 Nov", "17 Dec 2025")),
        (PartialDate(2025, 12, 17), PartialDate(2026, 2, 3), ("17 Dec 2025", "3 Feb 2026")),
        (PartialDate(2026, 1, 8), PartialDate(2026, 2, 3), ("8 Jan", "3 Feb")),
        (PartialDate(2025, 11), PartialDate(2026, 2, 3), ("Nov 2025", "3 Feb 2026")),
    ],
)
def test_a_span_names_both_years_where_there_are_two(first, last, said):
    dates = Dates(Period(date(2025, 11, 27), date(2026, 11, 25)), date(2026, 11, 26))
    assert tuple(map(spaced, dates.ends(first, last))) == said


def test_figures_never_part_from_what_they_count():
    assert of(21, 26) == "21\u00a0of\u00a026"


@given(st.integers(1, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_is_nought_or_all_only_when_it_is(pair):
    part, whole = pair
    assert (percent(part, whole) == "0%") == (part == 0)
    assert (percent(part, whole) == "100%") == (part == whole)


@given(st.text(), st.text())
@example("name.", "words.")
@example("", "")
def test_what_is_filled_in_can_never_become_bold_or_a_placeholder(name, words):
    said = prose("**{name}:** {words}.", name=name, words=words)
    end = "" if words.endswith(".") else "."
    assert said.runs == (Run(f"{name}:", bold=True), Run(f" {words}{end}"))


def test_prose_gives_its_answer_and_the_rest():
    said = prose("**Usually 3 min** (median). Now 2 days.")
    assert (said.bold, said.rest) == ("Usually 3 min", "(median). Now 2 days.")
    assert (Prose() + said) == said
    assert listed(["a", "b", "c"]) == "a, b and c"


def test_an_age_counts_birthdays():
    born = date(1984, 5, 14)
    assert (years_old(born, date(2025, 5, 13)), years_old(born, date(2025, 5, 14))) == (40, 41)


def test_a_sentence_ends_once_also_where_a_shortened_month_brings_its_own_full_stop():
    assert prose("**{day}**, {what}.", day="3. Nov.", what="bis 9. Nov.").plain == (
        "3. Nov., bis 9. Nov."
    )
    assert prose("**{day}**. {rest}", day="3. Nov.", rest="Then.").plain == "3. Nov. Then."
    assert prose("{words}.", words="“Well...”").plain == "“Well...”."
