"""The page that chooses a folder where the system has no dialog for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.finding import find
from twitchlog.ui import theme
from twitchlog.ui.screens.folders import FilePage, FolderPage


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def page(app, window, tmp_path, chosen, pump):
    theme.apply(app, look_name="light", less_motion=True)
    for name in ("Letters", "for the doctor", ".hidden"):
        (tmp_path / name).mkdir()
    (tmp_path / "a file.txt").touch()
    made = FolderPage(tmp_path, title="Save where", chosen=chosen.append, leave=lambda: None)
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
    assert FolderPage(tmp_path / "gone", title="", chosen=print, leave=print).folder.is_dir()


def test_a_file_of_the_kind_asked_for_is_taken_with_a_tap(page, tmp_path, tap, pump):
    taken = []
    for name in ("diary.CSV", "letter.txt"):
        (tmp_path / name).touch()
    window, wanted = page.parent, {"title": "Which file", "endings": (".csv",)}
    window.remove_widget(page)
    page = FilePage(tmp_path, chosen=taken.append, leave=lambda: None, **wanted)
    window.add_widget(page)
    pump()
    assert find(page, "folders.letter.txt") is None
    assert find(page, "folders.save") is None
    tap(find(page, "folders.diary.CSV"))
    pump(lambda: taken == [tmp_path / "diary.CSV"])


def test_a_new_folder_is_made_where_one_is_and_taken(page, tmp_path, chosen, tap, pump):
    tap(find(page, "folders.new"))
    pump(lambda: find(page, "folders.new.name"))
    field = find(page, "folders.new.name")
    for wrong in ("", "..", "a/b", "Letters"):
        field.text, field.error = wrong, ""
        tap(find(page, "folders.new.make"))
        pump(lambda: field.error)
    field.text = " For Dr Who "
    tap(find(page, "folders.new.make"))
    pump(lambda: page.folder == tmp_path / "For Dr Who")
    tap(find(page, "folders.save"))
    pump(lambda: chosen == [tmp_path / "For Dr Who"])


def test_home_and_a_stick_are_one_tap_away(page, tmp_path, monkeypatch, tap, pump):
    (tmp_path / "media" / "STICK").mkdir(parents=True)
    monkeypatch.setattr("twitchlog.paths._mounts", lambda: (tmp_path / "media",))
    page.go(tmp_path)
    pump()
    tap(find(page, f"folders.way.{tmp_path / 'media' / 'STICK'}"))
    pump(lambda: page.folder == tmp_path / "media" / "STICK")
    tap(find(page, "folders.way.home"))
    pump(lambda: page.folder == Path.home())
