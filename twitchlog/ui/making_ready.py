"""What is prepared once the diary is shown, while nothing else is to do."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from kivy.clock import Clock as Frames

from twitchlog.background import Lane
from twitchlog.ui import looking_over, screens

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.ui.program import Program

PREPARE_S = 1.0
"""So long after Today is shown the form that logs is made ready."""
LOAD_S = 1.2
"""So long after Today is shown what Patterns is made of is loaded."""
MADE_S = 2.5
"""So long after Today is shown all that stays for good has been made."""
BRING_S = 4.0
"""So long after Today is shown backups are written anew that were still to be."""


def start(program: Program, ways: screens.Ways, *, anew: bool) -> None:
    """Prepare, one after the other, what would hold up a tap later, while this diary is open.

    `anew` says that another diary, or this one, was open in the window before.
    """
    diary, session = program.diary, program.session

    def later(act: Callable[[], None], seconds: float) -> None:
        Frames.schedule_once(lambda _s: act() if program.diary is diary else None, seconds)

    looking_over.start(program, diary, ways.open_check)
    later(ways.logging.prepare, PREPARE_S)
    later(lambda: session.submit(Lane.DRAW, screens.load_patterns), LOAD_S)
    later(lambda: _freeze(anew=anew), MADE_S)
    later(program.rounds.bring_along, BRING_S)


def _freeze(*, anew: bool) -> None:
    """Keep what stays for good out of every search for garbage: no frame is drawn meanwhile."""
    if anew:
        # The screens of the diary before would be kept with those that stay.
        gc.collect()
    gc.freeze()
