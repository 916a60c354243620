"""Typeset the page: one that prints, faxes and reads aloud well."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.reports.charts.printed.page import day_bars, hour_bars
from twitchlog.reports.charts.printed.paper import Paper
from twitchlog.reports.visit import figure
from twitchlog.reports.visit.fitting import least_cut
from twitchlog.reports.visit.layout import PARTS
from twitchlog.reports.visit.sheet import PAPERS, SIDE_MM, main_mm, sheet
from twitchlog.translation import _, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from twitchlog.reports.visit.annex import Annex
    from twitchlog.reports.visit.layout import Layout
    from twitchlog.reports.visit.summary import VisitSummary

STANDARDS: Final = ("a-2a", "ua-1")
_NO_PARTS: Final[dict[str, Any]] = {"parts": []}
_WORDY: Final = ("signs", "answers", "medicines", "tests", "triggers", "asked")
_FULL: Final = 4500
"""More letters than this fill a page by themselves: it need not be measured to know that."""
_A_LETTER_PT: Final = 0.1
"""About so much of the height of a page is a letter’s."""
OPEN_TO_LOCKS: Final = ("ua-1",)
"""The standards that a file locked with a password can keep."""
NAMES: Final = {"ua-1": "PDF/UA-1", "a-2a": "PDF/A-2a"}
STANDARD_NAMES: Final = ", ".join(NAMES.values())


@dataclass(frozen=True, slots=True)
class Document:
    """A finished page in memory.

    `pages` are those of the summary, `all_pages` with the annex. `unknown` tells whether a letter
    could not be printed.
    """

    content: bytes
    pages: int
    all_pages: int
    standard: str
    layout: Layout
    unknown: bool


def compose(
    summary: VisitSummary,
    *,
    paper: str | None = None,
    annex: Annex | None = None,
    standards: Sequence[str] = STANDARDS,
) -> Document:
    """Lay the page out, giving way step by step until it is one page; the same input, same bytes.

    `paper` is `a4` or `letter`, None for the person's own choice; the `annex` follows the page.
    `standards` are those of `NAMES` that it keeps. Raises ReportNotSaved.
    """
    with speaking(summary.language):
        return _set(summary, paper, annex, standards)[0]


def pictures(
    summary: VisitSummary,
    *,
    paper: str | None = None,
    annex: Annex | None = None,
    dots_an_inch: float = 144,
) -> tuple[bytes, ...]:
    """Return the pages as PNG, laid out just as the PDF is; raise ReportNotSaved."""
    with speaking(summary.language):
        _document, data = _set(summary, paper, annex, STANDARDS)
    drawn = _setting("visit", data).compile(format="png", ppi=dots_an_inch)
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)


def _set(
    summary: VisitSummary, paper: str | None, annex: Annex | None, standards: Sequence[str]
) -> tuple[Document, dict[str, Any]]:
    """Return the page, in its language, and the data that it was laid out from.

    The standards forbid a letter that no font shows, and such letters are taken out before. What
    still cannot be put together out of several fonts is left out in a second try.
    """
    import typst

    problem: Exception | None = None
    chosen = next((name for name in (paper, summary.paper) if name in PAPERS), "a4")
    drawings = _Drawings(summary, chosen)
    more = _annex(annex, paper=chosen) if annex else None
    for plain in (False, True):
        try:
            data, layout = _fitted(summary, drawings, annex=bool(more), plain=plain)
            if more:
                draw = drawings.of
                whole = sheet(summary, layout, paper=chosen, draw=draw, annex=more, plain=plain)
                data = whole | {"heights": data["heights"]}
            content = _setting("visit", data).compile(
                format="pdf",
                pdf_standards=list(standards),
                # A fixed hour of the day it was made: the same diary gives the same file.
                timestamp=datetime.combine(summary.made, time(12), tzinfo=UTC),
                pdf_tags=True,
            )
        except (typst.TypstError, RuntimeError) as failed:
            problem = failed
        else:
            laid = _laid("visit", data)
            unknown = data["unknown"]
            names = ", ".join(NAMES[each] for each in NAMES if each in standards)
            made = Document(content, laid["pages"], laid["all"], names, layout, unknown)
            return made, data
    raise ReportNotSaved(_("The page could not be laid out. The diary is safe.")) from problem


def _fitted(
    summary: VisitSummary, drawings: _Drawings, *, annex: bool, plain: bool
) -> tuple[dict[str, Any], Layout]:
    """Return the data and layout that cuts the least of what fits; else the last one.

    With an `annex` to come, what is cut is said to be there.
    """
    to_come = _NO_PARTS if annex else None

    def data_of(layout: Layout, draw: Callable[[Layout], dict[str, str]]) -> dict[str, Any]:
        paper = drawings.paper
        return sheet(summary, layout, paper=paper, draw=draw, annex=to_come, plain=plain)

    def laid(layout: Layout, earlier: Sequence[Layout] = ()) -> dict[str, Any]:
        # Much quicker than to lay it out, and its pictures take the same room empty.
        data = data_of(layout, drawings.empty)
        letters = sum(_letters(data[name]) for name in _WORDY if name not in layout.moved)
        if letters > _FULL and not earlier:
            return {"room": -letters * _A_LETTER_PT, "heights": None}
        data["heights"] = measured[layout]["heights"] if layout in measured else None
        others = [(data_of(each, drawings.empty), dict(each.back)) for each in earlier]
        for part in PARTS:
            pages = [(n, page[part]) for n, (page, back) in enumerate(others) if part in back]
            data["earlier"][part] = [one for one in pages if one[1] != data[part]]
        return _laid("fitting", data)

    measured: dict[Layout, dict[str, Any]] = {}

    def room(layout: Layout) -> float:
        if layout not in measured:
            measured[layout] = laid(layout)
        return float(measured[layout]["room"])

    layout = least_cut(room)
    known = measured.get(layout)
    if earlier := layout.earlier():
        known = laid(layout, earlier)
        back = ((part, earlier[n].step_of(part)) for part, n in known["back"].items())
        layout = replace(layout, back=tuple(back))
    data = data_of(layout, drawings.of)
    data["heights"] = known["heights"] if known else None
    return data, layout


def _letters(part: Any) -> int:
    """Count the letters of a part of a page."""
    if isinstance(part, str):
        return len(part)
    parts = part.values() if isinstance(part, dict) else part
    return sum(map(_letters, parts)) if isinstance(part, dict | list) else 0


def _annex(annex: Annex, *, paper: str) -> dict[str, Any]:
    """Return the annex as data; what makes it is loaded only for whoever wants one."""
    from twitchlog.reports.visit.annex_sheet import annex_sheet

    return annex_sheet(annex, paper=paper)


def _laid(template: str, data: dict[str, Any]) -> dict[str, Any]:
    """Return what a template tells of a page: how many `pages` it takes, or its `room`."""
    told = _setting(template, data).query("<laid>", field="value", one=True)
    laid: dict[str, Any] = json.loads(told)
    return laid


def _setting(template: str, data: dict[str, Any]) -> Any:
    """Return a compiler, for one use, of a page's data: templates read it as JSON, not as markup.

    The data is a file in memory: were it an input, typst would forget at each try all that it
    has laid out before.
    """
    import typst

    folder = paths.asset("report")
    files = {"main.typ": folder / f"{template}.typ", "blocks.typ": folder / "blocks.typ"}
    return typst.Compiler(
        files | {"page.json": json.dumps(data).encode()},
        root=folder,
        font_paths=fonts(more=len(data["fonts"]) > 1),
    )


@cache
def fonts(*, more: bool) -> Any:
    """Return the program's own fonts, with those of rarer letters where a text needs them."""
    import typst

    folders = [paths.asset("fonts"), *([paths.asset("letters")] if more else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


class _Drawings:
    """The pictures of a summary, each drawn once for a size."""

    def __init__(self, summary: VisitSummary, paper: str) -> None:
        self.paper = paper
        self._summary = summary
        self._main_mm = main_mm(paper)
        self._drawn: dict[tuple[str, float], str] = {}

    def of(self, layout: Layout) -> dict[str, str]:
        """Return the pictures of a layout as SVG by name."""
        return {
            name: self._once(name, height, draw)
            for name, _width, height, draw in self._wanted(layout)
        }

    def empty(self, layout: Layout) -> dict[str, str]:
        """Return what takes the same room as the pictures of a layout, with nothing in it."""
        return {
            name: Paper(width_mm=width, height_mm=height).svg()
            for name, width, height, _draw in self._wanted(layout)
        }

    def _wanted(self, layout: Layout) -> Iterator[tuple[str, float, float, Callable[[float], str]]]:
        """Yield each picture's name, width and height in millimetres, and what draws it so high."""
        summary, main_mm = self._summary, self._main_mm
        body, days, hours = summary.body_map, summary.day_by_day, summary.time_of_day
        yield (
            "map", figure.WIDTH_MM, layout.map_mm, lambda high: figure.draw(body, height_mm=high)
        )  # fmt: skip
        if days is not None:
            yield (
                "days",
                main_mm,
                layout.days_mm,
                lambda high: day_bars(days, width_mm=main_mm, height_mm=high),
            )
        if hours is not None and layout.clock:
            yield (
                "hours",
                SIDE_MM,
                layout.chart_mm,
                lambda high: hour_bars(hours, width_mm=SIDE_MM, height_mm=high),
            )

    def _once(self, name: str, height: float, draw: Callable[[float], str]) -> str:
        if (name, height) not in self._drawn:
            self._drawn[name, height] = draw(height)
        return self._drawn[name, height]
