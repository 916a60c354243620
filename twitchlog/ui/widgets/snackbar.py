"""The line that says what was just done, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.animation import Animation
from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.lettering import Text, height_of
from twitchlog.ui.widgets.shapes import Box, Shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STAYS: Final = 8.0
COMES: Final = 0.15
BESIDE_LINES: Final = 2
"""So many lines of the message may stand beside the actions; a longer one stands above them."""
ROOM: Final = 80
"""What stays free at the end of what scrolls, in dp, so that its last row can be seen."""


class Snackbar(BoxLayout):
    """A message with up to two actions; goes after 8 s without the pointer on it, or an action."""

    key = "snackbar"

    def __init__(
        self,
        text: str,
        actions: Sequence[tuple[str, Callable[[], None]]],
        gone: Callable[[Snackbar], None],
    ) -> None:
        self._shadow, self._shape, self._gone = Shadow(3), Box(), gone
        self.text, self.taken = text, False
        super().__init__(size_hint=(None, None))
        self.canvas.before.add(self._shadow)
        self.canvas.before.add(self._shape)
        self._message = Text(text=text, ink="inverse_on_surface", pos_hint={"center_y": 0.5})
        self._ways = Flow(align="right", spacing=0, pos_hint={"center_y": 0.5})
        self.add_widget(self._message)
        for words, act in actions[:2]:
            button = TextButton(text=words, ink="inverse_primary", key=f"snack:{words}")
            button.fbind("on_release", lambda _button, act=act: self._take(act))
            button.fbind("width", self._lay)
            self._ways.add_widget(button)
        if actions:
            self.add_widget(self._ways)
        self.fbind("pos", self._draw)
        self.fbind("size", self._draw)
        self.fbind("width", self._lay)
        for part in (self._message, self._ways):
            part.fbind("height", self._grow)
        theme.watch(self)
        self.repaint()
        self._lay()
        self._leave = Clock.schedule_once(self.close, STAYS)
        self.opacity = 0.0
        Animation(opacity=1.0, d=theme.motion(COMES) or 0.001).start(self)

    def close(self, *_args: Any) -> None:
        """Go away, once."""
        self._leave.cancel()
        gone, self._gone = self._gone, None
        if gone is not None:
            gone(self)

    @property
    def leaves(self) -> bool:
        """Whether it is going to leave by itself."""
        return bool(self._leave.is_triggered)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._shadow.cast()
        self._shape.paint("inverse_surface")

    def reflow(self) -> None:
        """See anew whether the actions have room beside the message."""
        self._lay()

    def rest(self, pointer: tuple[float, float]) -> None:
        """Stay while the pointer rests on it."""
        if self.collide_point(*pointer):
            self._leave.cancel()
        elif not self._leave.is_triggered and self._gone is not None:
            self._leave = Clock.schedule_once(self.close, STAYS)

    def on_touch_down(self, touch: Any) -> bool:
        """Take the touch: nothing below it is meant."""
        return super().on_touch_down(touch) or self.collide_point(*touch.pos)

    def _take(self, act: Callable[[], None]) -> None:
        if self._gone is not None:
            self.taken = True
            self.close()
            act()

    def _lay(self, *_args: Any) -> None:
        """Put the actions beside the message, or below one that would be long and narrow there."""
        wide = sum(button.width for button in self._ways.children)
        edge = dp(4) if self._ways.children else dp(16)  # a button brings its own margin
        room = self.width - dp(16) - wide - edge
        most = BESIDE_LINES * theme.line_height("body") + 1
        beside = not wide or height_of(self.text, "body", room) <= most
        self.orientation = "horizontal" if beside else "vertical"
        self.padding = (dp(16), dp(4) if beside else dp(16), edge, dp(4))
        self._message.size_hint_x, self._message.width = (
            (1, room) if beside else (None, self.width - dp(32))
        )
        self._ways.size_hint_x, self._ways.width = (None, wide) if beside else (1, self.width)
        self._grow()

    def _grow(self, *_args: Any) -> None:
        high = self._message.height
        if self.orientation == "vertical":
            self.height = high + self._ways.height + dp(20)
        else:
            self.height = max(dp(56), high + dp(24))

    def _draw(self, *_args: Any) -> None:
        for part in (self._shadow, self._shape):
            part.place(self.pos, self.size, dp(8))
