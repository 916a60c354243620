"""Typeset the page: one that prints, faxes and reads aloud well."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.reports.visit import figure
from twitchlog.reports.visit.layout import steps
from twitchlog.reports.visit.sheet import PAPERS, SIDE_MM, main_mm, sheet
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.charts.two_hours import HourBars
    from twitchlog.reports.visit.layout import Layout
    from twitchlog.reports.visit.summary import VisitSummary

STANDARDS: Final = ("a-2a", "ua-1")
STANDARD_NAMES: Final = "PDF/UA-1, PDF/A-2a"


@dataclass(frozen=True, slots=True)
class Document:
    """A finished page in memory."""

    content: bytes
    pages: int
    standard: str
    layout: Layout


def compose(summary: VisitSummary, *, paper: str | None = None) -> Document:
    """Lay the page out, giving way step by step until it is one page; the same input, same bytes.

    `paper` is `a4` or `letter`, None for the person's own choice. Raises ReportNotSaved.
    """
    return _set(summary, paper)[0]


def pictures(
    summary: VisitSummary, *, paper: str | None = None, dots_an_inch: float = 144
) -> tuple[bytes, ...]:
    """Return the pages as PNG, laid out just as the PDF is; raise ReportNotSaved."""
    _document, setting = _set(summary, paper)
    drawn = setting.compile(format="png", ppi=dots_an_inch)
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)


def _set(summary: VisitSummary, paper: str | None) -> tuple[Document, Any]:
    """Return the page and the compiler that holds it.

    Tried with the fonts that ship with the program, then with the computer's own, and at last
    without the standards, which forbid a character that no font shows.
    """
    problem: Exception | None = None
    chosen = next((name for name in (paper, summary.paper) if name in PAPERS), "a4")
    drawings = _Drawings(summary, chosen)
    for own_fonts, standards in ((True, STANDARDS), (False, STANDARDS), (False, ())):
        press = _Press(own_fonts=own_fonts)
        try:
            setting, pages, layout = _fitted(summary, drawings, press)
            content = setting.compile(
                format="pdf",
                pdf_standards=list(standards),
                # A fixed hour of the day it was made: the same diary gives the same file.
                timestamp=datetime.combine(summary.made, time(12), tzinfo=UTC),
                pdf_tags=True,
            )
        except press.errors as failed:
            problem = failed
        else:
            return Document(content, pages, STANDARD_NAMES if standards else "", layout), setting
    raise ReportNotSaved(_("The page could not be laid out. The diary is safe.")) from problem


def _fitted(summary: VisitSummary, drawings: _Drawings, press: _Press) -> tuple[Any, int, Layout]:
    """Return the compiler, pages and layout of the first step that fits; else of the last one."""
    for layout in steps():
        setting = press.set(sheet(summary, layout, paper=drawings.paper, draw=drawings.of))
        pages = int(json.loads(setting.query("<pages>", field="value", one=True)))
        if pages == layout.pages:
            break
    return setting, pages, layout


class _Press:
    """The typesetter, with the fonts that ship with the program or the computer's as well."""

    def __init__(self, *, own_fonts: bool) -> None:
        import typst

        self.errors = (typst.TypstError, RuntimeError)
        self._compiler = typst.Compiler
        self._fonts = typst.Fonts(
            include_system_fonts=not own_fonts,
            include_embedded_fonts=False,
            font_paths=[paths.asset("fonts")],
        )
        self._template = paths.asset("report/visit.typ")

    def set(self, data: dict[str, Any]) -> Any:
        """Return a compiler for one page's data, which it reads as JSON and never as markup."""
        return self._compiler(
            self._template,
            root=self._template.parent,
            font_paths=self._fonts,
            sys_inputs={"page": json.dumps(data)},
        )


class _Drawings:
    """The pictures of a summary, each drawn once for a size."""

    def __init__(self, summary: VisitSummary, paper: str) -> None:
        self.paper = paper
        self._summary = summary
        self._main_mm = main_mm(paper)
        self._drawn: dict[tuple[str, float], str] = {}

    def of(self, layout: Layout) -> dict[str, str]:
        """Return the pictures of a layout as SVG by name."""
        body = self._summary.body_map
        drawn = {
            "map": self._once("map", layout.map_mm, lambda high: figure.draw(body, height_mm=high))
        }
        if self._summary.day_by_day:
            days = self._chart(self._summary.day_by_day, self._main_mm)
            drawn["days"] = self._once("days", layout.chart_mm, days)
        if self._summary.time_of_day and layout.clock:
            hours = self._chart(self._summary.time_of_day, SIDE_MM)
            drawn["hours"] = self._once("hours", layout.chart_mm, hours)
        return drawn

    def _once(self, name: str, height: float, draw: Callable[[float], str]) -> str:
        if (name, height) not in self._drawn:
            self._drawn[name, height] = draw(height)
        return self._drawn[name, height]

    def _chart(self, chart: DayBars | HourBars, width: float) -> Callable[[float], str]:
        from twitchlog.reports.charts.picture import to_svg

        return lambda height: to_svg(chart, width_mm=width, height_mm=height).decode()
