"""`learn`: the cards, to be read in a terminal or by another program."""

from __future__ import annotations

import json

from twitchlog.domain.learn import CARDS, Section

GENERAL = "This is general information, not a diagnosis."


def test_without_words_all_titles_are_listed_by_chapter(run):
    said = run("learn")
    for section in Section:
        assert section.label in said.splitlines()
    for card in CARDS.values():
        assert f"  {card.title} ({card.id})" in said.splitlines()


def test_the_id_of_a_card_prints_just_that_card(run):
    said = run("learn", "sleep")
    assert said.startswith("Too little sleep (What can bring them on)\n")
    assert " ".join(CARDS["sleep"].paragraphs[0].split()) in " ".join(said.split())
    assert said.count(GENERAL) == 1
    assert "Further cards" not in said


def test_misspelt_words_still_find_their_card_and_what_else_fits_is_named(run):
    said = run("learn", "caffiene")
    assert said.startswith("Caffeine (")
    assert "Further cards:\n  Nicotine (nicotine)" in said
    assert said.count(GENERAL) == 1


def test_other_programs_get_every_card_that_fits(run):
    (card,) = json.loads(run("learn", "what", "is", "an", "EMG", "--json"))
    assert (card["id"], card["section"]) == ("emg", "tests")
    assert card["paragraphs"] == list(CARDS["emg"].paragraphs)
    assert len(json.loads(run("learn", "--json"))) == len(CARDS)


def test_words_that_fit_nothing_say_where_the_titles_are(run):
    assert "twitchlog learn" in run("learn", "qqqqqq")
    assert json.loads(run("learn", "qqqqqq", "--json")) == []


def test_reading_needs_no_diary(run, tmp_path):
    run("learn", "emg")
    assert not (tmp_path / "diary.sqlite").exists()
