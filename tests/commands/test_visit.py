"""`summary` and `report`: the page for the doctor from the command line."""

from __future__ import annotations

import json


def test_the_seven_questions_are_answered_as_text_and_as_json(run):
    run("log", "calf-left", "--for", "20s")
    text = run("summary")
    for label in ("1 Since when", "4 Where", "7 Other symptoms", "Not recorded yet"):
        assert label in text
    assert max(map(len, text.splitlines())) <= 80
    answers = json.loads(run("summary", "--json"))["answers"]
    assert [answer["number"] for answer in answers] == [1, 2, 3, 4, 5, 6, 7]
    assert "20 s" in answers[1]["answer"]


def test_a_summary_covers_the_period_that_is_asked_for(run):
    run("log", "calf-left", "--at", "2025-01-01 12:00")
    run("log", "calf-left")

    def period(*options):
        found = json.loads(run("summary", "--json", *options))
        return found["period"]["first"], found["period"]["last"], found["entries"]

    assert period() == ("2026-03-20", "2026-06-18", 1)
    assert period("--span", "all") == ("2025-01-01", "2026-06-18", 2)
    assert period("--from", "2026-06-10", "--to", "2026-06-12") == ("2026-06-10", "2026-06-12", 0)
    run("summary", "--span", "all", "--from", "2026-06-01", ends=2)
    run("summary", "--span", "century", ends=2)


def test_a_report_is_saved_as_a_pdf_and_says_where(run, tmp_path):
    run("log", "calf-left")
    out = tmp_path / "visit.pdf"
    assert run("report", "--out", out, "--paper", "letter") == f"Saved to “{out}”.\n"
    assert out.read_bytes().startswith(b"%PDF")
    run("report", "--out", out)
    run("report", "--out", tmp_path)
    assert (tmp_path / "muscle-twitching-summary-2026-06-18.pdf").exists()


def test_a_report_that_cannot_be_saved_is_told_with_code_5(run, tmp_path):
    run("log", "calf-left")
    run("report", "--out", tmp_path / "missing" / "visit.pdf", ends=5)


def test_a_report_never_takes_the_place_of_another_file(run, tmp_path):
    run("log", "calf-left")
    before = (tmp_path / "diary.sqlite").read_bytes()
    run("report", "--out", tmp_path / "diary.sqlite", ends=2)
    assert (tmp_path / "diary.sqlite").read_bytes() == before
    run("report", "--out", tmp_path / "x.pdf", "--paper", "napkin", ends=2)
