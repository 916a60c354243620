"""What stands behind a part of a chart: exactly the entries it was counted from."""

from __future__ import annotations

import re
import shutil
from datetime import date, time

import pytest

from support import golden
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.period import Period
from twitchlog.domain.twitch import Activity, Pattern, Seen
from twitchlog.reports.charts.catalogue import CHARTS
from twitchlog.reports.charts.chart import Ask

COUNTED = {
    "timeline": 1, "year": 1, "places": 1, "dial": 1, "hours": 1, "lengths": 1, "movement": 1,
}  # fmt: skip
"""The column that begins with how many entries a row was counted from, in charts that have one."""
BEGINS = re.compile(r"\d*")


@pytest.fixture(scope="module")
def whole_file(tmp_path_factory):
    """The example of 400 days, with entries in the nights and in both hours of the autumn clock."""
    path, clock = tmp_path_factory.mktemp("whole") / "diary.sqlite", golden.clock()
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=400, seed=5, until=golden.TODAY)
        for day, hour in ((date(2026, 6, 1), 0), (date(2026, 6, 2), 23), (date(2026, 3, 29), 3)):
            diary.twitches.log(
                ["calf-left", "tongue"],
                moment=clock.on(day, time(hour, 15)),
                pattern=Pattern.RIPPLING,
                seen=Seen.FELT,
                activity=Activity.REST,
            )
        for moment in clock.on(date(2025, 10, 26), time(2, 30)).twins():
            diary.twitches.log(["calf-left"], moment=moment, duration_s=60.0)
        diary.changed = False
    return path


@pytest.fixture
def whole(whole_file, tmp_path):
    """A copy of it, open."""
    path = tmp_path / "diary.sqlite"
    shutil.copy(whole_file, path)
    with Diary.open(path, clock=golden.clock()) as diary:
        yield diary


def told(chart, diary, days):
    today = diary.clock.now().day
    ask = Ask(Period.ending(today, days=days), today, diary.days.first_logged())
    return chart.tell(chart.read(diary, ask), ask)


@pytest.mark.parametrize("days", [28, 91, 400])
@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.kind)
def test_the_entries_behind_a_part_are_as_many_as_it_says_and_none_stands_for_nothing(
    whole, chart, days
):
    at = COUNTED.get(chart.kind)
    for row in told(chart, whole, days).table.rows:
        said = "" if at is None else BEGINS.match(row.cells[at].replace(",", ""))[0]
        if row.behind is None:
            assert said in {"", "0"}, row
            continue
        found = whole.search.find(row.behind).entries
        assert found, row
        assert said in {"", str(found)}, row
