"""Turn the annex into what the template prints: headings, tables, texts and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.charts.picture import POINTS_A_MM, to_print
from twitchlog.reports.charts.spec import WIDE_FROM
from twitchlog.reports.visit import figure
from twitchlog.reports.visit.annex import Drawn, Maps, Under, Wide
from twitchlog.reports.visit.layout import MAP_MM
from twitchlog.reports.visit.printable import printable
from twitchlog.reports.visit.sheet import PAPERS, runs

if TYPE_CHECKING:
    from twitchlog.reports.charts.spec import Spec
    from twitchlog.reports.visit.annex import Annex, Item

_CELL_PT: Final = 9.0
_SMALLER: Final = 9.0 / 11.0
"""The smallest type of the screen's charts, 11 dp, is 9 pt on paper."""


def annex_sheet(annex: Annex, *, paper: str) -> dict[str, Any]:
    """Return the annex as data for the template, its pictures as SVG."""
    page = PAPERS[paper]
    wide = page["width"] - 2 * page["side"]
    return {
        "parts": [
            {
                "heading": printable(part.heading),
                "items": [_item(item, wide) for item in part.items],
            }
            for part in annex.parts
        ]
    }


def _item(item: Item, wide: float) -> dict[str, Any]:
    if isinstance(item, Under):
        return {"kind": "under", "text": printable(item.heading)}
    if isinstance(item, Wide):
        return _table(item, wide)
    if isinstance(item, Maps):
        return {"kind": "maps", "maps": [_map(body) for body in item.maps]}
    if isinstance(item, Drawn):
        return _chart(item.chart, wide)
    return {"kind": "text", "runs": runs(item)}


def _table(item: Wide, wide: float) -> dict[str, Any]:
    """Return a table; a word that its column has no room for gets places to break."""
    shares = [width / sum(item.widths) for width in item.widths]
    ems = [max(3.0, share * wide * POINTS_A_MM / _CELL_PT - 1) for share in shares]
    return {
        "kind": "table",
        "widths": list(item.widths),
        "head": list(item.table.head),
        "rows": [
            [runs(cell, widest=room) for cell, room in zip(row, ems, strict=True)]
            for row in item.table.rows
        ],
    }


def _map(body: Any) -> dict[str, Any]:
    return {
        "heading": printable(body.heading),
        "svg": figure.draw(body, height_mm=MAP_MM),
        "alt": printable(f"{body.heading}. {body.alt}"),
        "caption": printable(body.caption[0]),
    }


def _chart(chart: Spec, wide: float) -> dict[str, Any]:
    drawn = wide / _SMALLER
    # As high as in a narrow window: three of them stand on a page.
    height = chart.height(min(drawn * POINTS_A_MM, WIDE_FROM - 1)) / POINTS_A_MM
    return {
        "kind": "chart",
        "heading": printable(chart.headline),
        "svg": to_print(chart, width_mm=drawn, height_mm=height).decode(),
        "alt": printable(chart.alt),
        "width": wide,
        "height": height * _SMALLER,
        "caption": printable(chart.note),
    }
