"""`import`: what other programs wrote, looked at first, then brought in, once."""

from __future__ import annotations

import json
from pathlib import Path

FILES = Path(__file__).parents[1] / "data" / "imports"


def test_a_table_is_looked_at_first_and_nothing_is_written(run, stored):
    said = run("import", FILES / "twitches.csv", "--dry-run")
    assert said.startswith("5 entries to add, 7 lines that cannot be read.\n5 twitches.\n")
    assert "Line 9: No place is called “elbo”. Did you mean left elbow" in said
    assert stored().twitches.count() == 0


def test_a_table_is_brought_in_once_and_undone_in_one_step(run, stored):
    assert run("import", FILES / "twitches.csv").startswith("5 entries added, 7 lines")
    again = run("import", FILES / "twitches.csv")
    assert again.startswith("0 entries added, 5 already there, 7 lines")
    assert run("undo") == "Taken back: Brought in from twitches.csv.\n"
    assert stored().twitches.count() == 0


def test_what_is_chosen_fills_in_what_lines_do_not_say(run):
    said = run("import", FILES / "twitches.csv", "--place", "left thigh", "--time", "12:00")
    assert said.startswith("7 entries added, 5 lines")


def test_columns_are_named_by_hand(run, tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("A,B,C\n2026-06-01 08:00,left calf,hello\n", encoding="utf-8")
    data = json.loads(
        run("import", path, "--map", "A=when", "--map", "B=place", "--map", "C=note", "--json")
    )
    assert data["added"]["twitches"] == 1
    assert data["columns"][2] == {"name": "C", "field": "note", "scale": ""}
    assert data["logged"] is True


def test_dates_that_mean_two_days_are_asked_about(run):
    assert "whether the day or the month" in run("import", FILES / "either-way.csv", ends=2)
    assert run("import", FILES / "either-way.csv", "--dates", "day-first").startswith("2 entries")
    assert "day-first or month-first" in run(
        "import", FILES / "either-way.csv", "--dates", "sideways", ends=2
    )


def test_the_export_of_a_telephone_gives_amounts_and_no_days_without_twitches(run):
    data = json.loads(run("import", FILES / "apple-health.xml", "--json"))
    assert data["kind"] == "apple-health"
    assert data["added"] == {"twitches": 0, "doses": 5, "checkins": 0, "symptoms": 0}
    assert data["problems"] == [{"line": 32, "field": "", "sentence": "“1 cups” is not an amount."}]
    assert data["left_out"]["Heart rate"] == 1


def test_a_whole_diary_comes_back_in_the_same_way(run, tmp_path):
    run("log", "calf-left")
    run("export", tmp_path / "all.json")
    assert "already there" in run("import", tmp_path / "all.json")


def test_what_cannot_be_brought_in_is_refused_in_a_sentence(run, tmp_path):
    assert "cannot be read: no such file" in run("import", tmp_path / "gone.csv", ends=2)
    assert "No column is called" in run(
        "import", FILES / "american.tsv", "--map", "Whom=place", ends=2
    )
    assert "is not that" in run("import", FILES / "american.tsv", "--as", "daylio", ends=2)
    assert "No time zone" in run("import", FILES / "american.tsv", "--zone", "Mars/Base", ends=2)
    assert "not a time of day" in run("import", FILES / "american.tsv", "--time", "late", ends=2)
