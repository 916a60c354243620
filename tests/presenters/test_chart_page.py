"""The page of one chart: its neighbours, its zoom, and saving its picture."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.diary.example import fill
from twitchlog.domain.period import Period, Span
from twitchlog.presenters.chart_page import ChartPagePresenter
from twitchlog.presenters.looking import Looking
from twitchlog.presenters.services import Services
from twitchlog.reports.charts.catalogue import CHARTS
from twitchlog.reports.charts.kinds.over_time import DayBars
from twitchlog.reports.charts.picture import Form
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary

TODAY = date(2026, 6, 18)


class Page:
    def __init__(self) -> None:
        self.places: list[Any] = []
        self.told: list[Any] = []
        self.closer: list[tuple[Any, Any, str]] = []
        self.files: list[Path] = []
        self.complaints: list[str] = []
        self.counted: list[str] = []

    def begin(self, place: Any) -> None:
        self.places.append(place)

    def count(self, sentence: str) -> None:
        self.counted.append(sentence.replace("\N{NO-BREAK SPACE}", " "))

    def show(self, chart: Any) -> None:
        self.told.append(chart)

    def show_closer(self, chart: Any, window: Any, sentence: str) -> None:
        self.closer.append((chart, window, sentence.replace("\N{NO-BREAK SPACE}", " ")))

    def saved(self, path: Path, sentence: str) -> None:
        assert path.name in sentence
        self.files.append(path)

    def complain(self, sentence: str) -> None:
        self.complaints.append(sentence)


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def presenter(diary: Diary, clock: FixedClock, page: Page) -> ChartPagePresenter:
    fill(diary, days=60, seed=3, until=TODAY)
    services = Services(diary, Immediate(), Announcements(), clock, SettingsFile(diary.path))
    made = ChartPagePresenter(services, Looking(services), page, "timeline")
    made.refresh()
    return made


def test_the_page_says_which_chart_it_is_and_of_how_many(
    presenter: ChartPagePresenter, page: Page
) -> None:
    presenter.turn(1)
    assert [(place.kind, place.number, place.of) for place in page.places] == [
        (CHARTS[0].kind, 1, len(CHARTS)),
        (CHARTS[1].kind, 2, len(CHARTS)),
    ]


def test_before_the_first_chart_and_after_the_last_there_is_none(
    presenter: ChartPagePresenter, page: Page
) -> None:
    presenter.turn(-1)
    for _each in CHARTS:
        presenter.turn(1)
    assert presenter.kind == CHARTS[-1].kind
    assert len(page.places) == len(CHARTS)


def test_a_closer_look_is_drawn_of_the_days_in_sight_and_says_which(
    presenter: ChartPagePresenter, page: Page
) -> None:
    """4 weeks end on 18 June; four times as close about their middle are 7 days from 2 June."""
    presenter.look(presenter.window.zoomed(4, 0.5))
    ((chart, _window, sentence),) = page.closer
    assert isinstance(chart, DayBars)
    assert Period(chart.first, chart.last) == Period(date(2026, 6, 2), date(2026, 6, 8))
    assert sentence == "2 Jun – 8 Jun, 7 days"


def test_three_days_are_drawn_though_a_picture_needs_seven_elsewhere(
    presenter: ChartPagePresenter, page: Page
) -> None:
    presenter.look(presenter.window.zoomed(100, 0.5))
    chart = page.closer[-1][0]
    assert isinstance(chart, DayBars)
    assert len(chart.bars) == 3


def test_the_whole_period_comes_back(presenter: ChartPagePresenter, page: Page) -> None:
    presenter.look(presenter.window.zoomed(4, 0.5))
    presenter.look_at_all()
    assert page.told == [page.told[0]] * 2
    assert presenter.window.period == presenter.period


def test_the_days_chosen_on_the_page_are_kept(presenter: ChartPagePresenter, page: Page) -> None:
    presenter.choose_days(date(2026, 6, 1), date(2026, 6, 14))
    assert page.places[-1].label == "Own dates"
    again = Looking(presenter._services)
    assert again.period == Period(date(2026, 6, 1), date(2026, 6, 14))
    again.choose_span(Span.YEAR)
    assert Looking(presenter._services).span is Span.YEAR


@pytest.mark.parametrize(("form", "begins"), [(Form.PNG, b"\x89PNG"), (Form.SVG, b"<?xml")])
def test_the_picture_is_saved_without_the_name_of_a_person(
    presenter: ChartPagePresenter, page: Page, tmp_path: Path, form: Form, begins: bytes
) -> None:
    presenter.save(tmp_path, form, dark=False)
    assert [path.name for path in page.files] == [f"twitchlog-over-time-2026-06-18.{form}"]
    assert page.files[0].read_bytes().startswith(begins)


def test_a_saved_picture_says_which_days_it_shows(
    presenter: ChartPagePresenter, page: Page, tmp_path: Path
) -> None:
    """4 weeks up to 18 June, then four times as close about their middle; a year has its own."""
    presenter.save(tmp_path, Form.SVG, dark=False)
    presenter.look(presenter.window.zoomed(4, 0.5))
    presenter.save(tmp_path, Form.SVG, dark=False)
    presenter.kind = "year"
    presenter.begin()
    presenter.save(tmp_path, Form.SVG, dark=False)
    written = [path.read_text().replace("\N{NO-BREAK SPACE}", " ") for path in page.files]
    days = ["22 May to 18 Jun 2026", "2 to 8 Jun 2026", "20 Apr to 18 Jun 2026"]
    for svg, said, title, many in zip(
        written, days, ("Over time", "Over time", "Year in days"), (28, 7, 60), strict=True
    ):
        assert re.search(rf">{said}, logged on \d+ of {many} days<", svg)
        assert f">{title}<" in svg


def test_a_picture_that_is_there_is_not_written_over(
    presenter: ChartPagePresenter, page: Page, tmp_path: Path
) -> None:
    for _each in range(2):
        presenter.save(tmp_path, Form.SVG, dark=False)
    assert [path.name for path in page.files] == [
        "twitchlog-over-time-2026-06-18.svg",
        "twitchlog-over-time-2026-06-18 (2).svg",
    ]


def test_a_picture_that_cannot_be_saved_is_said_calmly(
    presenter: ChartPagePresenter, page: Page, tmp_path: Path
) -> None:
    presenter.save(tmp_path / "gone", Form.PNG, dark=False)
    (said,) = page.complaints
    assert said.startswith("The picture was not saved. The folder ")
    assert said.endswith("Your diary is safe.")
    assert not (tmp_path / "gone").exists()


def test_the_words_are_those_of_the_chart(presenter: ChartPagePresenter, page: Page) -> None:
    chart = page.told[0]
    assert presenter.words == f"{chart.headline}\n{chart.note}\n{chart.alt}\n"


def test_zoomed_in_the_words_to_be_put_elsewhere_are_those_of_the_days_in_sight(
    presenter: ChartPagePresenter, page: Page
) -> None:
    presenter.look(presenter.window.zoomed(4, 0.5))
    chart = page.closer[-1][0]
    assert chart.headline != page.told[0].headline
    assert presenter.words == f"{chart.headline}\n{chart.note}\n{chart.alt}\n"
    presenter.look_at_all()
    assert presenter.words.startswith(page.told[0].headline)


def test_the_page_counts_the_days_that_its_chart_is_of(
    presenter: ChartPagePresenter, page: Page
) -> None:
    """The diary has 60 days up to 18 June, from 20 April; the period is 4 weeks, from 22 May."""
    assert page.counted[-1].startswith("22 May – 18 Jun: logged on ")
    assert page.counted[-1].endswith(" of 28 days")
    presenter.kind = "year"
    presenter.begin()
    assert page.counted[-1].startswith("20 Apr – 18 Jun: logged on ")
    assert page.counted[-1].endswith(" of 60 days")
    presenter.turn(-1)
    assert page.counted[-1].startswith("22 May – 18 Jun: logged on ")
    presenter.look(presenter.window.zoomed(4, 0.5))
    assert page.counted[-1].startswith("2 Jun – 8 Jun: logged on ")
    presenter.look_at_all()
    assert page.counted[-1].endswith(" of 28 days")


def test_before_and_after_counts_the_days_around_the_change(
    presenter: ChartPagePresenter, page: Page
) -> None:
    presenter.kind = "before-after"
    presenter.begin()
    presenter.pick({"around": "date", "date": "2026-05-10"})
    chart = page.told[-1]
    assert chart.own_days == Period(date(2026, 4, 20), TODAY)
    assert page.counted[-1].startswith("20 Apr – 18 Jun: logged on ")


def test_dates_before_the_diary_are_left_out_and_that_is_said(
    presenter: ChartPagePresenter, page: Page
) -> None:
    presenter.choose_days(date(1900, 1, 1), TODAY)
    assert presenter.period == Period(date(2026, 4, 20), TODAY)
    assert page.counted[-1].startswith("20 Apr – 18 Jun: logged on ")
    assert page.counted[-1].endswith(" of 60 days. Your diary begins then.")
    presenter.choose_days(date(1900, 1, 1), date(1900, 1, 2))
    assert page.counted[-1] == "1 Jan 1900 – 2 Jan 1900: logged on 0 of 2 days"
