"""What was written is found again: by words, places, triggers, strength and days."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.phrase import phrase
from twitchlog.domain.searching import Query
from twitchlog.domain.twitch import OWN, Relief, Strength, Trigger

LETTERS = st.characters(max_codepoint=0x24F)
"""Latin letters with all their accents, figures and signs."""


@pytest.fixture
def filled(diary, later):
    """A diary with five twitches, from `first` to `fifth` by their notes, and a check-in."""
    for sites, strength, triggers, note in (
        (["calf-left"], 1, [], "first: after the Café"),
        (["calf-right", "tongue"], 2, [Trigger("caffeine")], "second"),
        (["eyelid-left"], 3, [Trigger(OWN, "long drive")], "third, 100 % sure"),
        (["thumb-left"], 4, [], "fourth: コーヒーの後"),
        (["calf-left"], None, [Trigger("caffeine"), Trigger("stress")], "fifth"),
    ):
        felt = Strength(strength) if strength else None
        diary.twitches.log(sites, strength=felt, triggers=triggers, note=note)
        later(days=1)
    diary.checkins.save(diary.clock.now().day, {"sleep": 5}, note="a long drive too")
    return diary


def found(diary, **asked) -> list[str]:
    hits = diary.search.find(Query(**asked)).hits
    notes = {each.id: each.note.split(":")[0].split(",")[0] for each in diary.twitches.newest(99)}
    return [notes.get(hit.id, hit.source) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cafe", ["first"]),
        ("CAFÉ", ["first"]),
        ("caf", ["fifth", "second", "first"]),
        ("calf", ["fifth", "second", "first"]),
        ("left calf", ["fifth", "first"]),
        ("calf caffeine", ["fifth", "second"]),
        ("long drive", ["checkins", "third"]),
        ("sure third long", ["third"]),
        ("after third", []),
        ("cafe nowhere", []),
        ("gastrocnemius", ["fifth", "second", "first"]),
        ("コーヒー", ["fourth"]),
        ("100 %", ["third"]),
        ("nowhere", []),
        ('"zz" NEAR(', []),
        ('" OR 1', ["third"]),  # the eyelid's orbicularis, and 100
        ("%", ["checkins", "fifth", "fourth", "third", "second", "first"][1:]),
        ("sec*", ["second"]),
    ],
)
def test_words_are_found_by_their_beginning_in_notes_places_and_triggers(filled, text, expected):
    assert found(filled, text=text) == expected


def test_filters_narrow_together(filled, clock):
    assert found(filled, parts=frozenset({"calf"})) == ["fifth", "second", "first"]
    caffeine = frozenset({Trigger("caffeine")})
    assert found(filled, triggers=caffeine) == ["fifth", "second"]
    assert found(filled, triggers=frozenset({Trigger(OWN, "long drive")})) == ["third"]
    strong = frozenset({Strength.CLEAR, Strength.STRONG})
    assert found(filled, strengths=strong) == ["fourth", "third"]
    lately = Period.ending(clock.now().day, days=3)
    assert found(filled, period=lately) == ["fifth", "fourth"]
    assert found(filled, text="calf", triggers=caffeine, period=lately) == ["fifth"]


def test_single_days_are_found_wherever_they_lie(filled, clock):
    today = clock.now().day
    days = frozenset({today, today - timedelta(days=5), today - timedelta(days=2)})
    assert found(filled, days=days) == ["fourth", "first"]
    assert found(filled, days=days, text="drive") == ["checkins"]
    assert found(filled, days=days, sites=frozenset({"calf-left"})) == ["first"]
    counted = filled.search.find(Query(days=days), at_least=1)
    assert (counted.entries, counted.days) == (2, 2)


def test_a_filter_of_places_leaves_out_what_has_none(filled):
    assert found(filled, text="long", parts=frozenset({"eyelid"})) == ["third"]


def test_what_changes_is_searched_as_it_is_now(filled):
    entry = filled.twitches.get(filled.search.find(Query(text="first")).hits[0].id)
    filled.twitches.edit(replace(entry, note="other words", reliefs=(Relief(OWN, "cold bath"),)))
    assert found(filled, text="cafe") == []
    assert found(filled, text="bath other") == ["other words"]
    filled.undo()
    assert found(filled, text="cafe") == ["first"]
    filled.twitches.remove(entry.id)
    assert found(filled, text="cafe") == []
    filled.bin.restore(entry.id)
    assert found(filled, text="cafe") == ["first"]


@pytest.mark.in_file
def test_what_was_erased_is_in_no_index_any_more(diary):
    entry = diary.twitches.log(["chin"], note="xylophonesecret").value
    diary.twitches.remove(entry.id)
    diary.bin.empty()
    held = b"".join(path.read_bytes() for path in diary.path.parent.glob("diary.sqlite*"))
    assert b"xylophonesecret" not in held
    assert b"xyloph" not in held


def test_the_twitches_that_were_found_are_read_in_their_order(filled):
    hits = filled.search.find(Query(text="calf")).hits
    ids = [hit.id for hit in hits]
    assert [each.id for each in filled.search.twitches(ids)] == ids
    filled.twitches.remove(ids[0])
    assert [each.id for each in filled.search.twitches(ids)] == ids[1:]


def test_several_entries_are_changed_in_one_step(filled):
    entries = filled.search.twitches(
        [hit.id for hit in filled.search.find(Query(text="calf")).hits]
    )
    changed = [replace(each, sites=("chin",)) for each in entries]
    filled.twitches.edit_many(changed, name=phrase("3 entries: chin"))
    assert found(filled, text="calf") == []
    assert filled.undo().name == "3 entries: chin"
    assert filled.search.twitches([each.id for each in entries]) == entries


@settings(max_examples=60, deadline=None)
@given(note=st.text(LETTERS, min_size=1, max_size=40), text=st.text(max_size=20))
def test_any_word_of_a_note_is_found_and_nothing_typed_is_an_error(tmp_path_factory, note, text):
    path = tmp_path_factory.mktemp("search") / "diary.sqlite"
    with Diary.open(path) as diary:
        entry = diary.twitches.log(["chin"], note=note).value
        diary.search.find(Query(text=text))
        for word in Query(text=entry.note).words:
            assert [hit.id for hit in diary.search.find(Query(text=word)).hits] == [entry.id]
        diary.changed = False


@pytest.mark.in_file
def test_the_index_agrees_with_the_texts_after_everything(filled):
    while filled.next_undo():
        filled.undo()
    while filled.next_redo():
        filled.redo()
    with closing(sqlite3.connect(filled.path)) as file:
        file.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
        texts = set(file.execute("SELECT ref, words FROM search_texts"))
        notes = set(file.execute("SELECT id, note FROM twitches WHERE note <> ''"))
    assert notes < texts
