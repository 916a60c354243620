from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate, Lane
from twitchlog.diary.example import fill
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Span
from twitchlog.presenters.charts import Size
from twitchlog.presenters.patterns import PatternsPresenter
from twitchlog.presenters.services import Services
from twitchlog.reports.charts.catalogue import CHARTS
from twitchlog.reports.charts.spec import Spec
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


class View:
    """Wants each chart of `kinds` whenever a period begins, as a screen does."""

    def __init__(self, *kinds: str) -> None:
        self.kinds, self.pages = kinds, []
        self.told: list[tuple[str, Any]] = []
        self.counted: list[str] = []
        self.presenter: Any = None

    def begin(self, page: Any) -> None:
        self.pages.append(page)
        self.presenter.want(self.kinds)

    def count(self, sentence: str) -> None:
        self.counted.append(plain(sentence))

    def show(self, kind: str, chart: Any) -> None:
        self.told.append((kind, chart))

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


def opened(given: Services, *kinds: str) -> tuple[PatternsPresenter, View]:
    view = View(*kinds)
    view.presenter = PatternsPresenter(given, view)
    return view.presenter, view


def test_the_headlines_tell_of_the_span_that_was_chosen(filled: Diary, clock: FixedClock) -> None:
    presenter, view = opened(services(filled, clock), "timeline")
    presenter.refresh()
    presenter.choose_span(Span.TWO_WEEKS)
    assert [page.label for page in view.pages] == ["4 weeks", "2 weeks"]
    (_, month), (_, fortnight) = view.told
    assert "28 days" in plain(month.note)
    assert "14 days" in plain(fortnight.note)


def test_the_span_is_kept_for_the_next_time(filled: Diary, clock: FixedClock) -> None:
    opened(services(filled, clock))[0].choose_span(Span.YEAR)
    assert opened(services(filled, clock))[0].span is Span.YEAR


def test_a_span_of_another_version_falls_back_to_four_weeks(
    diary: Diary, clock: FixedClock
) -> None:
    given = services(diary, clock)
    given.settings.change(span="a decade")
    assert opened(given)[0].span is Span.MONTH


def test_every_chart_tells_something_of_every_diary(filled: Diary, clock: FixedClock) -> None:
    kinds = tuple(chart.kind for chart in CHARTS)
    presenter, view = opened(services(filled, clock), *kinds)
    presenter.refresh()
    assert [kind for kind, _chart in view.told] == list(kinds) == list(view.pages[0].kinds)
    assert all(chart.headline and chart.alt for _kind, chart in view.told)


def test_an_empty_diary_has_no_pictures(diary: Diary, clock: FixedClock) -> None:
    kinds = tuple(chart.kind for chart in CHARTS)
    presenter, view = opened(services(diary, clock), *kinds)
    presenter.refresh()
    assert view.pages[0].empty
    assert not any(isinstance(chart, Spec) for _kind, chart in view.told)


def test_a_late_answer_to_an_older_question_is_dropped(filled: Diary, clock: FixedClock) -> None:
    background = Waiting()
    presenter, view = opened(services(filled, clock, background), "timeline")
    presenter.refresh()
    background.run(Lane.DIARY)
    presenter.choose_span(Span.YEAR)
    for lane in (Lane.DIARY, Lane.DRAW, Lane.DIARY, Lane.DRAW):
        background.run(lane)
    assert [page.label for page in view.pages] == ["4 weeks", "A year"]
    assert len(view.told) == 1
    assert "60 days" in plain(view.told[0][1].note)


def test_the_lane_of_the_diary_only_reads(filled: Diary, clock: FixedClock) -> None:
    background = Waiting()
    presenter, view = opened(services(filled, clock, background), "timeline")
    presenter.refresh()
    background.run(Lane.DIARY)
    background.run(Lane.DIARY)
    assert not view.told
    assert [lane for lane, _job in background.jobs] == [Lane.DRAW]


def test_a_picture_is_drawn_in_the_size_that_was_asked_for(
    filled: Diary, clock: FixedClock
) -> None:
    presenter, view = opened(services(filled, clock), "timeline")
    presenter.refresh()
    drawn: list[Any] = []
    size = Size(width_px=348, height_px=212, scale=1.0, dark=False, text_scale=1.0)
    presenter.draw(view.told[0][1], size, drawn.append)
    (picture,) = drawn
    assert (picture.width, picture.height) == (348, 212)
    assert len(picture.pixels) == 4 * 348 * 212


def test_which_days_and_how_many_were_logged_is_said(filled: Diary, clock: FixedClock) -> None:
    presenter, view = opened(services(filled, clock))
    presenter.refresh()
    presenter.choose_days(date(2026, 6, 10), date(2026, 6, 10))
    logged = int(filled.days.is_logged(date(2026, 6, 10)))
    assert view.counted[-1] == f"10 Jun: logged on {logged} of 1 day"


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (date(2026, 6, 2), date(2026, 6, 1), "The first day comes before the last one."),
        (date(2026, 6, 2), date(2026, 6, 19), "The last day is still to come."),
    ],
)
def test_days_that_make_no_sense_are_refused_in_words(
    filled: Diary, clock: FixedClock, first: date, last: date, sentence: str
) -> None:
    presenter, view = opened(services(filled, clock))
    presenter.refresh()
    with pytest.raises(BadInput) as refused:
        presenter.choose_days(first, last)
    assert refused.value.sentence == sentence
    assert len(view.pages) == 1


def test_days_chosen_elsewhere_are_taken_up(filled: Diary, clock: FixedClock) -> None:
    presenter, view = opened(services(filled, clock), "timeline")
    presenter.refresh()
    presenter.looking.choose_span(Span.TWO_WEEKS)
    presenter.resume()
    assert [page.label for page in view.pages] == ["4 weeks", "2 weeks"]
    presenter.resume()
    assert len(view.pages) == 2
    assert len(view.told) == 2


def test_what_was_chosen_for_a_chart_makes_that_chart_anew(
    filled: Diary, clock: FixedClock
) -> None:
    presenter, view = opened(services(filled, clock), "movement")
    presenter.refresh()
    (choices,) = view.told[-1][1].choices
    other = next(each.id for each in choices.offered if each.id != choices.chosen)
    presenter.pick("movement", {choices.option: other})
    assert [chart.choices[0].chosen for _kind, chart in view.told] == [choices.chosen, other]
