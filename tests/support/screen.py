"""A hidden screen for the tests that open a window, and the surroundings of such a window."""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SIZE: Final = "1400x1000x24"
NEEDED: Final = (
    "Tests with a window need a hidden screen: install xvfb (make system-packages), "
    "or leave them out with --ignore tests/ui --ignore tests/journeys"
)


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen a window can open on; `display` is empty where the system has its own."""

    display: str

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment variables that make a program draw here, the same way each time."""
        shown = {"DISPLAY": self.display, "SDL_VIDEODRIVER": "x11"} if self.display else {}
        return shown | {
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "SDL_AUDIODRIVER": "dummy",
            "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1",  # else a click just after the focus is lost
            "KIVY_METRICS_DENSITY": "1",
            "KIVY_METRICS_FONTSCALE": "1",
        }


@functools.cache
def hidden() -> Screen:
    """Start the hidden screen on a free display number, once; it ends with this process."""
    if not sys.platform.startswith("linux"):
        return Screen("")
    if not shutil.which("Xvfb"):
        raise RuntimeError(NEEDED)
    asks, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"],
        pass_fds=[tells],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(_end, server)
    os.close(tells)
    with os.fdopen(asks) as pipe:
        number = pipe.readline().strip()
    if not number:
        raise RuntimeError(f"The hidden screen did not start (Xvfb, code {server.wait()}).")
    return Screen(f":{number}")


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    server.wait(60)


def keep_to_itself() -> None:
    """Give this process a home of its own, so that no test can touch the user's diary.

    Must run before kivy is imported. matplotlib keeps its font list, which takes seconds to make.
    """
    home = Path(tempfile.mkdtemp(prefix="twitchlog-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ.setdefault("MPLCONFIGDIR", str(Path.home() / ".cache" / "matplotlib"))
    os.environ.pop("TWITCHLOG_DIARY", None)
    os.environ.update(own_home(home))


def own_home(home: Path) -> dict[str, str]:
    """Return the variables that make `home` the home folder of a program, and quieten kivy.

    It speaks English, whatever the machine speaks.
    """
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_DOCUMENTS_DIR": str(home / "Documents"),
        "KIVY_HOME": str(home / "kivy"),
        "KIVY_NO_ARGS": "1",
        "KIVY_LOG_MODE": "PYTHON",  # else kivy swallows what is written to stderr
        "KIVY_NO_CONSOLELOG": "1",
        "KIVY_NO_FILELOG": "1",
        "TWITCHLOG_LANG": "en",
    }
