"""How the page is laid out, and what gives way, step by step, when the diary is full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.reports.visit.own_words import UNCUT
from twitchlog.reports.visit.summary import LEAST

if TYPE_CHECKING:
    from collections.abc import Iterator

MAP_MM: Final = 60.0
CHART_MM: Final = 34.0
LEAST_CHART_MM: Final = 24.0
_WORDS_AT_FIRST: Final = 2000
"""No page has room for more; typesetting 20,000 characters only to find that out is slow."""
_WORDS_KEPT: Final = ((600, UNCUT), (300, UNCUT), (140, 5), (60, 3))
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
"""The step from which tests, triggers and questions may stand in either column."""
TEXTS_GIVE_WAY: Final = range(3, 8)
"""Steps at which blocks take their shorter form: triggers, tests, answers, medicines, averages."""


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

    `step` is the last step taken, by the numbers of `steps`. `words` is the most letters of one own
    text, `asked` the most questions; `moved` blocks stand on page 2.
    """

    step: int = 0
    gap: float = 10.5
    row_above: float = 3.1
    row_below: float = 2.7
    under_heading: float = 5.6
    columns: Columns = Columns.LEVEL
    map_mm: float = MAP_MM
    chart_mm: float = CHART_MM
    clock: bool = True
    words: int = _WORDS_AT_FIRST
    asked: int = UNCUT
    moved: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it takes when all that is to stand on the first one does."""
        return 2 if self.moved else 1


def steps() -> Iterator[Layout]:
    """Yield one layout after the other, each giving way a little more, until the page fits.

    1 air, then level columns; 2 the size of the pictures; 3 triggers, 4 tests, 5 symptoms and
    places, 6 old medicines, 7 averages, each in its shorter form; 8 the time-of-day chart, and
    tests, triggers and questions go into the column that has room; 9 own
    words and questions; 10 where symptoms were and since when, what was tried. Then as few blocks
    as can be go to a second page, and the first is cut no more than it needs. Which signs there
    are, current medicines, values out of range and denominators stay.
    """
    page = Layout()
    yield page
    page = replace(page, step=1, gap=8.75, row_above=2.6, row_below=2.4, under_heading=4.8)
    yield page
    page = replace(page, gap=7.0, row_above=2.1, row_below=2.1, under_heading=4.0)
    yield page
    page = replace(page, columns=Columns.LOWER)
    yield page
    page = replace(page, columns=Columns.FREE)
    yield page
    page = replace(page, step=2, map_mm=50.0, chart_mm=28.0)
    yield page
    for step in TEXTS_GIVE_WAY:
        page = replace(page, step=step)
        yield page
    page = replace(page, step=8, clock=False)
    yield page
    for words, asked in _WORDS_KEPT:
        page = replace(page, step=9, words=words, asked=asked)
        yield page
    least = replace(page, step=LEAST, chart_mm=LEAST_CHART_MM)
    for words in _LEAST_WORDS:
        yield replace(least, words=words)
    for moved in _TO_PAGE_2[:2]:
        yield replace(page, words=140, asked=5, moved=moved)
    for moved in _TO_PAGE_2:
        yield replace(least, words=60, moved=moved)
    for words, moved in (
        (24, _TO_PAGE_2[-1]),
        (12, _TO_PAGE_2[-1]),
        (24, _AT_LAST),
        (12, _AT_LAST),
    ):
        page = replace(least, words=words, moved=moved)
        yield page
    # What even this cannot hold runs on to further pages, and no line promises otherwise.
    yield replace(page, columns=Columns.FLOWING, moved=())
