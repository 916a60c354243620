"""The whole diary to one JSON file and back: nothing is lost, nothing comes twice."""

from __future__ import annotations

import json
import os
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.rows import rows_of
from twitchlog.diary import Diary, tables
from twitchlog.diary.example import fill
from twitchlog.diary.transfer import document, restore
from twitchlog.domain.errors import BadInput, ReportNotSaved, TwitchLogError
from twitchlog.domain.factor import Kind
from twitchlog.domain.medication import IntakeKind
from twitchlog.domain.period import Period
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.domain.twitch import OWN, Activity, Pattern, Relief, Seen, Strength, Trigger

DATA = Path(__file__).parent.parent.parent / "data"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


@pytest.fixture
def other(tmp_path, clock):
    """A second diary, empty, to bring things into."""
    with Diary.open(tmp_path / "other" / "diary.sqlite", clock=clock) as opened:
        yield opened
        opened.changed = False


@pytest.fixture
def old(tmp_path, clock):
    """A diary with entries of every kind there was at its time, some removed."""
    path = tmp_path / "old" / "diary.sqlite"
    path.parent.mkdir()
    shutil.copy(DATA / f"diary-{tables.REVISION}.sqlite", path)
    with Diary.open(path, clock=clock) as opened:
        yield opened
        opened.changed = False


@pytest.fixture
def whole(diary, clock):
    """A diary that holds something of every kind."""
    fill(diary, days=14, seed=3, until=clock.now().day)
    full = diary.twitches.log(
        ["chin"],
        pattern=Pattern.SINGLE,
        seen=Seen.FELT,
        activity=Activity.REST,
        reliefs=[Relief("warmth"), Relief(OWN, "cold bath")],
    ).value
    diary.medications.take(diary.medications.all()[0].id, IntakeKind.EXTRA)
    diary.factors.add("Garlic", Kind.AMOUNT, unit="g")
    diary.timer.start("chin")
    diary.twitches.remove(next(each.id for each in diary.twitches.newest(9) if each != full))
    return diary


@pytest.fixture
def whole_document(whole, tmp_path) -> str:
    path = tmp_path / "whole.json"
    document.save(whole, path)
    return path.read_text()


def carried(diary) -> dict:
    """Return every row but the version's."""
    rows = rows_of(diary.path)
    del rows["alembic_version"]
    return rows


def send(diary, other, tmp_path):
    path = tmp_path / "out.json"
    document.save(diary, path)
    return restore.bring_in(other, restore.read(path))


def test_a_diary_comes_back_exactly_as_it_was(old, other, tmp_path):
    outcome = send(old, other, tmp_path).value
    assert carried(other) == carried(old)
    assert outcome.added["twitches"] == old.twitches.count() > 20
    assert (outcome.there, outcome.removed, outcome.against) == (0, 0, 0)


def test_the_same_file_twice_adds_nothing_and_is_no_step(old, other, tmp_path):
    send(old, other, tmp_path)
    before = carried(other)
    again = send(old, other, tmp_path)
    assert again.changes.step is None
    assert not again.value.added
    assert again.value.there > 20
    assert carried(other) == before


def test_all_that_came_in_is_one_step_for_undo(old, other, tmp_path):
    other.twitches.log(["chin"])
    before = carried(other)
    send(old, other, tmp_path)
    after = carried(other)
    assert other.undo().name == "“out.json” brought in"
    assert carried(other) == before
    other.redo()
    assert carried(other) == after


def test_photos_come_along_those_of_removed_entries_too(diary, other, tmp_path):
    photo = tmp_path / "calf.png"
    photo.write_bytes(PNG)
    kept, gone = (diary.twitches.log([site]).value for site in ("calf-left", "chin"))
    added = diary.attachments.add("twitches", kept.id, photo).value
    diary.attachments.add("twitches", gone.id, photo)
    diary.twitches.remove(gone.id)
    send(diary, other, tmp_path)
    assert other.attachments.of(kept.id) == (added,)
    assert other.attachments.path(added).read_bytes() == PNG
    other.bin.restore(gone.id)
    assert [each.name for each in other.attachments.of(gone.id)] == ["calf.png"]


