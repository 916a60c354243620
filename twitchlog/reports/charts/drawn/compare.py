"""Draw two series over each other, each with its own axis and both with one time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.drawn.key import draw_key
from twitchlog.reports.charts.drawn.panel import BESIDE_NUMBERS, LABELS, Panel, fitted
from twitchlog.reports.charts.keys import KEY_ROW, key_rows
from twitchlog.reports.charts.scale import plain, round_ticks

if TYPE_CHECKING:
    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.kinds.compare import Half, TwoSeries

_TITLE: Final = 27.0
_ABOVE_PLOT: Final = 17.0
"""So high over the plot is the middle of its title: the top figure reaches up to 7."""
_BETWEEN: Final = 10.0
_DATES: Final = 13.0
_BELOW_DATES: Final = 22.0
_KEY: Final = 12.0


def draw_two_series(sheet: Sheet, spec: TwoSeries) -> None:
    """Draw both plots with their titles, the dates under the lower one, and the key."""
    big = sheet.size(LABELS) / LABELS
    rows = key_rows(spec.key, width=sheet.width, text_scale=big) if spec.key else ()
    foot = (_BELOW_DATES + KEY_ROW * len(rows)) * big
    halves = [(half, _ticks(half)) for half in (spec.above, spec.below)]
    left = BESIDE_NUMBERS + max(
        sheet.measure(plain(tick), size=LABELS) for _half, ticks in halves for tick in ticks
    )
    width = sheet.width - left - 1
    room = sheet.height - foot - 2 * _TITLE * big - _BETWEEN * big
    height = max(20.0, room / 2)
    sheet.plot = (left, left + width)
    bottoms = (foot + height + (_TITLE + _BETWEEN) * big, foot)
    for at, ((half, ticks), bottom) in enumerate(zip(halves, bottoms, strict=True)):
        panel = Panel(
            sheet, left=left, foot=bottom, width=width, height=height,
            first=spec.first, last=spec.last, ticks=ticks,
        )  # fmt: skip
        colour = sheet.ink.second if at else sheet.ink.bar
        panel.bars(half.bars, colour=colour, hollow=bool(at))
        panel.rings(half.bars, colour=colour)
        panel.hatches(half.bars)
        panel.marks(half.bars, row=0)
        title = fitted(sheet, half.title, room=sheet.width)
        sheet.text(
            0, bottom + height + _ABOVE_PLOT * big, title, size=LABELS, strong=True, gid="title"
        )
        if at:
            panel.dates(spec.dates, y=foot - _DATES * big)
    for at, row in enumerate(rows):
        draw_key(sheet, row, y=(KEY_ROW * (len(rows) - at) - _KEY) * big)


def _ticks(half: Half) -> tuple[float, ...]:
    highest = max((bar.value for bar in half.bars), default=0.0)
    return half.ticks or round_ticks(highest, whole=half.whole)
