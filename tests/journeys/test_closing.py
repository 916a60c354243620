"""What is said and not yet saved when the program is told to end."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from support.program import Program

if TYPE_CHECKING:
    from pathlib import Path

    from support.screen import Screen


def test_a_note_that_is_being_typed_is_saved_when_the_terminal_ends_the_program(
    screen: Screen, tmp_path: Path
) -> None:
    with Program(screen, tmp_path / "home", diary=tmp_path / "diary.sqlite") as program:
        program.start()
        program.tap("today.tile.calf-left")
        program.wait_for_text("Left calf logged")
        program.key("ctrl+n")
        program.tap("sheet.site.calf-left")
        program.wait_for_text("Left calf is logged")
        program.scroll("sheet.when.now", steps=30)
        program.tap("sheet.trigger.more")
        program.tap("sheet.note")
        program.type("sofa")
        program.wait_until(
            lambda: (note := program.where("sheet.note")) and note.text == "sofa", "it is typed"
        )
        assert program.close(by=signal.SIGINT) == 0
        assert "Traceback" not in program.output
        with closing(sqlite3.connect(program.diary)) as file:
            assert ("sofa",) in file.execute("SELECT note FROM twitches").fetchall()
