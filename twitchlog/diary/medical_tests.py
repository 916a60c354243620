"""The room of medical tests: kind, day, place, result in words, values, and attached files."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from twitchlog.diary import records, removed, tables
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.measure import Measure, check_measure
from twitchlog.domain.medical_test import OTHER, TEST_KINDS, MedicalTest
from twitchlog.domain.phrase import phrase
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row

MOST_VALUES: Final = 200
_CHILDREN: Final = ((tables.test_values, "test_id"),)


class MedicalTests:
    """What a doctor had tested, with its values in the order of the laboratory's sheet."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def save(self, test: MedicalTest, *, joins: int | None = None) -> Written[MedicalTest]:
        """Keep a test with its values: a new one, or that of its id; `joins` names a step it joins.

        Raises BadInput for an unknown kind, a day to come, a value that makes no sense or a text
        that is too long, and NotFound where the one to change has been removed.
        """
        checked = _checked(test, today=self._diary.clock.now().day)
        name = phrase("{test}: saved", test=checked.term)
        with self._diary.operation(name, joins=joins) as operation:
            if test.id:
                records.one(operation.connection, tables.tests, test.id)
            checked = replace(checked, id=test.id or str(uuid.uuid4()))
            records.put(operation, tables.tests, row_of_test(checked), records.origin(self._diary))
            held = _values_of(operation.connection, checked.id).get(checked.id, ())
            if held != checked.values:
                stamp = records.origin(self._diary)
                operation.update(tables.tests, {"id": checked.id}, stamp)
                records.replace(
                    operation, tables.test_values, "test_id", checked.id, value_rows(checked)
                )
        return Written(checked, operation.changes())

    def remove(self, test_id: str) -> Written[None]:
        """Move a test, its values and its files to the bin; raise NotFound."""
        gone = self.get(test_id)
        with self._diary.operation(phrase("{test}: removed", test=gone.term)) as operation:
            removed.take(
                operation,
                tables.tests,
                test_id,
                when=self._diary.clock.now(),
                label=gone.term,
                children=_CHILDREN,
            )
        return Written(None, operation.changes())

    def get(self, test_id: str) -> MedicalTest:
        """Return one test; raise NotFound."""
        with self._diary.reading() as connection:
            row = records.one(connection, tables.tests, test_id)
            return _test(row, _values_of(connection, test_id).get(test_id, ()))

    def all(self) -> tuple[MedicalTest, ...]:
        """Return every test, the newest first; those of an unknown day come last."""
        with self._diary.reading() as connection:
            return load_tests(connection)


def load_tests(connection: Connection) -> tuple[MedicalTest, ...]:
    """Return every test, the newest first; those of an unknown day come last."""
    values = _values_of(connection)
    rows = connection.execute(select(tables.tests)).mappings()
    found = [_test(dict(row), values.get(row["id"], ())) for row in rows]
    # Parts of a date sort as text: within a year, the one known by the year alone comes last.
    return tuple(sorted(found, key=lambda each: (str(each.day or ""), each.id), reverse=True))


def _values_of(
    connection: Connection, test_id: str | None = None
) -> dict[str, tuple[Measure, ...]]:
    table = tables.test_values
    query = select(table).order_by(table.c.test_id, table.c.position, table.c.id)
    if test_id is not None:
        query = query.where(table.c.test_id == test_id)
    found: dict[str, list[Measure]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["test_id"]].append(
            Measure(
                analyte=row["analyte"],
                value=row["value"],
                unit=row["unit"],
                low=row["low"],
                high=row["high"],
                comparator=row["comparator"],
                words=row["words"],
            )
        )
    return {name: tuple(values) for name, values in found.items()}


def _checked(test: MedicalTest, *, today: date) -> MedicalTest:
    if test.kind not in TEST_KINDS:
        raise BadInput(_("“{kind}” is not a known kind of test.").format(kind=test.kind[:40]))
    words = clean_line(test.words) if test.kind == OTHER else ""
    if test.kind == OTHER and not words:
        raise BadInput(_("Say what kind of test it was."))
    if test.day is not None and test.day.earliest > today:
        raise BadInput(_("The day of the test is still to come. Plan it as an appointment."))
    if len(test.values) > MOST_VALUES:
        raise BadInput(_("One test can have {n} values.").format(n=MOST_VALUES))
    return MedicalTest(
        kind=test.kind,
        words=words,
        part=clean_line(test.part) if TEST_KINDS[test.kind].of_part else "",
        day=test.day,
        place=clean_line(test.place),
        result=clean(test.result),
        note=clean(test.note),
        values=tuple(check_measure(value) for value in test.values),
        id=test.id,
    )


def row_of_test(test: MedicalTest) -> Row:
    """Return the columns of a test, but for where it comes from; its values are rows apart."""
    return {
        "id": test.id,
        "kind": test.kind,
        "words": test.words,
        "part": test.part,
        "day": str(test.day) if test.day else None,
        "place": test.place,
        "result": test.result,
        "note": test.note,
    }


def value_rows(test: MedicalTest) -> list[Row]:
    """Return a row for each value of a test, in its order."""
    return [
        {
            "id": str(uuid.uuid4()),
            "test_id": test.id,
            "analyte": value.analyte,
            "words": value.words,
            "comparator": value.comparator,
            "value": value.value,
            "unit": value.unit,
            "low": value.low,
            "high": value.high,
            "position": position,
        }
        for position, value in enumerate(test.values)
    ]


def _test(row: Row, values: tuple[Measure, ...]) -> MedicalTest:
    return MedicalTest(
        kind=row["kind"],
        words=row["words"],
        part=row["part"],
        day=PartialDate.parse(row["day"]) if row["day"] else None,
        place=row["place"],
        result=row["result"],
        note=row["note"],
        values=values,
        id=row["id"],
    )
