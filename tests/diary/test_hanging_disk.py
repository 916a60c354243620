"""A disk with second copies that hangs holds nothing up; what it lacks is told and made good."""

from __future__ import annotations

import json
import threading
from types import SimpleNamespace

import pytest

from support.hanging import hanging_disk, hanging_file
from twitchlog import paths
from twitchlog.diary import Diary, connecting, patience
from twitchlog.diary.backups.copying import local
from twitchlog.diary.backups.second import patience_for
from twitchlog.diary.sealed.unlocking import unlock
from twitchlog.domain.backup import Part
from twitchlog.domain.errors import BadInput, DiaryNotWritable

pytestmark = pytest.mark.in_file

NEW = "four words are good"


@pytest.fixture
def stick(logged, tmp_path):
    """A folder that stands for a stick, with one second copy of the diary."""
    (tmp_path / "stick").mkdir()
    logged.backups.second_copy.choose(tmp_path / "stick")
    logged.backups.second_copy.make(logged.backups.make())
    return tmp_path / "stick"


@pytest.fixture
def hung_file(logged, stick):
    """Where an older second copy lies that hangs whoever reads it."""
    return logged.backups.second_copy.files()[0].with_name("diary 2026-06-01 08.00.00.sqlite")


def test_closing_ends_and_the_next_start_says_what_was_not_copied(logged, hung_file, clock, later):
    later(hours=1)
    logged.twitches.log(["tongue"])
    with hanging_file(hung_file):
        with pytest.raises(DiaryNotWritable, match="does not answer, so the second copy was not"):
            logged.close()
        with Diary.open(logged.path, clock=clock) as opened:
            assert opened.twitches.count() == 2
            assert opened.backups.list()[0].entries == 2
            (trouble,) = opened.backups.troubles
            assert trouble.part is Part.SECOND
            assert "Your diary and its backups here are safe." in trouble.sentence
            later(minutes=11)
            assert opened.backups.copy_waits()
    with Diary.open(logged.path, clock=clock) as opened:
        assert opened.backups.second_copy.make() is not None
        assert opened.backups.trouble is None


def test_while_a_disk_hangs_nothing_more_is_begun_on_it(logged, hung_file):
    second = logged.backups.second_copy
    with hanging_file(hung_file):
        for _n in range(3):
            with pytest.raises(DiaryNotWritable):
                second.make()
        assert sum(thread.name == "disk" for thread in threading.enumerate()) == 1
        assert second.files() == ()
        assert second.state().missing_since is not None
    assert second.make() is not None


def test_a_password_is_set_and_second_copies_that_hang_come_along_later(logged, hung_file, clock):
    copy = logged.backups.second_copy.files()[0]
    with hanging_file(hung_file):
        left = logged.password.set(NEW)
        assert left.unanswered
        assert left.files == ()
        assert logged.password.pending == 0
        assert connecting.is_sealed(logged.path)
        assert not connecting.is_sealed(copy)
        assert logged.backups.trouble.part is Part.SECOND
        assert logged.password.go_on().unanswered
    logged.close()
    with Diary.open(logged.path, clock=clock, key=unlock(logged.path, NEW)) as opened:
        opened.backups.second_copy.make()
        assert connecting.is_sealed(copy)
        assert opened.backups.trouble is None


def test_what_could_not_be_reached_is_brought_along_when_it_is_asked_for(logged, hung_file):
    copy = logged.backups.second_copy.files()[0]
    with hanging_file(hung_file):
        logged.password.set(NEW)
    left = logged.password.go_on()
    assert not left.unanswered
    assert connecting.is_sealed(copy)


