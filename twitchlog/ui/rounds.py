"""What is looked at again and again while the window is open, locked or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.clock import Clock as Frames
from kivy.core.window import Window

from twitchlog.background import Lane
from twitchlog.domain.changes import Changes
from twitchlog.domain.errors import TwitchLogError
from twitchlog.presenters.elsewhere import LOOK_S
from twitchlog.presenters.trying import NEWS, copy_and_test

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary import Diary
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
        Frames.schedule_interval(lambda _s: self.back_up_if_due(), BACKUP_LOOK_S)
        Frames.schedule_interval(lambda _s: self.look_elsewhere(), LOOK_S)

    def bring_along(self) -> None:
        """Have what an interrupted change of the password left written anew, one by one."""
        from twitchlog.presenters.privacy import CHANGED, bring_one_along

        program = self._program
        diary = program.diary
        if diary is None:
            return

        def go_on(more: bool | None) -> None:
            if more is not None:
                program.announce(Changes("", frozenset({CHANGED})))
            if more:
                self.bring_along()

        program.session.submit(
            Lane.DIARY, lambda: bring_one_along(diary), done=go_on, failed=self._told(diary)
        )

    def look_elsewhere(self) -> None:
        """Look now whether others wrote to the diary."""
        if self._program.diary is not None:
            self._program.elsewhere.look()

    def back_up_if_due(self) -> None:
        """Make a backup, its second copy and the monthly test, where one of them is due."""
        program = self._program
        diary = program.diary
        if diary is None:
            return

        def look() -> bool:
            diary.preferences.refresh()  # the command line may have chosen anew
            if diary.backups.due():
                diary.backups.make()
                return True
            return diary.backups.test_due() or diary.backups.copy_waits()

        def go_on(more: bool) -> None:
            if more and program.diary is diary:
                self._copy(diary)

        program.session.submit(Lane.DIARY, look, done=go_on, failed=self._told(diary))

    def _look_for_second_start(self) -> None:
        if self._program.door.raise_asked():
            Window.restore()
            Window.raise_window()

    def _copy(self, diary: Diary) -> None:
        """Make the second copy and, once a month, the test, while the diary goes on."""
        self._program.session.submit(
            Lane.COPY,
            lambda: copy_and_test(diary),
            done=lambda _well: self._program.announce(NEWS),
            failed=self._told(diary),
        )

    def _told(self, diary: Diary) -> Callable[[Exception], None]:
        """Have Today tell what failed until it works, and say what is not told there."""

        def failed(problem: Exception) -> None:
            if not isinstance(problem, TwitchLogError):
                raise problem
            if self._program.diary is not diary:
                return
            self._program.announce(NEWS)
            if all(each.sentence != problem.sentence for each in diary.backups.troubles):
                self._program.say(problem.sentence)

        return failed
