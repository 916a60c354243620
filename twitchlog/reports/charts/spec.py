"""What a chart shows, as plain data: drawn elsewhere, compared in tests, read out as text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from twitchlog.domain.period import Period
    from twitchlog.domain.searching import Query


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the exact values: `cells` as written, one a column of the table.

    `says` is the same as one plain sentence, for whoever taps that part of the picture; `behind`
    finds the entries it was counted from, where it was counted from entries.
    """

    cells: tuple[str, ...]
    says: str = ""
    behind: Query | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The exact values of a chart: the names of the columns, and a row for each part of it."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


NO_TABLE: Final = Table()
WIDE_FROM: Final = 560.0
"""So many dp wide, a chart has room to be taller."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things a chart can be made of: its id, and how it is called.

    `day_option` names a second option that is to be given with it: a day, written `2026-06-18`, up
    to today. It is empty where the choice stands for itself.
    """

    id: str
    label: str
    day_option: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Something to choose for a chart: the name of the option, what it is for, what is offered.

    `chosen` is the id of one of them.
    """

    option: str
    label: str
    offered: tuple[Choice, ...]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words around a chart.

    `headline` says what it shows, `note` on which numbers that rests, and `alt` tells all of it
    to someone who cannot see the picture. `strong` is the part of the note set in bold, or empty.
    `table` holds the exact values, `choices` what the chart can be made of instead. `own_days` are
    the days it is of where these are not just those that were asked for.
    """

    headline: str
    note: str
    alt: str
    strong: str = ""
    table: Table = NO_TABLE
    own_days: Period | None = None
    choices: tuple[Choices, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec(Words, ABC):
    """A chart that can be drawn; the two of the page for the doctor are no `Spec`.

    `drawer` names what draws it: a module of `charts.drawn` and a function in it, as
    `module:function`, called with the sheet and the spec. One that `zooms` has a time axis over
    just the days that were asked for, so that a person can look closer at some of them. One that
    `grows` is read more easily where it is higher than it asks for.
    """

    drawer: ClassVar[str] = ""
    zooms: ClassVar[bool] = False
    grows: ClassVar[bool] = False

    @abstractmethod
    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height in dp that suits the chart `width` dp wide; text grows by the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent(Words):
    """Nothing worth a card at present: only whoever asks for this chart is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPicture(Words):
    """Nothing to draw: the headline says so, the note what it needs.

    `wants_entries` is true where logging more is what helps, so that a button may offer it.
    """

    wants_entries: bool = True


def no_picture(
    headline: str, note: str, *, wants_entries: bool = True, choices: tuple[Choices, ...] = ()
) -> NoPicture:
    """Return what stands instead of a picture; headline and note are all there is to tell of it."""
    return NoPicture(
        headline=headline,
        note=note,
        alt=f"{headline}. {note}",
        wants_entries=wants_entries,
        choices=choices,
    )
