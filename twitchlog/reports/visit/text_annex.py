"""The annex as plain text, after the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.reports.visit.annex import Drawn, Maps, Under, Wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from twitchlog.reports.charts.spec import Spec
    from twitchlog.reports.visit.annex import Annex, Item


def annex_paragraphs(annex: Annex) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each part as its heading and its paragraphs, still to be wrapped."""
    for part in annex.parts:
        yield part.heading, tuple(text for item in part.items for text in _item(item))


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, Under):
        yield f"{item.heading}:"
    elif isinstance(item, Wide):
        yield from _rows(item.table.head, ([cell.plain for cell in row] for row in item.table.rows))
    elif isinstance(item, Maps):
        for body in item.maps:
            yield f"{body.heading}. {body.alt}"
    elif isinstance(item, Drawn):
        yield from _chart(item.chart)
    else:
        yield item.plain


def _chart(told: Spec) -> Iterator[str]:
    yield f"{told.headline}. {told.note}"
    yield from _rows(told.table.columns, (row.cells for row in told.table.rows))


def _rows(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the names of the columns, then each row: a cell says nothing by where it stands."""
    said = [", ".join(filter(None, row)) for row in rows]
    if said:
        yield f"{', '.join(head)}:"
        yield from said
