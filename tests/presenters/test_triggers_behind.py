"""What lies behind a row of the triggers, and what is saved of them."""

from __future__ import annotations

import csv
from datetime import timedelta
from typing import TYPE_CHECKING

from support.triggers_opened import TODAY, Opened, checked_in
from twitchlog.reports.charts.picture import Form

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


def test_behind_a_row_stand_its_days_its_lag_and_how_it_is_worked_out(filled: Diary) -> None:
    opened = Opened(filled)
    opened.page()
    sleep = opened.behind("sleep")
    assert "of 164 logged days" in sleep["Which days"]
    assert "the day after it" in sleep["Which days"]
    assert "the same day" in opened.behind("stress")["Which days"]
    assert "the day of the week" in sleep["What else was taken into account"]
    assert (
        "Also what else was compared: stress, caffeine,"
        in sleep["What else was taken into account"]
    )
    assert "stress" in sleep["What else was taken into account"]
    assert "9 things looked at in 10 comparisons" in sleep["How many things were looked at"]
    assert "by chance" in sleep["How this is worked out"]


def test_the_days_behind_the_curve_are_those_that_were_compared(filled: Diary) -> None:
    """Each day of the fit stands in one group, with an amount of that group."""
    opened = Opened(filled)
    opened.page()
    detail = opened.detail("stress")
    days = next(each.days for each in detail.behind if each.days is not None).days
    groups = [row.behind.days for row in detail.chart.table.rows]
    assert frozenset().union(*groups) == days
    assert sum(map(len, groups)) == len(days) == 130
    assert detail.chart.table.rows[0].cells[:2] == ("none", str(len(groups[0])))
    for day in groups[-1]:
        assert filled.checkins.get(day).amounts["stress"] == 3
    assert {hit.day for hit in filled.search.find(detail.chart.table.rows[-1].behind).hits} <= days


def test_a_trial_of_it_that_is_over_stands_on_its_page_with_what_it_showed(
    filled: Diary, clock: FixedClock
) -> None:
    """Of six pairs with a logged day in each block the halves differ by chance only."""
    first, words = TODAY - timedelta(days=50), {"on": "Coffee", "off": "No coffee"}
    clock.moment = clock.moment.shifted(timedelta(days=-50))
    ended = filled.experiments.start("caffeine", first=first, pairs=6, seed=1, **words).value
    running = Opened(filled)
    running.page()
    assert running.detail("caffeine").trials == ()
    clock.moment = clock.moment.shifted(timedelta(days=50))
    given_up = filled.experiments.start("caffeine", first=TODAY, seed=1, **words).value
    filled.experiments.stop(given_up.id)
    opened = Opened(filled)
    opened.page()
    newest, oldest = opened.detail("caffeine").trials
    assert (newest.id, oldest.id) == (given_up.id, ended.id)
    assert newest.title == "Stopped early, so there is no test"
    assert oldest.title in {"This gap can be luck", "No difference was seen"}
    assert oldest.second == "Coffee / No coffee · Ended on 15 June"
    assert opened.detail("sleep").trials == ()


def test_what_was_not_judged_has_no_curve(diary: Diary) -> None:
    checked_in(diary, 20)
    opened = Opened(diary)
    opened.page()
    assert opened.detail("sleep").chart is None
    opened.presenter.open("no such thing")
    assert opened.view.details[-1] is None


def test_the_days_are_saved_as_a_table_under_a_free_name(filled: Diary, tmp_path: Path) -> None:
    opened = Opened(filled)
    opened.page()
    opened.presenter.save_table(tmp_path)
    opened.presenter.save_table(tmp_path)
    first, second = opened.view.files
    assert first != second
    with first.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:2] == ["day", "twitches"]
    assert "Sleep" in head
    assert len(rows) == 164
    opened.presenter.save_table(tmp_path / "gone")
    assert "Your diary is safe." in opened.view.complaints[-1]


def test_the_curve_is_saved_as_a_picture_that_says_its_days(filled: Diary, tmp_path: Path) -> None:
    opened = Opened(filled)
    opened.page()
    chart = opened.detail("stress").chart
    opened.presenter.save_picture(chart, "Stress", "trigger-stress", tmp_path, Form.SVG, dark=False)
    (path,) = opened.view.files
    assert path.name == "twitchlog-trigger-stress-2026-06-18.svg"
    text = path.read_text(encoding="utf-8")
    assert "logged on 164" in text
    assert "Twitches on a logged day, by stress" in text


def test_the_picture_of_all_has_a_row_for_each_that_was_judged(filled: Diary) -> None:
    opened = Opened(filled)
    assert opened.presenter.forest() is None
    page = opened.page()
    forest = opened.presenter.forest()
    ranges = [row for row in page.rows if row.interval is not None]
    assert [row.cells[0] for row in forest.table.rows] == [f"{r.label}, {r.step}" for r in ranges]
    assert forest.table.rows[0].cells[1] == "Linked"
    assert page.summary in forest.note
    assert "need not cause each other" in forest.note
