"""What a chart shows, as plain data: drawn elsewhere, compared in tests, read out as text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.checkin import DayState


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words around a chart.

    `headline` says what it shows, `note` on which numbers that rests, and `alt` tells all of it
    to someone who cannot see the picture. `strong` is the part of the note set in bold, or empty.
    """

    headline: str
    note: str
    alt: str
    strong: str = ""


class Step(StrEnum):
    """How much time one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class TimeBar:
    """The days from `first` to `last`; `value` is entries, or the mean per logged day.

    `value` is 0 where the state is not *twitches*.
    """

    first: date
    last: date
    state: DayState
    value: float


@dataclass(frozen=True, slots=True)
class Label:
    """A text under the days from `first` to `last`."""

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBars(Words):
    """Twitching over time: bars, rings for none, hatching for not logged.

    `smooth` is the running mean, one value a calendar day or empty; `brackets` are the tallies
    under the axis, `ticks` the dates; `step` says what one bar stands for.
    """

    first: date
    last: date
    step: Step
    bars: tuple[TimeBar, ...]
    smooth: tuple[float | None, ...]
    ticks: tuple[Label, ...]
    brackets: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class PlaceBar:
    """One place: its id, its name as shown, its entries and the number as written."""

    site: str
    name: str
    entries: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceBars(Words):
    """The places named most, the longest bar first; `others` says what is not shown."""

    bars: tuple[PlaceBar, ...]
    others: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HourDial(Words):
    """24 hourly counts around a clock with midnight on top.

    `busiest` are the hours drawn darker; `sleep` is from and to in hours where it is known.
    """

    hours: tuple[int, ...]
    busiest: tuple[int, ...]
    sleep: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HourBars(Words):
    """Twelve counts of two hours each, for print; `axis` names the axis."""

    counts: tuple[int, ...]
    axis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationBars(Words):
    """Counts of durations; `edges` are the lengths between neighbouring bars, as written.

    `usual` is the index of the bar that holds the median.
    """

    counts: tuple[int, ...]
    edges: tuple[str, ...]
    usual: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPicture(Words):
    """Nothing to draw: the headline says so, the note what it needs.

    `wants_entries` is true where logging more is what helps, so that a button may offer it.
    """

    wants_entries: bool = True


ScreenChart = DayBars | PlaceBars | HourDial | DurationBars
PrintChart = DayBars | HourBars
