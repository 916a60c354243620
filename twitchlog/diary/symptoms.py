"""Answers about other symptoms; *no* is kept with its date as well as *yes*."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from twitchlog.diary import moments, tables
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.symptom import SYMPTOMS, SymptomAnswer
from twitchlog.domain.text import NAME_LIMIT, clean, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary


class Symptoms:
    """The room of the answers about symptoms; one a kind and day, a second replaces the first."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def answer(
        self,
        kind: str,
        *,
        present: bool,
        where: str = "",
        words: str = "",
        day: date | None = None,
        joins: int | None = None,
    ) -> Written[SymptomAnswer]:
        """Record yes or no for a symptom on `day` (today); with `joins` as part of that step.

        Raises BadInput for an unknown kind, a day to come, or a text that is too long.
        """
        if kind not in SYMPTOMS:
            raise BadInput(_("“{kind}” is not a symptom that is asked for.").format(kind=kind))
        now = self._diary.clock.now()
        said_of = day or now.day
        if said_of > now.day:
            raise BadInput(_("That day is still to come."))
        answer = SymptomAnswer(
            id=str(uuid.uuid4()),
            kind=kind,
            day=said_of,
            made=now,
            present=present,
            where=clean_line(where, limit=NAME_LIMIT),
            words=clean(words),
        )
        name = _("{symptom}: answer saved").format(symptom=SYMPTOMS[kind].label)
        with self._diary.operation(name, joins=joins) as operation:
            key = {"kind": kind, "local_day": said_of.isoformat()}
            operation.delete(tables.symptoms, key)
            operation.insert(
                tables.symptoms,
                {
                    "id": answer.id,
                    **key,
                    **moments.to_columns(now),
                    "present": int(present),
                    "place": answer.where,
                    "words": answer.words,
                    "updated_ms": now.utc_ms,
                    "device": self._diary.device,
                },
            )
        return Written(answer, operation.changes())

    def remove(self, answer_id: str) -> Written[None]:
        """Take one answer back; raise NotFound."""
        with self._diary.operation(_("Answer removed")) as operation:
            if operation.delete(tables.symptoms, {"id": answer_id}) is None:
                raise NotFound(_("That answer is not in the diary any more."))
        return Written(None, operation.changes())

    def all(self, *, until: date | None = None) -> tuple[SymptomAnswer, ...]:
        """Return every answer up to the day `until`, the oldest first."""
        with self._diary.reading() as connection:
            return load_symptoms(connection, until=until)

    def latest(self) -> dict[str, SymptomAnswer]:
        """Return the newest answer about each kind that was ever asked."""
        return {answer.kind: answer for answer in self.all()}


def load_symptoms(
    connection: Connection, *, until: date | None = None
) -> tuple[SymptomAnswer, ...]:
    """Return every answer up to the day `until`, the oldest first."""
    table = tables.symptoms
    query = select(table).order_by(table.c.local_day, table.c.utc_ms)
    if until is not None:
        query = query.where(table.c.local_day <= until.isoformat())
    return tuple(_answer(row) for row in connection.execute(query).mappings())


def _answer(row: Mapping[Any, Any]) -> SymptomAnswer:
    return SymptomAnswer(
        id=row["id"],
        kind=row["kind"],
        day=date.fromisoformat(row["local_day"]),
        made=moments.made(row),
        present=bool(row["present"]),
        where=row["place"],
        words=row["words"],
    )
