"""Row images: what a step changed, row by row, kept as text and put back or done again."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, bindparam, delete, insert, select, update

from twitchlog.diary import blocks, dialect, tables
from twitchlog.diary.blocks import Block, ChangedSince

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

Row = dict[str, Any]

LONG: Final = 100_000
"""From how many characters on images are packed: an import of ten years is one step."""
UNREADABLE: Final = (ValueError, KeyError, TypeError, AttributeError, zlib.error)
"""What images, and the rows of a thing in the bin, may raise where the file is damaged there."""
_PACKED: Final = "zlib:"
_MANY: Final = 50
_AT_ONCE: Final = 400


@dataclass(frozen=True, slots=True)
class Image:
    """One row before and after a change; None where it was not there."""

    table: str
    before: Row | None
    after: Row | None

    @property
    def known(self) -> Row:
        """The row itself, on whichever side it exists."""
        return self.after or self.before or {}

    def turned(self) -> Image:
        """Return the change that takes this one back."""
        return Image(self.table, self.after, self.before)


def dump(images: Sequence[Image | Block]) -> str:
    """Return images as text; a long one is packed."""
    rows = [
        [image.table, image.columns, image.rows]
        if isinstance(image, Block)
        else [image.table, image.before, image.after]
        for image in images
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    if len(text) < LONG:
        return text
    return _PACKED + base64.b64encode(zlib.compress(text.encode(), 1)).decode()


def unpacked(text: str) -> str:
    """Return the JSON of images that `dump` wrote; raise what is `UNREADABLE`."""
    if not text.startswith(_PACKED):
        return text
    return zlib.decompress(base64.b64decode(text.removeprefix(_PACKED))).decode()


def searchable(text: str) -> str | None:
    """Return images as text to look for ids and hashes in; None where they are damaged."""
    try:
        return unpacked(text)
    except UNREADABLE:
        return None


def load(text: str) -> list[Image | Block]:
    """Return the images that `dump` wrote, each row with every column of today.

    Raises what is `UNREADABLE` where they are damaged.
    """
    images: list[Image | Block] = []
    for name, before, after in json.loads(unpacked(text)):
        if isinstance(before, list):
            images.append(blocks.completed(Block(name, tuple(before), after)))
        else:
            images.append(Image(name, _completed(name, before), _completed(name, after)))
    return images


def matches(table: Table, key: Mapping[str, Any]) -> ColumnElement[bool]:
    """Return the condition that picks the row with that key."""
    return and_(*(table.c[name] == value for name, value in key.items()))


def apply(connection: Connection, images: Sequence[Image | Block]) -> None:
    """Make every change; raise ChangedSince where a row is not as it was before it."""
    for _kind, group in groupby(images, type):
        alike = list(group)
        if isinstance(alike[0], Block):
            for block in alike:
                assert isinstance(block, Block)
                blocks.apply(connection, block)
        else:
            _apply_rows(connection, [image for image in alike if isinstance(image, Image)])


def _apply_rows(connection: Connection, images: Sequence[Image]) -> None:
    for (name, is_new, is_gone), group in groupby(
        images, lambda image: (image.table, image.before is None, image.after is None)
    ):
        alike, table = list(group), tables.metadata.tables[name]
        if len(alike) < _MANY or is_new == is_gone:
            for image in alike:
                _apply_one(connection, table, image)
        else:
            _apply_many(connection, table, alike)


def _apply_one(connection: Connection, table: Table, image: Image) -> None:
    key = {column.name: image.known[column.name] for column in table.primary_key}
    now = connection.execute(select(table).where(matches(table, key))).mappings().first()
    if (dict(now) if now is not None else None) != image.before:
        raise ChangedSince
    if image.after is None:
        connection.execute(delete(table).where(matches(table, key)))
    elif image.before is None:
        dialect.put(connection, table, image.after)
    else:
        connection.execute(update(table).where(matches(table, key)).values(image.after))


def _apply_many(connection: Connection, table: Table, images: list[Image]) -> None:
    """Add many rows, or take many away, in as few statements as can be."""
    names = [column.name for column in table.primary_key]
    # By the key's first column alone: SQLite finds no index for a comparison of several at once.
    first = table.c[names[0]]
    gone = delete(table).where(*(table.c[name] == bindparam(f"key_{name}") for name in names))
    for some in _chunks(images):
        keys = [tuple(image.known[name] for name in names) for image in some]
        found = connection.execute(
            select(table).where(first.in_({each[0] for each in keys}))
        ).mappings()
        there = {tuple(row[name] for name in names): dict(row) for row in found}
        wanted = [image.before for image in some]
        if [there.get(each) for each in keys] != wanted:
            raise ChangedSince
        if some[0].after is None:
            connection.execute(
                gone, [{f"key_{name}": image.known[name] for name in names} for image in some]
            )
        else:
            connection.execute(insert(table), [image.known for image in some])


def _chunks(images: list[Image]) -> Iterator[list[Image]]:
    for start in range(0, len(images), _AT_ONCE):
        yield images[start : start + _AT_ONCE]


def _completed(name: str, row: Row | None) -> Row | None:
    return None if row is None else tables.completed(tables.metadata.tables[name], row)
