"""How the page is laid out, and what gives way, step by step, when the diary is full."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from twitchlog.reports.visit.summary import UNCUT

if TYPE_CHECKING:
    from collections.abc import Iterator

MAP_MM: Final = 60.0
CHART_MM: Final = 34.0
_QUESTIONS_KEPT: Final = {140: 5, 60: 3, 24: 3}
_WORDS_AT_FIRST: Final = 2000
"""No page has room for more; typesetting 20,000 characters only to find that out is slow."""
_WORDS_KEPT: Final = (600, 300, 140, 60, 24)
_FEWEST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures and cuts of one attempt; lengths in points unless they say millimetres.

    `brief` takes the shorter answers, `few_averages` leaves exercise out, `packed` lets the tests
    move up below the time of day, `words` is the most letters of one own text, `asked` the most
    questions; `moved` blocks stand on page 2.
    """

    gap: float = 10.5
    row_above: float = 3.1
    row_below: float = 2.7
    under_heading: float = 5.6
    map_mm: float = MAP_MM
    chart_mm: float = CHART_MM
    brief: bool = False
    few_averages: bool = False
    clock: bool = True
    packed: bool = False
    words: int = _WORDS_AT_FIRST
    asked: int = UNCUT
    moved: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages it takes when all that is to stand on the first one does."""
        return 2 if self.moved else 1


def steps() -> Iterator[Layout]:
    """Yield one layout after the other, each giving way a little more, until the page fits.

    First air, then pictures, answers, averages, the time-of-day chart, own words and questions; at
    last whole blocks go to a second page. What is said of signs, medicines and denominators stays.
    """
    page = Layout()
    yield page
    page = replace(page, gap=7.0, row_above=2.1, row_below=2.1, under_heading=4.0)
    yield page
    page = replace(page, map_mm=50.0, chart_mm=28.0)
    yield page
    page = replace(page, brief=True)
    yield page
    page = replace(page, few_averages=True)
    yield page
    page = replace(page, clock=False, packed=True)
    yield page
    for words in _WORDS_KEPT:
        page = replace(page, words=words, asked=_QUESTIONS_KEPT.get(words, UNCUT))
        yield page
    for moved in (("triggers",), ("triggers", "tests")):
        yield replace(page, moved=moved)
    # What even this cannot hold runs on to further pages, and no line promises otherwise.
    yield replace(page, words=_FEWEST_WORDS)
