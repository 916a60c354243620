"""A real window inside the test process: frames run when asked for, touches go through kivy."""

from __future__ import annotations

import functools
import os
import time
from typing import TYPE_CHECKING, Any, Final

from support import screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZE: Final = (412, 892)
HEARD: Final = (
    "mouse_pos",
    "on_cursor_leave",
    "on_flip",
    "on_key_down",
    "on_keyboard",
    "on_request_close",
    "size",
)
"""What the screens of a program hear from the window."""
STILL_FRAMES: Final = 3
SHORT_WAIT_S: Final = 0.45
"""A screen draws that long after the last of many changes; tooltips come later."""
WAIT_S: Final = 60.0
"""So long a condition may take, on a machine where much else goes on: it only bounds a failure."""
_AHEAD: Final = [0.0]
"""By how many seconds the clock that kivy goes by is ahead."""


@functools.cache
def the_window() -> Any:
    """Open the one window of this process on the hidden screen; must precede `import kivymd`."""
    os.environ.update(screen.hidden().surroundings)
    from kivy.config import Config

    for name, value in zip(("width", "height"), SIZE, strict=True):
        Config.set("graphics", name, str(value))
    Config.set("graphics", "multisamples", "0")
    Config.set("graphics", "maxfps", "1000")  # frames are run when asked for
    Config.set("kivy", "exit_on_escape", "0")
    for provider, _ in Config.items("input"):
        Config.remove_option("input", provider)

    from kivy.base import EventLoop

    EventLoop.ensure_window()
    EventLoop.start()
    _kivys_own(EventLoop.window)
    return EventLoop.window


@functools.cache
def quicken() -> None:
    """Let frames and the waits between them take no longer than tests need; asked for once."""
    _lead_the_clock()
    _spare_the_pixels()


def _spare_the_pixels() -> None:
    """Let a frame be drawn whole, but its colours only in one corner: no test looks at most frames.

    Filling in the pixels, which the processor does here, was more than a third of such a test.
    """
    from kivy.graphics import opengl as gl

    gl.glEnable(gl.GL_SCISSOR_TEST)
    gl.glScissor(0, 0, 1, 1)


def paint() -> None:
    """Draw what the window shows, with every pixel, for a picture or for reading one."""
    from kivy.base import EventLoop
    from kivy.graphics import opengl as gl

    spared = gl.glIsEnabled(gl.GL_SCISSOR_TEST)
    gl.glDisable(gl.GL_SCISSOR_TEST)
    EventLoop.window.dispatch("on_draw")
    if spared:
        gl.glEnable(gl.GL_SCISSOR_TEST)


def _lead_the_clock() -> None:
    """Let kivy's clock be as far ahead as `_AHEAD` says; it only ever goes forward."""
    from kivy.clock import Clock as Frames

    real = Frames.time
    Frames.time = lambda: real() + _AHEAD[0]


def clear(window: Any, *, size: tuple[int, int] = SIZE) -> None:
    """Take everything off the window and give it this size, that of a phone unless told.

    What was to come later goes too: a clock that ticks for a screen keeps it, to the last test. So
    does whatever hears the window: a page that was left open would take the keys of the next test.
    What is let go only later is not painted anew with each look of a program after it.
    """
    from kivy.base import EventLoop
    from kivy.clock import Clock as Frames

    from twitchlog.ui import theme

    for event in Frames.get_events():
        if event.timeout > 0:
            event.cancel()
    for child in list(window.children):
        window.remove_widget(child)
    for canvas in (window.canvas.before, window.canvas, window.canvas.after):
        canvas.clear()
    window.release_all_keyboards()
    EventLoop.touches.clear()
    _forget_listeners(window)
    theme._painted.clear()
    if tuple(window.size) != size:
        window.size = size
        pump(lambda: tuple(window.size) == size)


def _forget_listeners(window: Any) -> None:
    """Take what was bound to the window since it was opened off it again."""
    own = _kivys_own(window)
    for name, heard in _listeners(window):
        callback, _largs, _kwargs, weak, uid = heard
        if any(callback is one for one in own):
            continue
        if uid:
            window.unbind_uid(name, uid)
        elif (call := callback() if weak else callback) is not None:
            window.unbind(**{name: call})


@functools.cache
def _kivys_own(window: Any) -> tuple[Any, ...]:
    """Return what heard the window when it was opened, before there was any screen."""
    return tuple(heard[0] for _name, heard in _listeners(window))


def _listeners(window: Any) -> Iterator[tuple[str, Any]]:
    """Yield what hears the window, as kivy keeps it, with the name of what it hears."""
    for name in HEARD:
        for heard in window.get_property_observers(name, args=True):
            yield name, heard


def pump(
    until: Callable[[], object] | None = None, *, frames: int = 2, timeout: float = WAIT_S
) -> None:
    """Run `frames` frames, then more until the condition holds; fail after `timeout` seconds."""
    from kivy.base import EventLoop

    end = time.monotonic() + timeout
    for _ in range(frames):
        _frame(EventLoop)
    while until is not None and not until():
        assert time.monotonic() < end, f"not so within {timeout:g} s: {_words(until)}"
        _frame(EventLoop)


def rest(busy: Callable[[], bool] = lambda: False) -> None:
    """Run frames until nothing is under way and a few frames in a row changed nothing.

    What was put off for a short while comes without a wait, once nothing else is under way.
    """
    from kivy.base import EventLoop

    end = time.monotonic() + WAIT_S
    still = 0
    while still < STILL_FRAMES:
        assert time.monotonic() < end, "the window does not come to rest"
        pump(frames=1)
        under_way = EventLoop.window.canvas.needs_redraw or busy()
        waits = _waits()
        if not under_way and waits:
            _AHEAD[0] += min(waits)
        still = 0 if under_way or waits else still + 1


def _waits() -> list[float]:
    """Return in how many seconds each thing comes that was put off for a short while."""
    from kivy.clock import Clock as Frames

    now = Frames.time()
    return [
        max(0.0, it._last_dt + it.timeout - now)
        for it in Frames.get_events()
        if 0 < it.timeout <= SHORT_WAIT_S and not it.loop
    ]


def tap(widget: Any, *, at: tuple[float, float] = (0.5, 0.5), hold: int = 1) -> None:
    """Touch a widget, by default in its middle, for `hold` frames, and let go."""
    from kivy.base import EventLoop
    from kivy.tests.common import UnitTestTouch

    x, y = widget.to_window(widget.x + widget.width * at[0], widget.y + widget.height * at[1])
    window = EventLoop.window
    assert 0 <= x < window.width, f"{widget} lies beside the window, at {x:.0f}, {y:.0f}"
    assert 0 <= y < window.height, f"{widget} lies outside the window, at {x:.0f}, {y:.0f}"
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    pump(frames=hold)
    touch.touch_up()
    pump()


def press(key: int, text: str = "", modifiers: tuple[str, ...] = ()) -> None:
    """Press a key in the window; `key` is kivy's code, 13 for Enter, 27 for Escape, 9 for Tab."""
    from kivy.base import EventLoop

    window = EventLoop.window
    window.dispatch("on_key_down", key, 0, text or None, list(modifiers))
    window.dispatch("on_key_up", key, 0)
    pump()


def _frame(loop: Any) -> None:
    loop.idle()
    loop.window.mainloop()  # what the system says: a new size, the focus
    assert not loop.quit, "the window was closed"


def _words(condition: Callable[[], object]) -> str:
    """Say where the condition is written, since a lambda has no name."""
    code = getattr(condition, "__code__", None)
    return f"{code.co_filename}:{code.co_firstlineno}" if code else repr(condition)
