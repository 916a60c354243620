"""The whole diary to one JSON file and back: nothing is lost, nothing comes twice."""

from __future__ import annotations

import json
import os
import shutil
import stat
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.carried import carried, send
from twitchlog.diary import Diary
from twitchlog.diary.transfer import document, restore
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.domain.experiment import Kept
from twitchlog.domain.twitch import OWN, Strength, Trigger

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


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
    assert other.attachments.opened(added).read_bytes() == PNG
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


def test_a_trial_and_the_choices_come_along_and_later_answers_follow(diary, other, tmp_path, clock):
    today = clock.now().day
    trial = diary.experiments.start("caffeine", on="Usual", off="None", first=today).value
    diary.experiments.answer(trial.id, today, Kept.YES)
    diary.trigger_choices.name_suspect("caffeine")
    diary.trigger_choices.looked(today)
    send(diary, other, tmp_path)
    assert other.experiments.all() == diary.experiments.all()
    assert other.trigger_choices.read() == diary.trigger_choices.read()
    clock.moment = clock.moment.shifted(timedelta(days=1))
    diary.experiments.answer(trial.id, today + timedelta(days=1), Kept.NO)
    send(diary, other, tmp_path)
    assert other.experiments.all() == diary.experiments.all()


def test_two_diaries_with_a_trial_each_keep_both_and_the_one_that_began_first_goes_on(
    diary, other, tmp_path, clock
):
    today = clock.now().day
    first = diary.experiments.start("caffeine", on="Usual", off="None", first=today).value
    later = today + timedelta(days=1)
    other.experiments.start("sleep", on="Eight", off="Nine", first=later)
    send(diary, other, tmp_path)
    assert len(other.experiments.all()) == 2
    assert other.experiments.current(today) == first


def test_a_plan_with_other_blocks_than_its_seed_comes_along_and_is_told(
    diary, other, tmp_path, clock
):
    trial = diary.experiments.start(
        "caffeine", on="Usual", off="None", first=clock.now().day, seed=42
    ).value
    path = tmp_path / "out.json"
    document.save(diary, path)
    data = json.loads(path.read_text())
    data["tables"]["experiments"][0]["blocks"] = "000000"
    path.write_text(json.dumps(data))
    restore.bring_in(other, restore.read(path))
    assert other.experiments.all() == ()
    assert [each.id for each in other.experiments.damaged()] == [trial.id]


def test_a_file_from_before_there_were_trials_comes_back(old, other, tmp_path):
    path = tmp_path / "out.json"
    document.save(old, path)
    data = json.loads(path.read_text())
    for name in ("experiments", "experiment_days", "trigger_choices"):
        del data["tables"][name]
    path.write_text(json.dumps(data))
    restore.bring_in(other, restore.read(path))
    assert other.twitches.count() == old.twitches.count()
    assert other.experiments.all() == ()
