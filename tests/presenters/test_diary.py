from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from twitchlog.domain.moment import Moment
from twitchlog.presenters.diary import KEPT_DAYS, DiaryPresenter
from twitchlog.presenters.month import Mark

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services

TODAY = date(2026, 6, 18)


class View:
    def __init__(self) -> None:
        self.month: Any = None
        self.days: Any = ()
        self.kept: bool | None = None
        self.rows: set[date] = set()
        self.said: list[str] = []

    def show_month(self, month: Any) -> None:
        self.month = month

    def show_days(self, days: Any, *, keep: bool) -> None:
        self.days, self.kept = days, keep

    def show_rows(self, days: frozenset[date]) -> None:
        self.rows |= days

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        self.said.append(sentence + (" [Undo]" if undo else "") + (" [Redo]" if redo else ""))

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(services: Services, view: View) -> DiaryPresenter:
    presenter = DiaryPresenter(services, view)
    services.news.listen(lambda changes: presenter.refresh(changes.days))
    return presenter


def log(diary: Diary, day: date, *, hour: int = 9, site: str = "calf-left") -> None:
    wall = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo("Europe/Berlin"))
    diary.twitches.log([site], moment=Moment.of(wall, "Europe/Berlin"))


def marks(view: View) -> dict[int, Mark]:
    return {cell.day.day: cell.mark for week in view.month.weeks for cell in week if cell}


def test_the_calendar_tells_twitches_none_and_not_logged_apart(
    diary: Diary, presenter: DiaryPresenter, view: View
) -> None:
    log(diary, date(2026, 6, 15))
    diary.checkins.none_today(date(2026, 6, 16))
    presenter.refresh()
    assert marks(view)[15] is Mark.FEW
    assert marks(view)[16] is Mark.NONE
    assert marks(view)[17] is Mark.NOT_LOGGED
    assert marks(view)[14] is Mark.PLAIN


def test_an_empty_diary_says_so_and_still_offers_today(
    presenter: DiaryPresenter, view: View
) -> None:
    presenter.refresh()
    assert presenter.empty
    assert [each.first for each in view.days] == [TODAY]


def test_only_the_days_in_sight_are_read(
    diary: Diary, presenter: DiaryPresenter, view: View
) -> None:
    for back in range(30):
        log(diary, TODAY - timedelta(days=back))
    presenter.refresh()
    presenter.seen(0, 2)
    assert view.rows == {TODAY - timedelta(days=back) for back in range(4)}
    assert presenter.rows(TODAY - timedelta(days=9)) is None


def test_rows_at_hand_stay_few_however_far_one_scrolls(
    diary: Diary, presenter: DiaryPresenter
) -> None:
    for back in range(150):
        log(diary, TODAY - timedelta(days=back))
    presenter.refresh()
    for first in range(0, 150, 3):
        presenter.seen(first, first + 3)
    held = [TODAY - timedelta(days=back) for back in range(150)]
    assert sum(presenter.rows(day) is not None for day in held) == KEPT_DAYS


def test_choosing_a_day_starts_the_list_there(
    diary: Diary, presenter: DiaryPresenter, view: View
) -> None:
    log(diary, date(2026, 5, 2))
    presenter.refresh()
    presenter.choose(date(2026, 5, 20))
    assert view.days[0].first == date(2026, 5, 20)
    assert view.month.title == "May 2026"
    assert view.kept is False


def test_a_day_before_the_diary_can_be_chosen_to_add_to_it(
    diary: Diary, presenter: DiaryPresenter, view: View
) -> None:
    log(diary, date(2026, 6, 15))
    presenter.refresh()
    presenter.choose(date(2026, 6, 2))
    assert [each.first for each in view.days] == [date(2026, 6, 2)]


def test_a_day_to_come_cannot_be_chosen(presenter: DiaryPresenter) -> None:
    presenter.refresh()
    presenter.choose(TODAY + timedelta(days=1))
    presenter.step(presenter.chosen, 7)
    assert presenter.chosen == TODAY


def test_none_that_day_is_recorded_and_can_be_undone(
    diary: Diary, presenter: DiaryPresenter, view: View
) -> None:
    log(diary, date(2026, 6, 15))
    presenter.refresh()
    presenter.none_that_day(date(2026, 6, 16))
    assert marks(view)[16] is Mark.NONE
    presenter.steps.undo()
    assert marks(view)[16] is Mark.NOT_LOGGED
    assert view.said == [
        "No twitches: recorded [Undo]",
        "“No twitches: recorded” is undone [Redo]",
    ]


def test_rows_follow_a_change_made_elsewhere(
    diary: Diary, services: Services, presenter: DiaryPresenter
) -> None:
    log(diary, TODAY)
    presenter.refresh()
    presenter.seen(0, 0)
    written = diary.twitches.remove(diary.twitches.newest(1)[0].id)
    services.news.publish(written.changes)
    assert presenter.rows(TODAY) is None


def test_the_chosen_day_moves_on_at_midnight(clock: FixedClock, presenter: DiaryPresenter) -> None:
    presenter.refresh()
    clock.moment = clock.moment.earlier(minutes=-5 * 60)
    presenter.refresh()
    assert presenter.chosen == TODAY + timedelta(days=1)


def test_days_that_lie_ahead_over_the_date_line_stand_above_today(
    diary: Diary, clock: FixedClock, presenter: DiaryPresenter, view: View
) -> None:
    log(diary, TODAY, hour=9)
    clock.moment = clock.moment.shifted(timedelta(days=1))
    diary.twitches.log(["eyelid-left"])
    clock.moment = clock.moment.shifted(timedelta(days=-1))
    presenter.refresh()
    assert [section.first.day for section in view.days] == [19, 18]
    assert marks(view)[19] is Mark.FEW
    presenter.choose(TODAY + timedelta(days=1))
    assert presenter.chosen.day == 19
    presenter.choose(TODAY)
    presenter.step(TODAY, 5)
    assert presenter.chosen.day == 19


def test_entries_from_before_the_clock_was_set_back_by_years_are_in_the_list(
    diary: Diary, clock: FixedClock, presenter: DiaryPresenter, view: View
) -> None:
    log(diary, TODAY)
    clock.moment = Moment.of(datetime(2009, 1, 1, 12, tzinfo=ZoneInfo("Europe/Berlin")))
    diary.twitches.log(["eyelid-left"])
    presenter.refresh()
    assert [section.first for section in view.days] == [TODAY, date(2009, 1, 1)]
    presenter.seen(0, 1)
    assert presenter.rows(TODAY)
    assert view.month.has_next
    presenter.turn(1)
    assert presenter.month == date(2009, 2, 1)


def test_the_list_turns_to_the_new_day_at_the_hour_that_was_chosen(
    diary: Diary, clock: FixedClock, presenter: DiaryPresenter
) -> None:
    diary.preferences.end_day_at(240)
    clock.moment = Moment.of(datetime(2026, 6, 19, 3, 0, tzinfo=ZoneInfo("Europe/Berlin")))
    presenter.refresh()
    assert presenter.chosen == TODAY
    clock.moment = clock.moment.shifted(timedelta(hours=1))
    presenter.refresh()
    assert presenter.chosen == TODAY + timedelta(days=1)
