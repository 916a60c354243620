"""How the page is laid out, and what gives way, step by step, when the diary is full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from twitchlog.reports.visit.summary import LEAST, RUN_ON, SYMPTOMS_GIVE_WAY

if TYPE_CHECKING:
    from collections.abc import Iterator

MAP_MM: Final = 60.0
CHART_MM: Final = 34.0
LEAST_CHART_MM: Final = 24.0
_WORDS_AT_FIRST: Final = 2000
"""No page has room for more; typesetting 20,000 characters only to find that out is slow."""
_MOST_ASKED: Final = 5
_WORDS_KEPT: Final = ((600, 5), (300, 5), (140, 5), (60, 3))
"""The most letters of an own text, and the most questions, as they give way."""
_LEAST_WORDS: Final = (60, 24)
"""The same once the box and the answers have taken their shortest form."""
_TO_PAGE_2: Final[tuple[tuple[str, ...], ...]] = (
    ("triggers",),
    ("tests",),
    ("days",),
    ("triggers", "tests"),
    ("triggers", "days"),
    ("tests", "days"),
    ("triggers", "tests", "days"),
)
"""The blocks that stand on page 2 where one page does not hold all, as few as can be."""
_AT_LAST: Final = (*_TO_PAGE_2[-1], "medicines")
LOOSE: Final = 8
"""The step from which tests, triggers and questions may stand in either column.

Of the time of day it leaves a sentence.
"""
_WORDS_GIVE_WAY: Final = 9
_BACK: Final = {
    "signs": (0, _WORDS_GIVE_WAY),
    "answers": (0, SYMPTOMS_GIVE_WAY),
    "tests": (0, 4),
    "medicines": (0, 7, LEAST),
    "triggers": (0, 3),
    "time_of_day": (0, 0),
    "asked": (0, 0),
}
"""The earlier steps that a part goes back to where it has room again."""
PARTS: Final = tuple(_BACK)
"""The parts that may go back, what matters most first."""


class Columns(StrEnum):
    """How the two columns stand beside each other.

    Level: each pair of blocks begins at one height. Lower: from the medicines down each column goes
    on as soon as there is room, and free: from the answers down. Flowing: as level, but over as
    many pages as it takes.
    """

    LEVEL = "level"
    LOWER = "lower"
    FREE = "free"
    FLOWING = "flowing"


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures and cuts of one attempt; lengths in points unless they say millimetres.

    `step` is the last step taken, by the numbers of `steps`, and `back` are the parts that stand
    as at an earlier one. `words` is the most letters of one own text, `asked` the most questions;
    `moved` blocks stand on page 2.
    """

    step: int = 0
    gap: float = 10.5
    row_above: float = 3.1
    row_below: float = 2.7
    under_heading: float = 5.6
    columns: Columns = Columns.LEVEL
    map_mm: float = MAP_MM
    chart_mm: float = CHART_MM
    words: int = _WORDS_AT_FIRST
    asked: int = _MOST_ASKED
    moved: tuple[str, ...] = ()
    back: tuple[tuple[str, int], ...] = ()

    @property
    def clock(self) -> bool:
        """Whether the time of day is a chart; else it is a sentence."""
        return self.step_of("time_of_day") < LOOSE

    @property
    def days_mm(self) -> float:
        """How high the chart of the days is: on page 2 there is room."""
        return CHART_MM if "days" in self.moved else self.chart_mm

    def step_of(self, part: str) -> int:
        """Return the step at which a part stands."""
        return dict(self.back).get(part, self.step)

    def words_of(self, part: str) -> int:
        """Return the most letters of an own text in a part."""
        return self.words if self.step_of(part) >= _WORDS_GIVE_WAY else _WORDS_AT_FIRST

    @property
    def most_asked(self) -> int:
        """The most questions."""
        return self.asked if self.step_of("asked") >= _WORDS_GIVE_WAY else _MOST_ASKED

    def earlier(self) -> tuple[Layout, ...]:
        """Return it with all parts as early as they may go back to, then at their next steps."""
        backs = [
            tuple((part, step) for part, step in zip(_BACK, at, strict=True) if step < self.step)
            for at in zip_longest(*_BACK.values(), fillvalue=RUN_ON)
        ]
        return tuple(replace(self, back=back) for back in backs if back)


def steps() -> Iterator[Layout]:
    """Yield one layout after the other, each giving way a little more, until the page fits.

    1 air, then level columns; 2 the size of the pictures; 3 triggers, 4 tests, 5 symptoms and
    places, 6 old medicines, 7 averages, each in its shorter form; 8 the time-of-day chart, and
    tests, triggers and questions go into the column that has room; 9 own words and questions;
    10 where symptoms were and since when, what was tried; 11 medicines run on.
    Which signs there are, current medicines, values out of range and denominators stay.
    """
    page = Layout()
    yield page
    page = replace(page, step=1, gap=8.75, row_above=2.9, row_below=2.6, under_heading=4.8)
    yield page
    page = replace(page, gap=7.0, row_above=2.8, row_below=2.4, under_heading=4.0)
    yield page
    page = replace(page, columns=Columns.LOWER)
    yield page
    page = replace(page, columns=Columns.FREE)
    yield page
    page = replace(page, step=2, map_mm=50.0, chart_mm=28.0)
    yield page
    for step in range(3, _WORDS_GIVE_WAY):
        page = replace(page, step=step)
        yield page
    page = replace(page, step=_WORDS_GIVE_WAY, row_above=2.1, row_below=2.1)
    for words, asked in _WORDS_KEPT:
        page = replace(page, words=words, asked=asked)
        yield page
    page = replace(page, step=LEAST, chart_mm=LEAST_CHART_MM)
    for step, words in zip((LEAST, RUN_ON), _LEAST_WORDS, strict=True):
        yield replace(page, step=step, words=words)


def overleaf() -> Iterator[Layout]:
    """Yield the layouts with blocks on page 2, as few as can be, and the first as short as it gets.

    The last lets what even that cannot hold run on to further pages.
    """
    *_rest, last = steps()
    for moved in _TO_PAGE_2:
        yield replace(last, words=_LEAST_WORDS[0], moved=moved)
    for moved in (_TO_PAGE_2[-1], _AT_LAST):
        for words in (24, 12):
            last = replace(last, words=words, moved=moved)
            yield last
    yield replace(last, columns=Columns.FLOWING, moved=())
