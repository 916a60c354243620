"""How long nobody has touched anything, so that the diary can lock by itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import Clock


class Idle:
    """Tells from look to look how long it has been.

    Two clocks are asked: the steady one stands still while the computer sleeps, and the other may
    be set back. The longer of both counts.
    """

    def __init__(self, clock: Clock, steady: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._steady = clock, steady
        self.begin()

    def touched(self, *_args: object) -> None:
        """Hear that somebody is there; cheap, for every move of the mouse is told."""
        self._touched = True

    def begin(self) -> None:
        """Count from now on: the diary has just come into sight."""
        self._touched, self._since = False, self._now()

    def look(self) -> float:
        """Return the minutes for which, as far as the looks could tell, nothing was touched.

        A touch since the last look counts for the next one: whoever wakes a sleeping computer
        with it may not be the one who left.
        """
        now = self._now()
        passed = max(now[0] - self._since[0], now[1] - self._since[1]) / 60
        if self._touched:
            self._touched, self._since = False, now
        return passed

    def _now(self) -> tuple[float, float]:
        return self._clock.now().utc.timestamp(), self._steady()
