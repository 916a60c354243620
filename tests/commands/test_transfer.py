"""`export`: the whole diary leaves in one file, or as sheets."""

from __future__ import annotations

import json


def test_the_whole_diary_goes_to_a_file_that_was_not_there(run, tmp_path):
    run("log", "calf-left", "--note", "after coffee")
    path = tmp_path / "out.json"
    assert "rows to" in run("export", path)
    data = json.loads(path.read_text())
    assert [row["note"] for row in data["tables"]["twitches"]] == ["after coffee"]
    before = path.read_bytes()
    assert "left as it is" in run("export", path, ends=2)
    assert path.read_bytes() == before


def test_the_sheets_go_to_a_new_folder_in_the_one_named(run, tmp_path):
    run("log", "calf-left")
    said = run("export", tmp_path / "sheets", "--csv")
    folder = tmp_path / "sheets" / "TwitchLog 2026-06-18"
    assert str(folder) in said
    assert (folder / "twitches.csv").exists()
    assert "not encrypted" in said


def test_a_place_that_cannot_be_written_is_told_with_code_5(run, tmp_path):
    run("log", "calf-left")
    (tmp_path / "file").touch()
    run("export", tmp_path / "file" / "out.json", ends=5)
    run("export", tmp_path / "file", "--csv", ends=5)
