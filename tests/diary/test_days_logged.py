"""How many days of a period were logged: the denominator under every chart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from twitchlog.diary import Diary

TODAY = date(2026, 6, 18)


def test_days_with_twitches_and_days_without_count_once_each(diary: Diary) -> None:
    """Two twitches today and *none* two days ago are two logged days of the last three."""
    for _each in range(2):
        diary.twitches.log(["calf-left"])
    diary.checkins.none_today(TODAY - timedelta(days=2))
    assert diary.days.count_logged(Period.ending(TODAY, days=3)) == 2
    assert diary.days.count_logged(Period.ending(TODAY, days=1)) == 1
    assert diary.days.count_logged(Period.ending(TODAY - timedelta(days=1), days=1)) == 0
    assert diary.days.count_logged(Period.ending(TODAY - timedelta(days=3), days=30)) == 0


def test_an_empty_diary_has_no_logged_day(diary: Diary) -> None:
    assert diary.days.count_logged(Period.ending(TODAY, days=3650)) == 0
