"""Rest counts. They make no day a logged one, and their taps are in no count of twitches."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from twitchlog.diary import moments, records, removed, tables
from twitchlog.domain.changes import Written
from twitchlog.domain.phrase import phrase
from twitchlog.domain.rest import RestCount, Tap, checked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.period import Period

_TAPS = tables.rest_taps
_OWNER = "rest_count_id"


class Rest:
    """The room of the rest counts."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def save(self, count: RestCount, *, joins: int | None = None) -> Written[RestCount]:
        """Keep a rest count as it is now, be it new or known; with `joins` as part of that step.

        While the twitches are counted it is saved at every tap, so that none is lost. Raises
        BadInput as `rest.checked` does: nothing is written then.
        """
        whole = checked(count, now=self._diary.clock.now())
        if not whole.id:
            whole = replace(whole, id=str(uuid.uuid4()))
        with self._diary.operation(phrase("Rest count saved"), joins=joins) as operation:
            self._put(operation, whole)
        return Written(whole, operation.changes())

    def edit(self, count: RestCount) -> Written[RestCount]:
        """Replace the rest count of that id; raise NotFound, or BadInput as `save` does."""
        whole = checked(count, now=self._diary.clock.now())
        with self._diary.operation(phrase("Rest count changed")) as operation:
            records.one(operation.connection, tables.rest_counts, count.id)
            self._put(operation, whole)
        return Written(whole, operation.changes())

    def remove(self, count_id: str) -> Written[None]:
        """Move a rest count to the bin; raise NotFound."""
        with self._diary.operation(phrase("Rest count removed")) as operation:
            removed.take(
                operation,
                tables.rest_counts,
                count_id,
                when=self._diary.clock.now(),
                label=phrase("Rest count"),
                children=((_TAPS, _OWNER),),
            )
        return Written(None, operation.changes())

    def get(self, count_id: str) -> RestCount:
        """Return one rest count; raise NotFound."""
        with self._diary.reading() as connection:
            row = records.one(connection, tables.rest_counts, count_id)
            return _count(row, records.rows_of(connection, _TAPS, _OWNER, count_id))

    def all(self) -> tuple[RestCount, ...]:
        """Return every rest count, the oldest first."""
        with self._diary.reading() as connection:
            return _load(connection)

    def of(self, ids: Sequence[str]) -> tuple[RestCount, ...]:
        """Return the rest counts of these ids, the oldest first, without those that are gone."""
        with self._diary.reading() as connection:
            return _load(connection, tables.rest_counts.c.id.in_(ids))

    def newest(self) -> RestCount | None:
        """Return the newest rest count, or None."""
        own = tables.rest_counts.c
        newest = select(own.id).order_by(own.utc_ms.desc(), own.id.desc()).limit(1)
        with self._diary.reading() as connection:
            return next(iter(_load(connection, own.id.in_(newest))), None)

    def between(self, period: Period) -> tuple[RestCount, ...]:
        """Return the rest counts of a period, the oldest first."""
        days = tables.rest_counts.c.local_day
        with self._diary.reading() as connection:
            return _load(connection, days.between(str(period.first), str(period.last)))

    def _put(self, operation: Operation, count: RestCount) -> None:
        row = {
            "id": count.id,
            **moments.to_columns(count.moment),
            "local_day": count.moment.day.isoformat(),
            "local_minute": count.moment.minute,
            "length_s": count.length_s,
            "note": count.note,
        }
        origin = records.origin(self._diary)
        records.put(operation, tables.rest_counts, row, origin)
        written = len(operation.images)
        held = {
            tap["number"]: tap
            for tap in records.rows_of(operation.connection, _TAPS, _OWNER, count.id)
        }
        for number, tap in enumerate(count.taps):
            key = {_OWNER: count.id, "number": number}
            values = {"after_ms": tap.after_ms, "site": tap.site}
            if number in held:
                operation.update(_TAPS, key, values)
            else:
                operation.insert(_TAPS, key | values)
        for number in held.keys() - set(range(count.count)):
            operation.delete(_TAPS, {_OWNER: count.id, "number": number})
        if len(operation.images) > written:  # whoever has it open must see that it changed
            operation.update(tables.rest_counts, {"id": count.id}, origin)


def _load(
    connection: Connection, where: ColumnElement[bool] | None = None
) -> tuple[RestCount, ...]:
    own = tables.rest_counts
    query = select(own).order_by(own.c.utc_ms, own.c.id)
    tapped = select(_TAPS)
    if where is not None:
        query = query.where(where)
        tapped = tapped.where(_TAPS.c[_OWNER].in_(select(own.c.id).where(where)))
    taps: dict[str, list[Mapping[Any, Any]]] = {}
    for row in connection.execute(tapped).mappings():
        taps.setdefault(row[_OWNER], []).append(row)
    return tuple(
        _count(row, taps.get(row["id"], [])) for row in connection.execute(query).mappings()
    )


def _count(row: Mapping[Any, Any], taps: list[Any]) -> RestCount:
    ordered = sorted(taps, key=lambda tap: int(tap["number"]))
    return RestCount(
        moment=moments.from_row(row),
        length_s=row["length_s"],
        taps=tuple(Tap(tap["after_ms"], tap["site"]) for tap in ordered),
        note=row["note"],
        id=row["id"],
    )
