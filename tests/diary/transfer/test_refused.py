"""A file that is no diary, or a damaged one, is refused in words and changes nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.carried import carried
from twitchlog.diary import Diary
from twitchlog.diary.transfer import document, restore
from twitchlog.domain.errors import BadInput, TwitchLogError
from twitchlog.domain.period import Period
from twitchlog.domain.rest import RestCount, Tap


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: data | {"format": "something else"}, "not a diary saved"),
        (lambda data: data | {"version": 2}, "newer version"),
        (lambda data: data | {"tables": data["tables"] | {"dreams": []}}, "newer version"),
        (lambda data: data | {"tables": []}, "not a diary saved"),
        (lambda data: data | {"files": {"x.png": "????"}}, "damaged"),
        (lambda data: data | {"files": {"../../x.png": "aGk="}}, "damaged"),
    ],
)
def test_another_file_is_refused_in_words(old, tmp_path, change, words):
    path = tmp_path / "out.json"
    document.save(old, path)
    path.write_text(json.dumps(change(json.loads(path.read_text()))))
    with pytest.raises(BadInput, match=words):
        restore.read(path)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00", b"[" * 100_000, b"null"])
def test_what_is_no_json_is_refused_in_words(tmp_path, content):
    path = tmp_path / "out.json"
    path.write_bytes(content)
    with pytest.raises(BadInput, match="not a diary saved"):
        restore.read(path)
    with pytest.raises(BadInput, match="cannot be read"):
        restore.read(tmp_path / "not there.json")


@pytest.mark.parametrize(
    "wrong",
    [
        {"utc_ms": 10**17},
        {"utc_ms": "soon"},
        {"utc_ms": True},
        {"local_day": "2026-02-30"},
        {"local_day": "1999-01-01"},
        {"note": None},
        {"note": "a\0b"},
        {"mood": "calm"},
        {"duration_s": float("inf")},
        {"offset_min": 10**6},
    ],
    ids=str,
)
def test_a_row_that_cannot_be_is_refused_whole(diary, tmp_path, wrong):
    diary.twitches.log(["calf-left"])
    path = tmp_path / "out.json"
    document.save(diary, path)
    data = json.loads(path.read_text())
    data["tables"]["twitches"][0] |= wrong
    path.write_text(json.dumps(data))
    with pytest.raises(BadInput, match="“twitches”"):
        restore.read(path)


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("symptoms", {"amount": 9}),
        ("symptoms", {"since": "May"}),
        ("symptoms", {"since": "2026-5"}),
        ("rest_counts", {"length_s": 0}),
        ("rest_counts", {"length_s": 9000}),
        ("rest_taps", {"after_ms": -1}),
    ],
)
def test_an_answer_or_a_rest_count_that_cannot_be_is_refused(diary, clock, tmp_path, table, wrong):
    diary.symptoms.answer("cramps", present=True)
    diary.rest.save(RestCount(clock.now().earlier(minutes=3), 120.0, (Tap(500),)))
    path = tmp_path / "out.json"
    document.save(diary, path)
    data = json.loads(path.read_text())
    data["tables"][table][0] |= wrong
    path.write_text(json.dumps(data))
    with pytest.raises(BadInput, match="Nothing was brought in"):
        restore.read(path)


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("twitches", {"pattern": "sideways"}),
        ("twitches", {"seen": "yes"}),
        ("twitches", {"activity": ""}),
        ("twitch_triggers", {"kind": "magic"}),
        ("twitch_reliefs", {"kind": "magic"}),
        ("treatments", {"effect": "wonderful"}),
        ("intakes", {"kind": "sometimes"}),
        ("symptoms", {"since": "soon"}),
        ("profile", {"value": "2026"}),
        ("trigger_choices", {"key": "favourite"}),
        ("trigger_choices", {"value": "[]"}),
        ("trigger_choices", {"value": '{"factor": "caffeine"}'}),
        ("experiments", {"first_day": "2026-6-18"}),
        ("experiments", {"first_day": "9999-12-01"}),
        ("experiments", {"stopped_day": "soon"}),
        ("experiments", {"block_days": 8}),
        ("experiments", {"blocks": "01010"}),
        ("experiments", {"blocks": "010102"}),
        ("experiment_days", {"kept": "maybe"}),
        ("experiment_days", {"local_day": "yesterday"}),
        ("bin", {"rows": "[]"}),
        ("checkins", {"offset_min": 10**6}),
    ],
    ids=str,
)
def test_a_word_that_no_reader_knows_is_refused_whole(whole, tmp_path, table, wrong):
    path = tmp_path / "out.json"
    document.save(whole, path)
    data = json.loads(path.read_text())
    data["tables"][table][0] |= wrong
    path.write_text(json.dumps(data))
    with pytest.raises(BadInput, match=f"“{table}”"):
        restore.read(path)


JUNK = st.one_of(
    st.none(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False),
    st.text(max_size=8),
    st.sampled_from(["", "own", "none", "2026-13", "2026-06-18", "calf-left", "[]", "{}", "mg"]),
    st.booleans(),
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_whatever_one_value_of_the_file_says_it_is_refused_in_words_or_can_be_read(
    whole_document, new_file, clock, tmp_path_factory, data
):
    """A damaged file is refused, or what came in can be read again, listed and summed up."""
    from twitchlog.commands.everything import Asked, everything

    text, folder = whole_document, tmp_path_factory.mktemp("damaged")
    found = json.loads(text)
    filled = sorted(name for name, rows in found["tables"].items() if rows)
    table = data.draw(st.sampled_from(filled))
    row = data.draw(st.sampled_from(found["tables"][table]))
    row[data.draw(st.sampled_from(sorted(row)))] = data.draw(JUNK)
    path = folder / "damaged.json"
    path.write_text(json.dumps(found))
    with Diary.open(Path(shutil.copy(new_file, folder)), clock=clock) as diary:
        before = carried(diary)
        try:
            restore.bring_in(diary, restore.read(path))
        except TwitchLogError:
            assert carried(diary) == before
        else:
            everything(diary, Asked())
            diary.bin.items()
            diary.figures.visit(Period.ending(clock.now().day, days=400))
        diary.changed = False
