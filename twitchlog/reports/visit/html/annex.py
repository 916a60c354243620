"""The annex as parts of the web page, after the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.picture import POINTS_A_MM, to_print
from twitchlog.reports.visit import figure
from twitchlog.reports.visit.annex import Drawn, Maps, Under, Wide
from twitchlog.reports.visit.html.markup import (
    NOTHING,
    Html,
    joined,
    lines,
    said,
    scrolled,
    section,
    table,
    tag,
    words,
)
from twitchlog.reports.visit.html.pictures import inline
from twitchlog.reports.visit.layout import MAP_MM
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.reports.charts.spec import Spec
    from twitchlog.reports.visit.annex import Annex, Item
    from twitchlog.reports.visit.summary import BodyMap

_WIDE_MM: Final = 160.0


def annex_sections(annex: Annex) -> Iterator[Html]:
    """Yield each part under its heading."""
    for number, part in enumerate(annex.parts):
        name = f"annex-{number}"
        items = (_item(item, f"{name}-{at}", part.heading) for at, item in enumerate(part.items))
        yield section(part.heading, *items, id_=name, class_="wide annex")


def _item(item: Item, name: str, heading: str) -> Html:
    if isinstance(item, Under):
        return tag("h3", words(item.heading))
    if isinstance(item, Wide):
        rows = [tuple(map(said, row)) for row in item.table.rows]
        return scrolled(table(item.table.head, rows), heading)
    if isinstance(item, Maps):
        maps = (_map(body, f"{name}-{at}") for at, body in enumerate(item.maps))
        return tag("div", *maps, class_="maps")
    if isinstance(item, Drawn):
        return _chart(item.chart, name)
    return lines(said(item))


def _map(body: BodyMap, name: str) -> Html:
    svg = figure.draw(body, height_mm=MAP_MM)
    caption = joined((tag("strong", words(body.heading)), words(body.caption[0])), "<br>")
    drawing = inline(svg, name, body.heading, body.alt)
    return tag("figure", drawing, tag("figcaption", caption))


def _chart(told: Spec, name: str) -> Html:
    """Return a chart with its exact values folded."""
    height = told.height(_WIDE_MM * POINTS_A_MM) / POINTS_A_MM
    svg = to_print(told, width_mm=_WIDE_MM, height_mm=height).decode()
    drawing = inline(svg, name, told.headline, told.alt)
    rows = [tuple(map(words, row.cells)) for row in told.table.rows]
    values = scrolled(table(told.table.columns, rows), told.headline)
    folded = tag("details", tag("summary", words(_("The exact values"))), values)
    return joined(
        (
            tag("h3", words(told.headline)),
            tag("figure", drawing, tag("figcaption", words(told.note))),
            folded if rows else NOTHING,
        ),
        "",
    )
