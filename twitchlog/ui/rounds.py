"""What is looked at again and again while the window is open, locked or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.clock import Clock as Frames
from kivy.core.window import Window

from twitchlog.background import Lane
from twitchlog.presenters.elsewhere import LOOK_S
from twitchlog.presenters.services import say_to
from twitchlog.ui.unforeseen import Says

if TYPE_CHECKING:
    from twitchlog.ui.program import Program

BACKUP_LOOK_S = 60
RAISE_LOOK_S = 0.5


class Rounds:
    """Looks whether another start wants the window, others wrote, and a backup is due."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def start(self) -> None:
        """Look from now on."""
        Frames.schedule_interval(lambda _s: self._look_for_second_start(), RAISE_LOOK_S)
        Frames.schedule_interval(lambda _s: self._back_up_if_due(), BACKUP_LOOK_S)
        Frames.schedule_interval(lambda _s: self.look_elsewhere(), LOOK_S)

    def look_elsewhere(self) -> None:
        """Look now whether others wrote to the diary."""
        if self._program.diary is not None:
            self._program.elsewhere.look()

    def _look_for_second_start(self) -> None:
        if self._program.door.raise_asked():
            Window.restore()
            Window.raise_window()

    def _back_up_if_due(self) -> None:
        program = self._program
        diary = program.diary
        if diary is None:
            return

        def look() -> None:
            diary.preferences.refresh()  # the command line may have chosen anew
            if diary.backups.due():
                diary.backups.make()

        program.session.submit(Lane.DIARY, look, failed=say_to(Says(program.say)))
