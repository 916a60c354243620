"""The log sheet while the diary answers late, or not as hoped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.held import Held
from twitchlog.announcements import Announcements
from twitchlog.domain.errors import DiaryBusy
from twitchlog.domain.twitch import Strength, Trigger
from twitchlog.presenters.log_sheet import LogSheetPresenter
from twitchlog.presenters.services import Services
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from support.log_view import LogView
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary

TOO_LONG = "x" * 20_001


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def late(diary: Diary, clock: FixedClock, log_view: LogView, held: Held) -> LogSheetPresenter:
    """A sheet that is open for a new entry, on a diary that answers when `held` goes."""
    services = Services(diary, held, Announcements(), clock, SettingsFile(diary.path))
    presenter = LogSheetPresenter(services, log_view)
    presenter.begin()
    held.go()
    return presenter


def test_a_write_that_fails_after_the_sheet_was_closed_is_said(
    late: LogSheetPresenter, log_view: LogView, diary: Diary, held: Held
) -> None:
    late.pick(("calf-left",))
    held.go()
    late.type_note(TOO_LONG)
    late.done()
    held.go()
    assert diary.twitches.newest(1)[0].note == ""
    assert any("Nothing was changed" in sentence for sentence in log_view.said)


def test_a_tap_while_an_old_entry_is_still_being_read_makes_no_second_entry(
    late: LogSheetPresenter, diary: Diary, held: Held
) -> None:
    late.pick(("calf-left",))
    held.go()
    entry = diary.twitches.newest(1)[0]
    late.done()
    late.edit(entry.id)
    late.choose_strength(Strength.CLEAR)
    held.go()
    late.choose_strength(Strength.MILD)
    held.go()
    assert [each.id for each in diary.twitches.newest(5)] == [entry.id]
    assert diary.twitches.newest(1)[0].strength == Strength.MILD


def test_a_tap_on_an_entry_that_is_gone_makes_no_new_one(
    late: LogSheetPresenter, log_view: LogView, diary: Diary, held: Held
) -> None:
    late.pick(("calf-left",))
    held.go()
    entry = diary.twitches.newest(1)[0]
    late.done()
    diary.twitches.remove(entry.id)
    late.edit(entry.id)
    held.go()
    assert "That entry is not in the diary any more." in log_view.said
    late.choose_strength(Strength.CLEAR)
    held.go()
    assert diary.twitches.count() == 0


def test_a_tap_right_after_undo_of_an_edit_makes_no_second_entry(
    late: LogSheetPresenter, diary: Diary, held: Held
) -> None:
    before = diary.twitches.log(["calf-left"]).value
    late.edit(before.id)
    held.go()
    late.choose_strength(Strength.CLEAR)
    held.go()
    late.undo()
    late.toggle_trigger("caffeine")
    held.go()
    assert diary.twitches.newest(5) == (before,)


def test_the_timer_takes_over_an_entry_that_was_not_yet_written(
    late: LogSheetPresenter, log_view: LogView, diary: Diary, held: Held
) -> None:
    late.pick(("calf-left",))
    late.time_it()
    held.go()
    assert diary.twitches.count() == 0
    running = diary.timer.running()
    assert running is not None
    assert running.site == "calf-left"
    assert log_view.timed == 1


def test_what_is_shown_is_what_is_saved_when_one_write_fails_and_the_next_does_not(
    late: LogSheetPresenter,
    log_view: LogView,
    diary: Diary,
    held: Held,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    late.pick(("calf-left",))
    late.type_note("on the sofa")
    late.toggle_trigger("caffeine")
    with monkeypatch.context() as patch:
        real = diary.twitches.log

        def busy_once(*_args: object, **_values: object) -> None:
            patch.setattr(diary.twitches, "log", real)
            raise DiaryBusy("Another program is using the diary just now.")

        patch.setattr(diary.twitches, "log", busy_once)
        held.go()
    entry = diary.twitches.newest(1)[0]
    assert (entry.sites, entry.note) == (("calf-left",), "on the sofa")
    assert entry.triggers == (Trigger("caffeine"),)
    assert "Another program is using the diary just now." in log_view.said
    assert log_view.page.sites == ("calf-left",)
    assert log_view.page.note == "on the sofa"
    late.choose_strength(Strength.MILD)
    held.go()
    assert diary.twitches.newest(1)[0].triggers == (Trigger("caffeine"),)


def test_a_note_that_was_refused_and_then_shortened_leaves_no_complaint(
    late: LogSheetPresenter, log_view: LogView, diary: Diary, held: Held
) -> None:
    late.pick(("calf-left",))
    late.type_note(TOO_LONG)
    late.type_note("shorter")
    held.go()
    assert diary.twitches.newest(1)[0].note == "shorter"
    assert log_view.page.note == "shorter"
    assert not log_view.page.wrong
    late.done()
    assert log_view.closed == 1
