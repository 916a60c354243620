"""How long the body takes to be there: the sheet with the map, the large map, one part of it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from bench import diaries
from bench.figure import Figure, in_turns
from bench.figures import TODAY
from support.inside import Inside
from twitchlog.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LIMIT_MS: Final = 150.0


def opening(folder: Path, *, runs: int) -> Iterator[Figure]:
    """From the tap to the first frame with the map on it, in the running program's window."""
    diary = folder / "usual.sqlite"
    diaries.write(diary, days=90, entries=450, last=TODAY)

    def first_ms() -> float:
        with Inside(diary, clock=SystemClock()) as program:
            program.program._ways.logging.prepare()
            program.settle()
            return _until_drawn(lambda: _release(program, "fab"))

    with Inside(diary, clock=SystemClock()) as program:

        def sheet_ms() -> float:
            taken = _until_drawn(lambda: _release(program, "fab"))
            program.settle()
            while program.shell.close_top():
                program.settle()
            return taken

        sheet = in_turns(runs, sheet_ms)[0]
        program.tap("fab")

        def large_ms() -> float:
            taken = _until_drawn(lambda: _release(program, "sheet.body.larger"))
            program.settle()
            program.tap("back")
            return taken

        def inset_ms() -> float:
            figure = program.see("sheet.body")
            taken = _until_drawn(lambda: setattr(figure, "inset", "face"))
            figure.show_whole()
            program.settle()
            return taken

        large, inset = in_turns(runs, large_ms, inset_ms)
    first = in_turns(max(runs // 4, 1), first_ms)[0]
    for name, measured in (
        ("log sheet with the map, first time", first),
        ("log sheet with the map, again", sheet),
        ("large map", large),
        ("face, large", inset),
    ):
        yield Figure(name, measured, LIMIT_MS, 1.0, "ms", "set")


def _release(program: Inside, key: str) -> None:
    widget: Any = program.see(key)
    widget.dispatch("on_release")


def _until_drawn(act: Callable[[], None]) -> float:
    """Return the milliseconds from an act to the end of the frame that shows what it did."""
    from support import window

    started = time.perf_counter()
    act()
    window.pump(frames=1)
    return (time.perf_counter() - started) * 1e3
