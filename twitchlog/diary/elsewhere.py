"""Notice what other windows, commands and computers wrote to the same diary.

A new step says so by itself; whatever else is written makes a row in `writes`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, func, select

from twitchlog.diary import journal, tables
from twitchlog.diary.dialect import put
from twitchlog.diary.images import LONG, load
from twitchlog.domain.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection, ScalarSelect, Table

ANYTHING: Final = Changes("", frozenset(tables.KIND_OF.values()), everything=True)
KEPT: Final = 200
"""How many writes stay to be told; who looks too seldom is told that anything may have changed."""
_MOST_DAYS: Final = 40
_STEPS, _WRITES = tables.steps, tables.writes


def _newest(table: Table) -> ScalarSelect[int]:
    return select(func.coalesce(func.max(table.c.number), 0)).scalar_subquery()


_MARKS: Final = select(_newest(_STEPS), _newest(_WRITES))


def _by_others(table: Table) -> ColumnElement[bool]:
    return (table.c.number > bindparam("seen")) & (table.c.session != bindparam("mine"))


_NEW_STEPS: Final = select(
    func.length(_STEPS.c.images).label("length"),
    # A step of very many rows is not read for its days: most of what is shown is of them.
    func.substr(_STEPS.c.images, 1, LONG).label("images"),
).where(_by_others(_STEPS))
_NEW_WRITES: Final = select(_WRITES.c.kinds, _WRITES.c.days).where(_by_others(_WRITES))


def note(connection: Connection, session: str, changes: Changes) -> None:
    """Write down, in the transaction of a write that makes no new step, what it changes."""
    known = len(changes.days) <= _MOST_DAYS and not changes.everything
    row = {
        "session": session,
        "kinds": ",".join(sorted(changes.kinds)),
        "days": ",".join(sorted(map(str, changes.days))) if known else "*",
    }
    number = put(connection, _WRITES, row)
    if number % KEPT == 0:
        connection.execute(delete(_WRITES).where(_WRITES.c.number <= number - KEPT))


def forget_days(connection: Connection) -> None:
    """Let go of which days were touched: something was erased for good."""
    connection.execute(_WRITES.update().values(days="*"))


class Elsewhere:
    """What one running program has heard of; all others are elsewhere, also on this computer."""

    def __init__(self, session: str, connection: Connection) -> None:
        self._session = session
        self._seen = self._start = self._marks(connection)
        self._any = False

    def any_yet(self, connection: Connection) -> bool:
        """Whether others have written since this program opened the diary."""
        if not self._any:
            steps, writes = self._start
            mine = self._session
            self._any = (
                connection.execute(_NEW_STEPS, {"seen": steps, "mine": mine}).first() is not None
                or connection.execute(_NEW_WRITES, {"seen": writes, "mine": mine}).first()
                is not None
            )
        return self._any

    def all_by_others(self) -> None:
        """Take all that is there for written by others: the file itself is another."""
        self._any = True

    def look(self, connection: Connection) -> Changes | None:
        """Return what others wrote since the last look; None where they wrote nothing."""
        (steps, writes), seen = self._seen, self._marks(connection)
        if seen == (steps, writes):
            return None
        self._seen = (max(steps, seen[0]), max(writes, seen[1]))
        mine = self._session
        new = connection.execute(_NEW_STEPS, {"seen": steps, "mine": mine}).all()
        told = connection.execute(_NEW_WRITES, {"seen": writes, "mine": mine}).all()
        if max(len(new), len(told)) >= KEPT or any(row.length >= LONG for row in new):
            self._any = True
            return ANYTHING
        found = [journal.changes_of("", load(row.images)) for row in new]
        found += [_read(row.kinds, row.days) for row in told]
        self._any = self._any or bool(found)
        return _together(found) if found else None

    def _marks(self, connection: Connection) -> tuple[int, int]:
        steps, writes = connection.execute(_MARKS).one()
        return int(steps), int(writes)


def _read(kinds: str, days: str) -> Changes:
    if days == "*":
        return Changes("", frozenset(_parts(kinds)), everything=True)
    return Changes("", frozenset(_parts(kinds)), frozenset(map(date.fromisoformat, _parts(days))))


def _together(found: Collection[Changes]) -> Changes:
    return Changes(
        "",
        frozenset[str]().union(*(each.kinds for each in found)),
        frozenset[date]().union(*(each.days for each in found)),
        everything=any(each.everything for each in found),
    )


def _parts(text: str) -> Collection[str]:
    return text.split(",") if text else ()
