"""A diary on a server is backed up into a file here, tested and cleaned as any other."""

from __future__ import annotations

import pytest

from support import server as servers
from twitchlog.diary import Diary, address
from twitchlog.domain.errors import BadInput


@pytest.fixture
def diary(server, clock):
    """A diary on the server with one entry and a backup."""
    with server.database() as name:
        where = address.named(server.address(name, user=servers.USER, password=servers.PASSWORD))
        with Diary.open(where, clock=clock) as opened:
            opened.twitches.log(["calf-left"], note="first")
            opened.backups.make()
            yield opened
            for each in opened.backups.list():
                opened.backups.remove(each)
            opened.changed = False


def test_its_backup_is_counted_tested_and_copied_elsewhere(diary, tmp_path):
    (backup,) = diary.backups.list()
    assert (backup.entries, backup.sealed) == (1, False)
    assert diary.backups.contents(backup).first == diary.backups.present().first
    assert diary.backups.test_newest().sound
    diary.backups.second_copy.choose(tmp_path)
    assert diary.backups.second_copy.make() is not None


def test_what_is_erased_for_good_leaves_its_backups_too(diary):
    entry = diary.twitches.newest(1)[0].id
    assert diary.backups.clean(diary.backups.holding(entry).all, entry) == 1
    assert diary.backups.list()[0].entries == 0


def test_a_backup_does_not_take_its_place_since_others_use_it(diary):
    with pytest.raises(BadInput, match="on a server"):
        diary.backups.restore(diary.backups.list()[0])
    assert diary.twitches.count() == 1
