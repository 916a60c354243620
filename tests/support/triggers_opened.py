"""The triggers of a diary as their presenter tells them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate, Lane
from twitchlog.presenters.services import Services
from twitchlog.presenters.triggers import TriggersPresenter
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.presenters.trigger_page import FactorDetail, TriggersPage

TODAY = date(2026, 6, 18)


class View:
    def __init__(self) -> None:
        self.pages: list[TriggersPage] = []
        self.details: list[FactorDetail | None] = []
        self.files: list[Path] = []
        self.complaints: list[str] = []
        self.labels = 0

    def show(self, page: TriggersPage) -> None:
        self.pages.append(page)

    def show_detail(self, detail: FactorDetail | None) -> None:
        self.details.append(detail)

    def days_changed(self) -> None:
        self.labels += 1

    def saved(self, path: Path, _sentence: str) -> None:
        self.files.append(path)

    def complain(self, sentence: str) -> None:
        self.complaints.append(sentence)


class Counting(Immediate):
    """Does all at once, and knows in which lanes."""

    def __init__(self) -> None:
        self.lanes: list[Lane] = []

    def submit(self, lane: Lane, work: Any, **kwargs: Any) -> None:
        self.lanes.append(lane)
        super().submit(lane, work, **kwargs)


class Opened:
    """The triggers as they are shown; `page` looks at them anew."""

    def __init__(self, diary: Diary) -> None:
        self.background = Counting()
        self.services = Services(
            diary, self.background, Announcements(), diary.clock, SettingsFile(diary.path)
        )
        self.view = View()
        self.presenter = TriggersPresenter(self.services, self.view)

    def page(self) -> TriggersPage:
        self.presenter.refresh()
        return self.view.pages[-1]

    def rows(self) -> dict[str, Any]:
        return {row.key: row for row in self.page().rows}

    def detail(self, key: str) -> FactorDetail:
        self.presenter.open(key)
        found = self.view.details[-1]
        assert found is not None
        return found

    def behind(self, key: str) -> dict[str, str]:
        return {each.name: each.text for each in self.detail(key).behind}

    def change(self, work: Any) -> None:
        self.services.write(work, lambda *_given: None, self.view)


def checked_in(diary: Diary, days: int) -> None:
    """Check in on so many days up to today, with sleep and stress that vary."""
    for back in range(days):
        diary.checkins.save(
            TODAY - timedelta(days=back), {"sleep": 6.0 + back % 3, "stress": back % 2}
        )
