"""The one-page PDF from the command line: time, memory and size.

Held against typst's own empty page, and against the least that a program with the same libraries
takes: to import SQLAlchemy alone takes ten times as long as the empty page.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader

from bench import years
from bench.figure import Figure, in_turns
from bench.programs import COMMAND, ROOT, Programs

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES: Final = (5_000, 36_500)
LARGEST_KB: Final = 400.0
_DAYS: Final = 90
_FONTS: Final = str(ROOT / "assets" / "fonts")
_EMPTY: Final = """
import sys, typst
fonts = typst.Fonts(
    include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[1]]
)
page = b'#set document(title: "x")\\n#set text(font: "DejaVu Sans", lang: "en")\\n'
typst.Compiler(page, font_paths=fonts).compile(format="pdf", pdf_standards=["a-2a", "ua-1"])
"""
_BARE: Final = str(Path(__file__).with_name("bare_page.py"))


def page(folder: Path, *, runs: int) -> Iterator[Figure]:
    """Save the page of 90 days of a ten-year diary, as a person does at the command line."""
    programs = Programs(folder)
    empty = [sys.executable, "-c", _EMPTY, _FONTS]
    first = years.LAST - timedelta(days=_DAYS - 1)
    span = ["--from", first.isoformat(), "--to", years.LAST.isoformat()]
    for entries in SIZES:
        diary, saved = str(years.kept(entries)), folder / f"{entries}.pdf"
        report = [*COMMAND, "report", "--diary", diary, *span, "--replace", "--out", str(saved)]
        bare = [sys.executable, _BARE, diary, _FONTS]
        report_s, bare_s, empty_s = in_turns(
            runs, *(partial(programs.wall, command) for command in (report, bare, empty))
        )
        report_mb, bare_mb, empty_mb = map(programs.peak_memory, (report, bare, empty))
        name = f"report, {entries:,} entries"
        yield Figure(name, report_s, empty_s, 4.0, "s", "typst's empty page")
        yield Figure(f"{name}: memory", report_mb, empty_mb, 4.0, "MB", "typst's empty page")
        same = "the least with its libraries"
        yield Figure(f"{name}, beside its libraries", report_s, bare_s, 2.0, "s", same)
        yield Figure(f"{name}, beside its libraries: memory", report_mb, bare_mb, 2.0, "MB", same)
        size = saved.stat().st_size / 1000
        yield Figure(f"{name}: file", size, LARGEST_KB, 1.0, "KB", "the most it may be")
        yield Figure(
            f"{name}: pages", len(PdfReader(saved).pages), 1.0, 1.0, "pages", "the most it may be"
        )
