"""The log sheet after midnight, at the change of clocks, and after the clock was set back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from twitchlog.domain.moment import Moment
from twitchlog.presenters.entry_time import SECOND
from twitchlog.presenters.log_choices import NOW

if TYPE_CHECKING:
    from support.log_view import LogView
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.log_sheet import LogSheetPresenter

BERLIN = "Europe/Berlin"


def there(*when: int, zone: str = BERLIN, fold: int = 0) -> Moment:
    at: Any = when
    return Moment.of(datetime(*at, tzinfo=ZoneInfo(zone), fold=fold), zone)


def _only(diary: Diary) -> Twitch:
    (entry,) = diary.twitches.newest(10)
    return entry


def test_after_midnight_now_is_of_the_day_that_is_not_over(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    diary.preferences.end_day_at(240)
    clock.moment = there(2026, 6, 19, 1, 30)
    sheet.begin()
    sheet.pick(("calf-left",))
    assert _only(diary).moment.day == date(2026, 6, 18)
    assert log_view.page.when_said == "today at 01:30, just now"
    assert (log_view.page.day_written, log_view.page.time_written) == ("18 June 2026", "01:30")
    clock.moment = there(2026, 6, 19, 4, 10)
    sheet.choose_when("15")
    assert _only(diary).moment == there(2026, 6, 19, 3, 55).lived(240)


def test_a_typed_night_is_saved_as_such_and_said(sheet: LogSheetPresenter, diary: Diary) -> None:
    diary.preferences.end_day_at(240)
    sheet.pick(("calf-left",))
    assert sheet.say_when("17 June", "01:30") == "01:30 counts as the night of Wednesday 17 June."
    sheet.type_when("17 June", "01:30")
    assert _only(diary).moment == there(2026, 6, 18, 1, 30).lived(240)
    assert sheet.days[0] == date(2026, 6, 17)
    sheet.choose_day(date(2026, 6, 10))
    assert _only(diary).moment == there(2026, 6, 11, 1, 30).lived(240)


def test_hours_of_another_day_are_of_that_day(sheet: LogSheetPresenter, diary: Diary) -> None:
    diary.preferences.end_day_at(300)
    sheet.begin(date(2026, 6, 10))
    sheet.choose_when("h22")
    sheet.pick(("calf-left",))
    assert _only(diary).moment == there(2026, 6, 10, 22)


def test_the_second_of_two_hours_can_be_chosen(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    clock.moment = there(2026, 10, 25, 9)
    sheet.begin()
    sheet.pick(("calf-left",))
    assert log_view.page.which == ()
    sheet.type_when("25 October", "02:30")
    assert _only(diary).moment == there(2026, 10, 25, 2, 30)
    assert [each.text for each in log_view.page.which] == ["The first 02:30", "The second 02:30"]
    sheet.choose_which(SECOND)
    assert _only(diary).moment == there(2026, 10, 25, 2, 30, fold=1)
    sheet.type_when("25 October", "02:30")
    assert _only(diary).moment == there(2026, 10, 25, 2, 30, fold=1)
    sheet.undo()
    assert diary.twitches.count() == 0


def test_an_entry_of_a_journey_keeps_its_clock_when_its_time_is_corrected(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    there_then = there(2026, 6, 17, 23, 30, zone="Asia/Tokyo")
    entry = diary.twitches.log(["calf-left"], moment=there_then).value
    sheet.edit(entry.id)
    written = log_view.page.day_written, log_view.page.time_written
    assert sheet.say_when(*written) == "23:30 is the time of Tokyo."
    sheet.type_when(*written)
    assert _only(diary).moment == there_then
    sheet.type_when("17 June 2026", "23:10")
    assert _only(diary).moment == there(2026, 6, 17, 23, 10, zone="Asia/Tokyo")


def test_with_the_clock_set_back_an_entry_can_still_be_changed(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    entry = diary.twitches.log(["calf-left"]).value
    clock.moment = there(2026, 6, 18, 20, 0)
    sheet.edit(entry.id)
    assert log_view.page.when_said == "today at 21:04"
    assert [each.value for each in log_view.page.when if each.chosen] != [NOW]
    sheet.type_note("a word")
    sheet.type_when("18 June 2026", "21:04")
    assert not log_view.page.wrong
    assert diary.twitches.get(entry.id).note == "a word"
    assert diary.twitches.get(entry.id).moment == entry.moment
    sheet.type_when("18 June 2026", "20:30")
    assert "still to come" in log_view.page.wrong["when"]
