"""Two at one entry: a form that saves over what another changed meanwhile is told, not obeyed.

A form says what it was opened with. Whatever room writes it, what it makes of the entry is compared
with what there is by then: where it would undo a change of another program, it is rolled back. What
this program wrote itself, undo included, is never taken for another's.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog.diary import tables
from twitchlog.diary.images import Image
from twitchlog.domain.errors import ChangedElsewhere, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Connection, Table

    from twitchlog.diary.blocks import Block
    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation

_REMEMBERED: Final = 5_000
_NOT_CHANGED: Final = frozenset({"id", "made", "factors"})
"""Fields that no form changes: what names a thing, and what is looked up for it."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a form was opened with (None: nothing was there), and how that is read again.

    Its row is the one with `key` in the table's column `column`; without a column, all are.
    """

    table: Table
    column: str
    key: str
    opened: object | None
    read: Callable[[], object | None]

    def row(self, connection: Connection) -> Row | None:
        """Return the row as it is now, the one written last where there are several."""
        query = select(self.table).order_by(self.table.c.updated_ms.desc()).limit(1)
        if self.column:
            query = query.where(self.table.c[self.column] == self.key)
        found = connection.execute(query).mappings().first()
        return dict(found) if found is not None else None


class _State(threading.local):
    """What one thread is about to write."""

    expected: Expected | None = None
    insists = False
    yields = False
    reads: Connection | None = None


class Edits:
    """The edits of an open diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._state = _State()
        self._left: dict[tuple[str, str], Row | None] = {}

    @contextmanager
    def expecting(self, expected: Expected | None) -> Iterator[None]:
        """Let the next step raise ChangedElsewhere where it would undo another's change."""
        self._state.expected = expected = None if self._state.insists else expected
        try:
            yield
        except NotFound:
            if expected is not None:
                with self._diary.reading() as connection:
                    self._say_removed(connection, expected)
            raise
        finally:
            self._state.expected = None

    @contextmanager
    def insisting(self) -> Iterator[None]:
        """Let steps go through whatever was expected; undo brings back what was there."""
        self._state.insists = True
        try:
            yield
        finally:
            self._state.insists = False

    @contextmanager
    def yielding(self) -> Iterator[None]:
        """Leave what others wrote: steps change nothing, and to undo one brings what it says."""
        self._state.yields = True
        try:
            with self.insisting():
                yield
        finally:
            self._state.yields = False

    @contextmanager
    def watch(self, operation: Operation) -> Iterator[None]:
        """Compare what an operation makes of an entry with what others made of it meanwhile."""
        expected, self._state.expected = self._state.expected, None
        connection = operation.connection
        there = self._read(connection, expected) if expected is not None else None
        if expected is None or not self._by_another(connection, expected, there):
            yield
        else:
            row = expected.row(connection)
            if there is None:
                self._say_removed(connection, expected)
            yield
            mine = self._read(connection, expected)
            if row is not None and clashes(expected.opened, mine, there):
                raise self._told(expected, mine, there, row["updated_ms"], row["device"])
        if self._state.yields and operation.images:
            operation.take_back()

    def wrote(self, images: Iterable[Image | Block]) -> None:
        """Remember how this program left the rows of a step that is committed."""
        for image in images:
            if isinstance(image, Image) and "id" in image.known:
                key = (image.table, image.known["id"])
                self._left.pop(key, None)
                self._left[key] = image.after
        while len(self._left) > _REMEMBERED:
            del self._left[next(iter(self._left))]

    def forget(self) -> None:
        """Know of no row any more: another file has come in the place of the diary's."""
        self._left.clear()

    @property
    def insists(self) -> bool:
        """Whether it was answered whose change stays."""
        return self._state.insists

    @property
    def reads(self) -> Connection | None:
        """The connection of the step under way, where its own rows are to be read."""
        return self._state.reads

    def _read(self, connection: Connection, expected: Expected) -> object | None:
        self._state.reads = connection
        try:
            return expected.read()
        finally:
            self._state.reads = None

    def _by_another(self, connection: Connection, expected: Expected, there: object | None) -> bool:
        """Whether the entry is not as it was, and this program did not leave it so."""
        if plain(there) == plain(expected.opened) or not self._diary.others_wrote(connection):
            return False
        row = expected.row(connection)
        held = row["id"] if row is not None and "id" in row else expected.key
        key = (expected.table.name, held)
        return key not in self._left or self._left[key] != row

    def _say_removed(self, connection: Connection, expected: Expected) -> None:
        """Raise ChangedElsewhere where another program moved the entry to the bin."""
        mine = self._left.get((expected.table.name, expected.key), {}) is None
        if mine or not self._diary.others_wrote(connection):
            return
        own = tables.bin_.c
        query = select(own.utc_ms).where(own.id == expected.key)
        removed = connection.execute(query).scalar()
        if removed is not None:
            raise self._told(expected, None, None, removed, "")

    def _told(
        self, expected: Expected, mine: object | None, there: object | None, at_ms: int, device: str
    ) -> ChangedElsewhere:
        here = device == self._diary.device
        return ChangedElsewhere(
            opened=expected.opened, mine=mine, there=there, at_ms=at_ms, here=here, key=expected.key
        )


def plain(value: object | None) -> dict[str, Any]:
    """Return what a form may change of a thing, by name; what a mapping holds one by one."""
    if value is None:
        return {}
    items = (
        dict(value)
        if isinstance(value, Mapping)
        else {each.name: getattr(value, each.name) for each in fields(value)}
        if is_dataclass(value)
        else {"": value}
    )
    found: dict[str, Any] = {}
    for name, held in items.items():
        if name in _NOT_CHANGED:
            continue
        if isinstance(held, Mapping):
            found |= {f"{name}.{key}": each for key, each in held.items()}
        else:
            found[str(name)] = held
    return found


def clashes(opened: object | None, mine: object | None, there: object | None) -> bool:
    """Whether something that was changed there since is lost with what is written here."""
    before, here, now = plain(opened), plain(mine), plain(there)
    return any(
        before.get(name) != now.get(name) != here.get(name) for name in before.keys() | now.keys()
    )
