"""`weekly` and `rest`: the weekly check and the rest counts from the command line."""

from __future__ import annotations

import json

import pytest

from twitchlog.domain.profile import PartialDate
from twitchlog.domain.symptom import WEEKLY, Amount


def test_no_to_all_is_one_command(run, stored):
    assert run("weekly", "--no-to-all") == "Weekly check saved.\n"
    found = stored().symptoms.latest()
    assert set(found) == set(WEEKLY)
    assert not any(answer.present for answer in found.values())
    assert "The last whole weekly check was on 2026-06-18." in run("weekly")


def test_a_yes_keeps_where_since_when_and_how_much(run, stored):
    said = run(
        "weekly", "weakness=yes", "--where", "left foot", "--where", "the big toe",
        "--since", "2026-05", "--amount", "some", "cramps=no",
    )  # fmt: skip
    found = stored().symptoms.latest()
    weak = found["weakness"]
    assert (weak.sites, weak.where) == (("foot-left",), "the big toe")
    assert (weak.since, weak.amount) == (PartialDate(2026, 5), Amount.SOME)
    assert set(found) == {"weakness", "cramps"}
    assert "A reason to see a doctor" in said
    assert "weakness (left foot, the big toe, since 2026-05, some)" in said
    assert "This is general information, not a diagnosis." in said


def test_advice_is_said_once(run):
    assert "doctor" in run("weekly", "feeling=yes", "--no-to-all")
    assert "doctor" not in run("weekly", "feeling=yes", "--no-to-all")


def test_several_yes_need_a_name_with_each_detail(run, stored):
    wrong = run("weekly", "cramps=yes", "stiffness=yes", "--amount", "lot", ends=2)
    assert "cramps=" in wrong
    run("weekly", "cramps=yes", "stiffness=yes", "--amount", "cramps=lot")
    found = stored().symptoms.latest()
    assert (found["cramps"].amount, found["stiffness"].amount) == (Amount.LOT, None)


def test_what_cannot_be_read_is_refused_in_a_sentence(run):
    for wrong in (
        ["moonlight=yes"],
        ["cramps"],
        ["cramps=maybe"],
        ["cramps=no", "--where", "calf"],
        ["cramps=yes", "--since", "soon"],
        ["cramps=yes", "--since", "2031"],
        ["cramps=yes", "--amount", "9"],
    ):
        run("weekly", *wrong, ends=2)


def test_a_check_comes_back_as_json(run):
    run("weekly", "--no-to-all")
    assert len(json.loads(run("weekly", "--json"))) == len(WEEKLY)


def test_a_rest_count_is_added_listed_and_removed(run, stored):
    said = run("rest", "add", "--count", "14", "--minutes", "2")
    assert said == "Rest count saved: 14 in 2 min, 7 a minute.\n"
    (held,) = json.loads(run("rest", "--json"))
    assert (held["count"], held["length_s"], held["rate"]) == (14, 120, 7)
    assert held["at"].startswith("2026-06-18T21:02")
    assert "2026-06-18 21:02" in run("rest")
    run("rest", "remove", held["id"][:8])
    assert run("rest") == "No rest counts are recorded.\n"
    assert stored().bin.items()[0].kind == "rest_counts"


def test_a_short_one_is_kept_and_said_to_be_too_short(run):
    run("rest", "add", "--count", "3", "--minutes", "0.5", "--where", "left calf")
    assert "too short to compare" in run("rest")


def test_numbers_that_cannot_be_are_refused(run):
    for wrong in (["--count", "-1"], ["--count", "3", "--minutes", "0"],
                  ["--count", "3", "--minutes", "nan"], ["--count", "1", "--minutes", "90"],
                  ["--count", "2", "--where", "the moon"], ["--count", "many"]):  # fmt: skip
        run("rest", "add", *wrong, ends=2)


@pytest.mark.parametrize("given", [["--no-to-all"], ["cramps=yes", "--amount", "lot"]])
def test_the_word_it_had_before_says_where_it_went(run, given):
    assert "twitchlog weekly" in run("check", *given, ends=2)
