"""The places of a period: how often each, on how many days, and how many in a week."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from twitchlog.domain.counts.places import PlacesIn, SiteBlock
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary import Diary

TODAY = date(2026, 6, 18)


@pytest.fixture
def log(diary: Diary) -> Callable[..., object]:
    """Log one twitch at noon of a day: `log(3, "calf-left", "chin")` is three days ago.

    Without a place it is one that was brought in from a file of another program.
    """

    def at(ago: int | date, *sites: str) -> object:
        day = ago if isinstance(ago, date) else TODAY - timedelta(days=ago)
        moment = diary.clock.on(day, time(12))
        entry = diary.twitches.log(sites or ["chin"], moment=moment).value
        if not sites:
            with closing(sqlite3.connect(diary.path)) as file, file:
                file.execute("DELETE FROM twitch_sites WHERE twitch_id = ?", (entry.id,))
        return entry

    return at


def added_up(diary: Diary) -> dict[tuple[str, str], int]:
    """Count the entries of each place and day afresh, and those with any place."""
    with closing(sqlite3.connect(diary.path)) as file:
        found = file.execute(
            "SELECT site, local_day, count(*) FROM twitch_sites JOIN twitches ON id = twitch_id"
            " GROUP BY 1, 2 UNION ALL SELECT '', local_day, count(DISTINCT id) FROM twitch_sites"
            " JOIN twitches ON id = twitch_id GROUP BY local_day"
        )
        return {(site, day): count for site, day, count in found}


def kept(diary: Diary) -> dict[tuple[str, str], int]:
    with closing(sqlite3.connect(diary.path)) as file:
        rows = file.execute("SELECT site, local_day, entries FROM site_days")
        return {(site, day): count for site, day, count in rows}


@pytest.mark.in_file
def test_what_is_kept_of_the_places_follows_every_change(diary, log) -> None:
    def agree() -> bool:
        return kept(diary) == added_up(diary)

    first, second = log(2, "calf-left", "chin"), log(2, "calf-left")
    assert kept(diary) == {
        ("calf-left", "2026-06-16"): 2,
        ("chin", "2026-06-16"): 1,
        ("", "2026-06-16"): 2,
    }
    diary.twitches.edit(replace(first, sites=("chin", "tongue")))
    assert agree()
    diary.twitches.edit(replace(second, moment=diary.clock.on(TODAY, time(9))))
    assert ("calf-left", "2026-06-18") in kept(diary)
    assert agree()
    diary.twitches.remove(first.id, second.id)
    assert kept(diary) == added_up(diary) == {}
    for binned in diary.bin.items():
        diary.bin.restore(binned.id)
        assert agree()
    while diary.next_undo():
        diary.undo()
        assert agree()
    while diary.next_redo():
        diary.redo()
        assert agree()
    assert kept(diary)


@pytest.mark.in_file
def test_the_places_of_a_small_diary_worked_out_by_hand(diary, log) -> None:
    """Ten days up to 18 June; left calf on 10, 16 (twice) and 18 June, chin with it on the 16th.

    The tongue twitched on 18 June and, before the ten days, on 1 June; one entry of the 17th has
    no place. The 11th is a quiet day, all others are not logged. So: 6 entries, 1 without a
    place, 5 logged days; left calf 4 on 3 days, then the tongue (newer) and the chin with 1 each.
    """
    log(date(2026, 6, 1), "tongue")
    log(date(2026, 6, 10), "calf-left")
    diary.checkins.none_today(date(2026, 6, 11))
    log(date(2026, 6, 16), "calf-left", "chin")
    log(date(2026, 6, 16), "calf-left")
    log(date(2026, 6, 17))
    log(date(2026, 6, 18), "calf-left")
    log(date(2026, 6, 18), "tongue")
    found = diary.counts.places(Period.ending(TODAY, days=10))
    assert (found.entries, found.without_site, found.logged) == (6, 1, 5)
    assert [(each.site, each.entries, each.days) for each in found.sites] == [
        ("calf-left", 4, 3),
        ("tongue", 1, 1),
        ("chin", 1, 1),
    ]
    calf, tongue, _chin = found.sites
    assert (calf.first, calf.last, calf.known) == (date(2026, 6, 10), TODAY, False)
    assert (tongue.first, tongue.known) == (TODAY, True)


@pytest.mark.in_file
def test_weeks_end_on_the_last_day_and_count_each_place_once(diary, log) -> None:
    """Ten days: the week of 12 to 18 June has two places on three logged days, the rest, 9 to
    11 June, none on one. In the last four weeks there are three places on 5 logged days (the
    tongue on 1 June), in the four before one on one."""
    log(date(2026, 5, 20), "tongue")
    log(date(2026, 6, 1), "tongue")
    diary.checkins.none_today(date(2026, 6, 11))
    log(date(2026, 6, 16), "calf-left", "chin")
    log(date(2026, 6, 17))
    log(date(2026, 6, 18), "calf-left")
    found = diary.counts.spread(Period.ending(TODAY, days=10))
    assert found.weeks == (
        PlacesIn(date(2026, 6, 9), date(2026, 6, 11), logged=1, places=0),
        PlacesIn(date(2026, 6, 12), TODAY, logged=3, places=2),
    )
    assert (found.recent.places, found.recent.logged) == (3, 5)
    assert (found.before.places, found.before.logged) == (1, 1)
    assert found.logged == 4
    assert found.leading == "calf-left"


@pytest.mark.in_file
def test_fortnights_count_back_and_the_rest_joins_the_oldest(diary, log) -> None:
    """30 days are two fortnights; the two days left over belong to the older one."""
    log(29, "chin")
    log(20, "chin", "calf-left")
    log(13, "calf-left")
    log(0)
    found = diary.counts.spread(Period.ending(TODAY, days=30))
    assert found.blocks == (
        SiteBlock(2, {"calf-left": 1}),
        SiteBlock(2, {"chin": 2, "calf-left": 1}),
    )
    assert found.leading == "calf-left"  # as often as the chin, and named later


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2025, 10, 26)], ids=["23 h", "25 h"])
def test_a_day_on_which_the_clock_changes_is_one_day(diary, day: date) -> None:
    """Four entries through the day, before and after the change, and one the day after."""
    for hour in (0, 1, 4, 23):
        diary.twitches.log(["chin"], moment=diary.clock.on(day, time(hour, 30)))
    diary.twitches.log(["chin"], moment=diary.clock.on(day + timedelta(days=1), time(0, 30)))
    period = Period(day - timedelta(days=5), day + timedelta(days=1))
    (chin,) = diary.counts.places(period).sites
    assert (chin.entries, chin.days) == (5, 2)
    (week,) = diary.counts.spread(period).weeks
    assert (week.logged, week.places, week.days) == (2, 1, 7)


def test_an_empty_diary_has_no_places(diary) -> None:
    period = Period.ending(TODAY, days=28)
    found, spread = diary.counts.places(period), diary.counts.spread(period)
    assert (found.logged, found.entries, found.without_site, found.sites) == (0, 0, 0, ())
    assert (spread.leading, spread.blocks) == (None, ())
    assert [week.places for week in spread.weeks] == [0] * 4


@pytest.mark.in_file
def test_a_place_that_a_newer_version_knows_is_counted(diary, log) -> None:
    entry = log(0, "chin")
    with closing(sqlite3.connect(diary.path)) as file, file:
        file.execute("INSERT INTO twitch_sites VALUES (?, 'earlobe-left', 1)", (entry.id,))
    found = diary.counts.places(Period(TODAY, TODAY))
    assert [each.site for each in found.sites] == ["chin", "earlobe-left"]
    assert found.without_site == 0


@pytest.mark.in_file
def test_ranks_and_weeks_agree_with_pandas(diary, log) -> None:
    """Random entries over 100 days, some at two places, some at none."""
    chance, names = np.random.default_rng(4), ["chin", "tongue", "calf-left", "calf-right"]
    for _ in range(150):
        many = chance.choice([0, 1, 1, 2])
        log(int(chance.integers(100)), *chance.choice(names, many, replace=False).tolist())
    with closing(sqlite3.connect(diary.path)) as file:
        rows = pd.read_sql(
            "SELECT id, local_day, site FROM twitches LEFT JOIN twitch_sites ON id = twitch_id",
            file,
            parse_dates=["local_day"],
        )
    rows["ago"] = (pd.Timestamp(TODAY) - rows.local_day).dt.days
    rows = rows[rows.ago < 60]
    period = Period.ending(TODAY, days=60)
    found = diary.counts.places(period)
    by_site = rows.groupby("site")
    assert {each.site: each.entries for each in found.sites} == by_site.id.nunique().to_dict()
    assert {each.site: each.days for each in found.sites} == by_site.local_day.nunique().to_dict()
    ranks = by_site.id.nunique().rank(method="min", ascending=False)
    assert [ranks[each.site] for each in found.sites] == sorted(ranks)
    assert found.entries == rows.id.nunique()
    assert found.without_site == rows[rows.site.isna()].id.nunique()
    weekly = rows.groupby(rows.ago // 7).site.nunique().to_dict()
    spread = diary.counts.spread(period)
    many = {at: week.places for at, week in enumerate(reversed(spread.weeks))}
    assert many == {at: weekly.get(at, 0) for at in range(9)}
