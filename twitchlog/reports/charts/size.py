"""How much room a picture wants, known before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, assert_never

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.spec import (
    DayBars,
    DurationBars,
    HourDial,
    PlaceBars,
    ScreenChart,
    Step,
)
from twitchlog.translation import _

KEY_ROW: Final = 22.0
PLACE_ROW: Final = 34.0
TWO_COLUMNS_FROM: Final = 440.0
WIDE_FROM: Final = 560.0
KEY_GAP: Final = 12.0
SIGN_WIDTHS: Final = {"bar": 8.0, "ring": 8.0, "hatch": 12.0, "line": 16.0}
SIGN_GAP: Final = 6.0
_LETTER: Final = 5.8


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the key: its sign (`bar`, `ring`, `hatch`, `line`) and what it means."""

    sign: str
    text: str


def height_dp(spec: ScreenChart, *, width_dp: float, text_scale: float = 1.0) -> int:
    """Return the height in dp that suits a chart `width_dp` wide; text grows by `text_scale`."""
    wide = width_dp >= WIDE_FROM
    match spec:
        case DayBars():
            rows = len(key_rows(spec, width=width_dp, text_scale=text_scale))
            plot = 190 if wide else 132
            return round(plot + (58 + KEY_ROW * rows) * text_scale)
        case PlaceBars():
            rows = -(-len(spec.bars) // columns(width_dp))
            others = 22 if spec.others else 0
            return round((rows * PLACE_ROW + others) * text_scale)
        case HourDial():
            return round(min(width_dp, (200 if wide else 144) + 44 * text_scale))
        case DurationBars():
            return round((110 if wide else 84) + 46 * text_scale)
        case _:
            assert_never(spec)


def columns(width: float) -> int:
    """Return how many columns of places fit."""
    return 2 if width >= TWO_COLUMNS_FROM else 1


def key_rows(spec: DayBars, *, width: float, text_scale: float) -> tuple[tuple[Entry, ...], ...]:
    """Return the key in as many rows as it needs, with only those signs that are in the chart."""
    states = {bar.state for bar in spec.bars}
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for entry in _entries(spec, states):
        wanted = SIGN_WIDTHS[entry.sign] + SIGN_GAP + len(entry.text) * _LETTER * text_scale
        if rows[-1] and used + wanted > width:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += wanted + KEY_GAP
    return tuple(tuple(row) for row in rows)


def _entries(spec: DayBars, states: set[DayState]) -> list[Entry]:
    entries = [Entry("bar", _bar_words(spec.step))]
    if DayState.NONE in states:
        quiet = {
            Step.DAY: _("none that day"),
            Step.WEEK: _("none that week"),
            Step.MONTH: _("none that month"),
        }
        entries.append(Entry("ring", quiet[spec.step]))
    if DayState.NOT_LOGGED in states:
        entries.append(Entry("hatch", _("not logged")))
    if sum(mean is not None for mean in spec.smooth) > 1:
        entries.append(Entry("line", _("7-day mean")))
    return entries


def _bar_words(step: Step) -> str:
    return _("twitches") if step is Step.DAY else _("twitches a logged day")
