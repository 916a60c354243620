"""What the page says of a habit tried by lot: nothing of its result before the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from twitchlog.domain.checkin import DayCount
from twitchlog.domain.experiment import Experiment, Kept, draw
from twitchlog.domain.moment import Moment
from twitchlog.reports.visit.dates import Dates
from twitchlog.reports.visit.trial_lines import lines

FIRST = date(2025, 9, 1)
MADE = Moment.of(datetime(2025, 8, 30, 12, tzinfo=UTC))
PLAN = draw(7, pairs=6)
TRIAL = Experiment("e", "caffeine", "Coffee as usual", "No caffeine after noon", PLAN, FIRST, MADE)
COMPARED = (
    "Tried by lot: “Coffee as usual” against “No caffeine after noon”, 6 pairs of 4-day blocks,"
    " 1 Sep to 18 Oct 2025. "
)


def told(book, trial, days, made, *, step=0):
    visit = replace(book().figures(), trials=((trial, tuple(days)),))
    (line,) = lines(visit, Dates(visit.figures.period, made), made=made)
    return line.printed(step=step).plain.replace("\u00a0", " ").removeprefix(COMPARED)


def days(count, of_day):
    return [
        DayCount(FIRST + timedelta(days=n), of_day(n), True)
        for n in range(count)
    ]  # fmt: skip


def test_while_it_runs_only_how_far_it_is_is_told(book):
    half = days(20, lambda n: 5 if PLAN.is_on(n) else 1)
    assert told(book, TRIAL, half, FIRST + timedelta(days=19)) == (
        "Day 20 of 48, 20 logged so far. No result before the end."
    )
    assert told(book, TRIAL, (), FIRST - timedelta(days=1)) == "Not begun yet."


def test_at_its_end_it_says_both_means_how_often_chance_does_as_much_and_how_it_was_kept(book):
    """Five a day with coffee and one without: only 2 of the 64 plans are as clear: 3 of 100."""
    whole = days(48, lambda n: 5 if PLAN.is_on(n) else 1)
    kept = {FIRST: Kept.YES, FIRST + timedelta(days=1): Kept.NO}
    assert told(book, replace(TRIAL, kept=kept), whole, date(2025, 10, 19)) == (
        "More than chance, probably: “Coffee as usual” 5.0, “No caffeine after noon” 1.0 entries a"
        " logged day; by chance a gap as large in 3 of 100 plans. 48 of 48 days logged; the plan"
        " kept on 1 of 2 days answered."
    )
    same = days(48, lambda _n: 2)
    assert told(book, TRIAL, same, date(2025, 10, 19)).startswith("No difference can be told:")


def test_one_that_was_stopped_has_no_test_and_says_why(book):
    stopped = replace(TRIAL, stopped=FIRST + timedelta(days=19), why_stopped="Too tired")
    half = days(20, lambda n: 5 if PLAN.is_on(n) else 1)
    assert told(book, stopped, half, date(2025, 10, 19)) == (
        "Stopped on 20 Sep, day 20 of 48: no test of a trial that was stopped early."
        " Own words: “Too tired”."
    )


def test_a_habit_that_was_tried_before_says_so_also_in_short(book):
    whole, made = days(48, lambda n: 5 if PLAN.is_on(n) else 1), date(2025, 10, 19)
    for step in (0, 9):
        said = told(book, replace(TRIAL, earlier=2), whole, made, step=step)
        assert said.endswith("2 earlier trials of it were begun.")


def test_with_few_days_logged_nothing_can_be_told(book):
    assert told(book, TRIAL, days(8, lambda _n: 1), date(2025, 10, 19)) == (
        "Too few days are logged to tell. 8 of 48 days logged; whether the plan was kept is not"
        " recorded."
    )


def test_on_a_full_page_a_result_keeps_its_means_and_its_days(book):
    whole = days(48, lambda n: 5 if PLAN.is_on(n) else 1)
    assert told(book, TRIAL, whole, date(2025, 10, 19), step=3) == (
        "Tried by lot: “Coffee as usual” against “No caffeine after noon”, 1 Sep to 18 Oct 2025."
        " More than chance, probably: 5.0 against 1.0 entries a logged day, 48 of 48 days logged."
    )
    half = days(20, lambda n: 5 if PLAN.is_on(n) else 1)
    assert told(book, TRIAL, half, FIRST + timedelta(days=19), step=3) == (
        "Day 20 of 48, 20 logged so far. No result before the end."
    )
