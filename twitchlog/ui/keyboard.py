"""The keys that work everywhere: Tab, Esc, those that scroll, and the shortcuts of the shell."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from kivy.core.window import Window

from twitchlog.ui.widgets import focus

if TYPE_CHECKING:
    from twitchlog.ui.navigation import Shell

_TAB: Final = 9
_ESCAPE: Final = 27
_F1: Final = 282
_ENTERS: Final = frozenset({13, 271})
_SCROLL: Final = {
    32: "pagedown",
    273: "up",
    274: "down",
    278: "home",
    279: "end",
    280: "pageup",
    281: "pagedown",
}
"""What scrolls where nothing has the keyboard, by the code of its key; the first is Space."""
_HELD: Final = frozenset({"ctrl", "alt", "meta"})
# A field has an undo of its own, and that is the one meant while one writes.
_OF_A_FIELD: Final = frozenset({"ctrl+z", "ctrl+shift+z", "ctrl+y"})


def combination(key: int, modifiers: list[str]) -> str:
    """Return a key with its modifiers as "ctrl+shift+z", or "f1"; empty for what only writes."""
    held = set(modifiers)
    if key == _F1 and not held & _HELD:
        return "f1"
    if not held & {"ctrl", "meta"} or not 0 < key < 0x110000:
        return ""
    name = "enter" if key in _ENTERS else chr(key).lower()
    return "ctrl+" + ("shift+" if "shift" in held else "") + name


def _writes() -> bool:
    """Return whether the keyboard is in a field; a program without fields need not load them."""
    module = sys.modules.get("kivy.uix.textinput")
    return module is not None and isinstance(focus.focused(), module.TextInput)


class Keyboard:
    """Hears the keys of the window for one shell."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._listens = False

    def listen(self) -> None:
        """Start to listen."""
        if not self._listens:
            Window.fbind("on_key_down", self._pressed)
            self._listens = True

    def stop(self) -> None:
        """Stop listening."""
        if self._listens:
            Window.funbind("on_key_down", self._pressed)
            self._listens = False

    def _pressed(
        self, _window: Any, key: int, _scancode: int, _text: str | None, modifiers: list[str]
    ) -> bool:
        if key == _ESCAPE:
            focus.used_keyboard(True)
            inside, holder = focus.scope(), focus.focused()
            step_back = getattr(holder, "step_back", None)
            if inside is not None and not focus.holds(inside, holder):
                step_back = None
            # Taken even where nothing is open, for the window itself would close on Esc.
            if step_back is None or not step_back():
                self._shell.close_top()
            return True
        if key == _TAB and focus.focused() is None and not set(modifiers) & _HELD:
            focus.move(-1 if "shift" in modifiers else 1, start=self._shell)
            return True
        if key in _SCROLL and focus.focused() is None and focus.bare(modifiers):
            return focus.scroll(_SCROLL[key], self._shell)
        pressed = combination(key, modifiers)
        act = self._shell.shortcuts.get(pressed) if pressed else None
        if act is None or (pressed in _OF_A_FIELD and _writes()):
            return False
        act()
        return True
