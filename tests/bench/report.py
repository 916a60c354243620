"""The one-page PDF from the command line: time, memory and size, beside typst's empty page."""

from __future__ import annotations

import sys
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from bench import years
from bench.figure import Figure, in_turns
from bench.programs import COMMAND, ROOT, Programs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES: Final = (5_000, 36_500)
LARGEST_KB: Final = 400.0
_DAYS: Final = 90
_EMPTY: Final = """
import json, sys, typst
fonts = typst.Fonts(
    include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[1]]
)
page = b'#set document(title: "x")\\n#set text(font: "DejaVu Sans", lang: "en")\\n'
typst.Compiler(page, font_paths=fonts).compile(format="pdf", pdf_standards=["a-2a", "ua-1"])
if sys.argv[2:]:
    import psutil
    print(json.dumps({"mb": psutil.Process().memory_info().rss / 1e6}))
"""


def page(folder: Path, *, runs: int) -> Iterator[Figure]:
    """Save the page of 90 days of a ten-year diary, against an empty page with the same fonts."""
    programs = Programs(folder)
    empty = [sys.executable, "-c", _EMPTY, str(ROOT / "assets" / "fonts")]
    first = years.LAST - timedelta(days=_DAYS - 1)
    span = ["--from", first.isoformat(), "--to", years.LAST.isoformat()]
    for entries in SIZES:
        saved = folder / f"{entries}.pdf"
        report = [*COMMAND, "report", "--diary", str(years.kept(entries)), *span,
                  "--replace", "--out", str(saved)]  # fmt: skip
        report_s, empty_s = in_turns(
            runs, partial(programs.wall, report), partial(programs.wall, empty)
        )
        name = f"report, {entries:,} entries"
        yield Figure(name, report_s, empty_s, 4.0, "s", "typst's empty page")
        # Asked of the process itself: what its parent held when it was forked counts otherwise.
        empty_mb = programs.answer([*empty, "memory"])["mb"]
        report_mb = programs.peak_memory(report)
        yield Figure(f"{name}: memory", report_mb, empty_mb, 4.0, "MB", "typst's empty page")
        size = saved.stat().st_size / 1000
        yield Figure(f"{name}: file", size, LARGEST_KB, 1.0, "KB", "the most it may be")
