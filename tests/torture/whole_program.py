"""The program as it is started, led through its screens; each address it asks for is noted.

A process of its own: `python -m torture.whole_program PLAN`, a JSON file with `diary`, `network`
(where attempts are written), `told` (where what was seen is written), `screens` and `umask`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, Final

_ASKS: Final = {
    "socket.connect": 1,
    "socket.bind": 1,
    "socket.sendto": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "urllib.Request": 0,
}
"""The events of the interpreter that name an address, and which of their arguments it is."""


def main(plan: dict[str, Any]) -> int:
    """Start the program, see all the screens that the plan names, and close it."""
    _watch(plan["network"])
    os.umask(plan["umask"])
    from twitchlog import app

    titles: set[str] = set()
    seen: list[str] = []
    prepared = app._prepare_kivy

    def prepare() -> None:
        prepared()
        from kivy.app import App
        from kivy.config import Config

        Config.set("graphics", "multisamples", "0")
        Config.set("graphics", "maxfps", "1000")
        App.run = lambda program: _journey(program, plan["screens"], titles, seen)

    app._prepare_kivy = prepare
    code = app.main(["--diary", plan["diary"]])
    Path(plan["told"]).write_text(json.dumps({"titles": sorted(titles), "seen": seen}), "utf-8")
    return code


def _watch(log: str) -> None:
    """Write down every address that Python code asks for; sockets of the system have none."""

    def heard(event: str, details: tuple[Any, ...]) -> None:
        if event in _ASKS and not isinstance(details[_ASKS[event]], str | bytes):
            _tell(log, f"{event} {details[_ASKS[event]]!r}")
        elif event in {"socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
            _tell(log, f"{event} {details[0]!r}")

    sys.addaudithook(heard)


def _tell(log: str, line: str) -> None:
    with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123 - as little as can be in a hook
        file.write(f"{line}\n")


def _journey(program: Any, screens: list[str], titles: set[str], seen: list[str]) -> None:
    from kivy.core.window import Window

    from support.inside import Inside
    from tools.shots import SCREENS, _scroll, _step

    program._run_prepare()
    inside = object.__new__(Inside)
    inside.window, inside.program, inside._lanes = Window, program, program.lanes
    inside._problem = None
    inside.settle()
    for name in screens:
        if all(_step(inside, step) for step in SCREENS[name]):
            seen.append(name)
        titles.add(str(Window.title))
        while inside.shell.close_top():
            inside.settle()
        _scroll(inside, to=1.0)
    for key in ("tab:today", "today.tile.*", "tab:visit", "visit.save"):
        inside.touch(inside.see(key))
        titles.add(str(Window.title))
    inside.diary.backups.make()
    program.dispatch("on_stop")


if __name__ == "__main__":
    sys.exit(main(json.loads(Path(sys.argv[1]).read_text("utf-8"))))