def test_an_entry_changed_here_since_stays_as_it_is_and_that_is_said(diary, other, tmp_path, clock):
    entry = diary.twitches.log(["calf-left"], note="as it was").value
    send(diary, other, tmp_path)
    clock.moment = clock.moment.earlier(minutes=-5)
    other.twitches.edit(replace(entry, note="mine"))
    outcome = send(diary, other, tmp_path).value
    assert (outcome.added, outcome.there, outcome.against) == ({}, 0, 1)
    assert other.twitches.get(entry.id).note == "mine"


def test_what_was_removed_here_does_not_come_back(diary, other, tmp_path):
    entry = diary.twitches.log(["calf-left"]).value
    send(diary, other, tmp_path)
    other.twitches.remove(entry.id)
    outcome = send(diary, other, tmp_path).value
    assert (outcome.added, outcome.removed) == ({}, 1)
    assert other.twitches.count() == 0


def test_a_check_in_of_the_same_day_is_not_overwritten(diary, other, tmp_path, clock):
    day = clock.now().day
    diary.checkins.save(day, {"sleep": 5, "caffeine": 95})
    other.checkins.save(day, {"sleep": 8})
    outcome = send(diary, other, tmp_path).value
    assert (outcome.added, outcome.against) == ({}, 1)
    assert dict(other.checkins.get(day).amounts) == {"sleep": 8}


def test_two_diaries_become_one(diary, other, tmp_path, clock):
    first = diary.twitches.log(["calf-left"]).value
    second = other.twitches.log(["chin"]).value
    send(diary, other, tmp_path)
    assert {each.id for each in other.twitches.newest(9)} == {first.id, second.id}


def test_trying_it_out_says_the_same_and_changes_nothing(old, other, tmp_path):
    path = tmp_path / "out.json"
    document.save(old, path)
    before = carried(other)
    said = restore.try_out(other, restore.read(path))
    assert carried(other) == before
    assert restore.bring_in(other, restore.read(path)).value == said


def test_the_file_is_for_its_owner_alone_and_one_that_was_cancelled_is_not_there(old, tmp_path):
    path = tmp_path / "out.json"
    assert document.save(old, path, cancelled=lambda: True) is None
    assert list(tmp_path.glob("out*")) == []
    document.save(old, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_leaves_the_one_before_as_it_was(old, tmp_path):
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(ReportNotSaved, match="Your diary is safe"):
        document.save(old, path)
    assert list(tmp_path.glob("*.part")) == []


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


WORDS = st.text(max_size=30)
ENTRIES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["calf-left", "tongue", "chin"]), min_size=1),
        st.floats(0.1, 86_400) | st.none(),
        st.sampled_from(Strength) | st.none(),
        WORDS,
        st.booleans(),
    ),
    max_size=6,
)
AMOUNTS = st.fixed_dictionaries({"sleep": st.floats(0, 24), "stress": st.integers(0, 3)})


@settings(max_examples=40, deadline=None)
@given(entries=ENTRIES, amounts=AMOUNTS, name=WORDS)
def test_whatever_is_written_down_comes_back(tmp_path_factory, entries, amounts, name):
    folder = tmp_path_factory.mktemp("whole")
    with (
        Diary.open(folder / "a" / "diary.sqlite") as one,
        Diary.open(folder / "b" / "diary.sqlite") as two,
    ):
        for sites, lasted, strength, note, gone in entries:
            entry = one.twitches.log(
                sites,
                duration_s=lasted,
                strength=strength,
                note=note,
                triggers=[Trigger(OWN, note)],
            ).value
            if gone:
                one.twitches.remove(entry.id)
        one.checkins.save(one.clock.now().day, amounts, note=name)
        one.profile.save(replace(one.profile.get(), name=name))
        send(one, two, folder)
        assert carried(two) == carried(one)
        assert not send(one, two, folder).value.added
        one.changed = two.changed = False
    shutil.rmtree(folder, ignore_errors=os.name == "nt")


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
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_whatever_one_value_of_the_file_says_it_is_refused_in_words_or_can_be_read(
    whole_document, clock, tmp_path_factory, data
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
    with Diary.open(folder / "diary.sqlite", clock=clock) as diary:
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
