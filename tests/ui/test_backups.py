"""The backups in a real window: the list, one of them, the second copy, and what fails."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support import window as windows
from support.finding import find
from support.shown import services_of, shell_with
from twitchlog import paths
from twitchlog.ui import theme
from twitchlog.ui.screens import backups


@pytest.fixture
def anew():
    """What was said when the diary was opened anew."""
    return []


@pytest.fixture
def shell(app, window, diary, clock, anew):
    diary.twitches.log(["calf-left"])
    diary.backups.make()
    clock.moment = clock.moment.shifted(timedelta(hours=1))
    diary.twitches.log(["tongue"])
    diary.backups.make()
    services = services_of(diary, clock)
    frame, page = shell_with(
        app, window, "backups", lambda made: backups.build(services, made, anew.append)
    )
    frame.push(page)
    windows.pump()
    yield frame
    theme.apply(app, look_name="light", less_motion=True)


def row(diary, at):
    return f"backups.row.{diary.backups.list()[at].path.name}"


def test_a_tap_shows_one_and_restores_it_and_the_list_offers_the_way_back(
    shell, diary, tap, pump, anew
):
    tap(find(shell, row(diary, 1)))
    pump(lambda: find(shell, "backup.restore"))
    tap(find(shell, "backup.restore"))
    pump(lambda: anew)
    assert diary.twitches.count() == 1
    shell.pop()
    shell.page.presenter.refresh()
    pump(lambda: find(shell, "action:Put back as it was"))


def test_one_that_is_removed_is_erased_only_once_undo_is_gone(shell, diary, tap, pump):
    tap(find(shell, row(diary, 1)))
    pump(lambda: find(shell, "backup.remove"))
    tap(find(shell, "backup.remove"))
    pump(lambda: shell.snackbar)
    tap(find(shell, "snack:Undo"))
    pump(lambda: find(shell, row(diary, 1)))
    assert len(diary.backups.list()) == 2
    tap(find(shell, row(diary, 1)))
    pump(lambda: find(shell, "backup.remove"))
    tap(find(shell, "backup.remove"))
    pump(lambda: shell.snackbar)
    shell.snackbar.close()
    pump(lambda: len(diary.backups.list()) == 1)


def test_the_page_of_the_second_copy_can_be_opened_by_itself(shell, tap, pump):
    page = shell.page
    shell.pop()
    shell.push(page.second)
    pump(lambda: find(shell, "second.choose"))


def test_the_second_copy_is_typed_copied_and_given_up(shell, diary, tap, pump, tmp_path):
    (tmp_path / "STICK").mkdir()
    shell.page.open_second()
    pump(lambda: find(shell, "second.folder"))
    find(shell, "second.folder").text = str(tmp_path / "STICK")
    tap(find(shell, "second.take"))
    pump(lambda: find(shell, "second.now"))
    assert len(diary.backups.second_copy.files()) == 1
    tap(find(shell, "second.stop"))
    pump(lambda: find(shell, "second.choose"))
    assert diary.backups.second_copy.state() is None


def test_what_fails_stands_on_the_page_until_trying_again_works(shell, diary, tap, pump):
    for each in diary.backups.list():
        diary.backups.remove(each)
    diary.backups.folder.rmdir()
    diary.backups.folder.write_text("in the way")
    tap(find(shell, "backups.now"))
    shell.page.presenter.refresh()
    pump(lambda: find(shell, "action:Try again"))
    diary.backups.folder.unlink()
    tap(find(shell, "action:Try again"))
    pump(lambda: find(shell, "action:Try again") is None)
    assert paths.backup_folder(diary.path).is_dir()


def test_in_a_wide_window_one_stands_beside_the_list_and_the_list_can_be_walked(
    shell, window, diary, tap, pump
):
    windows.clear(window, size=(1280, 800))
    window.add_widget(shell)
    pump(lambda: find(shell, "backup.restore"))
    assert find(shell, row(diary, 0)).chosen
    tap(find(shell, row(diary, 1)))
    pump(lambda: find(shell, row(diary, 1)).chosen)
    assert not find(shell, row(diary, 0)).chosen
    assert shell.page.presenter is not None
