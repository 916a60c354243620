"""Undo and redo: every operation leaves the images of the rows it changed, whatever the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, func, insert, select, update

from twitchlog.diary import blocks, phrase_text, tables
from twitchlog.diary.blocks import Block, ChangedSince
from twitchlog.diary.dialect import LateForeignKeys, put, roomy, run
from twitchlog.diary.images import (
    UNREADABLE,
    Image,
    Row,
    apply,
    dump,
    load,
    matches,
    searchable,
)
from twitchlog.domain.changes import Changes
from twitchlog.domain.errors import NothingToUndo
from twitchlog.domain.phrase import shown
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table

    from twitchlog.domain.phrase import Phrase

STEPS_KEPT: Final = 200
"""How many steps of a device can be undone; older images are let go."""

_STEPS: Final = tables.steps.c
_LIVE: Final = select(func.coalesce(func.max(_STEPS.number), 0)).where(
    _STEPS.undone == 0, _STEPS.device == bindparam("whose")
)
# What is undone stands behind all that is not: no need to look through the steps for it.
_DROP_UNDONE: Final = delete(tables.steps).where(
    _STEPS.number > _LIVE.scalar_subquery(),
    _STEPS.undone == 1,
    _STEPS.device == bindparam("whose"),
)
_PLACES: Final = select(
    _STEPS.number,
    func.row_number()
    .over(partition_by=_STEPS.device, order_by=_STEPS.number.desc())
    .label("place"),
).subquery()
_DROP_OLD: Final = delete(tables.steps).where(
    _STEPS.number.in_(select(_PLACES.c.number).where(_PLACES.c.place > bindparam("kept")))
)


@dataclass(slots=True)
class Operation:
    """Collects the row images of one named step; the only way in which rooms change rows."""

    connection: Connection
    name: Phrase
    device: str
    session: str
    images: list[Image | Block] = field(default_factory=list)
    step: int | None = None

    def insert(self, table: Table, row: Row) -> None:
        """Add one row; give every column."""
        put(self.connection, table, row)
        self.images.append(Image(table.name, None, dict(row)))

    def insert_many(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows; give every column. Many times as quick as one by one."""
        if rows:
            self.connection.execute(insert(table), rows)
            self.images += [Image(table.name, None, row) for row in rows]

    def insert_block(self, table: Table, rows: list[tuple[Any, ...]]) -> None:
        """Add rows given as the values of every column, in the table's order.

        The quickest way there is, for an import: past the ORM's and Core's handling of each row.
        """
        if rows:
            self.images.append(blocks.add(self.connection, table, rows))

    def update(self, table: Table, key: Mapping[str, Any], values: Row) -> None:
        """Change the row with that key; nothing happens where it already holds the values."""
        before = self.row(table, key)
        if before is None or all(before[name] == value for name, value in values.items()):
            return
        self.connection.execute(update(table).where(matches(table, key)).values(values))
        self.images.append(Image(table.name, before, before | values))

    def delete(self, table: Table, key: Mapping[str, Any]) -> Row | None:
        """Remove the row with that key and return it; None where there is none."""
        before = self.row(table, key)
        if before is not None:
            self.connection.execute(delete(table).where(matches(table, key)))
            self.images.append(Image(table.name, before, None))
        return before

    def row(self, table: Table, key: Mapping[str, Any]) -> Row | None:
        """Return the row with that key, or None."""
        found = self.connection.execute(select(table).where(matches(table, key))).mappings()
        first = found.first()
        return dict(first) if first is not None else None

    def take_back(self) -> None:
        """Undo what was done so far, and keep that as what this step does."""
        self.images = [image.turned() for image in reversed(self.images)]
        self.connection.execute(LateForeignKeys())
        apply(self.connection, self.images)

    def changes(self) -> Changes:
        """Return what this operation changed."""
        return changes_of(shown(self.name), self.images, self.step)


def changes_of(name: str, images: Sequence[Image | Block], step: int | None = None) -> Changes:
    """Return which kinds of things and which days these images are of."""
    days: set[str] = set()
    for image in images:
        if isinstance(image, Block):
            days |= image.days()
        else:
            sides = (side for side in (image.before, image.after) if side)
            days |= {side["local_day"] for side in sides if "local_day" in side}
    kinds = frozenset(tables.KIND_OF[image.table] for image in images)
    return Changes(name, kinds, frozenset(date.fromisoformat(day) for day in days), step)


