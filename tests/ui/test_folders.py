"""The page that chooses a folder where the system has no dialog for it."""

from __future__ import annotations

import pytest

from twitchlog.ui import theme
from twitchlog.ui.finding import find
from twitchlog.ui.screens.folders import FolderPage


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def page(app, window, tmp_path, chosen, pump):
    theme.apply(app, look_name="light", less_motion=True)
    for name in ("Letters", "for the doctor", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "a file.txt").touch()
    made = FolderPage(tmp_path, chosen=chosen.append, leave=lambda: None)
    window.add_widget(made)
    pump()
    return made


def test_folders_are_listed_without_files_and_hidden_ones(page):
    assert find(page, "folders.Letters")
    assert find(page, "folders.for the doctor")
    assert find(page, "folders..hidden") is None
    assert find(page, "folders.a file.txt") is None


def test_one_goes_into_a_folder_and_saves_there(page, tmp_path, chosen, tap, pump):
    tap(find(page, "folders.Letters"))
    pump(lambda: page.folder == tmp_path / "Letters")
    tap(find(page, "folders.save"))
    pump(lambda: chosen == [tmp_path / "Letters"])


def test_one_gets_up_to_the_folder_above(page, tmp_path, tap, pump):
    tap(find(page, "folders.One folder up"))
    pump(lambda: page.folder == tmp_path.parent)


def test_a_folder_that_is_gone_starts_at_home(app, window, tmp_path, pump):
    assert FolderPage(tmp_path / "gone", chosen=print, leave=print).folder.is_dir()
