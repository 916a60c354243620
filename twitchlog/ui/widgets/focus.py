"""Where the keyboard is: Tab goes through what can be used, in reading order, inside one scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from weakref import ref

from kivy.uix.behaviors import FocusBehavior
from kivy.uix.scrollview import ScrollView

from twitchlog.ui.widgets import paging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kivy.uix.widget import Widget

# Sheets and dialogs keep the keyboard to themselves while they are open: the last one has it.
_scopes: Final[list[ref]] = []
moved: Callable[[Widget], None] | None = None
"""Hears what the keyboard has moved to; set by the shell's pointer, which names it."""
_by_keyboard: Final[list[bool]] = [False]


def enter(scope: Widget) -> None:
    """Keep the keyboard inside `scope` until it is left."""
    _scopes.append(ref(scope))


def leave(scope: Widget) -> None:
    """Give the keyboard back to what had it before `scope`."""
    _scopes[:] = [each for each in _scopes if each() not in {None, scope}]


def scope() -> Widget | None:
    """Return the widget the keyboard is kept inside, or None."""
    while _scopes:
        widget = _scopes[-1]()
        if widget is not None and widget.get_root_window() is not None:
            return widget
        _scopes.pop()
    return None


def by_keyboard() -> bool:
    """Return whether the keyboard was used last: only then a ring shows the focus."""
    return _by_keyboard[0]


def used_keyboard(used: bool) -> None:
    """Say whether the person uses the keyboard or the pointer."""
    if _by_keyboard[0] != used:
        _by_keyboard[0] = used
        widget = focused()
        if isinstance(widget, Focusable):
            widget.show_focus()


def focused() -> Widget | None:
    """Return the widget that has the keyboard, or None."""
    holders = (widget for widget in FocusBehavior._keyboards.values() if widget)  # noqa: SLF001 - no other way
    return next((widget for widget in holders if widget.get_root_window()), None)


def bare(modifiers: Iterable[str]) -> bool:
    """Return whether a key is pressed on its own; Num Lock and Caps Lock change nothing."""
    return not {"ctrl", "alt", "meta", "shift"} & set(modifiers)


def _seen(widget: Widget) -> Iterator[Widget]:
    """Yield `widget` and what is below it in reading order, leaving out what is hidden."""
    # The window itself, which is neither, may be where it starts.
    if getattr(widget, "opacity", 1) == 0 or getattr(widget, "disabled", False):
        return
    yield widget
    for child in reversed(widget.children):
        yield from _seen(child)


def holds(outer: Widget, inner: Widget | None) -> bool:
    """Return whether `inner` is `outer` or lies in it."""
    while inner is not None and inner is not outer:
        inner = inner.parent if inner.parent is not inner else None
    return inner is outer


def stops(inside: Widget) -> list[Widget]:
    """Return what the keyboard can reach inside a widget, in reading order."""
    return [
        widget
        for widget in _seen(inside)
        if isinstance(widget, FocusBehavior) and widget.is_focusable
    ]


def move(steps: int, *, start: Widget | None = None) -> None:
    """Give the keyboard to the next (1) or the one before (-1), round and round."""
    widget = scope() or (start.get_root_window() if start else None)
    found = stops(widget) if widget else []
    if not found:
        return
    used_keyboard(True)
    if start in found:
        follower = found[(found.index(start) + steps) % len(found)]
    else:
        follower = found[0 if steps > 0 else -1]
    take(follower)


def take(widget: Widget) -> None:
    """Give the keyboard to `widget` and scroll to it."""
    widget.focus = True
    if moved is not None:
        moved(widget)
    above = widget.parent
    while above is not None and above is not above.parent:
        if isinstance(above, ScrollView):
            bring(above, widget)
        above = above.parent


def bring(view: ScrollView, widget: Widget) -> None:
    """Scroll to `widget`, which lies in `view`."""
    # What fits has nowhere to scroll to, and kivy would push it out of its place.
    if view.children[0].height > view.height:
        view.scroll_to(widget, padding=16, animate=False)


def scroll(name: str, start: Widget) -> bool:
    """Scroll what `start` lies in, else the largest thing in sight that scrolls; tell if any did.

    `name` is one of `paging.KEYS`.
    """
    above = start.parent
    while above is not None and above is not above.parent:
        if paging.scrolls(above):
            paging.scroll(name, above)
            return True
        above = above.parent
    found = [each for each in _seen(scope() or start.get_root_window()) if paging.scrolls(each)]
    if found:
        paging.scroll(name, max(found, key=lambda each: each.width * each.height))
    return bool(found)


class Focusable(FocusBehavior):
    """Takes the keyboard; Tab and Shift+Tab move it on, Enter and Space call `activate`.

    The keys of `paging` scroll what it lies in, where it does not use them itself.
    """

    activated_by: tuple[str, ...] = ("enter", "numpadenter", "spacebar")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fbind("focus", self._on_focus_changed)

    def activate(self) -> None:
        """Do what a tap does."""

    def show_focus(self) -> None:
        """Draw or remove what shows that the keyboard is here."""

    def rings(self) -> bool:
        """Return whether a ring is to be drawn now."""
        return bool(self.focus) and by_keyboard()

    def keyboard_on_key_down(
        self, _window: Any, keycode: tuple[int, str], _text: str, modifiers: list[str]
    ) -> bool:
        """Move the keyboard on with Tab, activate with Enter and Space."""
        held = set(modifiers) & {"ctrl", "alt", "meta"}
        if keycode[1] == "tab" and not held:
            move(-1 if "shift" in modifiers else 1, start=self)
            return True
        if keycode[1] in self.activated_by and not held:
            used_keyboard(True)
            self.activate()
            return True
        if keycode[1] in paging.KEYS and bare(modifiers):
            return scroll(keycode[1], self)
        return False

    def keyboard_on_key_up(self, _window: Any, _keycode: tuple[int, str]) -> bool:
        """Leave Esc to the shell, which closes what is open."""
        return False

    def _on_focus_changed(self, *_args: Any) -> None:
        self.show_focus()
