"""Today says what does not work of the backups, and that a stick is long away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from support.today_view import View, telling
from twitchlog.domain.errors import DiaryNotWritable

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.today import TodayPresenter


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def today(diary: Diary, view: View) -> TodayPresenter:
    return telling(view, diary)


def test_a_stick_that_has_been_away_for_two_weeks_is_told_once_a_time_away(
    diary: Diary, clock: FixedClock, today: TodayPresenter, view: View, tmp_path: Path
) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    diary.twitches.log(["calf-left"])
    second = diary.backups.second_copy
    second.choose(stick)
    stick.rename(drawer)
    second.make(diary.backups.make())
    clock.moment = clock.moment.shifted(timedelta(days=13))
    today.enter()
    assert view.page.away is None
    clock.moment = clock.moment.shifted(timedelta(days=1))
    today.enter()
    assert view.page.away is not None
    assert view.page.away.title == "No second copy for 14 days"
    assert "“stick” has not been there since" in view.page.away.text
    today.put_away(view.page.away.key)
    assert view.page.away is None
    drawer.rename(stick)
    second.look()
    stick.rename(drawer)
    second.look()
    clock.moment = clock.moment.shifted(timedelta(days=15))
    today.enter()
    assert view.page.away is not None
    drawer.rename(stick)
    today.enter()
    assert view.page.away is None, "it is looked whether it is there again"


def test_a_backup_that_fails_is_told_until_it_works(
    diary: Diary, today: TodayPresenter, view: View
) -> None:
    diary.backups.folder.write_text("in the way")
    diary.twitches.log(["calf-left"])
    with pytest.raises(DiaryNotWritable):
        diary.backups.make()
    today.enter()
    assert view.page.trouble.title == "The last backup could not be made"
    assert "Your diary is safe." in view.page.trouble.text
    today.try_backup()
    assert view.page.trouble is not None
    diary.backups.folder.unlink()
    today.try_backup()
    assert view.page.trouble is None
    assert view.said[-1] == "It worked: the backup was made and checked."
