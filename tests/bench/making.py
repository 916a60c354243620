"""Make charts in the running program, frame by frame, and say how long its window stood still.

`python -m bench.making DIARY KIND RUNS` makes one chart: once as the first thing that is drawn, so
with the import of matplotlib, then again. Without a kind it opens the whole screen, then
makes every chart, and says what memory that took. It prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench import years
from support.inside import Inside

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.patterns import PatternsPage
    from twitchlog.reports.charts.spec import Words

FRAMES_A_SECOND: Final = 60
WIDTH_DP: Final = 348
_REST_FRAMES: Final = 30
_SETTLED_S: Final = 3.0
"""So long after its start the program makes things ready that are not wanted yet."""
_LONGEST_S: Final = 60.0
_MB: Final = 1e6


class Frames:
    """Frames drawn one after the other as the program's own loop does, at most 60 a second.

    Something changes in each, so that each is drawn; `longest_ms` is the most between two.
    """

    def __init__(self, program: Inside) -> None:
        from kivy.base import EventLoop
        from kivy.clock import Clock

        Clock._max_fps = FRAMES_A_SECOND
        self._loop, self.window = EventLoop, program.window
        self._last = time.perf_counter()
        self.longest_ms = 0.0
        self.window.bind(on_flip=self._flipped)

    def _flipped(self, _window: Any) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1e3)
        self._last = now

    def run(self, until: Callable[[], bool], *, more: int = 3) -> float:
        """Draw until it is so and a few frames more; return the longest gap between two frames."""
        self._last, self.longest_ms = time.perf_counter(), 0.0
        end = self._last + _LONGEST_S
        left = more
        while left:
            assert time.perf_counter() < end, "the chart does not come"
            self.window.canvas.ask_update()
            self._loop.idle()
            self.window.mainloop()
            left = left - 1 if until() else more
        return self.longest_ms

    def wait(self, seconds: float) -> None:
        """Draw for so long."""
        end = time.perf_counter() + seconds
        self.run(lambda: time.perf_counter() > end)


class Maker:
    """Asks for a chart as the screen does, and holds the picture that it becomes."""

    def __init__(self, program: Inside, frames: Frames) -> None:
        self._frames = frames
        self._page: PatternsPage | None = None
        self._told: Words | None = None
        self._picture: Any = None
        self._services: Any = program.program._services
        self._presenter: Any = None

    def make(self, kind: str) -> float:
        """Have a chart made; return the longest gap between two frames meanwhile."""
        from twitchlog.presenters.patterns import PatternsPresenter

        # A presenter of its own each time: one keeps what a chart told.
        self._page = self._told = None
        self._presenter = PatternsPresenter(self._services, self)
        self._presenter.refresh()
        self._frames.run(lambda: self._page is not None)
        self._presenter.want([kind])
        longest = self._frames.run(self._made)
        if self._picture is not None:
            self._frames.window.remove_widget(self._picture)
            self._picture = None
        return longest

    def begin(self, page: PatternsPage) -> None:
        self._page = page

    def count(self, sentence: str) -> None:
        pass

    def show(self, _kind: str, told: Words) -> None:
        from twitchlog.reports.charts.spec import Spec
        from twitchlog.ui.widgets.chart import ChartPicture

        self._told = told
        if isinstance(told, Spec):
            self._picture = ChartPicture(
                self._presenter.draw, size_hint=(None, None), width=WIDTH_DP
            )
            self._frames.window.add_widget(self._picture)
            self._picture.show(told)

    def complain(self, sentence: str) -> None:
        raise AssertionError(sentence)

    def _made(self) -> bool:
        return self._told is not None and (self._picture is None or self._picture.drawn)


def one(program: Inside, kind: str, *, runs: int) -> dict[str, float]:
    """Make one chart first, then again so many times."""
    frames = Frames(program)
    frames.wait(_SETTLED_S)
    rest = frames.run(lambda: True, more=_REST_FRAMES)
    assert "matplotlib" not in sys.modules
    maker = Maker(program, frames)
    first = maker.make(kind)
    return {"rest": rest, "first": first, "again": max(maker.make(kind) for _ in range(runs))}


def whole(program: Inside) -> dict[str, float]:
    """Open the screen, then make every chart."""
    import psutil

    from twitchlog.reports.charts.catalogue import CHARTS

    frames = Frames(program)
    frames.wait(_SETTLED_S)
    process = psutil.Process()
    rest = peak = process.memory_info().rss

    def idle() -> bool:
        nonlocal peak
        peak = max(peak, process.memory_info().rss)
        return bool(program._lanes.idle)

    def open_patterns() -> float:
        program.shell.go("patterns")
        longest = frames.run(idle, more=_REST_FRAMES)
        program.shell.go("today")
        frames.run(idle, more=_REST_FRAMES)
        return longest

    first, again = open_patterns(), open_patterns()
    maker = Maker(program, frames)
    for chart in CHARTS:
        maker.make(chart.kind)
        idle()
    return {"first": first, "again": again, "rest_mb": rest / _MB, "peak_mb": peak / _MB}


def main(path: str, kind: str = "", runs: str = "1") -> None:
    """Measure, and print what was found."""
    with Inside(Path(path), clock=years.clock(), span="all") as program:
        print(json.dumps(one(program, kind, runs=int(runs)) if kind else whole(program)))


if __name__ == "__main__":
    main(*sys.argv[1:])
