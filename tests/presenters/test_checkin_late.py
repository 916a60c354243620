"""The check-in's sheet while the diary answers late."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from support.held import Held
from twitchlog.announcements import Announcements
from twitchlog.presenters.checkin import CheckinPresenter
from twitchlog.presenters.services import Services
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


class View:
    """Keep what was shown and said."""

    def __init__(self) -> None:
        self.form: Any = None
        self.said: list[str] = []

    def show(self, form: Any) -> None:
        self.form = form

    def finished(self, sentence: str) -> None:
        self.said.append(sentence)

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)


def test_the_answers_of_one_day_are_never_saved_for_another(
    diary: Diary, clock: FixedClock
) -> None:
    today = clock.now().day
    diary.checkins.save(today, {"sleep": 5})
    held, view = Held(), View()
    services = Services(diary, held, Announcements(), clock, SettingsFile(diary.path))
    checkin = CheckinPresenter(services, view)
    checkin.open(today)
    held.go()
    checkin.open(today - timedelta(days=3))
    checkin.save()
    held.go()
    assert diary.checkins.get(today - timedelta(days=3)) is None
    checkin.put("sleep", 8)
    checkin.save()
    held.go()
    saved = diary.checkins.get(today - timedelta(days=3))
    assert saved is not None
    assert saved.amounts == {"sleep": 8}
