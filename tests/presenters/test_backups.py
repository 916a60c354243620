"""The page of the backups: the list, one beside the diary, restoring, removing, the second copy."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from support.backups_view import BackupsView
from twitchlog import paths
from twitchlog.presenters.backups import BackupsPresenter

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services


@pytest.fixture
def view() -> BackupsView:
    return BackupsView()


@pytest.fixture
def presenter(services: Services, view: BackupsView) -> BackupsPresenter:
    presenter = BackupsPresenter(services, view, view.opened_anew)
    services.news.listen(lambda _changes: presenter.refresh())
    presenter.refresh()
    return presenter


@pytest.fixture
def two(diary: Diary, clock: FixedClock, presenter: BackupsPresenter) -> BackupsPresenter:
    """Two backups, of one entry and of two, an hour apart."""
    diary.twitches.log(["calf-left"])
    presenter.back_up()
    clock.moment = clock.moment.shifted(timedelta(hours=1))
    diary.twitches.log(["tongue"])
    presenter.back_up()
    return presenter


def titles(view: BackupsView) -> list[str]:
    return [row.title for row in view.page.rows]


def test_a_backup_made_now_is_listed_with_its_entries_and_size(
    diary: Diary, presenter: BackupsPresenter, view: BackupsView
) -> None:
    assert view.page.rows == ()
    diary.twitches.log(["calf-left"])
    presenter.back_up()
    (row,) = view.page.rows
    assert row.title == "Today, 21:04"
    assert row.second.startswith("1 entry · ")
    assert row.second.endswith("made by hand, kept until 18 July")
    assert view.said[-1] == "A backup was made and checked."


def test_one_is_shown_beside_what_the_diary_holds_now(
    two: BackupsPresenter, view: BackupsView
) -> None:
    two.open(view.page.rows[-1].id)
    assert view.detail.title == "Today, 21:04"
    assert view.detail.lines == (
        ("Entries", "1", "2"),
        ("First day", "18 June", "18 June"),
        ("Last day", "18 June", "18 June"),
    )


@pytest.mark.in_file
def test_a_restore_keeps_the_present_which_the_list_offers_to_put_back_as_it_was(
    diary: Diary, two: BackupsPresenter, view: BackupsView, clock: FixedClock
) -> None:
    assert view.page.put_back is None
    two.restore(view.page.rows[-1].id)
    assert diary.twitches.count() == 1
    assert view.anew == ["Restored. Backups can put it back as it was."]
    two.refresh()
    assert view.page.put_back is not None
    assert "2 entries" in view.page.put_back.second
    assert "made before a restore, kept until 18 July" in view.page.put_back.second
    clock.moment = clock.moment.shifted(timedelta(minutes=1))
    two.restore(view.page.put_back.id)
    assert diary.twitches.count() == 2
    assert view.anew[-1] == "Put back as it was before the restore."
    clock.moment = clock.moment.shifted(timedelta(days=31))
    two.refresh()
    assert view.page.put_back is None


def test_a_backup_that_is_removed_stays_until_it_is_too_late_to_take_that_back(
    diary: Diary, two: BackupsPresenter, view: BackupsView
) -> None:
    (newest, oldest) = view.page.rows
    two.remove(oldest.id)
    assert titles(view) == [newest.title]
    assert len(diary.backups.list()) == 2
    view.undo()
    assert titles(view) == [newest.title, oldest.title]
    two.remove(oldest.id)
    view.gone()
    assert len(diary.backups.list()) == 1
    assert titles(view) == [newest.title]


@pytest.mark.in_file
def test_a_damaged_backup_says_so_and_can_only_be_removed(
    diary: Diary, two: BackupsPresenter, view: BackupsView
) -> None:
    diary.backups.list()[0].path.write_bytes(b"no database")
    two.refresh()
    (row, _other) = view.page.rows
    assert row.second.startswith("Cannot be read")
    two.open(row.id)
    assert (view.detail.readable, view.detail.lines) == (False, ())
    two.restore(row.id)
    assert "damaged" in view.complaints[-1]
    assert diary.twitches.count() == 2


@pytest.mark.in_file
def test_a_backup_with_another_password_asks_for_it_until_it_is_right(
    diary: Diary, two: BackupsPresenter, view: BackupsView, clock: FixedClock, tmp_path: Path
) -> None:
    from twitchlog.diary import Diary as Other

    with Other.open(tmp_path / "other" / "diary.sqlite", clock=clock) as other:
        other.password.set("four plain words here")
        made = other.backups.make()
    shutil.copy(made, diary.backups.folder / "diary 2026-06-01 10.00.00.sqlite")
    two.refresh()
    row = view.page.rows[-1]
    assert row.second.startswith("Has another password")
    two.open(row.id)
    assert view.detail.asks
    two.restore(row.id)
    two.restore(row.id, "not these words at all")
    assert [sentence for _name, sentence in view.asked] == [
        "",
        "This is not its password. Nothing was changed.",
    ]
    two.restore(row.id, "four plain words here")
    assert diary.twitches.count() == 0


def test_one_is_saved_elsewhere_and_what_fails_is_said(
    two: BackupsPresenter, view: BackupsView, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    two.copy_to(view.page.rows[0].id, tmp_path / "out")
    assert view.said[-1].startswith("Copied to “")
    two.copy_to(view.page.rows[0].id, tmp_path / "nowhere")
    assert view.complaints[-1].startswith("There is no folder at")
    assert view.busy_with[-1] == ""


def test_the_test_says_when_and_with_what_result(
    diary: Diary, two: BackupsPresenter, view: BackupsView
) -> None:
    assert view.page.tested.startswith("Once a month")
    two.test()
    assert view.said[-1] == "The newest backup is whole: everything came back."
    assert view.page.tested.startswith("Last tested today")
    assert "tested today" in view.page.rows[0].second
    newest = diary.backups.list()[0].path
    newest.write_bytes(newest.read_bytes()[:9000])
    two.test()
    (card,) = view.page.troubles
    assert card.title == "The newest backup did not pass its test"
    assert card.text.endswith("It has not worked since today, 22:04.")
    two.try_again()
    assert view.page.troubles == ()
    assert view.said[-1] == "It worked: the backup was made and checked."


def test_a_second_copy_is_chosen_made_kept_and_given_up(
    two: BackupsPresenter, view: BackupsView, tmp_path: Path
) -> None:
    assert view.page.second.folder == ""
    two.copy_now()
    two.choose_folder(tmp_path / "nowhere")
    assert "There is no folder" in view.complaints[-1]
    stick = tmp_path / "STICK"
    stick.mkdir()
    two.choose_folder(stick)
    assert view.said[-1] == "Copied and checked."
    assert view.page.second.said == "In “STICK”, last on 18 June."
    two.keep("3")
    two.refresh()
    assert view.page.second.keep == 3
    stick.rename(tmp_path / "away")
    two.copy_now()
    assert view.complaints[-1] == "The folder is not there now. Plug it in, or choose another."
    assert view.page.second.said.startswith(
        "“STICK” has not been there since today; last on 18 June."
    )
    two.stop_copying()
    two.refresh()
    assert view.page.second.folder == ""


def test_what_fails_is_on_the_page_until_it_works(
    diary: Diary, presenter: BackupsPresenter, view: BackupsView
) -> None:
    paths.backup_folder(diary.path).write_text("in the way")
    diary.twitches.log(["calf-left"])
    presenter.back_up()
    assert [card.title for card in view.page.troubles] == ["The last backup could not be made"]
    presenter.try_again()
    assert view.page.troubles
    paths.backup_folder(diary.path).unlink()
    presenter.try_again()
    assert view.page.troubles == ()
