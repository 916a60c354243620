"""Draw the calendar: small months in rows, or a strip of weeks a year where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from math import inf
from typing import TYPE_CHECKING, Any, Final

from matplotlib.lines import Line2D
from matplotlib.path import Path

from twitchlog.reports.charts import words
from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.sheet import SMALLEST_TEXT
from twitchlog.reports.charts.keys import KEY_ROW, RAMP, key_rows
from twitchlog.reports.charts.kinds import year as layout
from twitchlog.reports.charts.marks import Box
from twitchlog.reports.charts.spec import WIDE_FROM
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.period import Period
    from twitchlog.reports.charts.drawn.sheet import Ink, Sheet
    from twitchlog.reports.charts.kinds.year import YearDays

LABELS: Final = 12.0
GAP: Final = 2.0
EDGE: Final = 1.0
RING: Final = 0.62
RING_LINE: Final = 1.4
HATCH_LINE: Final = 1.2
_ROUND: Final = 0.3


@dataclass(frozen=True, slots=True)
class Cell:
    """A day and the middle of its cell in dp."""

    day: date
    x: float
    y: float


def draw_year(sheet: Sheet, spec: YearDays) -> None:
    """Draw the years, the newest on top, what is not drawn in words, and the key."""
    years = spec.shown(sheet.width)
    wide = sheet.width >= WIDE_FROM
    big = sheet.size(LABELS) / LABELS
    size = spec.strip(sheet.width, big) if wide else layout.grid_cell(sheet.width)
    top = sheet.height
    cells: list[Cell] = []
    for year in years:
        if len(spec.years) > 1:
            _title(sheet, year, y=top - layout.TITLE * big * 0.45)
            top -= layout.TITLE * big
        if wide:
            whole = year if len(spec.years) == 1 else layout.twelve_months(year.last)
            cells += _strip(sheet, year, start=whole.first, top=top, big=big, pitch=size)
            if year is years[0]:
                _weekdays(sheet, top=top - layout.NAMES * big, pitch=size)
            top -= layout.NAMES * big + 7 * size
        else:
            if year is years[0]:
                _letters(sheet, year, y=top - layout.LETTERS / 2)
                top -= layout.LETTERS
            cells += _months(sheet, year, top=top, big=big)
            top -= layout.grid_height(year, sheet.width, big)
        top -= layout.YEAR_GAP
    _draw_cells(sheet, spec, cells, size=size)
    rows = key_rows(spec.key(sheet.width), width=sheet.width, text_scale=big)
    foot = KEY_ROW * big * (len(rows) - 0.5)
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=foot - KEY_ROW * big * at)
    if len(years) < len(spec.years):
        sheet.text(
            0, foot + KEY_ROW * big, _("The years before are in the table."), size=LABELS,
            colour=sheet.ink.quiet, gid="more",
        )  # fmt: skip


def _title(sheet: Sheet, year: Period, *, y: float) -> None:
    first, last = words.month_of_year(year.first), words.month_of_year(year.last)
    named = first if first == last else _("{first} to {last}").format(first=first, last=last)
    sheet.text(0, y, named, size=LABELS, strong=True, gid="year")


def _months(sheet: Sheet, year: Period, *, top: float, big: float) -> list[Cell]:
    """Lay out the months of a year in rows; return their cells."""
    pitch = layout.grid_cell(sheet.width)
    step = layout.grid_step(sheet.width)
    rows = layout.rows_of(year, layout.across(sheet.width))
    cells: list[Cell] = []
    for row in rows:
        head = layout.NAMES * big
        for column, month in enumerate(row):
            left = column * step
            _name(sheet, month.first, x=left + GAP / 2, y=top - head * 0.5)
            for day in month:
                week = (month.first.weekday() + (day - month.first).days) // 7
                x = left + (day.weekday() + 0.5) * pitch
                cells.append(Cell(day, x, top - head - (week + 0.5) * pitch))
        top -= head + max(map(layout.weeks_of, row)) * pitch + layout.BELOW_MONTH
    return cells


def _strip(
    sheet: Sheet, year: Period, *, start: date, top: float, big: float, pitch: float
) -> list[Cell]:
    """Lay out a year as columns of weeks, that of `start` the first one; return its cells."""
    left, head = layout.WEEKDAYS * big, layout.NAMES * big
    monday = start - timedelta(days=start.weekday())
    cells = [
        Cell(
            day,
            left + ((day - monday).days // 7 + 0.5) * pitch,
            top - head - (day.weekday() + 0.5) * pitch,
        )
        for day in year
    ]
    for cell in cells:
        if cell.day.day == 1:
            _name(sheet, cell.day, x=cell.x - pitch / 2 + GAP / 2, y=top - head / 2)
    if year.first.day > 1:
        _name_the_rest(sheet, cells, y=top - head / 2)
    return cells


def _name_the_rest(sheet: Sheet, cells: list[Cell], *, y: float) -> None:
    """Name the month that is there from a later day on, where the next one leaves room for it."""
    first = cells[0]
    wide = sheet.measure(words.month(first.day), size=LABELS)
    following = next((cell.x for cell in cells if cell.day.day == 1), inf)
    if wide + GAP < following - first.x:
        _name(sheet, first.day, x=min(first.x, sheet.width - wide), y=y)


def _weekdays(sheet: Sheet, *, top: float, pitch: float) -> None:
    """Name every other row of the uppermost strip."""
    for number in (0, 2, 4):
        sheet.text(
            0, top - (number + 0.5) * pitch, words.weekday(number), size=LABELS,
            colour=sheet.ink.quiet, gid="weekday",
        )  # fmt: skip


def _name(sheet: Sheet, month: date, *, x: float, y: float) -> None:
    sheet.text(x, y, words.month(month), size=LABELS, colour=sheet.ink.quiet, gid="month")


def _letters(sheet: Sheet, year: Period, *, y: float) -> None:
    """Write the first letter of each weekday; they do not grow, the cells do not either."""
    size = SMALLEST_TEXT / sheet.ink.text_scale
    pitch = layout.grid_cell(sheet.width)
    months = len(layout.rows_of(year, layout.across(sheet.width))[0])
    for month, number in product(range(months), range(7)):
        left = month * layout.grid_step(sheet.width)
        sheet.text(
            left + (number + 0.5) * pitch, y, words.weekday(number)[0], size=size,
            colour=sheet.ink.quiet, across="center", gid="weekday",
        )  # fmt: skip


def _draw_cells(sheet: Sheet, spec: YearDays, cells: list[Cell], *, size: float) -> None:
    """Draw all cells of a kind as one artist, and let a tap on a cell mean its day."""
    kinds: dict[str, list[Cell]] = {}
    half = size / 2
    for cell in cells:
        if spec.first <= cell.day <= spec.last:
            row = (cell.day - spec.first).days
            kinds.setdefault(_kind(spec.counts[row]), []).append(cell)
            sheet.marks.append(Box(row, cell.x - half, cell.y - half, cell.x + half, cell.y + half))
    for kind, found in kinds.items():
        sheet.figure.add_artist(
            Line2D(
                [cell.x for cell in found],
                [cell.y for cell in found],
                transform=sheet.dp,
                linestyle="none",
                gid=kind,
                **_look(sheet.ink, kind, full=size - GAP),
            )
        )


def _kind(count: int | None) -> str:
    if count is None:
        return "not logged"
    return RAMP[layout.step_of(count)] if count else "none that day"


def _look(ink: Ink, kind: str, *, full: float) -> dict[str, Any]:
    """Return how the cells of a kind look, `full` dp wide: hatched, a ring, or filled."""
    shape, width, line = _SQUARE, full - EDGE, EDGE
    if kind == "not logged":
        shape, width, line = _HATCH, full, HATCH_LINE
        edge, fill = ink.hatch, "none"
    elif kind == "none that day":
        shape, width, line = _CIRCLE, full * RING, RING_LINE
        edge, fill = ink.bar, "none"
    else:
        fill = ink.ramp[RAMP.index(kind)]
        edge = ink.edge if kind == RAMP[1] else fill
    return {
        "marker": shape, "markersize": width, "markeredgewidth": line, "markeredgecolor": edge,
        "markerfacecolor": fill,
    }  # fmt: skip


def _square() -> Path:
    """Return a square from -1 to 1 with round corners."""
    near = 1 - _ROUND
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for at, (x, y) in enumerate(corners):
        before, after = (
            ((x * near, y), (x, y * near)) if at % 2 == 1 else ((x, y * near), (x * near, y))
        )
        points += [before, (x, y), after]
        codes += [int(Path.LINETO if at else Path.MOVETO), int(Path.CURVE3), int(Path.CURVE3)]
    return Path([*points, points[0]], [*codes, int(Path.CLOSEPOLY)])


def _hatch() -> Path:
    """Return three slanted lines that fill a square from -1 to 1."""
    lines = [((-1, 0.1), (-0.1, 1)), ((-1, -1), (1, 1)), ((0.1, -1), (1, -0.1))]
    return Path(
        [point for line in lines for point in line], [Path.MOVETO, Path.LINETO] * len(lines)
    )


_SQUARE: Final = _square()
_HATCH: Final = _hatch()
_CIRCLE: Final = Path.unit_circle()
