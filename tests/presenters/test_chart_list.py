"""All charts by name: in which order, what each says, and what is hidden."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from support.held import Held
from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.diary.example import fill
from twitchlog.domain.arrangement import Arrangement
from twitchlog.domain.phrase import phrase
from twitchlog.presenters.chart_list import ChartList, ChartListPresenter
from twitchlog.presenters.chart_page import ChartPagePresenter
from twitchlog.presenters.looking import Looking
from twitchlog.presenters.patterns import PatternsPresenter
from twitchlog.presenters.services import Services
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import Spec
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


class View:
    """Hears everything that a list, Patterns and the page of a chart are told."""

    def __init__(self) -> None:
        self.lists: list[ChartList] = []
        self.begun: list[Any] = []
        self.steps: list[str] = []

    def show(self, *told: Any) -> None:
        self.lists += [each for each in told if isinstance(each, ChartList)]

    def begin(self, given: Any) -> None:
        self.begun.append(given)

    def count(self, sentence: str) -> None:
        assert sentence

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        assert undo != redo
        self.steps.append(sentence)

    def complain(self, sentence: str) -> None:
        raise AssertionError(sentence)


@pytest.fixture
def services(diary: Diary, clock: FixedClock) -> Services:
    return Services(diary, Immediate(), Announcements(), clock, SettingsFile(diary.path))


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def looking(services: Services) -> Looking:
    return Looking(services)


@pytest.fixture
def presenter(services: Services, looking: Looking, view: View) -> ChartListPresenter:
    fill(services.diary, days=60, seed=3, until=date(2026, 6, 18))
    made = ChartListPresenter(services, looking, view)
    made.refresh()
    return made


def kinds(rows: Any) -> list[str]:
    return [row.kind for row in rows]


def test_every_chart_stands_in_the_list_once_with_what_it_says(
    presenter: ChartListPresenter, view: View
) -> None:
    charts = view.lists[-1]
    assert sorted(kinds(charts.shown + charts.not_yet)) == sorted(BY_KIND)
    assert not charts.hidden
    for row in charts.shown + charts.not_yet:
        told = presenter.charts.known(presenter.looking.want(row.kind))
        assert told is not None
        assert row.said == told.headline
        assert (row in charts.shown) >= isinstance(told, Spec)
        assert row.title == BY_KIND[row.kind].title


def test_the_person_orders_hides_and_takes_it_back(
    presenter: ChartListPresenter, view: View
) -> None:
    for kind in ("year", "dial"):
        presenter.put_first(kind, first=True)
        presenter.refresh()
    presenter.hide("timeline")
    presenter.refresh()
    presenter.step("dial", -1)
    presenter.refresh()
    charts = view.lists[-1]
    assert kinds(charts.shown)[:3] == ["dial", "year", "places"]
    assert [(row.first, row.up, row.down) for row in charts.shown[:3]] == [
        (True, False, True),
        (True, True, False),
        (False, False, False),
    ]
    assert kinds(charts.hidden) == ["timeline"]
    assert view.steps == [
        "Year in days put first", "Time of day put first", "Over time hidden", "Time of day moved",
    ]  # fmt: skip
    presenter.show_again("timeline")
    presenter.refresh()
    presenter.put_first("year", first=False)
    presenter.refresh()
    assert kinds(view.lists[-1].shown)[:3] == ["dial", "timeline", "places"]
    presenter.steps.undo()
    presenter.refresh()
    assert kinds(view.lists[-1].shown)[:2] == ["dial", "year"]


def test_what_is_tapped_before_the_list_is_shown_anew_is_all_kept(
    diary: Diary, clock: FixedClock, view: View
) -> None:
    held = Held()
    late = Services(diary, held, Announcements(), clock, SettingsFile(diary.path))
    presenter = ChartListPresenter(late, Looking(late), view)
    presenter.put_first("year", first=True)
    presenter.put_first("dial", first=True)
    presenter.hide("places")
    held.go()
    assert diary.preferences.arrangement() == Arrangement(("year", "dial"), ("places",))


def test_a_chart_moves_within_its_group_whatever_else_stands_first(
    services: Services, presenter: ChartListPresenter, view: View
) -> None:
    waits = view.lists[-1].not_yet[0].kind
    services.diary.preferences.arrange(
        Arrangement(("of a later version", "year", waits, "dial")),
        phrase("as another version wrote it"),
    )
    presenter.refresh()
    charts = view.lists[-1]
    assert [(row.kind, row.up, row.down) for row in charts.shown[:2]] == [
        ("year", False, True),
        ("dial", True, False),
    ]
    assert (charts.not_yet[0].kind, charts.not_yet[0].up) == (waits, False)
    presenter.step("dial", -1)
    presenter.refresh()
    assert kinds(view.lists[-1].shown)[:2] == ["dial", "year"]


def test_patterns_and_its_pages_follow_the_order(
    services: Services, presenter: ChartListPresenter, looking: Looking
) -> None:
    presenter.put_first("rest", first=True)
    presenter.refresh()
    presenter.hide("places")
    patterns, seen = View(), View()
    PatternsPresenter(services, patterns).refresh()
    order = ["rest", *(kind for kind in BY_KIND if kind not in {"rest", "places"})]
    assert list(patterns.begun[-1].kinds) == order
    page = ChartPagePresenter(services, looking, seen, "rest")
    page.refresh()
    page.turn(1)
    assert [(place.kind, place.number, place.of) for place in seen.begun] == [
        ("rest", 1, len(order)),
        ("timeline", 2, len(order)),
    ]
    assert looking.seen == "timeline"


def test_a_hidden_chart_can_still_be_opened_and_stands_behind_the_others(
    services: Services, presenter: ChartListPresenter, looking: Looking
) -> None:
    presenter.hide("places")
    seen = View()
    page = ChartPagePresenter(services, looking, seen, "places")
    page.refresh()
    page.turn(-1)
    assert [(place.kind, place.number) for place in seen.begun] == [
        ("places", len(BY_KIND)),
        ("enough", len(BY_KIND) - 1),
    ]
