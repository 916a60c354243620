"""A view of Today that keeps what it is told, and the presenter that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.presenters.services import Services
from twitchlog.presenters.today import TodayPresenter
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.diary import Diary


class View:
    def __init__(self) -> None:
        self.page: Any = None
        self.said: list[str] = []
        self.entry = ""
        self.timers = 0

    def show(self, page: Any) -> None:
        self.page = page

    def tell(
        self, sentence: str, *, undo: bool = True, redo: bool = False, entry: str = ""
    ) -> None:
        self.said.append(sentence + (" [Undo]" if undo else "") + (" [Redo]" if redo else ""))
        self.entry = entry

    def timer_started(self) -> None:
        self.timers += 1

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)


def telling(view: View, diary: Diary) -> TodayPresenter:
    """Return what tells the view of a diary, and tells it anew at every change."""
    news: Any = Announcements()
    services = Services(diary, Immediate(), news, diary.clock, SettingsFile(diary.path))
    presenter = TodayPresenter(services, view)
    news.listen(lambda _changes: presenter.refresh())
    return presenter
