"""Second copies on a stick or in a synchronised folder: whole, private, told when not there."""

from __future__ import annotations

import shutil

import pytest

from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.domain.backup import Part
from twitchlog.domain.errors import BadInput, DiaryNotWritable

pytestmark = pytest.mark.in_file


PHOTO = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


@pytest.fixture
def stick(tmp_path):
    """A folder that stands for a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def second(logged, stick):
    """Where second copies of a diary with one entry go, chosen."""
    logged.backups.second_copy.choose(stick)
    return logged.backups.second_copy


def names(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_none_is_made_unless_a_folder_was_chosen(logged):
    assert logged.backups.second_copy.state() is None
    logged.backups.make()
    assert logged.backups.second_copy.make() is None


def test_each_backup_goes_there_too_when_the_program_closes(logged, second, stick, clock):
    logged.close()
    (copy,) = second.files()
    assert copy.name == "diary 2026-06-18 21.04.00.sqlite"
    assert copy.parent.parent == stick
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert names(stick) == [copy.name]
    with Diary.open(copy, clock=clock) as opened:
        assert opened.twitches.count() == 1


def test_it_is_chosen_once_and_known_after_a_restart(logged, second, clock):
    logged.close()
    with Diary.open(logged.path, clock=clock) as opened:
        state = opened.backups.second_copy.state()
        assert state.last == clock.now().local.replace(tzinfo=None)
        assert state.missing_since is None


def test_photos_go_there_too_and_leave_with_the_last_copy_that_needs_them(
    logged, second, stick, tmp_path, later
):
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    twitch = logged.twitches.newest(1)[0]
    logged.attachments.add("twitches", twitch.id, photo)
    second.keep(3)
    second.make(logged.backups.make())
    assert sum(name.endswith(".png") for name in names(stick)) == 1
    logged.twitches.remove(twitch.id)
    logged.bin.empty()
    for _n in range(4):
        later(days=1)
        second.make(logged.backups.make())
    assert len(second.files()) == 3
    assert not any(name.endswith(".png") for name in names(stick))


def test_a_stick_that_is_not_there_is_no_failure_and_told_since_when(
    logged, second, stick, tmp_path, later
):
    away = tmp_path / "away"
    stick.rename(away)
    assert second.make(logged.backups.make()) is None
    since = second.state().missing_since
    later(days=2)
    assert second.make(logged.backups.make()) is None
    assert second.state().missing_since == since
    assert logged.backups.trouble is None
    away.rename(stick)
    assert second.make() is not None
    assert second.state().missing_since is None


def test_what_is_known_of_it_asks_nothing_of_its_disk_and_a_look_brings_it_up_to_date(
    logged, second, stick, tmp_path
):
    second.make(logged.backups.make())
    assert not second.look()
    made, away = second.known().last, tmp_path / "away"
    stick.rename(away)
    assert second.known().missing_since is None
    assert second.look()
    assert second.known().missing_since is not None
    assert second.known().last == made
    away.rename(stick)
    assert second.look()
    assert second.known() == second.state()


def test_the_empty_folder_that_a_stick_leaves_behind_is_not_written_to(logged, second, stick):
    shutil.rmtree(stick)
    stick.mkdir()
    assert second.make(logged.backups.make()) is None
    assert names(stick) == []
    second.choose(stick)
    assert second.make() is not None


def test_what_cannot_be_written_there_is_told_until_it_works(logged, second):
    made = logged.backups.make()
    blocked = second.state().folder / made.name
    blocked.mkdir()
    with pytest.raises(DiaryNotWritable, match="backups here are safe"):
        second.make(made)
    assert logged.backups.trouble.part is Part.SECOND
    assert names(blocked.parent) == []
    blocked.rmdir()
    second.make(made)
    assert logged.backups.trouble is None


def test_at_most_as_many_stay_as_chosen(logged, second, later):
    second.keep(3)
    for _n in range(6):
        later(days=1)
        logged.twitches.log(["tongue"])
        second.make(logged.backups.make())
    assert len(second.files()) == 3
    assert len(logged.backups.list()) == 6
    with pytest.raises(BadInput):
        second.keep(-1)


def test_two_diaries_and_two_computers_do_not_thin_each_other(
    logged, second, stick, clock, tmp_path
):
    with Diary.open(tmp_path / "other.sqlite", clock=clock) as other:
        other.backups.second_copy.choose(stick)
        other.twitches.log(["tongue"])
    second.make(logged.backups.make())
    assert len(list(stick.iterdir())) == 2


def test_a_folder_that_makes_no_sense_is_refused_and_the_choice_stays(logged, second, stick):
    own = logged.path.parent
    paths.backup_folder(logged.path).mkdir()
    for folder in (own, paths.backup_folder(logged.path), own / "nowhere"):
        with pytest.raises(BadInput):
            second.choose(folder)
    assert second.state().chosen == stick


def test_given_up_the_copies_stay_and_no_more_are_made(logged, second, stick):
    second.make(logged.backups.make())
    second.forget()
    assert second.state() is None
    logged.close()
    assert len(names(stick)) == 1


def test_the_copy_just_made_is_the_one_that_goes_there_where_the_clock_was_set_back(
    logged, second, later
):
    second.make(logged.backups.make())
    later(hours=-3)
    logged.twitches.log(["tongue"])
    second.make(logged.backups.make())
    assert {path.name[6:] for path in second.files()} == {
        "2026-06-18 21.04.00.sqlite",
        "2026-06-18 18.04.00.sqlite",
    }


def test_one_backup_can_be_carried_away_as_a_file_or_with_its_photos_as_a_diary(
    logged, stick, tmp_path, clock, later
):
    logged.backups.make()
    plain = logged.backups.copy_to(logged.backups.list()[0], stick)
    assert plain.name == "TwitchLog 2026-06-18 21.04.00.sqlite"
    assert logged.backups.copy_to(logged.backups.list()[0], stick) != plain
    photo = tmp_path / "photo.png"
    photo.write_bytes(PHOTO)
    held = logged.attachments.add("twitches", logged.twitches.newest(1)[0].id, photo).value
    later(minutes=10)
    logged.backups.make()
    whole = logged.backups.copy_to(logged.backups.list()[0], stick)
    with Diary.open(whole / "diary.sqlite", clock=clock) as opened:
        assert opened.attachments.read(held) == PHOTO
