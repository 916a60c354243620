"""Backups: made when something changed, whole, checked, private, and thinned by age."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.rows import rows_of
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.diary.backups import thinning
from twitchlog.diary.backups.copying import local
from twitchlog.domain.backup import KEPT_FOR, Part, Why
from twitchlog.domain.errors import DiaryNotWritable

pytestmark = pytest.mark.in_file


NOW = datetime(2026, 6, 18, 21, 4)
KEPT = (" before restore", " before upgrade", " before another file", " by hand")


def test_a_close_without_a_change_makes_no_backup(diary):
    diary.twitches.newest(1)
    diary.close()
    assert not paths.backup_folder(diary.path).exists()


def test_a_close_after_a_change_makes_one_and_a_second_close_no_more(logged):
    logged.close()
    logged.close()
    (only,) = paths.backup_folder(logged.path).iterdir()
    assert only.name == "diary 2026-06-18 21.04.00.sqlite"


def test_a_backup_is_due_half_an_hour_after_the_start_or_the_last_one_if_something_changed(
    diary, later
):
    later(minutes=31)
    assert not diary.backups.due()
    diary.twitches.log(["calf-left"])
    assert diary.backups.due()
    diary.backups.make()
    diary.twitches.log(["calf-left"])
    later(minutes=29)
    assert not diary.backups.due()
    later(minutes=1)
    assert diary.backups.due()


def test_a_backup_holds_what_still_stands_in_the_write_ahead_log(logged, clock, tmp_path):
    made = logged.backups.make()
    assert [file.name for file in made.parent.iterdir()] == [made.name]
    copy = tmp_path / "carried away" / "diary.sqlite"
    copy.parent.mkdir()
    shutil.copy(made, copy)
    assert rows_of(copy, steps=True) == rows_of(logged.path, steps=True)
    with Diary.open(copy, clock=clock) as restored:
        assert restored.twitches.newest(5) == logged.twitches.newest(5)
        restored.undo()
        assert restored.twitches.count() == 0


def test_backups_are_listed_newest_first_and_one_that_cannot_be_read_has_no_count(logged, later):
    logged.backups.make()
    later(hours=1)
    logged.twitches.log(["tongue"])
    newest = logged.backups.make()
    newest.with_name("diary 2026-06-18 21.30.00.sqlite").write_text("not a database")
    newest.with_name("notes.txt").write_text("of the user's own")
    listed = logged.backups.list()
    assert [(each.entries, each.made.hour) for each in listed] == [(2, 22), (None, 21), (1, 21)]
    assert listed[0].path == newest
    assert listed[0].bytes == newest.stat().st_size


def test_a_backup_that_cannot_be_written_is_told_and_the_diary_goes_on(logged):
    paths.backup_folder(logged.path).write_text("in the way")
    with pytest.raises(DiaryNotWritable, match="Your diary is safe"):
        logged.backups.make()
    logged.twitches.log(["tongue"])
    assert logged.twitches.count() == 2
    with pytest.raises(DiaryNotWritable):
        logged.close()
    paths.backup_folder(logged.path).unlink()


def test_what_a_killed_program_left_half_written_is_cleared_after_a_day(logged):
    folder = paths.backup_folder(logged.path)
    folder.mkdir()
    old, young = folder / "diary 2026-06-01 10.00.00.77.part", folder / "diary x.78.part"
    for partial in (old, young):
        partial.write_text("half")
    os.utime(old, (0, 0))
    logged.backups.make()
    assert (old.exists(), young.exists()) == (False, True)


def test_two_programs_that_close_within_a_second_both_leave_a_whole_backup(logged, clock):
    with Diary.open(logged.path, clock=clock) as other:
        other.twitches.log(["tongue"])
        mine, theirs = logged.backups.make(), other.backups.make()
    assert mine == theirs
    assert logged.backups.list()[0].entries == 2
    assert [file.suffix for file in mine.parent.iterdir()] == [".sqlite"]


@settings(deadline=None)  # it makes real files
@given(
    ages=st.sets(st.integers(0, 3 * 365 * 24 * 60), max_size=60),
    kept=st.dictionaries(st.integers(0, 60 * 24 * 60), st.sampled_from(KEPT), max_size=8),
    steps=st.lists(st.integers(1, 60 * 24 * 40), max_size=6),
)
def test_thinning_never_takes_the_newest_keeps_one_of_each_stretch_and_all_that_are_kept_30_days(
    tmp_path_factory, ages, kept, steps
):
    folder = tmp_path_factory.mktemp("backups")
    names = {NOW - timedelta(minutes=age): "" for age in ages}
    names |= {NOW - timedelta(minutes=age): name for age, name in kept.items()}
    names = {time: f"diary {time:%Y-%m-%d %H.%M.%S}{why}.sqlite" for time, why in names.items()}
    for name in names.values():
        (folder / name).touch()
    now = NOW
    thinning.thin(folder, now=now)
    for step in steps:
        now += timedelta(minutes=step)
        thinning.thin(folder, now=now)
    left = {time for time in names if (folder / names[time]).exists()}
    thinning.thin(folder, now=now)
    assert {time for time in names if (folder / names[time]).exists()} == left
    assert not names or max(names) in left
    for time, name in names.items():
        age = now - time
        if name.endswith(tuple(f"{why}.sqlite" for why in KEPT)) and age < timedelta(days=30):
            assert time in left, f"{name} is gone"
        near = [other for other in left if abs(other - time) <= _stretch(age)]
        assert near, f"nothing is left around {time}"
    shutil.rmtree(folder)


def _stretch(age: timedelta) -> timedelta:
    """Return how far the next backup may be from one of that age that was thinned out."""
    if age < timedelta(hours=2):
        return timedelta(minutes=5)
    if age < timedelta(hours=24):
        return timedelta(hours=1)
    if age < timedelta(days=30):
        return timedelta(days=1)
    # A week may lie in two months, and its newest backup in the later one.
    return timedelta(days=7 if age < timedelta(days=182) else 31 + 7)


def test_a_script_that_logs_in_a_loop_does_not_fill_the_disk_with_backups(diary, later):
    for _n in range(45):
        diary.twitches.log(["calf-left"])
        diary.backups.make()
        later(seconds=80)
    assert 12 <= len(diary.backups.list()) <= 13
    assert diary.backups.list()[0].entries == 45


def test_a_backup_made_by_hand_stays_for_30_days_however_much_is_logged_after_it(diary, later):
    diary.twitches.log(["calf-left"])
    by_hand = diary.backups.make(why=Why.HAND)
    for _n in range(3):
        later(minutes=1)
        diary.twitches.log(["calf-left"])
        diary.backups.make()
    assert [each.entries for each in diary.backups.list()] == [4, 1]
    kept = next(each for each in diary.backups.list() if each.path == by_hand)
    assert kept.kept_until() == kept.made + KEPT_FOR
    later(days=29)
    diary.backups.make()
    assert by_hand.exists()
    later(days=2)
    thinning.thin(by_hand.parent, now=local(diary.clock), most=1)
    assert not by_hand.exists()


def test_of_second_copies_no_more_are_left_than_asked_for_made_by_hand_or_not(tmp_path):
    for minute in range(4):
        (tmp_path / f"diary 2026-06-18 21.0{minute}.00 by hand.sqlite").touch()
    thinning.thin(tmp_path, now=NOW, most=2)
    assert len(list(tmp_path.iterdir())) <= 2


def test_the_backup_just_made_stays_where_the_clock_was_set_back(diary, later):
    diary.twitches.log(["calf-left"])
    diary.backups.make()
    later(minutes=-2)
    diary.twitches.log(["calf-right"])
    assert diary.backups.make().exists()
    assert {backup.entries for backup in diary.backups.list()} == {1, 2}


def test_thinning_leaves_files_of_other_names_alone(tmp_path):
    for name in ("diary of mine.sqlite", "diary 2026-99-99 21.04.00.sqlite", "x.sqlite"):
        (tmp_path / name).touch()
    thinning.thin(tmp_path, now=NOW)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_year_of_daily_use_leaves_a_few_dozen_backups(tmp_path):
    for day in range(400):
        for hour in (9, 13, 21):
            made = (NOW - timedelta(days=day)).replace(hour=hour)
            (tmp_path / f"diary {made:%Y-%m-%d %H.%M.%S}.sqlite").touch()
    thinning.thin(tmp_path, now=NOW)
    assert 50 < len(list(tmp_path.iterdir())) < 80


def test_no_more_are_left_than_asked_for_and_the_one_just_made_is_among_them(tmp_path):
    for day in range(40):
        made = NOW - timedelta(days=day)
        (tmp_path / f"diary {made:%Y-%m-%d %H.%M.%S}.sqlite").touch()
    oldest = tmp_path / f"diary {NOW - timedelta(days=39):%Y-%m-%d %H.%M.%S}.sqlite"
    thinning.thin(tmp_path, now=NOW, fresh=oldest, most=10)
    assert len(list(tmp_path.iterdir())) == 11
    assert oldest.exists()


def test_what_failed_is_known_until_it_works_also_after_a_restart(logged, clock, later):
    folder = paths.backup_folder(logged.path)
    folder.write_text("in the way")
    for _n in range(2):
        later(hours=1)
        with pytest.raises(DiaryNotWritable):
            logged.backups.make()
    logged.changed = False
    with Diary.open(logged.path, clock=clock) as opened:
        trouble = opened.backups.trouble
        assert (trouble.part, trouble.since.hour, trouble.last.hour) == (Part.OWN, 22, 23)
        assert "Your diary is safe" in trouble.sentence
        folder.unlink()
        opened.backups.make()
        assert opened.backups.trouble is None
    assert "calf" not in paths.backup_notes(logged.path).read_text("utf-8")


def test_on_a_full_disk_it_is_still_known_after_a_restart_that_a_backup_failed(logged, clock):
    paths.backup_folder(logged.path).write_text("in the way")
    # A folder in its place stands for a disk on which no file can be written any more.
    notes = paths.backup_notes(logged.path)
    partial = notes.with_name(f"{notes.name}.{os.getpid()}.part")
    partial.mkdir()
    with pytest.raises(DiaryNotWritable):
        logged.backups.make()
    assert logged.backups.trouble.part is Part.OWN
    logged.changed = False
    with Diary.open(logged.path, clock=clock) as opened:
        assert opened.backups.trouble.part is Part.OWN
        partial.rmdir()
        paths.backup_folder(logged.path).unlink()
        opened.backups.make()
        assert opened.backups.trouble is None
    assert not paths.backup_notes(logged.path).with_suffix(".failed").exists()


def test_the_notes_of_the_backups_are_private_and_say_nothing_of_what_is_in_them(logged):
    logged.backups.make()
    notes = paths.backup_notes(logged.path)
    assert notes.stat().st_mode & 0o777 == 0o600
    assert "first" not in notes.read_text("utf-8")


def test_notes_that_make_no_sense_are_as_good_as_none(logged):
    notes = paths.backup_notes(logged.path)
    for text in ("", "[]", '{"troubles": 3, "tested": [], "second": {"folder": 1}}', "{"):
        notes.write_text(text)
        assert logged.backups.trouble is None
        assert logged.backups.notes.tested() is None
        assert logged.backups.notes.second() is None