def record(operation: Operation, *, joins: int | None, renames: Phrase | None = None) -> bool:
    """Write the operation's images as a step, or join them to `joins` if it is one's own newest.

    Returns whether it is a new step. One that is joined keeps its name, or takes `renames`.

    What the device had undone it can no longer redo; its steps beyond `STEPS_KEPT` are let go.
    """
    connection, steps, device = operation.connection, tables.steps, operation.device
    if joins is not None and joins == _newest(connection, device):
        held = connection.execute(
            select(steps.c.images, steps.c.name).where(steps.c.number == joins, steps.c.undone == 0)
        ).first()
        if held is not None:
            joined = load(held.images) + operation.images
            name = held.name if renames is None else phrase_text.dump(renames)
            connection.execute(
                update(steps).where(steps.c.number == joins).values(images=dump(joined), name=name)
            )
            operation.step = joins
            return False
    run(connection, _DROP_UNDONE, {"whose": device})
    operation.step = put(
        connection,
        steps,
        {
            "name": phrase_text.dump(operation.name),
            "undone": 0,
            "device": device,
            "session": operation.session,
            "images": dump(operation.images),
        },
    )
    if operation.step % 20 == 0:
        connection.execute(_DROP_OLD, {"kept": STEPS_KEPT})
    return True


def _newest(connection: Connection, device: str) -> int | None:
    query = select(_STEPS.number).where(_STEPS.device == device).order_by(_STEPS.number.desc())
    found: int | None = connection.execute(query.limit(1)).scalar()
    return found


def next_step(connection: Connection, device: str, *, redo: bool) -> tuple[int, str] | None:
    """Return number and name of the device's step that undo (or redo) would take, or None."""
    steps = tables.steps
    order = steps.c.number.asc() if redo else steps.c.number.desc()
    found = connection.execute(
        select(steps.c.number, steps.c.name)
        .where(steps.c.undone == int(redo), steps.c.device == device)
        .order_by(order)
        .limit(1)
    ).first()
    return (int(found.number), shown(phrase_text.load(found.name))) if found else None


class Stale(Exception):
    """Step `number` cannot be turned. Roll back, and `let_go` of it.

    A row is no longer as it left it, or what the step kept is `damaged`.

    No savepoint does that: with one, SQLite's time for a step of very many rows grows as its square
    (their pages are kept in memory, in a list that is walked from its start).
    """

    def __init__(self, number: int, *, damaged: bool = False) -> None:
        super().__init__(f"step {number}")
        self.number, self.damaged = number, damaged


def let_go(connection: Connection, number: int) -> None:
    """Forget a step that cannot be turned, so that those before it can still be reached."""
    connection.execute(delete(tables.steps).where(tables.steps.c.number == number))


def turn(
    connection: Connection, device: str, *, redo: bool
) -> tuple[Changes, Sequence[Image | Block]]:
    """Undo the device's newest step, or redo what it undid last; return what changed, and how.

    Raises NothingToUndo or Stale.
    """
    steps = tables.steps
    step = next_step(connection, device, redo=redo)
    if step is None:
        raise NothingToUndo(
            _("There is nothing to redo.") if redo else _("There is nothing to undo.")
        )
    number, name = step
    held = connection.execute(select(steps.c.images).where(steps.c.number == number)).scalar_one()
    try:
        images = load(held)
    except UNREADABLE:
        raise Stale(number, damaged=True) from None
    # Rows come back in the reverse order; in between, a child may stand without its parent.
    connection.execute(LateForeignKeys())
    wanted = images if redo else [image.turned() for image in reversed(images)]
    try:
        with roomy(connection):
            apply(connection, wanted)
    except ChangedSince:
        raise Stale(number) from None
    connection.execute(update(steps).where(steps.c.number == number).values(undone=int(not redo)))
    return changes_of(name, images, number), wanted


def forget(connection: Connection, texts: set[str]) -> None:
    """Let go of every step whose images hold one of the ids in `texts`: it was erased for good.

    One that is damaged may hold it, and can be undone by nobody.
    """
    steps = tables.steps
    for number, images in connection.execute(select(steps.c.number, steps.c.images)).all():
        held = searchable(images)
        if held is None or any(text_ in held for text_ in texts):
            connection.execute(delete(steps).where(steps.c.number == number))
