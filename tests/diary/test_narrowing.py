"""The entries behind a part of a chart are found: each one of them, and no other."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.domain.site import site
from twitchlog.domain.twitch import Activity, Pattern, Seen, Strength, Trigger

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(2024, 12, 20)
DAYS = 500
SITES = ("calf-left", "calf-right", "tongue", "eyelid-left", "thigh-left")
LENGTHS = (None, 0.5, 1.0, 10.0, 59.9, 60.0, 120.0, 7200.0)


def moment(day: date, hour: int, minute: int = 0, *, second: bool = False) -> Moment:
    """Return a time of day in Berlin; `second` where the clock shows it twice."""
    when = datetime.combine(day, time(hour, minute), BERLIN).replace(fold=int(second))
    return Moment.of(when, "Europe/Berlin")


entries = st.lists(
    st.tuples(
        st.integers(0, DAYS - 1),
        st.integers(0, 23),
        st.sets(st.sampled_from(SITES), min_size=1, max_size=2),
        st.sampled_from(LENGTHS),
        st.sampled_from([None, *Strength]),
        st.sampled_from([None, *Pattern]),
        st.sampled_from([None, *Seen]),
        st.sampled_from([None, *Activity]),
        st.booleans(),
    ),
    max_size=25,
)


def chosen(values):
    return st.frozensets(st.sampled_from(list(values)), max_size=3)


periods = st.none() | st.tuples(st.integers(0, DAYS), st.integers(0, DAYS)).map(
    lambda ends: Period(*(FIRST + timedelta(days=each) for each in sorted(ends)))
)
of_a_place = st.builds(
    Query, sites=st.sampled_from(SITES).map(lambda each: frozenset({each})), period=periods
)
queries = of_a_place | st.builds(
    Query,
    parts=chosen(["calf", "tongue"]),
    sites=chosen(SITES),
    triggers=chosen([Trigger("caffeine")]),
    strengths=chosen(Strength),
    patterns=chosen(Pattern),
    seen=chosen(Seen),
    activities=chosen(Activity),
    weekdays=st.frozensets(st.integers(0, 6), max_size=4),
    hours=st.frozensets(st.integers(0, 23), max_size=12),
    at_least_s=st.sampled_from(LENGTHS),
    below_s=st.sampled_from(LENGTHS),
    no_duration=st.booleans(),
    period=periods,
)


def passes(query, twitch) -> bool:
    """The same filters, written plainly."""
    length = twitch.duration_s
    known = [
        not query.parts or any(site(each).part in query.parts for each in twitch.sites),
        not query.sites or bool(query.sites & set(twitch.sites)),
        not query.triggers or bool(query.triggers & set(twitch.triggers)),
        not query.strengths or twitch.strength in query.strengths,
        not query.patterns or twitch.pattern in query.patterns,
        not query.seen or twitch.seen in query.seen,
        not query.activities or twitch.activity in query.activities,
        not query.weekdays or twitch.moment.day.weekday() in query.weekdays,
        not query.hours or twitch.moment.local.hour in query.hours,
        query.at_least_s is None or (length is not None and length >= query.at_least_s),
        query.below_s is None or (length is not None and length < query.below_s),
        not query.no_duration or length is None,
        query.period is None or twitch.moment.day in query.period,
    ]
    return all(known)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One diary for all examples, emptied before each."""
    now = FixedClock(moment(FIRST + timedelta(days=DAYS), 12))
    with Diary.open(tmp_path_factory.mktemp("narrowing") / "diary.sqlite", clock=now) as diary:
        yield diary


@given(entries=entries, query=queries, at_least=st.none() | st.integers(1, 10))
def test_each_entry_found_passes_the_filters_and_each_that_passes_is_found(
    shared, entries, query, at_least
):
    for day, hour, sites, length, strength, pattern, seen, activity, caffeine in entries:
        shared.twitches.log(
            sorted(sites),
            moment=moment(FIRST + timedelta(days=day), hour),
            duration_s=length,
            strength=strength,
            pattern=pattern,
            seen=seen,
            activity=activity,
            triggers=[Trigger("caffeine")] if caffeine else [],
        )
    try:
        found = shared.search.find(query, at_least=at_least)
        wanted = [each for each in shared.twitches.newest(99) if passes(query, each)]
        days = sorted({each.moment.day for each in wanted}, reverse=True)
        assert (found.entries, found.days) == (len(wanted), len(days))
        assert {hit.id for hit in found.hits} <= {each.id for each in wanted}
        if at_least is None:
            assert found.is_whole
        else:
            assert len(found.hits) >= min(at_least, len(wanted))
        shown = {hit.day for hit in found.hits}
        assert shown == set(days[: len(shown)])
        assert len(found.hits) == sum(each.moment.day in shown for each in wanted)
    finally:
        ids = [each.id for each in shared.twitches.newest(99)]
        if ids:
            shared.twitches.remove(*ids)


def test_an_hour_is_that_of_the_clock_and_both_of_autumn_count(diary, clock):
    """On 26 October 2025 Berlin's clock shows 2:00 to 3:00 twice; on 30 March 2025 not at all."""
    autumn, spring = date(2025, 10, 26), date(2025, 3, 30)
    for when in (
        moment(autumn, 2, 30),
        moment(autumn, 2, 30, second=True),
        moment(autumn, 3, 30),
        moment(spring, 3, 30),
    ):
        diary.twitches.log(["calf-left"], moment=when)
    assert diary.search.find(Query(hours=frozenset({2}))).entries == 2
    assert diary.search.find(Query(hours=frozenset({3}))).entries == 2
    assert diary.search.find(Query(weekdays=frozenset({6}))).entries == 4


def test_a_night_that_counts_to_the_day_before_has_that_days_weekday(tmp_path, clock):
    """Where the day ends at 4, Thursday 1:30 is of Wednesday, and its hour is one o'clock."""
    with Diary.open(tmp_path / "late.sqlite", clock=clock) as diary:
        diary.preferences.end_day_at(240)
        night = diary.clock.lived(moment(date(2026, 6, 18), 1, 30))
        diary.twitches.log(["calf-left"], moment=night)
        wednesdays, ones = frozenset({2}), frozenset({1})
        assert diary.search.find(Query(weekdays=wednesdays, hours=ones)).entries == 1
        assert diary.search.find(Query(weekdays=frozenset({3}))).entries == 0


def test_words_typed_within_a_part_of_a_chart_find_twitches_alone(diary, later):
    diary.twitches.log(["calf-left"], note="after tea")
    diary.checkins.save(diary.clock.now().day, {"sleep": 7}, note="much tea")
    thursdays = Query(text="tea", weekdays=frozenset({3}))
    assert [hit.source for hit in diary.search.find(thursdays).hits] == ["twitches"]
    today = diary.clock.now().day
    of_today = Query(text="tea", period=Period(today, today))
    found = diary.search.find(of_today, at_least=1)
    assert sorted(hit.source for hit in found.hits) == ["checkins", "twitches"]
    assert (found.entries, found.days) == (2, 1)
