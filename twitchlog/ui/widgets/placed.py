"""What is done once widgets have the places that their layouts give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

FRESH_FRAMES: Final = 3
_LEAST_S: Final = 0.05 / FRESH_FRAMES


def once_placed(act: Callable[[], None], frames: int = FRESH_FRAMES) -> None:
    """Call `act` when what was just put into a layout has its place.

    That is some frames later, however long they take: on a slow machine a layout is not yet done
    after a time that would do elsewhere.
    """

    def later(_seconds: float) -> None:
        if frames > 1:
            once_placed(act, frames - 1)
        else:
            act()

    Clock.schedule_once(later, _LEAST_S)
