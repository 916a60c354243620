"""Which page is of which table: followed from the file's own list of tables down its trees."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.diary.rescue import cells
from twitchlog.diary.rescue.cells import INDEX_INNER, INDEX_LEAF, TABLE_INNER, TABLE_LEAF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from twitchlog.diary.rescue.cells import Value
    from twitchlog.diary.rescue.pages import Pages

_LISTED: Final = frozenset({"table", "index", "trigger", "view"})
_LIST: Final = "sqlite_schema"
_TABLE_KINDS: Final = frozenset({TABLE_LEAF, TABLE_INNER})
_INDEX_KINDS: Final = frozenset({INDEX_LEAF, INDEX_INNER})


@dataclass(frozen=True, slots=True)
class Tree:
    """Where the rows of one table, or of one index, begin."""

    name: str
    is_index: bool
    root: int
    kinds: frozenset[int]


def is_listing(row: tuple[Value, ...]) -> bool:
    """Whether a row is one of the list of tables itself."""
    return len(row) == 5 and row[0] in _LISTED


def find(pages: Pages) -> Mapping[int, tuple[Tree, ...]]:
    """Return, for each page that a tree reaches, those trees: two where one is damaged."""
    found: dict[int, list[Tree]] = defaultdict(list)
    for tree in _trees(pages):
        for number in _walk(pages, tree):
            found[number].append(tree)
    return {number: tuple(trees) for number, trees in found.items()}


def _trees(pages: Pages) -> Iterator[Tree]:
    """Yield the trees that the list of tables names, and that list."""
    whole = Tree(_LIST, is_index=False, root=1, kinds=_TABLE_KINDS)
    yield whole
    for number in _walk(pages, whole):
        data = pages.page(number)
        page = cells.open_page(number, data) if data else None
        if page is None or page.kind != TABLE_LEAF:
            continue
        for cell in cells.cells(pages, page):
            row = cell.values
            if is_listing(row) and isinstance(row[3], int) and row[3] > 1:
                is_index = row[0] == "index"
                by_key = is_index or "WITHOUT ROWID" in str(row[4]).upper()
                kinds = _INDEX_KINDS if by_key else _TABLE_KINDS
                yield Tree(str(row[1]), is_index, row[3], kinds)


def _walk(pages: Pages, tree: Tree) -> Iterator[int]:
    """Yield the pages below a root; one of another kind is where a branch is damaged."""
    waiting, seen = [tree.root], set()
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        data = pages.page(number)
        page = cells.open_page(number, data) if data else None
        if page is not None and page.kind not in tree.kinds:
            continue
        yield number
        if page is not None:
            waiting.extend(cells.children(page, number))
