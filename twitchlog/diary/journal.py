"""Undo and redo: every operation leaves the images of the rows it changed, whatever the table."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, delete, func, insert, select, text, update

from twitchlog.diary import tables
from twitchlog.domain.changes import Changes
from twitchlog.domain.errors import NothingToUndo
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Connection, Table

STEPS_KEPT: Final = 200
"""How many steps can be undone; older images are let go."""

Row = dict[str, Any]

# Built once: a twitch is a handful of statements, and building them would double its time.
_INSERTS: Final = {table.name: insert(table) for table in tables.metadata.sorted_tables}
_DROP_UNDONE: Final = delete(tables.steps).where(tables.steps.c.undone == 1)


class _Changed(Exception):
    """A row is no longer as a step left it."""


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


@dataclass(slots=True)
class Operation:
    """Collects the row images of one named step; the only way in which rooms change rows."""

    connection: Connection
    name: str
    images: list[Image] = field(default_factory=list)
    step: int | None = None

    def insert(self, table: Table, row: Row) -> None:
        """Add one row; give every column."""
        self.connection.execute(_INSERTS[table.name], row)
        self.images.append(Image(table.name, None, dict(row)))

    def update(self, table: Table, key: Mapping[str, Any], values: Row) -> None:
        """Change the row with that key; nothing happens where it already holds the values."""
        before = self.row(table, key)
        if before is None or all(before[name] == value for name, value in values.items()):
            return
        self.connection.execute(update(table).where(_matches(table, key)).values(values))
        self.images.append(Image(table.name, before, before | values))

    def delete(self, table: Table, key: Mapping[str, Any]) -> Row | None:
        """Remove the row with that key and return it; None where there is none."""
        before = self.row(table, key)
        if before is not None:
            self.connection.execute(delete(table).where(_matches(table, key)))
            self.images.append(Image(table.name, before, None))
        return before

    def row(self, table: Table, key: Mapping[str, Any]) -> Row | None:
        """Return the row with that key, or None."""
        found = self.connection.execute(select(table).where(_matches(table, key))).mappings()
        first = found.first()
        return dict(first) if first is not None else None

    def changes(self) -> Changes:
        """Return what this operation changed."""
        return _changes(self.name, self.images, self.step)


def _matches(table: Table, key: Mapping[str, Any]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in key.items()))


def _changes(name: str, images: list[Image], step: int | None) -> Changes:
    sides = [side for image in images for side in (image.before, image.after) if side]
    days = {side["local_day"] for side in sides if "local_day" in side}
    kinds = frozenset(tables.KIND_OF[image.table] for image in images)
    return Changes(name, kinds, frozenset(date.fromisoformat(day) for day in days), step)


def record(operation: Operation, *, joins: int | None) -> None:
    """Write the operation's images as a step, or join them to step `joins` if it is the newest.

    What had been undone can no longer be redone, and steps beyond `STEPS_KEPT` are let go.
    """
    if not operation.images:
        return
    connection, steps = operation.connection, tables.steps
    if joins is not None and joins == connection.execute(select(func.max(steps.c.number))).scalar():
        held = connection.execute(
            select(steps.c.images, steps.c.name).where(steps.c.number == joins, steps.c.undone == 0)
        ).first()
        if held is not None:
            joined = _load(held.images) + operation.images
            connection.execute(
                update(steps).where(steps.c.number == joins).values(images=_dump(joined))
            )
            operation.step = joins
            return
    connection.execute(_DROP_UNDONE)
    written = connection.execute(
        _INSERTS[steps.name],
        {"name": operation.name, "undone": 0, "images": _dump(operation.images)},
    )
    operation.step = int(written.lastrowid)
    if operation.step % 20 == 0:
        connection.execute(delete(steps).where(steps.c.number <= operation.step - STEPS_KEPT))


def next_step(connection: Connection, *, redo: bool) -> tuple[int, str] | None:
    """Return number and name of the step that undo (or redo) would take, or None."""
    steps = tables.steps
    order = steps.c.number.asc() if redo else steps.c.number.desc()
    found = connection.execute(
        select(steps.c.number, steps.c.name)
        .where(steps.c.undone == int(redo))
        .order_by(order)
        .limit(1)
    ).first()
    return (int(found.number), str(found.name)) if found else None


def turn(connection: Connection, *, redo: bool) -> Changes | None:
    """Undo the newest step, or redo the one undone last.

    Where a row is no longer as the step left it, nothing is changed but the step is let go, so that
    those before it can still be reached; None says so. Raises NothingToUndo.
    """
    steps = tables.steps
    step = next_step(connection, redo=redo)
    if step is None:
        raise NothingToUndo(
            _("There is nothing to redo.") if redo else _("There is nothing to undo.")
        )
    number, name = step
    held = connection.execute(select(steps.c.images).where(steps.c.number == number)).scalar_one()
    images = _load(held)
    # Rows come back in the reverse order; in between, a child may stand without its parent.
    connection.execute(text("PRAGMA defer_foreign_keys=ON"))
    wanted = images if redo else [image.turned() for image in reversed(images)]
    try:
        with connection.begin_nested():
            for image in wanted:
                _apply(connection, image)
    except _Changed:
        connection.execute(delete(steps).where(steps.c.number == number))
        return None
    connection.execute(update(steps).where(steps.c.number == number).values(undone=int(not redo)))
    return _changes(name, images, number)


def _apply(connection: Connection, image: Image) -> None:
    table = tables.metadata.tables[image.table]
    key = {column.name: image.known[column.name] for column in table.primary_key}
    now = connection.execute(select(table).where(_matches(table, key))).mappings().first()
    if (dict(now) if now is not None else None) != image.before:
        raise _Changed
    if image.after is None:
        connection.execute(delete(table).where(_matches(table, key)))
    elif image.before is None:
        connection.execute(_INSERTS[table.name], image.after)
    else:
        connection.execute(update(table).where(_matches(table, key)).values(image.after))


def forget(connection: Connection, texts: set[str]) -> None:
    """Let go of every step whose images hold one of the ids in `texts`: it was erased for good."""
    steps = tables.steps
    for number, images in connection.execute(select(steps.c.number, steps.c.images)).all():
        if any(text_ in images for text_ in texts):
            connection.execute(delete(steps).where(steps.c.number == number))


def _dump(images: list[Image]) -> str:
    rows = [[image.table, image.before, image.after] for image in images]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _load(text_: str) -> list[Image]:
    return [
        Image(name, _completed(name, before), _completed(name, after))
        for name, before, after in json.loads(text_)
    ]


def _completed(name: str, row: Row | None) -> Row | None:
    return None if row is None else tables.completed(tables.metadata.tables[name], row)