def test_a_whole_file_system_that_hangs_holds_up_neither_closing_nor_a_password(
    logged, stick, clock, later
):
    later(hours=1)
    with hanging_disk(stick):
        logged.twitches.log(["tongue"])
        assert logged.password.set(NEW).unanswered
        logged.twitches.log(["chin"])
        with pytest.raises(DiaryNotWritable, match="does not answer"):
            logged.close()
        key = unlock(logged.path, NEW)
        with Diary.open(logged.path, clock=clock, key=key) as opened:
            assert opened.twitches.count() == 3
            with pytest.raises(BadInput, match="does not answer"):
                opened.backups.second_copy.choose(stick)
    with Diary.open(logged.path, clock=clock, key=key) as opened:
        opened.backups.second_copy.make()
        assert all(connecting.is_sealed(each) for each in opened.backups.second_copy.files())
        assert len(opened.backups.second_copy.files()) == 2


def test_a_disk_that_hung_is_waited_for_only_a_moment_by_what_is_started_next(
    logged, stick, clock, later, monkeypatch
):
    notes = logged.backups.notes

    def log_and_close():
        with (
            pytest.raises(DiaryNotWritable, match="does not answer"),
            Diary.open(logged.path, clock=clock) as opened,
        ):
            opened.twitches.log(["tongue"])

    with hanging_disk(stick):
        log_and_close()
        first = notes.hung(str(stick))
        assert first is not None
        with monkeypatch.context() as patch:
            # Who waited as long as for a disk that may wake up would never come back.
            patch.setattr(patience, "PATIENCE_S", 3600)
            patch.setattr(patience, "SHORT_S", 0.1)
            later(minutes=9)
            log_and_close()
        # A moment's try does not make that longer: a disk that only sleeps is waited for again.
        assert notes.hung(str(stick)) == first
        assert logged.backups.troubles[0].part is Part.SECOND
        later(minutes=2)
        log_and_close()
        assert notes.hung(str(stick)) > first
    with Diary.open(logged.path, clock=clock) as opened:
        assert opened.twitches.count() == 4
        assert opened.backups.second_copy.make() is not None
        assert notes.hung(str(stick)) is None
        assert opened.backups.trouble is None


class Seconds:
    """A clock that stands; `asked` is set where it is read after `begun`."""

    def __init__(self):
        self.now, self.begun, self.asked = 0.0, threading.Event(), threading.Event()

    def __call__(self):
        if self.begun.is_set():
            self.asked.set()
        return self.now


def test_a_disk_that_hung_and_gets_on_again_is_given_its_time(logged, stick, monkeypatch):
    notes, seconds = logged.backups.notes, Seconds()
    notes.hangs(str(stick), local(logged.clock))

    def work(got_on):
        got_on()
        seconds.now += 10
        seconds.begun.set()
        assert seconds.asked.wait(60)
        return "done"

    monkeypatch.setattr(patience, "SHORT_S", 0.05)
    monkeypatch.setattr(patience, "time", SimpleNamespace(monotonic=seconds))
    assert patience_for(notes, logged.clock).wait_for(work) == "done"
    assert notes.hung(str(stick)) is None


@pytest.mark.parametrize("when", ["2026-06-18T22:00:00+02:00", "2026-06-18T22:00:00Z", "late", 7])
def test_a_strange_time_in_the_notes_holds_up_no_second_copy(logged, stick, when):
    notes = paths.backup_notes(logged.path)
    held = json.loads(notes.read_text("utf-8")) | {"hung": {"folder": str(stick), "when": when}}
    notes.write_text(json.dumps(held), "utf-8")
    logged.backups.make()
    assert logged.backups.second_copy.make() is not None
    assert logged.backups.trouble is None


def test_that_a_disk_hangs_does_not_hide_that_a_backup_failed_on_a_full_one(logged, stick):
    notes, sign = logged.backups.notes, paths.backup_notes(logged.path).with_suffix(".failed")
    sign.touch()
    notes.hangs(str(stick), local(logged.clock))
    assert notes.troubles()[0].part is Part.OWN
    logged.backups.make()
    assert notes.troubles() == ()
    assert not sign.exists()
