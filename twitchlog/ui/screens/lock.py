"""The lock screen: one field, and nothing of the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.ui import theme
from twitchlog.ui.keyboard import Keyboard
from twitchlog.ui.layered import Layered
from twitchlog.ui.screens.lock_asks import Asks
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.pointer import Pointer
from twitchlog.ui.widgets.shapes import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.unlock import Unlock


class LockScreen(Layered):
    """The root of the window while the diary is locked.

    It stands in for the shell where a file is chosen: `push` and `pop` show a page over it.
    """

    def __init__(
        self,
        presenter: Unlock[Any],
        *,
        open_another: Callable[[], None],
        lost: Callable[[], None] | None = None,
    ) -> None:
        """Take also what is done where password and key are `lost`, where that is offered."""
        self._ground = Strip()
        self.shortcuts: dict[str, Callable[[], None]] = {}
        self._page: Widget | None = None
        super().__init__()
        self.pointer, self.keyboard = Pointer(self), Keyboard(self)
        self.canvas.before.add(self._ground)
        self._asks = Asks(presenter, open_another, lost)
        self.add_widget(self._asks)
        for name in ("pos", "size"):
            self.fbind(name, self._place)
        theme.watch(self)
        self.repaint()

    def _place(self, *_args: Any) -> None:
        self._ground.place(self.pos, self.size)
        for layer in self.open_layers:
            layer.pos, layer.size = self.pos, self.size

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._ground.paint("surface")

    def reflow(self) -> None:
        """Nothing to measure: what it holds does."""

    def on_parent(self, _screen: Any, parent: Any) -> None:
        """Listen to mouse and keys while it is in a window, and take what is typed."""
        if parent is not None:
            self.pointer.follow()
            self.keyboard.listen()
        else:
            self.pointer.stop()
            self.keyboard.stop()
        self._asks.seen(parent is not None)

    def on_touch_down(self, touch: Any) -> bool:
        """Notice that the pointer is used."""
        focus.used_keyboard(False)
        return super().on_touch_down(touch)

    def push(self, page: Widget) -> None:
        """Show a page, on which a file is chosen, instead of the field."""
        self._page = page
        page.pos_hint = {"x": 0, "y": 0}
        swap(self, page)

    def pop(self, *_args: Any) -> bool:
        """Show the field again; return whether a page was shown."""
        if self._page is None:
            return False
        self._page = None
        swap(self, self._asks)
        self._asks.write()
        return True

    def close_top(self) -> bool:
        """Go back in what Esc means; return whether anything was."""
        if self.open_layers:
            self.open_layers[-1].escape()
            return True
        return self.pop() or self._asks.step_back()

    def snack(self, sentence: str) -> None:
        """Say a sentence below the field."""
        self._asks.refuse(sentence)
