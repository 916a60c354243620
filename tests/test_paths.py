"""The diary lies where it was asked for: the option, then the variable, then the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from twitchlog import paths


def test_the_option_comes_before_the_variable_and_that_before_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(paths.DIARY_VARIABLE, raising=False)
    assert paths.diary_file() == paths.data_folder() / "diary.sqlite"
    monkeypatch.setenv(paths.DIARY_VARIABLE, str(tmp_path / "from variable.sqlite"))
    assert paths.diary_file() == tmp_path / "from variable.sqlite"
    assert paths.diary_file(tmp_path / "chosen.sqlite") == tmp_path / "chosen.sqlite"


def test_a_relative_path_and_a_tilde_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    assert paths.diary_file("~/d.sqlite") == Path("/home/somebody/d.sqlite")
    assert paths.diary_file("d.sqlite").is_absolute()


def test_shipped_files_are_found() -> None:
    assert paths.asset("icons/twitchlog.png").is_file()


def test_backups_of_two_diaries_in_one_folder_are_kept_apart(tmp_path: Path) -> None:
    mine, example = tmp_path / "mine.sqlite", tmp_path / "example.sqlite"
    assert paths.backup_folder(mine) != paths.backup_folder(example)
    assert paths.backup_folder(mine).parent == tmp_path


def test_folders_that_are_made_are_for_their_owner_alone_and_others_stay_as_they_are(
    tmp_path: Path,
) -> None:
    tmp_path.chmod(0o755)
    with paths.private_files():
        paths.make_private(tmp_path / "one" / "two")
        (tmp_path / "one" / "said.txt").write_text("hello")
    found = {each.name: each.stat().st_mode & 0o777 for each in (tmp_path, *tmp_path.rglob("*"))}
    assert found == {tmp_path.name: 0o755, "one": 0o700, "two": 0o700, "said.txt": 0o600}


def test_a_name_that_is_taken_gets_the_next_number_and_nothing_is_written_over(
    tmp_path: Path,
) -> None:
    wanted = tmp_path / "page.pdf"
    assert paths.free_name(wanted) == wanted
    wanted.touch()
    assert paths.free_name(wanted).name == "page (2).pdf"
    (tmp_path / "page (2).pdf").touch()
    assert paths.free_name(wanted).name == "page (3).pdf"


def test_a_small_file_is_written_whole_or_stays_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "notes.json"
    paths.write_private(file, "é")
    assert file.read_text("utf-8") == "é"
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(UnicodeEncodeError):
        paths.write_private(file, "new \ud800")
    assert file.read_text("utf-8") == "é"
    assert [each.name for each in tmp_path.iterdir()] == ["notes.json"]
