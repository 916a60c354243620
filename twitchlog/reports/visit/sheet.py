"""Turn the summary into what the page template prints: runs of text, pictures and measures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.visit import letters
from twitchlog.reports.visit.layout import LOOSE, Layout
from twitchlog.reports.visit.own_words import REST, say_rest, shortened
from twitchlog.reports.visit.pictures import caption
from twitchlog.reports.visit.printable import WIDEST_EM, printable
from twitchlog.reports.visit.prose import Prose, Run
from twitchlog.reports.visit.summary import LEAST
from twitchlog.translation import _, language

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.charts.two_hours import HourBars
    from twitchlog.reports.visit.summary import Block, Line, Table, VisitSummary

    Runs = list[list[Any]]

SIDE_MM: Final = 60.0
GUTTER_MM: Final = 6.0
_CELLS_EM: Final = (14.0, 9.0, 8.0)
"""A word up to this width fits each column of the tables on the page."""
_WHOLE: Final = Layout()
_LIKE_A_UNIT: Final = re.compile(r"[^\W\d_]/[^\W\d_]")
PAPERS: Final = {
    "a4": {"width": 210.0, "height": 297.0, "side": 15.0, "top": 11.0, "bottom": 12.0},
    "letter": {"width": 215.9, "height": 279.4, "side": 16.0, "top": 11.0, "bottom": 12.0},
}


def sheet(
    summary: VisitSummary,
    layout: Layout,
    *,
    paper: str,
    draw: Callable[[Layout], dict[str, str]],
    annex: dict[str, Any] | None = None,
    plain: bool = False,
) -> dict[str, Any]:
    """Return the page's data for the template; `draw` gives the pictures as SVG by name.

    `annex` is what `annex_sheet` makes of the pages after it: what was cut is said to be there.
    `plain` keeps to the letters of DejaVu Sans. `unknown` says whether a letter cannot be printed.
    """
    data = _page(summary, layout, paper, draw)
    data = letters.walked(data, lambda text: say_rest(text, annex=annex is not None))
    data["annex"] = annex
    texts: set[str] = set()

    def fit(text: str) -> str:
        texts.add(letters.shown(text, plain=plain))
        return letters.ordered(letters.shown(text, plain=plain))

    fitted: dict[str, Any] = letters.walked(data, fit)
    fitted["unknown"] = any(letters.UNKNOWN in text for text in texts)
    if fitted["unknown"]:
        fitted["note"] += " " + _("[?]: letters that cannot be printed.")
    fitted["fonts"] = list(letters.families(texts))
    fitted["units"] = any(map(_LIKE_A_UNIT.search, texts))
    fitted["heights"] = None
    fitted["earlier"] = {}
    return fitted


def _page(
    summary: VisitSummary, layout: Layout, paper: str, draw: Callable[[Layout], dict[str, str]]
) -> dict[str, Any]:
    pictures = draw(layout)
    header, signs = summary.header, summary.signs
    answers_step, words = layout.step_of("answers"), layout.words_of("answers")
    return {
        "lang": language(),
        "title": printable(header.title),
        "person": runs(header.person),
        "logged": runs(header.logged),
        "visit": printable(header.visit),
        "entries": printable(header.entries),
        "short_diary": runs(header.short_diary),
        "footer": printable(header.footer),
        "signs": {
            "heading": signs.heading,
            "rows": [[label, _signs(lines, layout)] for label, lines in signs.rows],
        },
        "answers": {
            "heading": _("The seven questions"),
            "head": [_("Question"), _("Answer from the diary")],
            "rows": [
                [
                    f"{answer.number} {answer.label}",
                    runs(answer.printed(step=answers_step, limit=words)),
                ]
                for answer in summary.answers
            ]
            + _since(summary, layout),
        },
        "map": {
            "heading": summary.body_map.heading,
            "svg": pictures["map"],
            "alt": printable(summary.body_map.alt),
            "caption": [[[text, False]] for text in summary.body_map.caption],
        },
        "entries_list": _entries(summary, layout),
        "day_by_day": _chart(summary.day_by_day, pictures.get("days", "")),
        "time_of_day": _chart(summary.time_of_day, pictures.get("hours", "")),
        **{name: _block(block, layout, name) for name, block in _blocks(summary).items()},
        "overleaf": _overleaf(summary, layout),
        "asked": _asked(summary, layout),
        "notes_heading": _("Notes at the visit") if summary.short else "",
        "note": summary.note,
        "words": {"page_of": _("Page {n} of {all}")},
        "layout": _measures(layout, paper),
    }


def runs(said: Prose, *, widest: float = WIDEST_EM) -> Runs:
    """Return prose as pairs of text and weight, fit to be printed."""
    return [[printable(run.text, widest=widest), run.bold] for run in said.runs]


def _measures(layout: Layout, paper: str) -> dict[str, Any]:
    page = PAPERS[paper]
    return {
        "page": page,
        "side": SIDE_MM,
        "gutter": GUTTER_MM,
        "main": main_mm(paper),
        "gap": layout.gap,
        "row_above": layout.row_above,
        "row_below": layout.row_below,
        "under_heading": layout.under_heading,
        "words_follow": layout.step > 0,
        "map": layout.map_mm,
        "chart": layout.chart_mm,
        "days": layout.days_mm,
        "columns": layout.columns.value,
        "loose": layout.step >= LOOSE,
    }


def main_mm(paper: str) -> float:
    """Return the width of the main column in millimetres."""
    page = PAPERS[paper]
    return page["width"] - 2 * page["side"] - SIDE_MM - GUTTER_MM


def _signs(lines: tuple[Line, ...], layout: Layout) -> list[list[Runs]]:
    """Return the statements of a row of the box, each with the user's words about it.

    On the fullest page these are left out, and it is said once where they are.
    """
    step = layout.step_of("signs")
    least = step >= LEAST
    printed = []
    for line in lines:
        words = runs(_own(line, layout.words_of("signs"))) if not least else []
        printed.append([runs(line.printed(step=step)), words])
    if least and any(line.shorter for line in lines):
        where = _("Where, since when and in which words: {rest}.").format(rest=REST)
        printed.append([runs(Prose((Run(where),))), []])
    return printed


def _since(summary: VisitSummary, layout: Layout) -> list[list[Any]]:
    """Return the row on what is new since the last visit; none without one."""
    row = summary.since_visit
    return [[row.label, runs(row.printed(step=layout.step_of("answers")))]] if row else []


def _blocks(summary: VisitSummary) -> dict[str, Block]:
    return {"medicines": summary.medicines, "tests": summary.tests, "triggers": summary.triggers}


def _block(block: Block, layout: Layout, name: str) -> dict[str, Any]:
    step, words = layout.step_of(name), layout.words_of(name)
    shown = block.printed(step=step)
    lines = [line.printed(step=step) + _own(line, words) for line in shown.lines]
    return {
        "heading": printable(shown.heading),
        "table": table(shown.table) if shown.table else None,
        "lines": [runs(line) for line in lines],
    }


def table(shown: Table) -> dict[str, Any]:
    """Return a table's names of columns and cells; long words in them break to fit narrow ones."""
    return {
        "head": list(shown.head),
        "rows": [
            [runs(cell, widest=widest) for cell, widest in zip(row, _CELLS_EM, strict=True)]
            for row in shown.rows
        ],
    }


