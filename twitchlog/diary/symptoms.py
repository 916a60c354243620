"""Answers about other symptoms; *no* is kept with its date as well as *yes*."""

from __future__ import annotations

import uuid
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select, tuple_

from twitchlog.diary import moments, tables
from twitchlog.diary.medicine_rows import partial
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.moment import Moment
from twitchlog.domain.phrase import phrase
from twitchlog.domain.site import site as known_site
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY, Amount, Said, SymptomAnswer
from twitchlog.domain.text import NAME_LIMIT, clean, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Select

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.phrase import Phrase
    from twitchlog.domain.profile import PartialDate


_ANSWERS: Final = select(
    *(
        tables.symptoms.c[name]
        for name in (
            "id", "kind", "local_day", "utc_ms", "offset_min", "zone", "present", "place", "words",
            "since", "amount", "sites",
        )
    )
).order_by(tables.symptoms.c.local_day, tables.symptoms.c.utc_ms)  # fmt: skip


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
        since: PartialDate | None = None,
        amount: Amount | None = None,
        sites: Sequence[str] = (),
        day: date | None = None,
        joins: int | None = None,
    ) -> Written[SymptomAnswer]:
        """Record yes or no for a symptom on `day` (today); with `joins` as part of that step.

        Raises BadInput for an unknown kind or place, a day or `since` to come, or a text that is
        too long.
        """
        said = Said(present, where, words, since, amount, tuple(sites))
        answer = self._answer(kind, said, day)
        name = phrase("{symptom}: answer saved", symptom=phrase(SYMPTOMS[kind].name))
        with self._diary.operation(name, joins=joins) as operation:
            self._write(operation, answer)
        return Written(answer, operation.changes())

    def answer_week(
        self, answers: Mapping[str, Said], *, day: date | None = None
    ) -> Written[tuple[SymptomAnswer, ...]]:
        """Record the answers of a weekly check, by kind, in one step; one of each that it asks.

        Raises BadInput as `answer` does, and where one is missing: nothing is written then.
        """
        if missing := [kind for kind in WEEKLY if kind not in answers]:
            raise BadInput(_not_answered(missing))
        return self._keep(answers, phrase("Weekly check saved"), day=day)

    def answer_some(self, answers: Mapping[str, Said]) -> Written[tuple[SymptomAnswer, ...]]:
        """Record today's answers about some symptoms, by kind, in one step; raise as `answer`."""
        return self._keep(answers, phrase("Answers about symptoms saved"))

    def remove(self, answer_id: str) -> Written[None]:
        """Take one answer back; raise NotFound."""
        with self._diary.operation(phrase("Answer removed")) as operation:
            if operation.delete(tables.symptoms, {"id": answer_id}) is None:
                raise NotFound(_("That answer is not in the diary any more."))
        return Written(None, operation.changes())

    def _keep(
        self, answers: Mapping[str, Said], name: Phrase, *, day: date | None = None
    ) -> Written[tuple[SymptomAnswer, ...]]:
        whole = tuple(self._answer(kind, said, day) for kind, said in answers.items())
        with self._diary.operation(name) as operation:
            for answer in whole:
                self._write(operation, answer)
        return Written(whole, operation.changes())

    def _answer(self, kind: str, said: Said, day: date | None) -> SymptomAnswer:
        """Return an answer as it will be kept; raise BadInput."""
        if kind not in SYMPTOMS:
            raise BadInput(_("“{kind}” is not a symptom that is asked for.").format(kind=kind))
        now = self._diary.clock.now()
        said_of = day or now.day
        if said_of > now.day:
            raise BadInput(_("That day is still to come."))
        if not said.present:
            said = Said(present=False, words=said.words)
        if said.since is not None and said.since.earliest > said_of:
            raise BadInput(
                _("{symptom}: the day it began is still to come.").format(
                    symptom=SYMPTOMS[kind].label
                )
            )
        return SymptomAnswer(
            id=str(uuid.uuid4()),
            kind=kind,
            day=said_of,
            made=now,
            present=said.present,
            where=clean_line(said.where, limit=NAME_LIMIT),
            words=clean(said.words),
            since=said.since,
            amount=said.amount,
            sites=tuple(dict.fromkeys(known_site(each).id for each in said.sites)),
        )

    def _write(self, operation: Operation, answer: SymptomAnswer) -> None:
        key = {"kind": answer.kind, "local_day": answer.day.isoformat()}
        operation.delete(tables.symptoms, key)
        operation.insert(
            tables.symptoms,
            {
                "id": answer.id,
                **key,
                **moments.to_columns(answer.made),
                "present": int(answer.present),
                "place": answer.where,
                "words": answer.words,
                "since": str(answer.since) if answer.since else None,
                "amount": None if answer.amount is None else int(answer.amount),
                "sites": " ".join(answer.sites),
                "updated_ms": answer.made.utc_ms,
                "device": self._diary.device,
            },
        )

    def all(self, *, until: date | None = None) -> tuple[SymptomAnswer, ...]:
        """Return every answer up to the day `until`, the oldest first."""
        with self._diary.reading() as connection:
            return load_symptoms(connection, until=until)

    def of(self, ids: Sequence[str]) -> tuple[SymptomAnswer, ...]:
        """Return the answers of these ids, the oldest first; those that are gone are left out."""
        with self._diary.reading() as connection:
            return _load(connection, _ANSWERS.where(tables.symptoms.c.id.in_(ids)))

    def on_day(self, day: date) -> tuple[SymptomAnswer, ...]:
        """Return the answers about `day`, at most one a kind."""
        with self._diary.reading() as connection:
            return _load(connection, _ANSWERS.where(tables.symptoms.c.local_day == day.isoformat()))

    def latest(self) -> dict[str, SymptomAnswer]:
        """Return the newest answer about each kind that was ever asked."""
        kind, day = tables.symptoms.c.kind, tables.symptoms.c.local_day
        newest = select(kind, func.max(day)).group_by(kind)
        with self._diary.reading() as connection:
            found = _load(connection, _ANSWERS.where(tuple_(kind, day).in_(newest)))
        return {answer.kind: answer for answer in found}


def load_symptoms(
    connection: Connection, *, until: date | None = None
) -> tuple[SymptomAnswer, ...]:
    """Return every answer up to the day `until`, the oldest first."""
    query = _ANSWERS
    if until is not None:
        query = query.where(tables.symptoms.c.local_day <= until.isoformat())
    return _load(connection, query)


def _load(connection: Connection, query: Select[Any]) -> tuple[SymptomAnswer, ...]:
    rows = connection.execute(query).all()
    # The answers of a whole check share day and moment; there are thousands.
    at = cache(_at)
    return tuple(
        SymptomAnswer(
            id_, kind, *at(day, utc_ms, offset_min, zone), bool(present), where, words,
            partial(since), None if amount is None else Amount(amount), tuple(sites.split()),
        )
        for (
            id_, kind, day, utc_ms, offset_min, zone, present, where, words, since, amount, sites
        ) in rows
    )  # fmt: skip


def _at(day: str, utc_ms: int, offset_min: int, zone: str) -> tuple[date, Moment]:
    """Return which day an answer is about, and when it was given."""
    moment = moments.made_about(day, Moment(utc_ms, offset_min, zone))
    return date.fromisoformat(day), moment


def _not_answered(kinds: Sequence[str]) -> str:
    names = ", ".join(SYMPTOMS[kind].label for kind in kinds)
    return _("Not answered yet: {names}.").format(names=names)
