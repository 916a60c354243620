"""A damaged diary in the window: what is offered, and the diary open again."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from support.inside import Inside
from support.locked import RIGHT, sealed
from support.window import pump
from twitchlog.diary import Diary
from twitchlog.ui import looking_over


@pytest.fixture
def damaged(tmp_path, clock):
    """A diary of two twitches, the first of them in a backup, whose list of tables is gone."""
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
        diary.backups.make()
        diary.twitches.log(["tongue"])
        diary.changed = False
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    return path


@pytest.mark.parametrize(
    ("size", "which", "entries"), [((412, 892), "saved", 2), ((1280, 800), "backup", 1)]
)
def test_a_damaged_diary_opens_to_its_rescue_and_then_to_today(
    damaged, clock, size, which, entries
):
    before = damaged.read_bytes()
    with Inside(damaged, clock=clock, size=size) as program:
        saved, backup = program.see("rescue.saved"), program.see("rescue.backup")
        beside = saved.to_window(*saved.pos)[1] == backup.to_window(*backup.pos)[1]
        assert beside == (size[0] > 1000)
        assert not program.shell.close_top()
        assert damaged.read_bytes() == before
        program.tap(f"rescue.{which}")
        assert program.shell.current == "today"
        (kept,) = damaged.parent.glob("diary damaged *.sqlite")
        assert kept.read_bytes() == before
        assert kept.name in program.see("snackbar").text
        assert program.diary.twitches.count() == entries
        assert program.program.exit_code == 0


def test_a_damaged_diary_with_a_password_is_rescued_once_that_is_typed(tmp_path, clock):
    path = sealed(tmp_path / "diary.sqlite", clock)
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    with Inside(path, clock=clock) as program:
        program.see("lock.password").text = RIGHT
        program.tap("lock.unlock")
        program.tap("rescue.saved")
        # It has its password as before, and asks for it.
        program.see("lock.password").text = RIGHT
        program.tap("lock.unlock")
        assert program.shell.current == "today"
        assert program.diary.twitches.count() == 1


def test_damage_that_does_not_keep_it_from_opening_leads_to_the_check_and_the_rescue(
    tmp_path, clock, monkeypatch
):
    monkeypatch.setattr(looking_over, "AFTER_S", 0.5)
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["tongue"])
        diary.changed = False
    with closing(sqlite3.connect(path)) as file:
        asked = "SELECT rootpage FROM sqlite_schema WHERE name = 'treatments'"
        page = file.execute(asked).fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)
    with Inside(path, clock=clock) as program:
        pump(lambda: program.see("snackbar") is not None)
        program.settle()
        assert "damaged in 1 place" in program.see("snackbar").text
        program.tap("snack:Look closer")
        assert "damaged in 1 place" in program.see("checkup.file").second
        program.tap("action:Rescue your diary")
        program.tap("rescue.saved")
        assert program.shell.current == "today"
        assert program.diary.twitches.count() == 1
    (kept,) = tmp_path.glob("diary damaged *.sqlite")
    assert kept.read_bytes() == content
    assert not list(tmp_path.glob("diary backups/*.sqlite"))