def _own(line: Line, most: int) -> Prose:
    return Prose((Run(line.words(most)),)) if line.own_words else Prose()


def _overleaf(summary: VisitSummary, layout: Layout) -> dict[str, Any]:
    """Return what stands on page 2, uncut, and the headings that stand in its place on page 1."""
    blocks = {name: block for name, block in _blocks(summary).items() if name in layout.moved}
    headings = {}
    if "days" in layout.moved and summary.day_by_day is not None:
        headings["days"] = summary.day_by_day.headline
    elif "days" in layout.moved and summary.entry_list is not None:
        headings["days"] = summary.entry_list.heading
    headings |= {name: block.heading for name, block in blocks.items()}
    return {
        "stubs": {
            # The page is known once all is laid out.
            name: _("{heading}: see page {n}").format(heading=heading, n="{n}")
            for name, heading in headings.items()
        },
        "blocks": {name: _block(block, _WHOLE, name) for name, block in blocks.items()},
    }


def _entries(summary: VisitSummary, layout: Layout) -> dict[str, Any] | None:
    listed = summary.entry_list
    if listed is None:
        return None
    texts = (text for row in listed.rows for text in row.own_words)
    cut = not all(shortened(text, layout.words)[1] for text in texts)
    in_full = _("Own words in full: in the diary.")
    return {
        "heading": listed.heading,
        "head": list(listed.head),
        "rows": [[printable(cell) for cell in row.printed(layout.words)] for row in listed.rows],
        "days": f"{listed.days} {in_full}" if cut else listed.days,
    }


def _chart(chart: DayBars | HourBars | None, svg: str) -> dict[str, Any] | None:
    if chart is None:
        return None
    return {
        "heading": chart.headline,
        "alt": chart.alt,
        "svg": svg,
        "caption": runs(caption(chart)),
    }


def _asked(summary: VisitSummary, layout: Layout) -> dict[str, Any]:
    """Return the questions; what was cut off them is said once, after the last."""
    questions, most = summary.questions.asked, layout.most_asked
    shown = [shortened(words, layout.words_of("asked")) for words in questions[:most]]
    lines = [printable(quote) for quote, _whole in shown]
    if len(questions) > most:
        more = len(questions) - most
        lines[-1] += " " + _("And {n} more ({rest}).").format(n=more, rest=REST)
    elif not all(whole for _quote, whole in shown):
        lines[-1] += " " + f"({REST})"
    return {"heading": summary.questions.heading, "lines": lines}
