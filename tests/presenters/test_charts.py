"""What the charts tell is read when it is wanted, one at a time, and kept while it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate, Lane
from twitchlog.diary.example import fill
from twitchlog.domain.changes import Changes
from twitchlog.domain.period import Period
from twitchlog.presenters.charts import Charts, Want
from twitchlog.presenters.services import Services
from twitchlog.reports.charts.chart import Ask
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary

TODAY = date(2026, 6, 18)
ASK = Ask(Period.ending(TODAY, days=28), TODAY, date(2026, 4, 20))


class Lines:
    """A background whose work is done when it is told to, one job at a time."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Lane, Callable[[], None]]] = []

    def submit(self, lane: Lane, work: Any, *, done: Any = None, failed: Any = None) -> None:
        del failed
        self.jobs.append((lane, lambda: done(work())))

    def of(self, lane: Lane) -> int:
        return sum(where is lane for where, _job in self.jobs)

    def run_one(self) -> None:
        self.jobs.pop(0)[1]()

    def run(self) -> None:
        while self.jobs:
            self.run_one()


class Complaints:
    def complain(self, sentence: str) -> None:
        raise AssertionError(sentence)


class Counting:
    """A chart store on a diary, and the charts it told of in their order."""

    def __init__(self, diary: Diary, clock: FixedClock, background: Any) -> None:
        self.services = Services(
            diary, background, Announcements(), clock, SettingsFile(diary.path)
        )
        self.charts = Charts(self.services)
        self.told: list[str] = []

    def want(self, *kinds: str, ask: Ask = ASK) -> None:
        self.charts.want(
            [Want(kind, ask) for kind in kinds],
            lambda want, _words: self.told.append(want.kind),
            Complaints(),
        )


@pytest.fixture
def filled(diary: Diary) -> Diary:
    fill(diary, days=60, seed=3, until=TODAY)
    return diary


def test_only_one_chart_is_read_at_a_time(filled: Diary, clock: FixedClock) -> None:
    lines = Lines()
    store = Counting(filled, clock, lines)
    store.want("timeline", "places", "dial")
    most = lines.of(Lane.DIARY)
    while lines.jobs:
        lines.run_one()
        most = max(most, lines.of(Lane.DIARY))
    assert most == 1
    assert store.told == ["timeline", "places", "dial"]


def test_what_is_wanted_later_comes_in_place_of_what_still_waits(
    filled: Diary, clock: FixedClock
) -> None:
    lines = Lines()
    store = Counting(filled, clock, lines)
    store.want("timeline", "places", "dial")
    store.want("lengths")
    lines.run()
    assert store.told == ["timeline", "lengths"]


def test_a_chart_that_is_being_read_is_not_read_twice(filled: Diary, clock: FixedClock) -> None:
    lines = Lines()
    store = Counting(filled, clock, lines)
    store.want("timeline")
    store.want("timeline")
    lines.run()
    assert store.told == ["timeline"]


def test_what_a_chart_told_is_kept_while_nothing_that_concerns_it_changes(
    filled: Diary, clock: FixedClock
) -> None:
    store = Counting(filled, clock, Immediate())
    store.want("timeline")
    known = store.charts.known(Want("timeline", ASK))
    store.services.news.publish(Changes("", frozenset({"profile"})))
    assert known is not None
    assert store.charts.known(Want("timeline", ASK)) is known
    store.services.news.publish(Changes("", frozenset({"twitches"})))
    assert store.charts.known(Want("timeline", ASK)) is None


def test_an_answer_that_a_change_overtook_is_dropped_and_the_chart_read_again(
    filled: Diary, clock: FixedClock
) -> None:
    lines = Lines()
    store = Counting(filled, clock, lines)
    store.want("timeline")
    lines.run_one()
    store.services.news.publish(Changes("", frozenset({"twitches"})))
    store.want("timeline")
    lines.run()
    assert store.told == ["timeline"]


def test_other_days_and_other_options_are_other_questions(filled: Diary, clock: FixedClock) -> None:
    store = Counting(filled, clock, Immediate())
    store.want("timeline")
    longer = replace(ASK, period=Period.ending(TODAY, days=50))
    assert store.charts.known(Want("timeline", longer)) is None
    assert store.charts.known(Want("timeline", replace(ASK, options={"of": "x"}))) is None
