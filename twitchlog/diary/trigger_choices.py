"""What was chosen for the question of what goes with the twitching, and when it was first seen."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog.diary import records, tables
from twitchlog.diary.dialect import upsert
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase
from twitchlog.domain.trigger_choices import Suspect, TriggerChoices
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation

_LEFT_OUT: Final = "left_out"
_SUSPECT: Final = "suspect"
_LOOKED: Final = "first_looked"


class TriggerChoicesRoom:
    """The room of what was chosen for the trigger finder."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def read(self) -> TriggerChoices:
        """Return what is chosen now."""
        with self._diary.reading() as connection:
            return load_choices(connection)

    def leave_out(self, ids: Iterable[str]) -> Written[TriggerChoices]:
        """Leave out the factors of these ids, and no others; raise BadInput for the suspect."""
        wanted = sorted(set(ids))
        with self._diary.operation(phrase("Things to look at chosen")) as operation:
            suspect = load_choices(operation.connection).suspect
            if suspect is not None and suspect.factor in wanted:
                raise BadInput(_("Your suspect cannot be left out. Take that back first."))
            self._put(operation, _LEFT_OUT, wanted)
            chosen = load_choices(operation.connection)
        return Written(chosen, operation.changes())

    def name_suspect(self, factor: str) -> Written[TriggerChoices]:
        """Name the one factor to be tested alone, from today on where a verdict was seen before.

        One that was left out is looked at again. Naming the same once more changes nothing.
        """
        today = self._diary.clock.now().day
        with self._diary.operation(phrase("Suspect named")) as operation:
            held = load_choices(operation.connection)
            if held.suspect is None or held.suspect.factor != factor:
                named = Suspect(factor, today, before_looking=held.first_looked is None)
                wanted = fields_of(TriggerChoices(held.left_out - {factor}, named))
                self._put(operation, _SUSPECT, wanted[_SUSPECT])
                self._put(operation, _LEFT_OUT, wanted[_LEFT_OUT])
            chosen = load_choices(operation.connection)
        return Written(chosen, operation.changes())

    def take_back_suspect(self) -> Written[TriggerChoices]:
        """Take back that a factor was named."""
        with self._diary.operation(phrase("Suspect taken back")) as operation:
            self._put(operation, _SUSPECT, None)
            chosen = load_choices(operation.connection)
        return Written(chosen, operation.changes())

    def looked(self, day: date) -> None:
        """Remember that a verdict was seen on `day`, where none was seen before.

        What was seen cannot be unseen: this is no step, and undo leaves it alone.
        """
        with self._diary.reading() as connection:
            if load_choices(connection).first_looked is not None:
                return
        row = {
            "key": _LOOKED,
            "value": json.dumps(day.isoformat()),
            **records.origin(self._diary),
        }
        with self._diary.unrecorded("trigger_choices") as connection:
            # Another program may have looked in the meantime.
            connection.execute(
                upsert(connection, tables.trigger_choices).values(row).on_conflict_do_nothing()
            )

    def _put(self, operation: Operation, key: str, value: Any) -> None:
        """Keep a value under its key; nothing keeps no row."""
        table = tables.trigger_choices
        if not value:
            operation.delete(table, {"key": key})
            return
        row = {"key": key, "value": json.dumps(value, ensure_ascii=False)}
        records.put(operation, table, row, records.origin(self._diary))


def choices_of(fields: Mapping[str, Any]) -> TriggerChoices:
    """Return the choices that these values keep; raise KeyError, TypeError or ValueError.

    A suspect named after the first look was not named before looking, whatever its row says: a
    diary that was brought in may have been looked at, too.
    """
    seen = date.fromisoformat(fields[_LOOKED]) if fields.get(_LOOKED) else None
    named = fields.get(_SUSPECT)
    suspect = None
    if named is not None:
        day = date.fromisoformat(named["named"])
        before = bool(named["before_looking"]) and (seen is None or day <= seen)
        suspect = Suspect(str(named["factor"]), day, before)
    return TriggerChoices(frozenset(map(str, fields.get(_LEFT_OUT, ()))), suspect, seen)


def fields_of(choices: TriggerChoices) -> dict[str, Any]:
    """Return as JSON values, one a key, what the table keeps; None or nothing where it has no row.

    The opposite of `choices_of`.
    """
    suspect, seen = choices.suspect, choices.first_looked
    named = suspect and {
        "factor": suspect.factor,
        "named": suspect.named.isoformat(),
        "before_looking": suspect.before_looking,
    }
    return {
        _LEFT_OUT: sorted(choices.left_out),
        _SUSPECT: named,
        _LOOKED: seen and seen.isoformat(),
    }


def is_choice(key: str, value: Any) -> bool:
    """Tell whether `value` is what `fields_of` may have written for `key`."""
    try:
        written = fields_of(choices_of({key: value})).get(key)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
    return bool(value) and bool(written == value)


def load_choices(connection: Connection) -> TriggerChoices:
    """Return what is chosen now."""
    table = tables.trigger_choices
    rows = connection.execute(select(table.c.key, table.c.value))
    return choices_of({row.key: json.loads(row.value) for row in rows})
