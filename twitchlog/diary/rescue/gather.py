"""Gather every row that a damaged file still holds, page by page, and say which table it is of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary.rescue import cells, owners
from twitchlog.diary.rescue.cells import INDEX_LEAF, TABLE_INNER, TABLE_LEAF, Page
from twitchlog.diary.rescue.shapes import LEFT, SHAPES, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from twitchlog.diary.rescue.cells import Cell
    from twitchlog.diary.rescue.owners import Tree
    from twitchlog.diary.rescue.pages import Pages

_HEAD: Final = 8
_EVERY: Final = 50
"""After so many pages it is said how far the reading has come."""


@dataclass(frozen=True, slots=True)
class Found:
    """One row: its table ("" where that cannot be told), and its values by column, or in order."""

    table: str
    row: dict[str, Any]


def gather(pages: Pages, progress: Callable[[int, int], None] | None = None) -> Iterator[Found]:
    """Yield every row there is; the same row may come twice, in two states.

    What follows from other rows (`derived`), indexes and the list of tables are left out.
    """
    owned = owners.find(pages)
    for number, data in pages.all():
        if progress is not None and number % _EVERY == 0:
            progress(number, pages.count)
        yield from _of_page(pages, number, data, owned.get(number, ()))


def _of_page(pages: Pages, number: int, data: bytes, trees: Sequence[Tree]) -> Iterator[Found]:
    ours = [SHAPES[tree.name] for tree in trees if not tree.is_index and tree.name in SHAPES]
    page = cells.open_page(number, data)
    if page is None:
        for each in ours:  # a page of this table whose first bytes are damaged
            kind = TABLE_LEAF if each.numbered else INDEX_LEAF
            yield from _told(each, _carved(pages, Page(kind, data, (), _HEAD), each, ()))
        return
    if page.kind == TABLE_INNER:
        return
    read = [each for each in cells.cells(pages, page) if not owners.is_listing(each.values)]
    shape = ours[0] if len(ours) == 1 else _best(read, ours)
    fitting = [] if shape is None else _fitting(read, shape)
    if not fitting:
        shape = _told_by_rows(page, read, trees)
        if shape is None:
            if (ours or not trees) and _belongs_to_a_diary(page, read):
                yield from (Found("", {"values": list(cell.values)}) for cell in read)
            return
        fitting = _fitting(read, shape)
    if shape is None or shape.name in LEFT:
        return
    yield from _told(shape, fitting)
    if len(fitting) < len(read):
        whole = {cell.at for cell in fitting}
        yield from (
            Found("", {"table": shape.name, "values": list(cell.values)})
            for cell in read
            if cell.at not in whole
        )
    if len(fitting) < len(page.starts):
        yield from _told(shape, _carved(pages, page, shape, fitting))


def _told_by_rows(page: Page, read: Sequence[Cell], trees: Sequence[Tree]) -> Shape | None:
    """Return the table that the rows of a page tell, where the list of tables does not say it.

    A page that an index leads to is one of its own but where a branch is damaged, so its first row
    must bear the sign of a table.
    """
    if not trees or any(tree.name in SHAPES for tree in trees):
        return _best(read, _signed(page, read))
    if all(tree.is_index for tree in trees):
        return _best(read, [each for each in _signed(page, read[:1]) if each.has_sign])
    return None


def _fitting(read: Sequence[Cell], shape: Shape) -> list[Cell]:
    return [cell for cell in read if shape.fits(cell.values)]


def _told(shape: Shape, found: Sequence[Cell]) -> Iterator[Found]:
    for cell in found:
        yield Found(shape.name, shape.named(cell.number, cell.values))


def _rows(read: Sequence[Cell], shape: Shape) -> list[tuple[Any, ...]]:
    return [cell.values for cell in read if shape.fits(cell.values)]


def _best(read: Sequence[Cell], shapes: Sequence[Shape]) -> Shape | None:
    """Return the table that most rows of a page fit, None where it is none, or one of several."""
    scored = []
    for shape in shapes:
        rows = _rows(read, shape)
        if rows:
            scored.append((len(rows), sum(map(shape.surely, rows)), shape.name))
    scored.sort(reverse=True)
    if not scored or (len(scored) > 1 and scored[0][:2] == scored[1][:2]):
        return None
    return SHAPES[scored[0][2]]


def _signed(page: Page, read: Sequence[Cell]) -> list[Shape]:
    """Return the tables that a page may be of, where nothing but its rows tells."""
    numbered = page.kind == TABLE_LEAF
    return [
        shape
        for shape in SHAPES.values()
        if shape.numbered == numbered and any(map(shape.surely, _rows(read, shape)))
    ]


def _belongs_to_a_diary(page: Page, read: Sequence[Cell]) -> bool:
    """Whether rows that fit no table may be of one: not those of indexes, lists and word counts."""
    return page.kind == TABLE_LEAF and not any(
        len(cell.values) < 4 or any(isinstance(value, bytes) for value in cell.values)
        for cell in read
    )


def _carved(pages: Pages, page: Page, shape: Shape, found: Sequence[Cell]) -> list[Cell]:
    """Return rows that the page holds without saying where: its first bytes are damaged.

    Only what is whole and fits in every way counts; what was erased is zeros by then.
    """
    taken = sorted((cell.at, cell.end) for cell in found)
    loose = replace(page, body=_HEAD)
    carved = []
    at = _HEAD
    while at < pages.usable:
        if taken and at >= taken[0][0]:
            at = max(at, taken.pop(0)[1])
            continue
        cell = cells.cell(pages, loose, at)
        if cell is not None and _is_sound(shape, cell):
            carved.append(cell)
            at = cell.end
        else:
            at += 1
    return carved


def _is_sound(shape: Shape, cell: Cell) -> bool:
    return (
        not cell.cut
        and cell.exact
        and shape.fits(cell.values)
        and (shape.numbered or shape.surely(cell.values))
        and not any("\ufffd" in value for value in cell.values if isinstance(value, str))
    )
