"""The program as a process on the hidden screen, driven by a real mouse and keyboard.

The program is asked (`--ui-map PATH`) to keep a list of the keyed widgets it shows; that list says
where to click and what stands there. It holds `window`, `[width, height]`, `typing`, and `widgets`,
each with `key`, `text`, `x`, `y`, `w`, `h` in pixels of the window, `y` from its top; `looks` says
how often the program has looked.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from support import screen as screens

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SETTLED_LOOKS: Final = 4  # the program looks ten times a second, and on a busy machine less often
WAIT_S: Final = 60.0  # it only bounds a failure
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Seen:
    """A widget as the program shows it, in window pixels from the top left."""

    key: str
    text: str
    x: float
    y: float
    w: float
    h: float

    @property
    def middle(self) -> tuple[int, int]:
        return round(self.x + self.w / 2), round(self.y + self.h / 2)


class Program:
    """One run of `main.py`; `home` keeps everything it writes, so that a second run finds it."""

    def __init__(
        self, screen: screens.Screen, home: Path, *, diary: Path, main: Path | None = None
    ):
        self.screen, self.home, self.diary = screen, home, diary
        self._main = main or ROOT / "main.py"
        self._map = home / "ui-map.json"
        self._log = home / "output.txt"
        self._process: subprocess.Popen[bytes] | None = None
        self._window = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self, *arguments: str, timeout: float = WAIT_S) -> Self:
        """Start the program and wait until its window shows its first screen."""
        self.home.mkdir(parents=True, exist_ok=True)
        self._map.unlink(missing_ok=True)
        surroundings = os.environ | screens.own_home(self.home) | self.screen.surroundings
        # its own arguments are what is tested, and what it says belongs in the log
        for quiet in ("KIVY_NO_ARGS", "KIVY_NO_CONSOLELOG", "TWITCHLOG_DIARY"):
            surroundings.pop(quiet, None)
        command = [sys.executable, self._main, "--diary", self.diary, "--ui-map", self._map]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *arguments], env=surroundings, stdout=log, stderr=log, cwd=self.home
            )
        self._until(self._shows_something, "a screen is shown", timeout=timeout)
        self._window = self._until(self._find_window, "the window is there", timeout=timeout)
        self._xdotool("windowfocus", self._window)
        return self

    def close(self, *, by: int = signal.SIGTERM, timeout: float = WAIT_S) -> int:
        """Ask the program to end, as a closed session does or Ctrl+C; return its exit code."""
        assert self._process is not None
        self._process.send_signal(by)
        return self._process.wait(timeout)

    def kill(self) -> None:
        """End the program at once (SIGKILL): nothing of it can tidy up."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(WAIT_S)
            self._process = None

    @property
    def output(self) -> str:
        """What the program has written to its terminal so far, over all its runs."""
        return self._log.read_text(errors="replace") if self._log.exists() else ""

    def shown(self) -> list[Seen]:
        """Return the keyed widgets on the screen now, in the order they are drawn."""
        found = self._looked()["widgets"]
        names = Seen.__dataclass_fields__
        return [Seen(**{name: widget[name] for name in names}) for widget in found]

    def size(self) -> tuple[int, int]:
        """Return the window's width and height."""
        width, height = self._looked()["window"]
        return int(width), int(height)

    def where(self, key: str) -> Seen | None:
        """Return the widget called `key`, or None while it is not shown."""
        return next((widget for widget in self.shown() if widget.key == key), None)

    def all(self, prefix: str) -> list[Seen]:
        """Return the widgets whose key starts with `prefix`."""
        return [widget for widget in self.shown() if widget.key.startswith(prefix)]

    def wait_for(self, key: str, *, timeout: float = WAIT_S) -> Seen:
        """Wait until the widget called `key` is shown, and return it."""
        return self._until(lambda: self.where(key), f"{key!r} is shown", timeout=timeout)

    def wait_for_text(self, text: str, *, timeout: float = WAIT_S) -> Seen:
        """Wait until a widget whose words hold `text` is shown, and return it."""
        return self._until(lambda: self._saying(text), f"{text!r} is shown", timeout=timeout)

    def wait_until(self, condition: Callable[[], T], what: str, *, timeout: float = WAIT_S) -> T:
        """Wait until a condition of the test's own holds, and return its answer."""
        return self._until(condition, what, timeout=timeout)

    def tap(self, key: str, *, timeout: float = WAIT_S) -> None:
        """Click the widget called `key` in its middle, once it stands still."""
        self.click(*self._settled(key, timeout=timeout).middle)

    def click(self, x: int, y: int) -> None:
        """Click at a point of the window."""
        self._xdotool("mousemove", "--window", self._window, str(x), str(y))
        # a press as long as a finger makes it: shorter than a frame, and it can be lost
        self._xdotool("mousedown", "1", "sleep", "0.06", "mouseup", "1")

    def scroll(self, key: str, *, down: bool = True, steps: int = 3) -> None:
        """Turn the mouse wheel over the widget called `key`."""
        x, y = self._settled(key).middle
        self._xdotool("mousemove", "--window", self._window, str(x), str(y))
        self._xdotool("click", "--repeat", str(steps), "5" if down else "4")

    def type(self, text: str) -> None:
        """Type a text into the field that has the focus, on an American keyboard."""
        assert text.isascii(), "the hidden screen's keyboard has no such keys"
        self._until(lambda: self._looked()["typing"], "a field takes what is typed", timeout=WAIT_S)
        self._xdotool("type", "--delay", "25", "--", text)

    def key(self, *names: str) -> None:
        """Press keys by their X names, such as `Return`, `Escape`, `ctrl+z`."""
        self._xdotool("key", "--delay", "50", "--", *names)

    def screenshot(self, path: Path) -> Path:
        """Save a picture of the window, taken from the screen itself."""
        from PIL import ImageGrab

        where = self._xdotool("getwindowgeometry", "--shell", self._window)
        place = dict(line.split("=", 1) for line in where.splitlines() if "=" in line)
        left, top = int(place["X"]), int(place["Y"])
        right, bottom = left + int(place["WIDTH"]), top + int(place["HEIGHT"])
        picture = ImageGrab.grab(xdisplay=self.screen.display)
        picture.crop((left, top, right, bottom)).save(path)
        return path

    def _settled(self, key: str, *, timeout: float = WAIT_S) -> Seen:
        """Wait until the widget has stood at one place for several looks of the program."""
        place: Seen | None = None
        since = 0

        def still() -> Seen | None:
            nonlocal place, since
            looks = self._looked()["looks"]
            found = self.where(key)
            moved = found is None or place is None or _box(found) != _box(place)
            place, since = found, looks if moved else since
            return found if looks - since >= SETTLED_LOOKS else None

        return self._until(still, f"{key!r} stands still", timeout=timeout)

    def _looked(self) -> dict[str, Any]:
        """Return what the program saw of itself last."""
        # it puts a finished list in place of the old one, so it is never half a list
        seen: dict[str, Any] = json.loads(self._map.read_text(encoding="utf-8"))
        return seen

    def _shows_something(self) -> bool:
        return self._map.exists() and any(seen.key for seen in self.shown())

    def _saying(self, text: str) -> Seen | None:
        return next((widget for widget in self.shown() if text in widget.text), None)

    def _find_window(self) -> str:
        assert self._process is not None
        found = self._xdotool(
            "search", "--onlyvisible", "--pid", str(self._process.pid), check=False
        )
        return found.split()[-1] if found else ""

    def _until(self, condition: Callable[[], Any], what: str, *, timeout: float) -> Any:
        """Look again and again, for as long as the program runs; fail with what it said."""
        assert self._process is not None, "the program was not started"
        end = time.monotonic() + timeout
        while not (answer := condition()):
            try:
                code = self._process.wait(0.05)
            except subprocess.TimeoutExpired:
                code = None
            assert code is None, f"the program ended with {code}:\n{self.output[-3000:]}"
            assert time.monotonic() < end, f"waited {timeout:g} s until {what}; {self._view()}"
        return answer

    def _view(self) -> str:
        if not self._map.exists():
            return f"nothing is shown:\n{self.output[-3000:]}"
        return "shown: " + ", ".join(f"{seen.key} {seen.text!r}" for seen in self.shown())

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        answer = subprocess.run(
            ["xdotool", *arguments],
            env=os.environ | self.screen.surroundings,
            check=check,
            capture_output=True,
            text=True,
            timeout=WAIT_S,
        )
        return answer.stdout.strip()


def _box(seen: Seen) -> tuple[float, float, float, float]:
    return seen.x, seen.y, seen.w, seen.h
