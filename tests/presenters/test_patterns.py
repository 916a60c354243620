from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate, Lane
from twitchlog.diary.example import fill
from twitchlog.domain.period import Span
from twitchlog.domain.rest import RestCount, spread
from twitchlog.presenters.patterns import PatternsPresenter, Size, levels_of
from twitchlog.presenters.services import Services
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


class View:
    def __init__(self) -> None:
        self.pages: list[Any] = []

    def show(self, page: Any) -> None:
        self.pages.append(page)

    def complain(self, sentence: str) -> None:
        raise AssertionError(sentence)


class Waiting:
    """A background whose work is done when it is told to."""

    def __init__(self) -> None:
        self.jobs: list[tuple[Lane, Callable[[], None]]] = []

    def submit(self, lane: Lane, work: Any, *, done: Any = None, failed: Any = None) -> None:
        del failed
        self.jobs.append((lane, lambda: done(work())))

    def run(self, lane: Lane) -> None:
        now, self.jobs = self.jobs, []
        for where, job in now:
            if where is lane:
                job()
            else:
                self.jobs.append((where, job))


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def services(diary: Diary, clock: FixedClock, background: Any = None) -> Services:
    settings = SettingsFile(diary.path)
    return Services(diary, background or Immediate(), Announcements(), clock, settings)


@pytest.fixture
def filled(diary: Diary) -> Diary:
    fill(diary, days=60, seed=3, until=date(2026, 6, 18))
    return diary


def test_the_headlines_tell_of_the_span_that_was_chosen(filled: Diary, clock: FixedClock) -> None:
    view = View()
    presenter = PatternsPresenter(services(filled, clock), view)
    presenter.refresh()
    presenter.choose(Span.TWO_WEEKS)
    month, fortnight = view.pages
    assert month.span is Span.MONTH
    assert "28 days" in plain(month.charts.timeline.note)
    assert "14 days" in plain(fortnight.charts.timeline.note)


def test_the_span_is_kept_for_the_next_time(filled: Diary, clock: FixedClock) -> None:
    PatternsPresenter(services(filled, clock), View()).choose(Span.YEAR)
    again = PatternsPresenter(services(filled, clock), View())
    assert again.span is Span.YEAR


def test_a_span_of_another_version_falls_back_to_four_weeks(
    diary: Diary, clock: FixedClock
) -> None:
    given = services(diary, clock)
    given.settings.change(span="a decade")
    assert PatternsPresenter(given, View()).span is Span.MONTH


def test_an_empty_diary_has_no_pictures(diary: Diary, clock: FixedClock) -> None:
    view = View()
    PatternsPresenter(services(diary, clock), view).refresh()
    (page,) = view.pages
    assert page.empty
    assert isinstance(page.charts.timeline, NoPicture)
    assert page.levels == {}


def test_a_late_answer_to_an_older_question_is_dropped(filled: Diary, clock: FixedClock) -> None:
    view, background = View(), Waiting()
    presenter = PatternsPresenter(services(filled, clock, background), view)
    presenter.refresh()
    presenter.choose(Span.YEAR)
    background.run(Lane.DIARY)
    background.run(Lane.DRAW)
    assert [page.span for page in view.pages] == [Span.YEAR]


def test_the_lane_of_the_diary_only_reads(filled: Diary, clock: FixedClock) -> None:
    view, background = View(), Waiting()
    PatternsPresenter(services(filled, clock, background), view).refresh()
    background.run(Lane.DIARY)
    assert not view.pages
    assert [lane for lane, _job in background.jobs] == [Lane.DRAW]


def test_a_picture_is_drawn_in_the_size_that_was_asked_for(
    filled: Diary, clock: FixedClock
) -> None:
    view, drawn = View(), []
    presenter = PatternsPresenter(services(filled, clock), view)
    presenter.refresh()
    size = Size(width_px=348, height_px=212, scale=1.0, dark=False, text_scale=1.0)
    presenter.draw(view.pages[0].charts.timeline, size, lambda *answer: drawn.append(answer))
    ((pixels, width, height),) = drawn
    assert (width, height) == (348, 212)
    assert len(pixels) == 4 * 348 * 212


def test_a_single_twitch_shows_on_the_body_and_the_busiest_place_is_darkest() -> None:
    levels = levels_of({"calf-left": 40, "eyelid-right": 1})
    assert set(levels.values()) == {1, 5}


def test_a_body_without_twitches_has_no_steps() -> None:
    assert levels_of({}) == {}


def test_rest_counts_stand_apart_from_two_on_and_change_nothing_else(
    diary: Diary, clock: FixedClock
) -> None:
    for days in range(12):
        diary.twitches.log(["calf-left"], moment=clock.now().shifted(timedelta(days=-days)))
    view = View()
    presenter = PatternsPresenter(services(diary, clock), view)
    presenter.refresh()
    for days, taps in ((9, 10), (2, 6)):
        start = clock.now().shifted(timedelta(days=-days))
        diary.rest.save(RestCount(start, 120.0, spread(taps, 120)))
        presenter.refresh()
    before, one, two = view.pages
    assert (before.rest, one.rest) == (None, None)
    assert two.rest.headline == "3 a minute on 16 June, 5 on 9 June"
    assert [bar.rate for bar in two.rest.bars] == ["5", "3"]
    assert (two.charts, two.levels) == (before.charts, before.levels)
