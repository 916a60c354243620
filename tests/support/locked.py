"""A diary with a password, and what its window says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.diary import Diary
from twitchlog.diary.sealed import keys, sidecar

if TYPE_CHECKING:
    from pathlib import Path

    from support.inside import Inside
    from twitchlog.clock import Clock

RIGHT: Final = "four plain words here"
KEY: Final = keys.derive(RIGHT, b"a salt of tests.")
MARK: Final = "Zwiebelturm"
"""A word of the diary that no part of the program says by itself."""
_SAYING: Final = ("text", "title", "second", "time", "label", "helper", "error", "hint", "tooltip")


def sealed(path: Path, clock: Clock) -> Path:
    """Make a diary with that password, and one twitch whose note is the marked word."""
    with Diary.open(path, clock=clock, key=KEY) as diary:
        diary.twitches.log(["calf-left"], note=MARK)
    sidecar.write(path, KEY)
    return path


def unlock(program: Inside, password: str = RIGHT) -> None:
    """Type a password and press the button."""
    program.settle()
    field = program.see("lock.password")
    assert field is not None
    field.text = password
    program.tap("lock.unlock")


def of_the_diary() -> list[str]:
    """Return what the widgets of the window, seen or not, say of the diary's own."""
    from kivy.core.window import Window

    said = [
        str(getattr(widget, name))
        for child in Window.children
        for widget in child.walk()
        for name in _SAYING
        if getattr(widget, name, "")
    ]
    return [each for each in said if MARK in each or "calf" in each.lower()]


def picture(program: Inside, path: Path) -> bytes:
    """Return what the lock screen looks like while its cursor stands still."""
    program.settle()
    field = program.see("lock.password")
    assert field is not None
    field.input.cursor_blink = False
    program.settle()
    return program.picture(path).read_bytes()
