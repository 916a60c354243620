"""The weekly check: when it is offered, and which advice has been shown."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from twitchlog.diary import records, tables
from twitchlog.diary.days import days_logged
from twitchlog.diary.symptoms import load_symptoms
from twitchlog.domain.changes import Written
from twitchlog.domain.phrase import phrase
from twitchlog.domain.symptom import (
    LOGGED_FIRST,
    SYMPTOMS,
    WEEK_DAYS,
    WEEKLY,
    spell_start,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary

_PUT_OFF: Final = "weekly_check.put_off"
_ADVISED: Final = "weekly_check.advised"
"""Rows in the table of the profile: a day, and by symptom the first day of its spell."""


class Weekly:
    """The room of the weekly check; its answers are in that of the symptoms."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def last(self) -> date | None:
        """Return the day of the newest check in which everything was answered."""
        with self._diary.reading() as connection:
            return _last(connection)

    def due(self) -> bool:
        """Tell whether to offer it: a week after the last, on a diary of three logged days.

        Who puts it off is offered it again a week later.
        """
        today = self._diary.clock.now().day
        with self._diary.reading() as connection:
            put_off = _day(_value(connection, _PUT_OFF))
            before = [day for day in (_last(connection), put_off) if day is not None]
            if any(day > today - timedelta(days=WEEK_DAYS) for day in before):
                return False
            return days_logged(connection, until=today, most=LOGGED_FIRST) >= LOGGED_FIRST

    def put_off(self) -> Written[date]:
        """Offer it no more for a week."""
        today = self._diary.clock.now().day
        with self._diary.operation(phrase("Weekly check put off for a week")) as operation:
            key = {"key": _PUT_OFF}
            values = {"value": json.dumps(today.isoformat()), **records.origin(self._diary)}
            if operation.row(tables.profile, key) is None:
                operation.insert(tables.profile, key | values)
            else:
                operation.update(tables.profile, key, values)
        return Written(today, operation.changes())

    def to_advise(self) -> tuple[str, ...]:
        """Return the signs that are there now and whose advice was not shown in this spell."""
        with self._diary.reading() as connection:
            return tuple(kind for kind, _start in _unadvised(connection))

    def advised(self, kinds: Iterable[str]) -> None:
        """Remember that the advice on these signs was shown; undo does not forget it."""
        wanted = set(kinds)
        with self._diary.unrecorded("profile") as connection:
            fresh = {
                kind: start.isoformat() for kind, start in _unadvised(connection) if kind in wanted
            }
            value = json.dumps(_shown(connection) | fresh)
            table = tables.profile
            connection.execute(table.delete().where(table.c.key == _ADVISED))
            row = {"key": _ADVISED, "value": value, **records.origin(self._diary)}
            connection.execute(table.insert(), row)


def _last(connection: Connection) -> date | None:
    """Return the newest day with an answer to each question; there is one a kind and day."""
    own = tables.symptoms.c
    query = (
        select(own.local_day)
        .where(own.kind.in_(WEEKLY))
        .group_by(own.local_day)
        .having(func.count() == len(WEEKLY))
        .order_by(own.local_day.desc())
        .limit(1)
    )
    return _day(connection.execute(query).scalar())


def _unadvised(connection: Connection) -> list[tuple[str, date]]:
    answers, shown = load_symptoms(connection), _shown(connection)
    starts = {kind.id: spell_start(answers, kind.id) for kind in SYMPTOMS.values() if kind.sign}
    return [
        (kind, start)
        for kind, start in starts.items()
        if start is not None and shown.get(kind) != start.isoformat()
    ]


def _shown(connection: Connection) -> dict[str, str]:
    held = _value(connection, _ADVISED)
    return held if isinstance(held, dict) else {}


def _value(connection: Connection, key: str) -> Any:
    table = tables.profile
    stored = connection.execute(select(table.c.value).where(table.c.key == key)).scalar()
    return None if stored is None else json.loads(stored)


def _day(value: Any) -> date | None:
    """Return the day that a row keeps; what makes no sense there is none."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None
