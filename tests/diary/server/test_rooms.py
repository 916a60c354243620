"""What a diary on a server is asked beside its entries: backups, check, password, settings."""

from __future__ import annotations

import pytest

from twitchlog.diary import Diary, checkup
from twitchlog.domain.errors import BadInput
from twitchlog.presenters.settings import page_of


def test_a_backup_is_a_whole_diary_in_a_file_that_opens_without_the_server(server_diary):
    server_diary.twitches.log(["calf-left"], note="kept")
    path = server_diary.backups.make()
    with Diary.open(path) as copy:
        assert [each.note for each in copy.twitches.newest()] == ["kept"]
        assert copy.next_undo() == "Left calf logged"
        copy.changed = False


def test_its_backups_are_listed_and_compared_with_what_the_server_holds_now(server_diary):
    server_diary.twitches.log(["calf-left"])
    server_diary.backups.make()
    (backup,) = server_diary.backups.list()
    assert backup.entries == 1
    held, now = server_diary.backups.contents(backup), server_diary.backups.present()
    assert {**now.tables, "writes": 0} == {**held.tables, "writes": 0}
    assert (now.entries, now.first, now.revision) == (held.entries, held.first, held.revision)
    assert page_of(server_diary).diary == server_diary.address.shown


def test_what_is_done_to_a_file_alone_is_refused_in_words(server_diary):
    server_diary.twitches.log(["calf-left"])
    server_diary.backups.make()
    (backup,) = server_diary.backups.list()
    assert checkup.quick(server_diary) == ()
    assert not server_diary.password.is_set
    for asked in (
        lambda: server_diary.password.set("a long password"),
        lambda: server_diary.backups.restore(backup),
        lambda: checkup.full(server_diary),
        lambda: checkup.mend(server_diary),
    ):
        with pytest.raises(BadInput, match="server"):
            asked()
    assert server_diary.twitches.count() == 1
