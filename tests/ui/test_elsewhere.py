"""What another program writes to the diary is seen in the window that is open."""

from __future__ import annotations

from support.inside import Inside
from twitchlog.diary import Diary


def test_an_entry_of_the_command_line_appears_on_today_while_it_is_shown(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Inside(path, clock=clock) as program, Diary.open(path, clock=clock) as other:
        entry = other.twitches.log(["tongue"], note="from elsewhere").value
        assert program.see(f"today.row.{entry.id}") is None
        program.program.elsewhere.look()
        program.settle()
        assert program.see(f"today.row.{entry.id}") is not None
