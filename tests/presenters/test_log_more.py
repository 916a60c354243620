"""The further questions of the log sheet: each tap is saved, and one undo takes all back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.domain.twitch import OWN, Activity, Pattern, Relief, Seen

if TYPE_CHECKING:
    from pathlib import Path

    from support.log_view import LogView
    from twitchlog.diary import Diary
    from twitchlog.presenters.log_sheet import LogSheetPresenter


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "calf.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(3000))
    return path


def chosen(choices: Any) -> list[str]:
    return [each.text for each in choices if each.chosen]


def test_every_further_answer_is_saved_with_its_tap(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.choose_place("calf-left")
    sheet.choose_pattern("rippling")
    sheet.choose_seen("visible")
    sheet.choose_activity("falling-asleep")
    sheet.toggle_relief("stretching")
    sheet.type_relief(" cold  bath ")
    (entry,) = diary.twitches.newest(9)
    assert (entry.pattern, entry.seen) == (Pattern.RIPPLING, Seen.VISIBLE)
    assert entry.activity is Activity.FALLING_ASLEEP
    assert entry.reliefs == (Relief("stretching"), Relief(OWN, "cold bath"))
    more = log_view.page.more
    assert chosen(more.patterns) == ["Rippling"]
    assert chosen(more.reliefs) == ["Stretching", "cold bath"]
    assert more.said == "rippling · could be seen · falling asleep · stretching · cold bath"


def test_the_same_answer_again_takes_it_back(sheet: LogSheetPresenter, diary: Diary) -> None:
    sheet.choose_place("calf-left")
    for _time in range(2):
        sheet.choose_pattern("single")
        sheet.choose_seen("felt")
        sheet.choose_activity("rest")
        sheet.toggle_relief("warmth")
    (entry,) = diary.twitches.newest(9)
    assert (entry.pattern, entry.seen, entry.activity, entry.reliefs) == (None, None, None, ())


def test_what_is_answered_before_the_place_is_saved_with_it(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    sheet.choose_pattern("cramp-like")
    assert diary.twitches.count() == 0
    sheet.choose_place("calf-left")
    assert diary.twitches.newest(1)[0].pattern is Pattern.CRAMP_LIKE


def test_a_file_is_kept_with_the_entry_and_one_undo_takes_all_back(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, photo: Path
) -> None:
    sheet.choose_place("calf-left")
    sheet.add_file(photo)
    (row,) = log_view.page.more.files
    assert (row.name, row.second, row.icon) == ("calf.png", "3 kB", "image-outline")
    assert log_view.page.more.said == "1 file"
    assert sheet.file_path(row.id).read_bytes() == photo.read_bytes()
    sheet.undo()
    assert (diary.twitches.count(), diary.attachments.all()) == (0, ())


def test_a_file_is_shown_when_the_entry_is_opened_again_and_can_be_removed(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, photo: Path
) -> None:
    entry = diary.twitches.log(["chin"]).value
    diary.attachments.add("twitches", entry.id, photo)
    sheet.edit(entry.id)
    (row,) = log_view.page.more.files
    sheet.remove_file(row.id)
    assert log_view.page.more.files == ()
    assert [each.label for each in diary.bin.items()] == ["calf.png"]


def test_a_file_that_cannot_be_kept_is_said_beside_the_files_and_nothing_is_lost(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, tmp_path: Path, photo: Path
) -> None:
    sheet.add_file(photo)
    assert log_view.page.wrong["files"] == "Choose a place first."
    sheet.choose_place("calf-left")
    words = tmp_path / "words.txt"
    words.write_text("no picture")
    sheet.add_file(words)
    assert "no photo" in log_view.page.wrong["files"]
    sheet.add_file(photo)
    assert "files" not in log_view.page.wrong
    assert diary.twitches.count() == len(diary.attachments.all()) == 1


def test_words_that_are_too_long_are_refused_beside_the_field(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.choose_place("calf-left")
    sheet.type_relief("x" * 200)
    assert "up to 60" in log_view.page.wrong["relief"]
    assert diary.twitches.newest(1)[0].reliefs == ()
