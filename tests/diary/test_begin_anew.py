"""Where nobody knows the password any more, a new diary begins and the old one is kept whole."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from support.locked import KEY, MARK, sealed
from twitchlog.diary import Diary
from twitchlog.diary.sealed import begin_anew
from twitchlog.domain.errors import DiaryNotWritable, NeedsPassword

NOW = datetime(2026, 6, 18, 21, 4)


@pytest.fixture
def path(tmp_path, clock):
    """A diary with a password, and a backup of it."""
    return sealed(tmp_path / "diary.sqlite", clock)


def of(folder):
    return {each.relative_to(folder): each.read_bytes() for each in folder.rglob("*.s*")}


def test_the_old_diary_opens_in_its_folder_and_the_new_one_is_empty_and_plain(path, clock):
    before = of(path.parent)
    folder = begin_anew.put_aside(path, NOW)
    assert of(folder) == before
    with Diary.open(path, clock=clock) as new:
        assert (new.twitches.count(), new.key) == (0, None)
        assert new.backups.list() == ()
        new.twitches.log(["tongue"])
    with pytest.raises(NeedsPassword):
        Diary.open(folder / path.name, clock=clock)
    with Diary.open(folder / path.name, clock=clock, key=KEY) as old:
        assert [each.note for each in old.twitches.newest()] == [MARK]


def test_a_second_one_is_put_beside_the_first(path, clock):
    first = begin_anew.put_aside(path, NOW)
    sealed(path, clock)
    second = begin_anew.put_aside(path, NOW)
    assert first != second
    assert (first / path.name).exists()
    assert (second / path.name).exists()


def test_what_cannot_be_moved_leaves_everything_where_it_was(path, monkeypatch):
    before = of(path.parent)
    moved = Path.rename

    def refused(old, new):
        if old == path:
            raise PermissionError(13, "Permission denied")
        return moved(old, new)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(DiaryNotWritable, match="It is as it was"):
        begin_anew.put_aside(path, NOW)
    assert of(path.parent) == before
    assert not list(path.parent.glob("diary locked *"))
