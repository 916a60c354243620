"""Treatments other than medicines: what was tried, and what it changed."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from twitchlog.diary import records, removed, tables
from twitchlog.diary.medicine_rows import partial
from twitchlog.domain.changes import Written
from twitchlog.domain.phrase import phrase
from twitchlog.domain.treatment import Effect, Treatment, checked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.phrase import Phrase
    from twitchlog.domain.profile import PartialDate


class Treatments:
    """The room of the treatments other than medicines."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def add(
        self,
        kind: str,
        *,
        words: str = "",
        started: PartialDate | None = None,
        stopped: PartialDate | None = None,
        effect: Effect | None = None,
        note: str = "",
    ) -> Written[Treatment]:
        """Add a treatment; raise BadInput as `treatment.checked` does: nothing is written then."""
        fresh = self._checked(
            Treatment(str(uuid.uuid4()), kind, words, started, stopped, effect, note)
        )
        return self._put(fresh, phrase("{name} added", name=fresh.term), fresh=True)

    def edit(self, treatment: Treatment) -> Written[Treatment]:
        """Replace the treatment of that id; raise NotFound, or BadInput as `add` does."""
        changed = self._checked(treatment)
        return self._put(changed, phrase("{name} changed", name=changed.term))

    def stop(self, treatment_id: str, day: PartialDate) -> Written[Treatment]:
        """Record the day it was stopped; raise NotFound, or BadInput for one before the start."""
        stopped = self._checked(replace(self.get(treatment_id), stopped=day))
        return self._put(stopped, phrase("{name} stopped", name=stopped.term))

    def resume(self, treatment_id: str) -> Written[Treatment]:
        """Take back that it was stopped; raise NotFound."""
        resumed = replace(self.get(treatment_id), stopped=None)
        return self._put(resumed, phrase("{name} goes on", name=resumed.term))

    def remove(self, treatment_id: str) -> Written[None]:
        """Move a treatment to the bin; raise NotFound."""
        held = self.get(treatment_id)
        with self._diary.operation(phrase("{name} removed", name=held.term)) as operation:
            removed.take(
                operation,
                tables.treatments,
                treatment_id,
                when=self._diary.clock.now(),
                label=held.term,
            )
        return Written(None, operation.changes())

    def get(self, treatment_id: str) -> Treatment:
        """Return one treatment; raise NotFound."""
        with self._diary.reading() as connection:
            return _treatment(records.one(connection, tables.treatments, treatment_id))

    def all(self) -> tuple[Treatment, ...]:
        """Return every treatment: those going on by name, then those stopped, the last first."""
        with self._diary.reading() as connection:
            everything = load_treatments(connection)
        today = self._diary.clock.now().day
        return tuple(sorted(everything, key=lambda each: _order(each, today)))

    def on_day(self, day: date) -> tuple[Treatment, ...]:
        """Return the treatments going on that day."""
        return tuple(each for each in self.all() if each.on(day))

    def _checked(self, treatment: Treatment) -> Treatment:
        today, born = self._diary.clock.now().day, self._diary.profile.get().born
        return checked(treatment, today=today, born=born)

    def _put(
        self, treatment: Treatment, name: Phrase, *, fresh: bool = False
    ) -> Written[Treatment]:
        row = treatment_row(treatment)
        with self._diary.operation(name) as operation:
            if not fresh:  # another window may have removed it since it was read
                records.one(operation.connection, tables.treatments, treatment.id)
            records.put(operation, tables.treatments, row, records.origin(self._diary))
        return Written(treatment, operation.changes())


def load_treatments(connection: Connection) -> tuple[Treatment, ...]:
    """Return every treatment, in no order."""
    found = connection.execute(select(tables.treatments)).mappings()
    return tuple(_treatment(row) for row in found)


def treatment_row(treatment: Treatment) -> dict[str, Any]:
    """Return the row of a treatment."""
    return {
        "id": treatment.id,
        "kind": treatment.kind,
        "words": treatment.words,
        "started": str(treatment.started) if treatment.started else None,
        "stopped": str(treatment.stopped) if treatment.stopped else None,
        "effect": treatment.effect.value if treatment.effect else None,
        "note": treatment.note,
    }


def _order(treatment: Treatment, today: date) -> tuple[bool, int, str, str]:
    past = treatment.is_past(today)
    stopped = treatment.stopped.latest.toordinal() if past and treatment.stopped else 0
    return past, -stopped, treatment.name.casefold(), treatment.id


def _treatment(row: Mapping[Any, Any]) -> Treatment:
    return Treatment(
        id=row["id"],
        kind=row["kind"],
        words=row["words"],
        started=partial(row["started"]),
        stopped=partial(row["stopped"]),
        effect=Effect(row["effect"]) if row["effect"] else None,
        note=row["note"],
    )
