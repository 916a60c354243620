"""The graphical program: what is built, and in which order it starts and stops."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from twitchlog import __version__, paths, translation
from twitchlog.background import Lanes, calculate_in_one_thread
from twitchlog.clock import SystemClock
from twitchlog.diary import address
from twitchlog.diary.door import Door
from twitchlog.domain.errors import TwitchLogError
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the diary in a window until it is closed; return the exit code of the process."""
    calculate_in_one_thread()
    translation.activate()
    options = _options(arguments)
    if not _screen_there():
        print(  # noqa: T201 - this is what a person in a terminal reads
            _(
                "TwitchLog needs a screen, and none was found: start it in a desktop session, or "
                "use the command line instead (try: {command} --help)."
            ).format(command=_command_line()),
            file=sys.stderr,
        )
        return 1
    with paths.private_files():
        try:
            door = Door(address.named(options.diary), SystemClock())
            door.take()
        except TwitchLogError as problem:
            print(problem.sentence, file=sys.stderr)  # noqa: T201 - for a terminal
            return problem.exit_code
        try:
            return _run(door, options)
        finally:
            door.release()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="twitchlog-app", description=_("A private diary for muscle twitches.")
    )
    parser.add_argument(
        "--diary",
        metavar="PATH",
        help=_("open this diary instead of your own: a file, or an address on a server"),
    )
    parser.add_argument("--version", action="version", version=f"TwitchLog {__version__}")
    # For measuring and for driving the program from outside; not meant for people.
    parser.add_argument("--first-frame", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--ui-map", metavar="PATH", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _screen_there() -> bool:
    """Whether a window can be opened at all; only systems with X11 or Wayland can lack one."""
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _command_line() -> str:
    """Return how the command line is called from here: by its name, or where it was installed."""
    beside = Path(sys.executable).with_name("twitchlog")
    return str(beside) if beside.exists() and not shutil.which("twitchlog") else "twitchlog"


def _run(door: Door, options: argparse.Namespace) -> int:
    _prepare_kivy()
    from kivy.clock import Clock as Frames

    lanes = Lanes(
        post=lambda call: Frames.schedule_once(lambda _seconds: call()),
        unhandled=_raise,
    )
    from twitchlog.ui.program import Program

    program = Program(
        door=door,
        lanes=lanes,
        ui_map=options.ui_map,
        stop_at_first_frame=options.first_frame,
    )
    # A session that ends asks with SIGTERM, a terminal with Ctrl+C: close as the window is closed.
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda _number, _frame: program.stop())
    try:
        program.run()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what does not end can still be broken off
        program.close_diary()
        lanes.close()
    return program.exit_code


def _raise(problem: Exception) -> None:
    raise problem


def _prepare_kivy() -> None:
    """Set kivy up before it is imported: its own folder, no log files, no arguments of its own."""
    home = paths.data_folder() / "window"
    for name, value in {
        "KIVY_HOME": str(home),
        "KIVY_NO_ARGS": "1",
        "KIVY_NO_FILELOG": "1",
        "KIVY_NO_CONSOLELOG": "1",
        # Else kivy takes stderr over, and what the program says there is lost.
        "KIVY_LOG_MODE": "PYTHON",
    }.items():
        os.environ.setdefault(name, value)
    # What kivy logs concerns nobody, and a log must never hold what a person wrote.
    logging.getLogger("kivy").addHandler(logging.NullHandler())
    try:
        paths.make_private(home)
        paths.close_to_others(home.parent)
    except OSError:
        os.environ["KIVY_NO_CONFIG"] = "1"
    from kivy.config import Config

    # Its icons it copies with the rights they have where they come from.
    for each in home.rglob("*"):
        paths.close_to_others(each)
    Config.set("kivy", "exit_on_escape", 0)
    Config.set("kivy", "window_icon", str(paths.asset("icons/twitchlog.png")))
    Config.set("graphics", "width", 412)
    Config.set("graphics", "height", 892)
    Config.set("graphics", "minimum_width", 360)
    Config.set("graphics", "minimum_height", 560)
    Config.set("input", "mouse", "mouse,disable_multitouch")
