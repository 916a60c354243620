"""The charts of Patterns on ten years: what is read, told and drawn, one by one from the catalogue.

A picture is drawn as it stands on a phone's screen, and held against an empty matplotlib figure.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from bench import years
from bench.figure import Figure, in_turns
from bench.programs import Programs
from twitchlog.diary import Diary
from twitchlog.domain.period import Period, Span
from twitchlog.reports.charts.catalogue import BY_KIND, CHARTS
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.spec import Spec

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from twitchlog.reports.charts.chart import Chart
    from twitchlog.reports.charts.spec import Words

    Kept = Callable[[int], Path]

WIDTH_DP: Final = 348.0
"""As wide as a card leaves a picture in a window of 412 dp."""
SCALE: Final = 2.0
QUERY_MS: Final = {36_500: 100.0, 1_000_000: 1500.0}
LINEAR: Final = 1.25
"""So much of linear growth is still taken for linear: a larger table leaves a processor's cache."""
TELL_MS: Final = 300.0
TIMES_EMPTY: Final = 2.0
TIMES_FASTER: Final = 3.0
FRAME_MS: Final = 100.0
TIMES_AT_REST: Final = 1.6
_DPI: Final = 72 * SCALE
_MAKING: Final = (
    sys.executable,
    "-c",
    "import sys; sys.path.insert(0, 'tests'); from bench.making import main; main(*sys.argv[1:])",
)


@dataclass(frozen=True, slots=True)
class Long:
    """A diary of ten years, open, with what the charts are asked for: all of it."""

    diary: Diary
    path: Path
    entries: int
    ask: Ask

    def told(self, chart: Chart[Any]) -> Words:
        """Return what a chart tells of all of it."""
        return chart.tell(chart.read(self.diary, self.ask), self.ask)


@contextmanager
def opened(path: Path, entries: int) -> Iterator[Long]:
    """Give a diary that is only looked at."""
    with Diary.open(path, clock=years.clock()) as diary:
        today, starts = years.LAST, diary.days.first_logged()
        period = Span.ALL.period(today=today, diary_starts=starts)
        yield Long(diary, path, entries, Ask(period, today, starts))
        diary.changed = False


