"""`demo`: the example lies beside the user's own diary and never in it."""

from __future__ import annotations

import json

from support.rows import rows_of
from twitchlog import paths


def test_the_example_lies_beside_the_users_own_diary_and_never_in_it(run, tmp_path):
    run("log", "calf-left")
    before = rows_of(tmp_path / "diary.sqlite", steps=True)
    out = tmp_path / "example.sqlite"
    said = run("demo", "--days", "30", "--out", out)
    assert f"twitchlog-app --diary “{out}”" in said
    assert len(json.loads(run("list", "--last", "5", "--json", "--diary", out))["twitches"]) == 5
    assert "so it was left" in run("demo", "--out", tmp_path / "diary.sqlite", ends=2)
    assert rows_of(tmp_path / "diary.sqlite", steps=True) == before


def test_without_a_place_the_example_lies_in_the_data_folder(run):
    run("demo", "--days", "10")
    assert (paths.data_folder() / "example.sqlite").exists()
