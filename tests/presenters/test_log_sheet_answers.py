"""What is written and offered in the log sheet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.domain.twitch import OWN, Strength, Trigger
from twitchlog.presenters.log_choices import NOW

if TYPE_CHECKING:
    from support.log_view import LogView
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.log_sheet import LogSheetPresenter


def _only(diary: Diary) -> Twitch:
    entries = diary.twitches.newest(10)
    assert len(entries) == 1
    return entries[0]


def _chosen(choices: Any) -> list[str]:
    return [choice.text for choice in choices if choice.chosen]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("19 June 2026", "14:17"), "still to come"),
        (("some day", "14:17"), "is not a day"),
        (("18 June 2026", "late"), "is not a time of day"),
        (("18 June 1850", "14:17"), "too long ago"),
    ],
)
def test_a_wrong_time_is_said_beside_its_field_and_changes_nothing(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, typed: tuple[str, str], said: str
) -> None:
    sheet.pick(("calf-left",))
    before = _only(diary)
    sheet.type_when(*typed)
    assert said in log_view.page.wrong["when"]
    assert _only(diary) == before
    assert log_view.page.time_written == "21:04"
    sheet.done()
    assert log_view.closed == 0
    sheet.choose_when("15")
    assert not log_view.page.wrong


@pytest.mark.parametrize("text", ["0 s", "25 h", "-3", "long", ""])
def test_a_wrong_length_is_said_beside_its_field(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, text: str
) -> None:
    sheet.pick(("calf-left",))
    sheet.type_length(text)
    assert log_view.page.wrong["length"]
    assert _only(diary).duration_s is None
    sheet.type_length("1h30m")
    assert not log_view.page.wrong
    assert _only(diary).duration_s == 5400
    assert log_view.page.length_said == "1 h 30 min"


def test_own_words_are_kept_and_offered_again(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    sheet.pick(("calf-left",))
    sheet.type_trigger("  Long   drive ")
    assert _only(diary).triggers == (Trigger(OWN, "Long drive"),)
    sheet.type_trigger("x" * 99)
    assert "up to 60 fit" in log_view.page.wrong["own"]
    clock.moment = clock.moment.shifted(timedelta(minutes=5))
    sheet.begin()
    assert log_view.page.triggers[0].text == "Long drive"
    assert not log_view.page.triggers[0].chosen


def test_a_note_that_is_too_long_is_refused_whole(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    sheet.type_note("x" * 100_000)
    assert "Nothing was changed" in log_view.page.wrong["note"]
    assert _only(diary).note == ""


def test_the_lengths_used_most_are_in_sight(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    for _each in range(3):
        diary.twitches.log(["calf-left"], duration_s=900)
    sheet.begin()
    assert [choice.text for choice in log_view.page.lengths] == ["Seconds", "1 min", "15 min"]
    assert [choice.text for choice in log_view.page.longer] == [
        "A second", "30 s", "5 min", "30 min", "1 hour", "Hours", "Not known",
    ]  # fmt: skip


def test_now_means_the_moment_of_the_tap_on_the_place(
    sheet: LogSheetPresenter, diary: Diary, clock: FixedClock
) -> None:
    sheet.choose_when("15")
    sheet.choose_when(NOW)
    clock.moment = clock.moment.shifted(timedelta(minutes=7))
    sheet.pick(("calf-left",))
    assert _only(diary).moment == clock.now()


def test_the_last_three_places_are_chips(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    for ago, site in enumerate(("calf-left", "eyelid-right", "calf-right", "tongue")):
        diary.twitches.log([site], moment=clock.now().earlier(minutes=ago + 1))
    sheet.begin()
    assert [choice.text for choice in log_view.page.recent] == [
        "Left calf", "Right eyelid", "Right calf",
    ]  # fmt: skip
    sheet.choose_place("eyelid-right")
    assert _chosen(log_view.page.recent) == ["Right eyelid"]


def test_a_tap_on_the_strength_of_last_time_says_it_again_and_the_next_takes_it_back(
    sheet: LogSheetPresenter, diary: Diary, clock: FixedClock
) -> None:
    earlier = clock.now().earlier(minutes=60)
    diary.twitches.log(["calf-left"], moment=earlier, strength=Strength.MILD)
    sheet.begin()
    sheet.pick(("calf-left",))
    sheet.choose_strength(Strength.MILD)
    assert diary.twitches.newest(1)[0].strength is Strength.MILD
    sheet.choose_strength(Strength.MILD)
    assert diary.twitches.newest(1)[0].strength is None


def test_the_timer_takes_over_from_the_entry_with_its_place_and_strength(
    diary: Diary, sheet: LogSheetPresenter, log_view: LogView
) -> None:
    sheet.choose_place("calf-left")
    sheet.choose_strength(Strength.CLEAR)
    sheet.time_it()
    running = diary.timer.running()
    assert running is not None
    assert (running.site, running.strength) == ("calf-left", Strength.CLEAR)
    assert diary.twitches.newest(10) == ()
    assert log_view.timed == 1


def test_where_a_timer_runs_already_the_entry_stays(
    diary: Diary, sheet: LogSheetPresenter, log_view: LogView
) -> None:
    diary.timer.start("hand-left")
    sheet.choose_place("calf-left")
    sheet.time_it()
    assert _only(diary).sites == ("calf-left",)
    assert log_view.said == ["The timer is running already."]
    assert log_view.timed == 0


def test_only_what_may_be_going_on_can_be_timed(
    sheet: LogSheetPresenter, log_view: LogView, clock: FixedClock
) -> None:
    assert log_view.page.timed
    sheet.begin(clock.now().day - timedelta(days=1))
    assert not log_view.page.timed
