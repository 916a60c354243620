"""The Diary screen in a real window, with ten years and a hundred thousand entries."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from support.diary_shown import rows, show_diary
from support.shown import services_of
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.moment import Moment

TODAY = date(2026, 6, 18)
MOST_WIDGETS = 60
MOST_READ = 250


@pytest.fixture(scope="module")
def long_diary(tmp_path_factory):
    """A diary of ten years and more than a hundred thousand entries; only to be read."""
    evening = datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo("Europe/Berlin"))
    clock = FixedClock(Moment.of(evening, "Europe/Berlin"))
    path = tmp_path_factory.mktemp("long") / "diary.sqlite"
    with Diary.open(path, clock=clock) as opened:
        fill(opened, days=3650, seed=11, until=TODAY, entries=100_500)
        yield opened


@pytest.fixture
def shown(app, window, long_diary, clock):
    """A function that fills the shell with the screen."""
    return lambda: show_diary(app, window, services_of(long_diary, clock), {"edit": [], "log": []})


def test_a_hundred_thousand_entries_scroll_with_few_widgets_and_small_reads(
    long_diary, shown, pump, monkeypatch
):
    assert long_diary.twitches.count() >= 100_000
    read = []
    on_day = long_diary.twitches.on_day
    monkeypatch.setattr(
        long_diary.twitches, "on_day", lambda day: read.append(len(found := on_day(day))) or found
    )
    _shell, screen = shown()
    pump()
    length = screen.list._sheet.height
    assert length > 100_000 * 60
    most_widgets = most_read = 0
    # A long fling at the top, then jumps all over the diary, then the very end.
    stops = [120 * step for step in range(40)] + [length * part / 25 for part in range(26)]
    for down in stops:
        read.clear()
        screen.list.go(down)
        pump(frames=1)
        most_read = max(most_read, sum(read))
        most_widgets = max(most_widgets, screen.list.live)
    assert most_widgets <= MOST_WIDGETS
    assert most_read <= MOST_READ
    screen.list.go(float("inf"))
    pump(frames=4)
    oldest = screen.presenter.sections[-1]
    assert screen.presenter.rows(oldest.first)[-1].id in {row.entry.id for row in rows(screen)}


def test_rows_far_down_are_placed_to_the_pixel(long_diary, shown, pump):
    _shell, screen = shown()
    pump()
    screen.list.go(screen.list._sheet.height * 0.9)
    pump(frames=4)
    assert all(abs(each.y) < 8192 for each in screen.list._page.children)
