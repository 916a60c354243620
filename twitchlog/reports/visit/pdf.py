"""Write the page as a PDF that prints, faxes and reads aloud well."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.reports.visit import figure
from twitchlog.reports.visit.layout import steps
from twitchlog.reports.visit.sheet import PAPERS, SIDE_MM, main_mm, sheet
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.reports.charts.spec import DayBars, HourBars
    from twitchlog.reports.visit.layout import Layout
    from twitchlog.reports.visit.summary import VisitSummary

STANDARDS: Final = ("a-2a", "ua-1")
STANDARD_NAMES: Final = "PDF/UA-1, PDF/A-2a"


@dataclass(frozen=True, slots=True)
class SavedReport:
    """Where the page is, how many pages it took, the standards it keeps, and what to tell."""

    path: Path
    pages: int
    standard: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A finished page in memory."""

    content: bytes
    pages: int
    standard: str
    layout: Layout


def default_name(day: date) -> str:
    """Return the file's name for the day it is made; the patient is not named in it."""
    return f"muscle-twitching-summary-{day.isoformat()}.pdf"


def free_path(wanted: Path) -> Path:
    """Return `wanted`, or the same name with a number where a file of that name is there."""
    path, number = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return path


def write_pdf(summary: VisitSummary, path: Path, *, paper: str | None = None) -> SavedReport:
    """Write the page to `path` on `a4` or `letter` paper; None means the person's own choice.

    The file is complete or not there: it is written beside its place and moved into it. Raises
    ReportNotSaved with a sentence when it cannot be written.
    """
    made = compose(summary, paper=paper)
    _save(made.content, path)
    notes = []
    if not made.standard:
        notes.append(
            _("Some characters have no letter shape on this computer and may print as boxes.")
        )
    if made.pages > 1:
        notes.append(_("Not all of it fits on one page; read on overleaf."))
    return SavedReport(path, made.pages, made.standard, tuple(notes))


def pictures(
    summary: VisitSummary, *, paper: str | None = None, dots_an_inch: float = 144
) -> tuple[bytes, ...]:
    """Return the pages as PNG, laid out just as the PDF is; raise ReportNotSaved."""
    chosen = paper if paper in PAPERS else summary.paper
    made = compose(summary, paper=chosen)
    press = _Press(own_fonts=True)
    setting = press.set(
        sheet(summary, made.layout, paper=chosen, draw=_Drawings(summary, chosen).of)
    )
    try:
        drawn = setting.compile(format="png", ppi=dots_an_inch)
    except press.errors as problem:
        raise ReportNotSaved(_("The page could not be drawn. The diary is safe.")) from problem
    return tuple(drawn) if isinstance(drawn, list) else (drawn,)


def compose(summary: VisitSummary, *, paper: str | None = None) -> Document:
    """Lay the page out, giving way step by step until it is one page; the same input, same bytes.

    Tried with the fonts that ship with the program, then with the computer's own, and at last
    without the standards, which forbid a character that no font shows.
    """
    problem: Exception | None = None
    drawings = _Drawings(summary, _paper(summary, paper))
    for own_fonts, standards in ((True, STANDARDS), (False, STANDARDS), (False, ())):
        press = _Press(own_fonts=own_fonts)
        try:
            fitted = _fitted(summary, drawings, press)
            content = fitted.setting.compile(
                format="pdf",
                pdf_standards=list(standards),
                # A fixed hour of the day it was made: the same diary gives the same file.
                timestamp=datetime.combine(summary.made, time(12), tzinfo=UTC),
                pdf_tags=True,
            )
        except press.errors as failed:
            problem = failed
        else:
            name = STANDARD_NAMES if standards else ""
            return Document(content, fitted.pages, name, fitted.layout)
    raise ReportNotSaved(_("The page could not be laid out. The diary is safe.")) from problem


def preview(summary: VisitSummary, *, paper: str | None = None, ppi: float = 110) -> bytes:
    """Return a picture (PNG) of the first page, at `ppi` pixels an inch, for the screen."""
    press = _Press(own_fonts=False)
    try:
        fitted = _fitted(summary, _Drawings(summary, _paper(summary, paper)), press)
        pictures = fitted.setting.compile(format="png", ppi=ppi)
    except press.errors as failed:
        raise ReportNotSaved(_("The page could not be laid out. The diary is safe.")) from failed
    return bytes(pictures[0] if isinstance(pictures, list) else pictures)


def _paper(summary: VisitSummary, asked: str | None) -> str:
    return next((name for name in (asked, summary.paper) if name in PAPERS), "a4")


@dataclass(frozen=True, slots=True)
class _Fitted:
    """A compiler with the page's data in it, and what came of the steps."""

    setting: Any
    pages: int
    layout: Layout


def _fitted(summary: VisitSummary, drawings: _Drawings, press: _Press) -> _Fitted:
    """Return the first layout that keeps to its pages; the last one where none does."""
    for layout in steps():
        data = sheet(summary, layout, paper=drawings.paper, draw=drawings.of)
        setting = press.set(data)
        pages = int(json.loads(setting.query("<pages>", field="value", one=True)))
        if pages == layout.pages:
            break
    return _Fitted(setting, pages, layout)


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


def _save(content: bytes, path: Path) -> None:
    """Write beside the place, then move into it; leave nothing behind when that fails."""
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".twitchlog-", suffix=".pdf")
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as problem:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink()
        raise ReportNotSaved(_why(problem, path)) from problem


def _why(problem: OSError, path: Path) -> str:
    if problem.errno in {errno.ENOENT, errno.ENOTDIR}:
        sentence = _("The folder {folder} is not there. Choose another one.")
    elif problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        sentence = _("TwitchLog may not write in {folder}. Choose another folder.")
    elif problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        sentence = _("There is no room left on the disk of {folder}.")
    else:
        sentence = _("The page could not be saved in {folder}.")
    return sentence.format(folder=path.parent)
