"""A quick look over the diary's file at each start, once nobody waits for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.clock import Clock as Frames

from twitchlog.background import Lane
from twitchlog.presenters.services import say_to
from twitchlog.translation import _
from twitchlog.ui.unforeseen import Says

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary import Diary
    from twitchlog.domain.checkup import Finding
    from twitchlog.ui.program import Program

AFTER_S: Final = 3.0
"""So long after Today is shown all that people wait for at a start is there."""


def start(program: Program, diary: Diary, open_check: Callable[[], None]) -> None:
    """Look over the diary soon; where it is damaged, say so and lead to the whole check."""
    session = program.session

    def told(found: tuple[Finding, ...]) -> None:
        for finding in found:
            program.shell.snack(finding.sentence, [(_("Look closer"), open_check)])

    def look(_seconds: float) -> None:
        session.submit(
            Lane.COPY, lambda: _quick(diary), done=told, failed=say_to(Says(program.say))
        )

    Frames.schedule_once(look, AFTER_S)


def _quick(diary: Diary) -> tuple[Finding, ...]:
    from twitchlog.diary import checkup

    return checkup.quick(diary)
