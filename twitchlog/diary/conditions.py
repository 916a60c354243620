"""The room of conditions, one's own and the family's: *no* with its date as well as *yes*."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from twitchlog.diary import records, removed, tables
from twitchlog.domain.changes import Written
from twitchlog.domain.condition import CONDITIONS, GROUPS, OWN, RELATIONS, Condition
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation

_ORDER: Final = {kind: number for number, kind in enumerate((*GROUPS, *CONDITIONS))}


class Conditions:
    """One answer about a condition and person; a second about the same replaces the first."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def save(self, condition: Condition, *, joins: int | None = None) -> Written[Condition]:
        """Keep an answer: a new one, or that of its id; with `joins` as part of that step.

        A new one about what was answered before takes that one's place, and its note and *since*
        where it has none. Raises BadInput for an unknown kind or relation, a day to come, or a text
        that is too long, and NotFound where the one to change has been removed.
        """
        checked = _checked(condition, today=self._diary.clock.now().day)
        name = phrase("{condition}: saved", condition=checked.term)
        with self._diary.operation(name, joins=joins) as operation:
            kept = self._put(operation, checked)
        return Written(kept, operation.changes())

    def none_known(self, *, family: bool, relation: str = "") -> Written[tuple[Condition, ...]]:
        """Answer *no* for each group of conditions, one's own or the family's, as one step.

        With a `relation` it is of that relative alone. A group of which something was answered
        *yes* is left as it is.
        """
        today = self._diary.clock.now().day
        name = (
            phrase("No known conditions in the family: saved")
            if family
            else phrase("No known conditions: saved")
        )
        with self._diary.operation(name) as operation:
            held = load_conditions(operation.connection)
            known = {_group(each) for each in held if each.present and each.family is family}
            answers = (
                Condition(group, present=False, family=family, relation=relation)
                for group in GROUPS
                if group not in known
            )
            kept = tuple(self._put(operation, _checked(each, today=today)) for each in answers)
        return Written(kept, operation.changes())

    def _put(self, operation: Operation, checked: Condition) -> Condition:
        """Write a checked answer, in the place of one about the same; return it as it is kept."""
        before = self._before(operation.connection, checked)
        if checked.id:
            records.one(operation.connection, tables.conditions, checked.id)
            if before is not None and before.id != checked.id:
                raise BadInput(
                    _("There is an answer about that already: {answer}.").format(
                        answer=before.sentence
                    )
                )
        elif before is not None:
            checked = replace(
                checked,
                id=before.id,
                since=checked.since or (before.since if checked.present else None),
                note=checked.note or before.note,
            )
        kept = replace(checked, id=checked.id or str(uuid.uuid4()))
        records.put(operation, tables.conditions, condition_row(kept), records.origin(self._diary))
        return kept

    def remove(self, condition_id: str) -> Written[None]:
        """Move an answer to the bin; raise NotFound."""
        gone = self.get(condition_id)
        name = phrase("{condition}: removed", condition=gone.term)
        with self._diary.operation(name) as operation:
            removed.take(
                operation,
                tables.conditions,
                condition_id,
                when=self._diary.clock.now(),
                label=gone.term,
            )
        return Written(None, operation.changes())

    def get(self, condition_id: str) -> Condition:
        """Return one answer; raise NotFound."""
        with self._diary.reading() as connection:
            return _condition(records.one(connection, tables.conditions, condition_id))

    def all(self) -> tuple[Condition, ...]:
        """Return every answer: one's own first, *yes* before *no*, then as the vocabulary goes."""
        with self._diary.reading() as connection:
            return load_conditions(connection)

    def _before(self, connection: Connection, condition: Condition) -> Condition | None:
        """Return the answer about the same condition of the same person."""
        return next(
            (each for each in load_conditions(connection) if _about(each) == _about(condition)),
            None,
        )


def _group(condition: Condition) -> str:
    """Return the group of a condition, which an answer may also be about as a whole."""
    known = CONDITIONS.get(condition.kind)
    return known.group if known is not None else condition.kind


def load_conditions(connection: Connection) -> tuple[Condition, ...]:
    """Return every answer: one's own first, *yes* before *no*, then as the vocabulary goes."""
    found = (_condition(dict(row)) for row in connection.execute(_ALL).mappings())
    last = len(_ORDER)
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.family,
                not each.present,
                _ORDER.get(each.kind, last),
                each.words.casefold(),
                list(RELATIONS).index(each.relation) if each.relation in RELATIONS else -1,
                each.id,
            ),
        )
    )


_ALL: Final = select(tables.conditions)


def _about(condition: Condition) -> tuple[object, ...]:
    return condition.kind, condition.words.casefold(), condition.family, condition.relation


def _checked(condition: Condition, *, today: date) -> Condition:
    if condition.kind not in {*CONDITIONS, *GROUPS, OWN}:
        raise BadInput(
            _("“{kind}” is not a condition on the list. Use your own words for it.").format(
                kind=condition.kind[:40]
            )
        )
    words = clean_line(condition.words) if condition.kind == OWN else ""
    if condition.kind == OWN and not words:
        raise BadInput(_("Choose a condition, or write it in your own words."))
    relation = condition.relation if condition.family else ""
    if relation and relation not in RELATIONS:
        raise BadInput(_("“{who}” is not a relative on the list.").format(who=relation[:40]))
    if condition.since is not None and condition.since.earliest > today:
        raise BadInput(_("The day it began is still to come."))
    answered = condition.answered or today
    if answered > today:
        raise BadInput(_("The day of the answer is still to come."))
    return Condition(
        kind=condition.kind,
        present=condition.present,
        words=words,
        family=condition.family,
        relation=relation,
        since=condition.since if condition.present else None,
        note=clean(condition.note),
        answered=answered,
        id=condition.id,
    )


def condition_row(condition: Condition) -> Row:
    """Return the columns of an answer, but for where it comes from."""
    assert condition.answered is not None
    return {
        "id": condition.id,
        "kind": condition.kind,
        "words": condition.words,
        "whose": "family" if condition.family else "self",
        "relation": condition.relation,
        "present": int(condition.present),
        "answered": condition.answered.isoformat(),
        "since": str(condition.since) if condition.since else None,
        "note": condition.note,
    }


def _condition(row: Row) -> Condition:
    return Condition(
        kind=row["kind"],
        present=bool(row["present"]),
        words=row["words"],
        family=row["whose"] == "family",
        relation=row["relation"],
        since=PartialDate.parse(row["since"]) if row["since"] else None,
        note=row["note"],
        answered=date.fromisoformat(row["answered"]),
        id=row["id"],
    )
