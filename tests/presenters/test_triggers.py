"""What the page of triggers is told, on real diaries."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate, Lane
from twitchlog.diary.example import fill
from twitchlog.domain.factor import Kind
from twitchlog.presenters.services import Services
from twitchlog.presenters.trigger_words import CAUSE
from twitchlog.presenters.triggers import Finds, TriggersPresenter
from twitchlog.reports.triggers.verdicts import Verdict
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.presenters.trigger_words import TriggersPage

TODAY = date(2026, 6, 18)
ORDER = ["Linked", "Possibly linked", "No link seen", "Unclear", "Not enough days yet",
         "Left out"]  # fmt: skip


class View:
    def __init__(self) -> None:
        self.pages: list[TriggersPage] = []

    def show(self, page: TriggersPage) -> None:
        self.pages.append(page)

    def complain(self, sentence: str) -> None:
        raise AssertionError(sentence)


class Counting(Immediate):
    """Does all at once, and knows in which lanes."""

    def __init__(self) -> None:
        self.lanes: list[Lane] = []

    def submit(self, lane: Lane, work: Any, **kwargs: Any) -> None:
        self.lanes.append(lane)
        super().submit(lane, work, **kwargs)


class Opened:
    """The page, opened as often as `page` is asked for."""

    def __init__(self, diary: Diary) -> None:
        self.background = Counting()
        self.services = Services(
            diary, self.background, Announcements(), diary.clock, SettingsFile(diary.path)
        )
        self.finds = Finds(self.services)

    def page(self) -> TriggersPage:
        view = View()
        TriggersPresenter(self.finds, view).refresh()
        return view.pages[-1]

    def rows(self) -> dict[str, Any]:
        return {row.key: row for group in self.page().groups for row in group.rows}


@pytest.fixture
def filled(diary: Diary) -> Diary:
    fill(diary, days=180, seed=10, until=TODAY)
    return diary


def test_what_goes_with_it_has_its_range_and_the_warning_on_cause(filled: Diary) -> None:
    page = Opened(filled).page()
    linked = page.groups[0]
    assert (linked.name, linked.count) == ("Linked", f"{len(linked.rows)} of 6")
    assert {row.label for row in linked.rows} >= {"Sleep"}
    for row in linked.rows:
        low, middle, high = row.interval.low, row.interval.middle, row.interval.high
        assert 0 < low < middle < high
        assert f"about {exp(middle):.1f} times" in row.sentence
        assert f"between {exp(low):.1f} and {exp(high):.1f} times" in row.sentence
        assert CAUSE in row.sentence
        assert f"{exp(middle):.2f}" in dict(row.behind)["In numbers"]


def test_groups_stand_in_their_order_and_every_thing_stands_in_one(filled: Diary) -> None:
    page = Opened(filled).page()
    names = [group.name for group in page.groups]
    assert names == [name for name in ORDER if name in names]
    assert sum(len(group.rows) for group in page.groups) == 6
    assert "6 things looked at" in page.summary
    judged = sum(row.interval is not None for group in page.groups for row in group.rows)
    assert f"{judged} could be judged" in page.summary


def test_behind_a_row_stand_its_days_its_lag_and_how_it_is_worked_out(filled: Diary) -> None:
    rows = Opened(filled).rows()
    sleep = dict(rows["sleep"].behind)
    assert "of 163 logged days" in sleep["Which days"]
    assert "the day after it" in sleep["Which days"]
    assert "the same day" in dict(rows["stress"].behind)["Which days"]
    assert "the day of the week" in sleep["What else was taken into account"]
    assert "6 things looked at" in sleep["How many things were looked at"]
    assert "by chance" in sleep["How this is worked out"]


def test_what_has_nothing_to_do_with_it_is_not_linked(filled: Diary) -> None:
    """A thing of one's own that goes 0, 1, 2, 3, 0, … by the day, whatever the twitching does."""
    own = filled.factors.add("Blue socks", Kind.LEVEL).value
    for back in range(180):
        day = TODAY - timedelta(days=back)
        kept = filled.checkins.get(day)
        amounts = dict(kept.amounts) if kept is not None else {}
        filled.checkins.save(day, {**amounts, own.id: float(back % 4)})
    socks = Opened(filled).rows()[own.id]
    assert socks.verdict in {Verdict.NO_LINK, Verdict.UNCLEAR}
    assert socks.interval.low < 0 < socks.interval.high


def test_twenty_days_say_how_many_more_are_needed(diary: Diary) -> None:
    for back in range(20):
        diary.checkins.save(
            TODAY - timedelta(days=back), {"sleep": 6.0 + back % 3, "stress": back % 2}
        )
    page = Opened(diary).page()
    assert "About 40 more logged days are needed." in page.summary
    (group,) = page.groups
    assert (group.name, group.count) == ("Not enough days yet", "2 of 2")
    assert [row.sentence for row in group.rows] == ["About 40 more logged days are needed."] * 2
    assert all(row.interval is None for row in group.rows)


def test_days_on_which_something_is_missing_do_not_count(diary: Diary) -> None:
    """Of 20 days 18 have both; 42 more of those are needed."""
    for back in range(20):
        stress = {} if back < 2 else {"stress": float(back % 2)}
        diary.checkins.save(TODAY - timedelta(days=back), {"sleep": 6.0 + back % 3, **stress})
    summary = Opened(diary).page().summary
    assert "recorded on 18 of them; about 42 more such days are needed" in summary


def test_what_was_the_same_every_day_says_so_and_the_days_that_lack_are_said(diary: Diary) -> None:
    diary.checkins.save(TODAY, {"sleep": 7.0})
    page = Opened(diary).page()
    assert page.groups[-1].name == "Left out"
    assert "the same on every day" in page.groups[-1].rows[0].sentence
    assert "About 59 more logged days are needed." in page.summary


def test_where_nothing_is_recorded_it_says_what_is_needed(diary: Diary) -> None:
    opened = Opened(diary)
    assert "about 60 logged days" in opened.page().nothing
    opened.services.write(
        lambda held: held.twitches.log(["calf-left"]), lambda *_given: None, View()
    )
    page = opened.page()
    assert page.groups == ()
    assert page.nothing.endswith("You have 1 so far.")


def test_it_is_worked_out_away_from_the_diary_and_again_only_after_a_change(filled: Diary) -> None:
    opened = Opened(filled)
    first = opened.page()
    assert opened.background.lanes == [Lane.DIARY, Lane.DRAW]
    assert opened.page() is first
    opened.services.write(
        lambda held: held.twitches.log(["calf-left"]), lambda *_given: None, View()
    )
    opened.background.lanes.clear()
    assert opened.page() is not first
    assert opened.background.lanes == [Lane.DIARY, Lane.DRAW]
