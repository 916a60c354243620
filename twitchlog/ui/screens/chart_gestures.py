"""What fingers, wheel and arrow keys do on the page of a chart: zoom, turn the page, scroll."""

from __future__ import annotations

from typing import Any, Final

from kivy.metrics import dp

from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.placed import once_placed

SWIPE: Final = 64
"""So far, in dp, a finger goes sideways to turn the page."""
_BEGAN: Final = "chart.began"
_ZOOM: Final = "chart.zoom"
_TURNS: Final = {276: -1, 275: 1}
"""What the arrows to the left and to the right do, by kivy's codes."""


class Gestures:
    """Gives touches on a picture that can be zoomed to it, before what scrolls hears of them.

    It needs a `card`, the `_body` it lies in, the column `_left` or the `list` that scrolls,
    `_wide()` and `turn(steps)`.
    """

    _sideways: bool | None = None
    _slid = 0.0

    def on_touch_down(self, touch: Any) -> bool:
        """Begin to follow a touch."""
        if not self._meant_for_zoom(touch):
            touch.ud[_BEGAN] = touch.pos
            return super().on_touch_down(touch)
        picture = self.card.picture
        if touch.is_mouse_scrolling:
            # Kivy calls a wheel turned away from one "scrolldown".
            picture.wheel(*touch.pos, closer=touch.button == "scrolldown")
            return True
        self._sideways, self._slid = None, 0.0
        touch.ud[_ZOOM] = True
        touch.grab(self)
        picture.finger("down", touch)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Follow a touch."""
        if _ZOOM not in touch.ud:
            return super().on_touch_move(touch)
        if touch.grab_current is self:
            self.card.picture.finger("move", touch)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """Let go of a touch; one that went far sideways turns the page."""
        if _ZOOM in touch.ud:
            if touch.grab_current is self:
                touch.ungrab(self)
                self.card.picture.finger("up", touch)
                self._turn_if_far(self._slid)
                self._slid = 0.0
            return True
        began = touch.ud.pop(_BEGAN, None)
        if began is not None and touch.grab_current is None:
            across, up = touch.x - began[0], touch.y - began[1]
            if abs(across) > 2 * abs(up) and self._turn_if_far(across):
                touch.ud["spent"] = True
        return super().on_touch_up(touch)

    def slid(self, right: float, up: float) -> None:
        """Hear of a drag on the picture that is not for its zoom."""
        if self._sideways is None:
            self._sideways = abs(right) > abs(up)
        if self._sideways:
            self._slid += right
        else:
            self.scroll(up)

    def scroll(self, up: float) -> None:
        """Move what scrolls with a finger."""
        view = self._left if self._wide() else None
        if view is None:
            self.list.go(self.list.down + up)
        elif (room := view.cards.height - view.height) > 0:
            view.scroll_y = min(max(view.scroll_y - up / room, 0.0), 1.0)

    def bring(self, bar: Any) -> None:
        """Scroll down as far as needed for what a tapped part says, once it has its place."""
        once_placed(lambda: self._bring_now(bar))

    def _bring_now(self, bar: Any) -> None:
        below = self._body.to_window(0, self._body.y)[1] + dp(16) - bar.to_window(0, bar.y)[1]
        if below > 0 and bar.get_root_window() is not None:
            self.scroll(below)

    def _turn_if_far(self, across: float) -> bool:
        if abs(across) < dp(SWIPE):
            return False
        self.turn(-1 if across > 0 else 1)
        return True

    def _meant_for_zoom(self, touch: Any) -> bool:
        button = getattr(touch, "button", None) or "left"
        known = button in {"left", "scrollup", "scrolldown"}
        inside = self.card is not None and self._body.collide_point(*touch.pos)
        return bool(known and inside and self.card.picture.hit(*touch.pos))

    def _key_down(
        self, _window: Any, key: int, _scancode: int, _text: str | None, modifiers: list[str]
    ) -> bool:
        """Turn with the arrows, unless they mean something where the keyboard is."""
        steps = _TURNS.get(key)
        here = self.card is not None and self.get_root_window() is not None
        busy = not here or not focus.bare(modifiers) or self._shell.open_layers
        if steps is None or busy or focus.focused() is self.card.picture:
            return False
        self.turn(steps)
        return True
