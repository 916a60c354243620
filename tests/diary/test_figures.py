"""The figures of a period add up to the entries they were made from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from twitchlog.domain.period import Period
from twitchlog.domain.twitch import OWN, Strength, Trigger


@pytest.fixture
def week(diary, clock):
    """A diary with three entries over five days, a none and a check-in; two days not logged."""
    now, today = clock.now(), clock.now().day
    diary.twitches.log(
        ["calf-left", "tongue"], moment=now, duration_s=30, strength=Strength.MILD,
        triggers=[Trigger("caffeine"), Trigger(OWN, "wine")],
    )  # fmt: skip
    diary.twitches.log(["calf-left"], moment=now.shifted(timedelta(hours=-2)), duration_s=10)
    diary.twitches.log(
        ["calf-left"], moment=now.shifted(timedelta(days=-2)), triggers=[Trigger(OWN, "caffeine")]
    )
    diary.checkins.none_today(today - timedelta(days=1))
    diary.checkins.save(today - timedelta(days=4), {"caffeine": 95, "sleep": 7})
    diary.checkins.save(today, {"caffeine": 0})
    return diary


@pytest.fixture
def period(clock):
    return Period.ending(clock.now().day, days=7)


def test_counts_by_day_place_hour_and_strength_agree(week, period, clock):
    figures, today = week.figures.read(period), clock.now().day
    assert figures.entries == sum(day.count for day in figures.days) == figures.clock.entries == 3
    assert (figures.logged, figures.twitching) == (4, 2)
    assert [(each.site, each.entries, each.days) for each in figures.sites] == [
        ("calf-left", 3, 2), ("tongue", 1, 1),
    ]  # fmt: skip
    assert figures.sites[0].first == today - timedelta(days=2)
    assert figures.sites[0].last == today
    assert figures.site_days == (
        (today - timedelta(days=2), "calf-left", 1), (today, "calf-left", 2), (today, "tongue", 1),
    )  # fmt: skip
    assert figures.clock.week[today.weekday()][21] == 1
    assert (figures.lengths.few, figures.lengths.without) == ((10.0, 30.0), 1)
    assert dict(figures.strengths) == {2: 1}
    assert figures.without_site == 0


def test_a_word_of_ones_own_counts_with_the_built_in_trigger_of_that_name(week, period):
    assert dict(week.figures.read(period).triggers) == {"caffeine": 2, "wine": 1}


def test_amounts_stand_by_factor_and_day_and_zero_is_an_amount(week, period, clock):
    today = clock.now().day
    assert dict(week.figures.read(period).amounts) == {
        "caffeine": ((today - timedelta(days=4), 95.0), (today, 0.0)),
        "sleep": ((today - timedelta(days=4), 7.0),),
    }


def test_a_period_leaves_out_what_lies_outside_but_knows_when_the_diary_began(week, clock):
    today = clock.now().day
    figures = week.figures.read(Period(today, today))
    assert figures.entries == 2
    assert figures.first_entry == today - timedelta(days=2)
    assert figures.diary_starts == today - timedelta(days=4)


def test_an_empty_diary_has_figures_too(diary, period):
    figures = diary.figures.read(period)
    assert (figures.entries, figures.logged, figures.sites, figures.lengths.few) == (0, 0, (), ())
    assert len(figures.days) == 7
    assert (figures.first_entry, figures.diary_starts) == (None, None)
    assert diary.figures.visit(period).last_logged == ()


def test_the_visit_lists_single_entries_only_while_they_are_few(week, period):
    assert len(week.figures.visit(period).listed) == 3
    assert week.figures.visit(period, list_up_to=2).listed == ()


def test_the_visit_knows_the_places_of_the_last_logged_days(week, period, clock):
    today = clock.now().day
    week.symptoms.answer("pain", present=True)
    visit = week.figures.visit(period)
    assert visit.last_logged == (
        (today, frozenset({"calf-left", "tongue"})),
        (today - timedelta(days=1), frozenset()),
        (today - timedelta(days=2), frozenset({"calf-left"})),
        (today - timedelta(days=4), frozenset()),
    )
    assert [answer.kind for answer in visit.symptoms] == ["pain"]
    before = week.figures.visit(Period(date(2026, 1, 1), today - timedelta(days=1)))
    assert before.symptoms == ()
    assert before.last_logged[0][0] == today - timedelta(days=1)
