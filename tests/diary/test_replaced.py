"""A diary whose file is replaced, moved or taken away while it is open swallows no entry."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from support.rows import rows_of
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.diary.entry_kinds import expected
from twitchlog.domain.backup import KEPT_FOR, Why
from twitchlog.domain.errors import ChangedElsewhere, DiaryError, Replaced
from twitchlog.domain.phrase import phrase

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.in_file


@pytest.fixture
def restored(logged, clock, tmp_path) -> Path:
    """Another diary of two entries, ready to be renamed over the one that is open."""
    path = tmp_path / "another" / "diary.sqlite"
    with Diary.open(path, clock=clock) as other:
        other.twitches.log(["tongue"])
        other.twitches.log(["chin"])
    return path


def test_a_write_after_the_file_was_replaced_is_refused_and_the_new_file_left(logged, restored):
    before = restored.read_bytes()
    restored.replace(logged.path)
    for write in (lambda: logged.twitches.log(["calf-left"]), logged.undo):
        with pytest.raises(Replaced, match="was replaced by another"):
            write()
    assert logged.path.read_bytes() == before
    assert logged.twitches.count() == 1  # of the file that was opened, to the end


def test_the_diary_opened_anew_is_the_new_file_and_writes(logged, restored, clock):
    logged.backups.make()
    logged._engine.dispose()
    restored.replace(logged.path)
    with Diary.open(logged.path, clock=clock) as diary:
        assert diary.twitches.count() == 2
        diary.twitches.log(["calf-left"])
        assert diary.twitches.count() == 3
        diary.changed = False


def test_what_a_synchroniser_puts_in_place_is_not_mixed_with_the_log_of_what_was_open(
    logged, restored, clock
):
    logged.twitches.log(["calf-right"])
    restored.replace(logged.path)
    with pytest.raises(Replaced):
        logged.twitches.log(["calf-left"])
    logged.close()
    with Diary.open(logged.path, clock=clock) as diary:
        assert {each.sites for each in diary.twitches.newest()} == {("tongue",), ("chin",)}
        kept = {backup.entries for backup in diary.backups.list()}
        assert kept == {2}  # what was open, with its last entry, is in a backup
        diary.changed = False


def test_the_open_diary_goes_on_with_the_new_file_and_what_was_open_is_kept_for_30_days(
    logged, restored
):
    logged.twitches.log(["calf-right"])
    restored.replace(logged.path)
    with pytest.raises(Replaced) as refused:
        logged.twitches.log(["calf-left"])
    assert refused.value.there
    logged.backups.make(why=Why.REPLACED)
    logged.go_on_anew()
    assert {each.sites for each in logged.twitches.newest()} == {("tongue",), ("chin",)}
    logged.twitches.log(["calf-left"])
    assert logged.undo().name == "Left calf logged"
    (kept,) = logged.backups.list()
    assert (kept.entries, kept.kept_until()) == (2, kept.made + KEPT_FOR)


def test_what_a_form_holds_of_the_old_file_never_overwrites_the_new_one_in_silence(
    logged, clock, tmp_path
):
    opened = logged.twitches.newest(1)[0]
    logged.backups.make()
    moved = tmp_path / "moved.sqlite"
    shutil.copy(logged.backups.list()[0].path, moved)
    with Diary.open(moved, clock=clock) as synchronised:
        synchronised.twitches.edit(replace(opened, note="theirs"))
        synchronised.changed = False
    moved.replace(logged.path)
    logged.go_on_anew()
    with pytest.raises(ChangedElsewhere), logged.edits.expecting(expected(logged, opened)):
        logged.twitches.edit(replace(opened, note="mine"))
    assert logged.twitches.newest(1)[0].note == "theirs"


def test_without_a_file_there_is_none_to_go_on_with_and_no_empty_diary_comes_in_its_place(
    logged, tmp_path
):
    away = logged.path.rename(tmp_path / "away.sqlite")
    with pytest.raises(Replaced) as refused:
        logged.go_on_anew()
    assert not refused.value.there
    assert not logged.path.exists()
    away.rename(logged.path)
    logged.go_on_anew()
    logged.twitches.log(["calf-left"])
    assert logged.twitches.count() == 2


def test_who_waits_while_another_puts_a_new_file_in_place_opens_the_new_one(
    logged, restored, clock
):
    logged.close()
    found = []

    def open_it():
        with Diary.open(logged.path, clock=clock) as diary:
            found.append(diary.twitches.count())
            diary.twitches.log(["calf-left"])
            diary.changed = False

    with closing(sqlite3.connect(logged.path, isolation_level=None)) as busy:
        assert busy.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
        busy.execute("PRAGMA locking_mode=EXCLUSIVE")
        busy.execute("BEGIN EXCLUSIVE")
        waiting = Thread(target=open_it)
        waiting.start()
        restored.replace(logged.path)
        busy.execute("COMMIT")
    waiting.join()
    assert found == [2]


def test_a_second_connection_never_opens_another_file_than_the_first(logged, restored):
    with logged.reading():
        restored.replace(logged.path)
        with pytest.raises(Replaced), logged.reading():
            pass


def test_a_file_replaced_in_the_middle_of_a_step_takes_nothing_of_it(logged, restored):
    before = restored.read_bytes()

    def replace_half_way():
        with logged.operation(phrase("Odd")) as operation:
            operation.connection.exec_driver_sql("UPDATE twitches SET note = 'changed'")
            restored.replace(logged.path)

    with pytest.raises(Replaced):
        replace_half_way()
    assert logged.twitches.newest(1)[0].note == "first"
    assert logged.path.read_bytes() == before


def test_a_folder_that_vanishes_is_told_and_no_empty_diary_takes_its_place(tmp_path, clock):
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    with Diary.open(folder / "diary.sqlite", clock=clock) as diary:
        diary.twitches.log(["chin"])
        folder.rename(elsewhere)
        with pytest.raises(Replaced, match="no longer at"):
            diary.twitches.log(["calf-left"])
        folder.mkdir()
        # The one connection there is, is in use: another would have to be opened.
        with diary.reading(), pytest.raises(Replaced, match="no longer at"), diary.reading():
            pass
        assert list(folder.iterdir()) == []
        folder.rmdir()
        elsewhere.rename(folder)
        diary.twitches.log(["calf-left"])
        assert diary.twitches.count() == 2


def test_a_diary_with_two_names_is_refused_under_both_and_left_as_it_was(logged, clock, tmp_path):
    logged.close()
    before = rows_of(logged.path)
    second = tmp_path / "second.sqlite"
    second.hardlink_to(logged.path)
    for name in (logged.path, second):
        with pytest.raises(DiaryError, match="another name"):
            Diary.open(name, clock=clock)
    shutil.copy(second, tmp_path / "copy.sqlite")
    with Diary.open(tmp_path / "copy.sqlite", clock=clock) as copy:
        assert copy.twitches.count() == 1
    assert rows_of(logged.path) == before


def test_by_a_symbolic_link_it_is_the_same_diary_with_the_same_backups(logged, clock, tmp_path):
    link = tmp_path / "link.sqlite"
    link.symlink_to(logged.path)
    with Diary.open(link, clock=clock) as diary:
        diary.twitches.log(["chin"])
        assert diary.path == logged.path
    assert logged.twitches.count() == 2
    assert [each.entries for each in logged.backups.list()] == [2]
    assert paths.diary_file(link) == logged.path
    assert link.is_symlink()


@pytest.mark.parametrize(
    "name",
    ["a b#c?d%41.sqlite", "größe 日記 🫀.sqlite", "-dash'quote\".sqlite", ":memory:", "file:x"],
)
def test_a_diary_may_have_any_name_that_the_system_allows(name, clock, tmp_path):
    path = tmp_path / "odd ? # % folder" / name
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["chin"])
        diary.backups.make()
        (backup,) = diary.backups.list()
        assert (backup.entries, path.exists()) == (1, True)
    with Diary.open(path, clock=clock) as diary:
        assert diary.twitches.count() == 1
