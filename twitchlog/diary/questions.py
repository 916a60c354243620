"""The room of the questions for the doctor: in the person's own order, with the answers."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from twitchlog.diary import records, removed, tables
from twitchlog.domain.appointment import Question
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation

QUESTION_LIMIT: Final = 500


class Questions:
    """What a person wants to ask, for one appointment or for whichever comes next."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def save(self, question: Question, *, joins: int | None = None) -> Written[Question]:
        """Keep a question: a new one at the end, or that of its id; `joins` names a step it joins.

        Raises BadInput for one without words or with too many, and NotFound where the question or
        the appointment it is for has been removed.
        """
        checked = _checked(question)
        name = phrase("Question saved") if not checked.answer else phrase("Answer saved")
        with self._diary.operation(name, joins=joins) as operation:
            if checked.appointment_id is not None:
                records.one(operation.connection, tables.appointments, checked.appointment_id)
            if question.id:
                records.one(operation.connection, tables.questions, question.id)
            kept = _write(self._diary, operation, checked)
        return Written(kept, operation.changes())

    def order(self, ids: Sequence[str]) -> Written[None]:
        """Put the questions of these ids into this order, before all others; raise NotFound."""
        with self._diary.operation(phrase("Questions put in order")) as operation:
            held = [row["id"] for row in _rows(operation.connection)]
            for each in ids:
                records.one(operation.connection, tables.questions, each)
            wanted = list(dict.fromkeys((*ids, *held)))
            for position, each in enumerate(wanted):
                operation.update(tables.questions, {"id": each}, {"position": position})
        return Written(None, operation.changes())

    def remove(self, question_id: str) -> Written[None]:
        """Move a question to the bin; raise NotFound."""
        with self._diary.operation(phrase("Question removed")) as operation:
            row = records.one(operation.connection, tables.questions, question_id)
            removed.take(
                operation,
                tables.questions,
                question_id,
                when=self._diary.clock.now(),
                label=row["words"],
            )
        return Written(None, operation.changes())

    def get(self, question_id: str) -> Question:
        """Return one question; raise NotFound."""
        with self._diary.reading() as connection:
            return _question(records.one(connection, tables.questions, question_id))

    def all(self) -> tuple[Question, ...]:
        """Return every question in its order, answered or not."""
        with self._diary.reading() as connection:
            return load_questions(connection)


def load_questions(connection: Connection) -> tuple[Question, ...]:
    """Return every question in its order, answered or not."""
    return tuple(_question(row) for row in _rows(connection))


def replace_questions(
    diary: Diary, operation: Operation, held: Iterable[Question], wanted: Iterable[str]
) -> None:
    """Make the questions `held` read `wanted`, in that order, as part of an operation.

    One that is worded as before keeps its row; what is wanted no more is deleted, and undo brings
    it back.
    """
    left = {question.words: question for question in held}
    kept = [left.pop(words) if words in left else Question(words) for words in wanted]
    for question in left.values():
        operation.delete(tables.questions, {"id": question.id})
    written = [_write(diary, operation, question).id for question in kept]
    others = [row["id"] for row in _rows(operation.connection) if row["id"] not in set(written)]
    for position, each in enumerate((*written, *others)):
        operation.update(tables.questions, {"id": each}, {"position": position})


def tidy_question(words: str) -> str:
    """Return the words of a question as one clean line; raise BadInput where it is too long."""
    return clean_line(words, limit=QUESTION_LIMIT)


def _checked(question: Question) -> Question:
    words = tidy_question(question.words)
    if not words:
        raise BadInput(_("Write the question."))
    return replace(question, words=words, answer=clean(question.answer))


def _write(diary: Diary, operation: Operation, question: Question) -> Question:
    held = operation.row(tables.questions, {"id": question.id}) if question.id else None
    kept = replace(question, id=question.id or str(uuid.uuid4()))
    position = held["position"] if held else _after_the_last(operation.connection)
    records.put(
        operation,
        tables.questions,
        question_row(kept, position),
        records.origin(diary),
    )
    return kept


def question_row(question: Question, position: int) -> Row:
    """Return the columns of a question, but for where it comes from."""
    return {
        "id": question.id,
        "appointment_id": question.appointment_id,
        "words": question.words,
        "answer": question.answer,
        "position": position,
    }


def _after_the_last(connection: Connection) -> int:
    last = connection.execute(select(func.max(tables.questions.c.position))).scalar()
    return 0 if last is None else int(last) + 1


def _rows(connection: Connection) -> list[Row]:
    table = tables.questions
    query = select(table).order_by(table.c.position, table.c.updated_ms, table.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def _question(row: Row) -> Question:
    return Question(row["words"], row["answer"], row["appointment_id"], row["id"])
