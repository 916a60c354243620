"""What fingers mean on a picture that can be zoomed: a tap, a long press, a drag, a pinch."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING, Any, Final, Protocol

from kivy.clock import Clock
from kivy.metrics import dp

if TYPE_CHECKING:
    from collections.abc import Sequence

    Point = Sequence[float]

HOLD_S: Final = 0.5
AGAIN_S: Final = 0.35
STILL_DP: Final = 10
NEAR_DP: Final = 24


class Hears(Protocol):
    """What hears of the fingers, in its own coordinates."""

    def tapped(self, at: Point, *, again: bool) -> None:
        """Hear of a short touch; `again` for the second of a double tap."""
        ...

    def held(self, at: Point) -> None:
        """Hear of a finger that rests."""
        ...

    def dragged(self, right: float, up: float) -> None:
        """Hear of one finger that moves."""
        ...

    def pinched(self, before: tuple[Point, Point], after: tuple[Point, Point]) -> None:
        """Hear of two fingers that move."""
        ...


class Fingers:
    """Follows the touches it is given; what became a drag or a pinch is no tap any more."""

    def __init__(self, owner: Hears) -> None:
        self._owner = owner
        self._at: dict[Any, Point] = {}
        self._from: Point = (0.0, 0.0)
        self._spent = False
        self._last: tuple[float, Point] = (0.0, (0.0, 0.0))
        self._rests = Clock.create_trigger(self._hold, HOLD_S)

    @property
    def down_now(self) -> bool:
        """Whether a finger is on it."""
        return bool(self._at)

    @property
    def several(self) -> bool:
        """Whether more than one finger is on it."""
        return len(self._at) > 1

    def down(self, touch: Any) -> None:
        """Begin to follow a touch."""
        self._spent = bool(self._at)
        self._at[touch.uid] = touch.pos
        self._from = touch.pos
        self._rests.cancel()
        if not self._spent:
            self._rests()

    def move(self, touch: Any) -> None:
        """Follow a touch."""
        before = self._at.get(touch.uid)
        if before is None or (not self._spent and dist(self._from, touch.pos) <= dp(STILL_DP)):
            return
        self._spent = True
        self._rests.cancel()
        if len(self._at) == 1:
            self._owner.dragged(touch.x - before[0], touch.y - before[1])
        else:
            pair = list(self._at)[:2]
            held = tuple(self._at[uid] for uid in pair)
            self._at[touch.uid] = touch.pos
            self._owner.pinched(held, tuple(self._at[uid] for uid in pair))
        self._at[touch.uid] = touch.pos

    def up(self, touch: Any) -> None:
        """Let go of a touch."""
        known = self._at.pop(touch.uid, None) is not None
        self._rests.cancel()
        if not known or self._spent or self._at:
            return
        when, where = self._last
        again = touch.time_start - when < AGAIN_S and dist(where, self._from) < dp(NEAR_DP)
        self._last = (0.0, self._from) if again else (touch.time_start, self._from)
        self._owner.tapped(self._from, again=again)

    def _hold(self, *_args: Any) -> None:
        self._spent = True
        self._owner.held(self._from)
