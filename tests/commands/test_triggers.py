"""`triggers`: what goes with the twitching, from the command line."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta

import pytest

from twitchlog.diary.example import fill

TODAY = date(2026, 6, 18)


@pytest.fixture
def filled(stored):
    fill(stored(), days=180, seed=7, until=TODAY)


def test_an_empty_diary_names_nothing(run, stored):
    stored()
    assert run("triggers") == "0 logged days. 0 things looked at, 0 could be judged.\n"
    found = json.loads(run("triggers", "--json"))
    assert (found["model"], found["factors"]) == (None, [])


@pytest.mark.usefixtures("filled")
def test_a_factor_that_goes_with_it_is_named_with_its_range_and_a_warning(run):
    text = run("triggers")
    assert max(map(len, text.splitlines())) <= 80
    said = " ".join(text.split())
    assert "Linked, 1 of" in said or "Linked, 2 of" in said
    assert "likely between" in said
    assert "that does not show that one causes the other" in said
    assert run("triggers") == text


@pytest.mark.usefixtures("filled")
def test_the_numbers_for_a_program_are_those_of_the_sentences(run):
    found = json.loads(run("triggers", "--json"))
    assert found["looked_at"] == len(found["factors"]) + len(found["left_out"])
    for factor in found["factors"]:
        low, high = factor["likely_between"]
        assert low <= factor["times_as_many"] <= high
        if factor["verdict"] in {"linked", "possibly linked"}:
            assert f"{factor['times_as_many']:.1f} times" in factor["sentence"]


@pytest.mark.usefixtures("filled")
def test_the_days_can_be_saved_so_that_it_can_be_redone(run, stored, tmp_path):
    out = tmp_path / "days.csv"
    assert f"saved in {out}" in run("triggers", "--table", out)
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == json.loads(run("triggers", "--json"))["days_in_the_fit"]
    counts = {
        str(day.day): day.count
        for day in stored().days.summaries(_period(rows[0]["day"], rows[-1]["day"]))
    }
    assert all(counts[row["day"]] == int(row["twitches"]) for row in rows)
    before = out.read_bytes()
    assert "already a file" in run("triggers", "--table", out, ends=2)
    assert out.read_bytes() == before


def test_a_name_of_ones_own_is_no_formula_in_the_table(run, stored, tmp_path):
    diary = stored()
    fill(diary, days=90, seed=3, until=TODAY)
    own = diary.factors.add("=1+1", diary.factors.get("stress").kind).value
    for back in range(90):
        day = TODAY - timedelta(days=back)
        diary.checkins.save(day, {own.id: float(back % 4)})
    out = tmp_path / "days.csv"
    run("triggers", "--table", out)
    assert "'=1+1" in out.read_text(encoding="utf-8").splitlines()[0]


def _period(first, last):
    from twitchlog.domain.period import Period

    return Period(date.fromisoformat(first), date.fromisoformat(last))
