from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import timeline, year

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST = date(2026, 6, 18)
DAYS = 400
PERIODS = st.tuples(st.integers(0, DAYS + 20), st.integers(0, DAYS + 20)).map(
    lambda ago: Period(LAST - timedelta(days=max(ago)), LAST - timedelta(days=min(ago)))
)


@pytest.fixture(scope="module")
def example(tmp_path_factory) -> Iterator[Diary]:
    """Thirteen months of the example, over a change of the clock in October and one in March."""
    now = Moment.of(datetime.combine(LAST, time(21, 45), tzinfo=UTC), "Europe/Berlin")
    path = tmp_path_factory.mktemp("days") / "example.sqlite"
    with Diary.open(path, clock=FixedClock(now)) as diary:
        fill(diary, days=DAYS, seed=3, until=LAST)
        yield diary
        diary.changed = False


def entries_in(rows, column: int = 1) -> int:
    values = [row.cells[column].replace(",", "").split(" ")[0] for row in rows]
    return sum(int(value) for value in values if value.isdigit())


@settings(max_examples=40)
@given(period=PERIODS)
def test_the_chart_over_time_adds_up_to_the_entries_of_any_period(example, period):
    asked = Ask(period, LAST, example.days.first_logged())
    chart = timeline.CHART.tell(timeline.CHART.read(example, asked), asked)
    bars = chart.table.rows[: len(chart.bars)]
    assert entries_in(bars) == len(example.twitches.between(period))
    assert [row.cells[1] for row in chart.table.rows[len(bars) :]] == [""] * (
        len(chart.table.rows) - len(bars)
    )


@settings(max_examples=40)
@given(period=PERIODS)
def test_the_calendar_adds_up_to_the_entries_of_its_days(example, period):
    asked = Ask(period, LAST, example.days.first_logged())
    chart = year.CHART.tell(year.CHART.read(example, asked), asked)
    days = year.days_of(asked)
    assert entries_in(chart.table.rows) == len(example.twitches.between(days))
    logged = sum(day.logged for day in example.days.summaries(days))
    unknown = sum(row.cells[1] == "not logged" for row in chart.table.rows)
    assert len(chart.table.rows) - unknown == logged