def numbers(
    _folder: Path, *, runs: int, sizes: Sequence[int] = years.SIZES, kept: Kept = years.kept
) -> Iterator[Figure]:
    """What each chart takes to be read and to be told, and how reading grows with the entries."""
    first: dict[str, float] = {}
    for entries in sizes:
        with opened(kept(entries), entries) as long:
            for chart in CHARTS:
                few = runs if entries == sizes[0] else max(runs // 3, 1)
                yield from _numbers(long, chart, runs=few, first=first)


def _numbers(
    long: Long, chart: Chart[Any], *, runs: int, first: dict[str, float]
) -> Iterator[Figure]:
    found = chart.read(long.diary, long.ask)
    read_ms, tell_ms = in_turns(
        runs,
        _timed(lambda: chart.read(long.diary, long.ask)),
        _timed(lambda: chart.tell(found, long.ask)),
    )
    name = f"{chart.kind}, read at {long.entries:,}"
    set_ms = QUERY_MS.get(long.entries)
    if set_ms is not None:
        yield Figure(name, read_ms, set_ms, 1.0, "ms", "set")
    else:
        before = min(QUERY_MS)
        yield Figure(
            name, read_ms, first.get(chart.kind, read_ms), LINEAR * long.entries / before, "ms",
            f"at {before:,} entries",
        )  # fmt: skip
    first.setdefault(chart.kind, read_ms)
    yield Figure(f"{chart.kind}, told at {long.entries:,}", tell_ms, TELL_MS, 1.0, "ms", "set")


def pictures(
    _folder: Path, *, runs: int, entries: int = years.SIZES[0], kept: Kept = years.kept
) -> Iterator[Figure]:
    """What each picture takes to be drawn, against an empty figure of the same size.

    The empty figure has one empty axes, as `Figure().subplots()` makes it. A wholly blank one has
    none: it stands beside them, for it shows what the pixels alone cost.
    """
    from twitchlog.reports.charts.picture import to_rgba

    with opened(kept(entries), entries) as long:
        told = {chart.kind: long.told(chart) for chart in CHARTS}
    sizes = {}
    for kind, spec in told.items():
        if not isinstance(spec, Spec):
            print(f"No picture of {kind}: {spec.headline}.", file=sys.stderr)
            continue
        width, height = size = sizes[kind] = _pixels(spec)
        empty_ms, ours_ms = in_turns(
            runs,
            _timed(lambda size=size: _empty(*size)),
            _timed(
                lambda spec=spec, width=width, height=height: to_rgba(
                    spec, width_px=width, height_px=height, scale=SCALE, dark=False
                )
            ),
        )
        yield Figure(
            f"{kind}, picture", ours_ms, empty_ms, TIMES_EMPTY, "ms", "figure with one empty axes"
        )
    size = max(sizes.values())
    axes_ms, blank_ms = in_turns(
        runs, _timed(lambda: _empty(*size)), _timed(lambda: _empty(*size, axes=False))
    )
    yield Figure(
        "a wholly blank figure", blank_ms, axes_ms, 1.0, "ms", "figure with one empty axes"
    )


def beside_pandas(
    _folder: Path,
    *,
    runs: int,
    sizes: Sequence[int] = (years.SIZES[0], years.SIZES[-1]),
    kept: Kept = years.kept,
) -> Iterator[Figure]:
    """The daily chart of ten years and of 90 days, from the file to pixels, ours and pandas'.

    Both read the day of every entry and check-in, leave a gap where a day was not logged, and draw
    a sheet of the same size. That of pandas is the least it can be: a line through the counts, in
    the style it comes with. Ours has a bar a day, and for ten years one a month. What both import
    is imported before.
    """
    for entries in sizes:
        with opened(kept(entries), entries) as long:
            few = runs if entries == sizes[0] else max(runs // 3, 1)
            months = replace(long.ask, period=Period.ending(years.LAST, days=90))
            for name, each in (
                ("ten years", long),
                ("90 days", replace(long, ask=months)),
            ):
                theirs_ms, ours_ms = _both(each, runs=few)
                yield Figure(
                    f"daily chart of {name} at {entries:,}, from file to pixels",
                    ours_ms, theirs_ms, 1 / TIMES_FASTER, "ms", "pandas",
                )  # fmt: skip


def _both(long: Long, *, runs: int) -> list[float]:
    """Return the milliseconds that pandas takes, and ours."""
    from twitchlog.reports.charts.picture import to_rgba

    chart = BY_KIND["timeline"]
    spec = long.told(chart)
    assert isinstance(spec, Spec)
    width, height = _pixels(spec)

    def ours() -> None:
        told: Any = long.told(chart)
        to_rgba(told, width_px=width, height_px=height, scale=SCALE, dark=False)

    def theirs() -> None:
        _by_pandas(long, width, height)

    theirs()
    gc.freeze()  # as the program does with what it imported
    return in_turns(runs, _timed(theirs), _timed(ours))


def frames(
    folder: Path,
    *,
    runs: int,
    entries: int = years.SIZES[0],
    kept: Kept = years.kept,
    kinds: Collection[str] = tuple(BY_KIND),
) -> Iterator[Figure]:
    """The longest gap between two frames while a chart is made in the running program.

    Each chart is made by a program of its own: first with the import of matplotlib, then again,
    `runs` times.
    """
    programs, diary = Programs(folder), kept(entries)
    for kind in kinds:
        found = programs.answer([*_MAKING, str(diary), kind, str(runs)])
        for when in ("first", "again"):
            name = f"{kind}, longest frame gap, {when}"
            yield Figure(name, found[when], FRAME_MS, 1.0, "ms", "set")


def memory(
    folder: Path,
    *,
    runs: int,  # the same arguments as its neighbours
    entries: int = years.SIZES[-1],
    kept: Kept = years.kept,
) -> Iterator[Figure]:
    """The most memory the program holds until all charts were made, and the gaps of its screen."""
    diary = kept(entries)
    found = Programs(folder).answer([*_MAKING, str(diary)])
    for when in ("first", "again"):
        name = f"Patterns opened at {entries:,}, longest frame gap, {when}"
        yield Figure(name, found[when], FRAME_MS, 1.0, "ms", "set")
    yield Figure(
        f"memory, all charts at {entries:,}", found["peak_mb"], found["rest_mb"], TIMES_AT_REST,
        "MB", "the same program at rest",
    )  # fmt: skip


def charts(folder: Path, *, runs: int) -> Iterator[Figure]:
    """Everything about the charts of Patterns."""
    for measure in (numbers, pictures, beside_pandas, frames, memory):
        yield from measure(folder, runs=runs)


def _by_pandas(long: Long, width: int, height: int) -> None:
    import pandas as pd
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Drawn

    days = (str(long.ask.period.first), str(long.ask.period.last))
    asked = "SELECT local_day FROM {} WHERE local_day BETWEEN ? AND ?"
    with closing(sqlite3.connect(long.path)) as file:
        twitches, checkins = (
            pd.read_sql(asked.format(table), file, params=days, parse_dates=["local_day"])
            for table in ("twitches", "checkins")
        )
    daily = twitches.set_index("local_day").resample("D").size()
    logged = daily.index.isin(checkins["local_day"])
    daily = daily.where((daily > 0) | logged)
    figure = Drawn(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    canvas = FigureCanvasAgg(figure)
    daily.plot(ax=figure.subplots())
    canvas.draw()
    bytes(canvas.buffer_rgba())


def _empty(width: int, height: int, *, axes: bool = True) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Drawn

    figure = Drawn(figsize=(width / _DPI, height / _DPI), dpi=_DPI)
    canvas = FigureCanvasAgg(figure)
    if axes:
        figure.subplots()
    canvas.draw()
    bytes(canvas.buffer_rgba())


def _pixels(spec: Spec) -> tuple[int, int]:
    return round(WIDTH_DP * SCALE), round(spec.height(WIDTH_DP) * SCALE)


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    """Return what does the work and answers with the milliseconds it took."""

    def measured() -> float:
        started = time.perf_counter()
        work()
        return (time.perf_counter() - started) * 1e3

    return measured
