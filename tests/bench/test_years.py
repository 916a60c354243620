"""The long diary is one that the program itself could have written; its size is as it says."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from bench import long_life, years
from twitchlog.diary import Diary
from twitchlog.domain.period import Period

DAYS = 800


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("years") / "long.sqlite"
    years.make(path, entries=4000, days=DAYS)
    return path


@pytest.fixture
def long_diary(path):
    with Diary.open(path, clock=years.clock()) as diary:
        yield diary
        diary.changed = False


def test_it_holds_so_many_twitches_over_so_many_days(long_diary):
    period = Period.ending(years.LAST, days=DAYS)
    days = long_diary.days.summaries(period)
    assert long_diary.twitches.count() == sum(day.count for day in days) == 4000
    logged = sum(day.logged for day in days)
    assert 0.8 * DAYS < logged < 0.9 * DAYS
    assert any(day.none_said and not day.count for day in days)


def test_everything_in_it_reads_back_as_what_the_program_knows(long_diary):
    twitches = long_diary.twitches.newest()
    assert all(each.sites and each.moment.day <= years.LAST for each in twitches)
    for twitch in twitches[::40]:
        shown = twitch.moment.utc.astimezone(ZoneInfo(long_life.ZONE))
        assert (shown.date(), shown.hour * 60 + shown.minute) == (
            twitch.moment.day, twitch.moment.minute,
        )  # fmt: skip
    assert long_diary.medications.all()
    assert any(medicine.changes for medicine in long_diary.medications.all())
    assert long_diary.treatments.all()
    assert long_diary.appointments.all()
    assert any(count.count for count in long_diary.rest.all())
    assert long_diary.weekly.last() is not None
    checkin = next(each for each in long_diary.checkins.all() if "sleep" in each.details)
    assert checkin.details["sleep"].began is not None


def test_every_rule_of_the_tables_holds_and_notes_are_found(path):
    with contextlib.closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not file.execute("PRAGMA foreign_key_check").fetchall()
        found = "SELECT count(*) FROM search_index WHERE search_index MATCH 'stairs'"
        noted = "SELECT count(*) FROM twitches WHERE note LIKE '%stairs%'"
        assert file.execute(found).fetchone() == file.execute(noted).fetchone() != (0,)


def test_what_triggers_keep_is_what_they_would_have_kept(path):
    with contextlib.closing(sqlite3.connect(path)) as file:
        triggers = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name GLOB ?"
        assert file.execute(triggers, ["site_days_*"]).fetchone() == (5,)
        kept = file.execute("SELECT * FROM site_days ORDER BY 1, 2").fetchall()
        file.execute("DELETE FROM site_days")
        places = file.execute("SELECT * FROM twitch_sites").fetchall()
        file.execute("DELETE FROM twitch_sites")
        file.executemany("INSERT INTO twitch_sites VALUES (?, ?, ?)", places)
        assert file.execute("SELECT * FROM site_days ORDER BY 1, 2").fetchall() == kept
        assert len(kept) > DAYS
        assert file.execute(triggers, ["entry_days_*"]).fetchone() == (3,)
        days = file.execute("SELECT * FROM entry_days ORDER BY 1").fetchall()
        assert (
            days
            == file.execute(
                "SELECT local_day, count(*) FROM twitches GROUP BY 1 ORDER BY 1"
            ).fetchall()
        )
        file.rollback()


def test_one_that_was_made_is_used_again(tmp_path):
    first = years.kept(50, folder=tmp_path)
    made = first.stat().st_mtime_ns
    assert years.kept(50, folder=tmp_path) == first
    assert first.stat().st_mtime_ns == made


def test_a_time_left_out_in_spring_and_one_shown_twice_in_autumn_are_moments_that_there_were():
    """On 29 March 2026 02:30 does not come, on 25 October 2026 it comes twice (Europe/Berlin)."""
    days = [long_life.day_number(datetime(2026, *each).date()) for each in ((3, 29), (10, 25))]
    spring, autumn = (long_life.moments(np.array([day]), np.array([150.0])) for day in days)
    assert (spring.minute[0], spring.offset_min[0]) == (210, 120)
    assert (autumn.minute[0], autumn.offset_min[0]) == (150, 60)
    utc = datetime.fromtimestamp(autumn.utc_ms[0] / 1000, ZoneInfo("UTC"))
    assert (utc.hour, utc.minute) == (1, 30)
