"""The check-ins of a diary: *none today*, and the habits and states of a day."""

from __future__ import annotations

import uuid
from collections import defaultdict
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from twitchlog.diary import entry_kinds, moments, tables
from twitchlog.diary.amounts import logged_on
from twitchlog.diary.factors import factor_of, load_factors
from twitchlog.domain.changes import Written
from twitchlog.domain.checkin import Begun, Checkin, Detail, Start, carried_over, merged
from twitchlog.domain.dose import PRESETS, Effort
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.domain.phrase import phrase
from twitchlog.domain.text import clean
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.period import Period
    from twitchlog.domain.phrase import Phrase


class Checkins:
    """The room of the check-ins; one a local day."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def none_today(self, day: date | None = None, *, joins: int | None = None) -> Written[Checkin]:
        """Record that there was no twitch on `day` (today); raise BadInput for a day to come.

        With `joins` it is part of that earlier step.
        """
        name = phrase("No twitches: recorded")
        return self._mark(day or self._today(), none_said=True, name=name, joins=joins)

    def take_back_none(self, day: date) -> Written[Checkin]:
        """Take back the *none* said of `day`."""
        return self._mark(day, none_said=False, name=phrase("No twitches: taken back"))

    def save(
        self,
        day: date,
        amounts: Mapping[str, float],
        *,
        note: str = "",
        diet: str = "",
        details: Mapping[str, Detail] | None = None,
        begun: Begun | None = None,
    ) -> Written[Checkin]:
        """Record the amounts of `day` by factor id, in place of all that was recorded before.

        `details` says more of some of them; `diet` is what was eaten, in words. With `begun`, what
        was changed elsewhere since and is untouched here stays as it is there. Raises BadInput for
        an unknown factor, an amount that is not possible or a day to come; ChangedElsewhere where
        the same was answered otherwise in both places.
        """
        with self._diary.reading() as connection:
            known = load_factors(connection)
        checked = {name: factor_of(known, name).check(value) for name, value in amounts.items()}
        more = {name: each for name, each in (details or {}).items() if name in checked}
        said = {"note": clean(note), "diet": clean(diet)}
        self._check_day(day)
        if not checked and not any(said.values()):
            raise BadInput(_("Answer at least one of the questions first."))
        now = self._diary.clock.now()
        mine = Checkin(
            day, now, amounts=checked, note=said["note"], diet=said["diet"], details=more
        )
        expected = entry_kinds.checkin(self._diary, day, begun.kept) if begun else None
        with (
            self._diary.edits.expecting(expected),
            self._diary.operation(phrase("Check-in saved")) as operation,
        ):
            if begun is not None:
                mine = merged(mine, begun, _read(operation.connection, day))
            checkin_id = self._write_row(operation, day, {"note": mine.note, "diet": mine.diet})
            _delete_exposures(operation, checkin_id)
            for name, amount in mine.amounts.items():
                row = _exposure(checkin_id, name, amount, mine.details.get(name, Detail()))
                operation.insert(tables.exposures, row)
        return Written(self._expected(day), operation.changes())

    def remove(self, day: date) -> Written[None]:
        """Take back all that was said about `day` apart from its twitches."""
        with self._diary.operation(phrase("Check-in removed")) as operation:
            row = operation.row(tables.checkins, {"local_day": day.isoformat()})
            if row is not None:
                _delete_exposures(operation, row["id"])
                operation.delete(tables.checkins, {"id": row["id"]})
        return Written(None, operation.changes())

    def get(self, day: date) -> Checkin | None:
        """Return what was said about `day`, or None."""
        with self._diary.reading() as connection:
            return _read(connection, day)

    def all(self) -> tuple[Checkin, ...]:
        """Return every check-in, the oldest first."""
        with self._diary.reading() as connection:
            return _load(connection)

    def with_notes(self, period: Period) -> tuple[Checkin, ...]:
        """Return the check-ins of a period in which a note was written, the oldest first."""
        own = tables.checkins.c
        days = own.local_day.between(period.first.isoformat(), period.last.isoformat())
        with self._diary.reading() as connection:
            return _load(connection, and_(days, own.note != ""))

    def carried_over(self, day: date) -> dict[str, float]:
        """Return the habits of the day before `day`, which may honestly stand for it too.

        What was logged as doses then is not among them: who logs each drink has its own today.
        """
        return dict(self.start(day).carried)

    def start(self, day: date) -> Start:
        """Return what a check-in of `day` starts from: habits as the day before, doses of the day.

        Of a factor with doses, on either day, no habit is carried over.
        """
        before = day - timedelta(days=1)
        carried = carried_over(self.get(before))
        with self._diary.reading() as connection:
            logged, earlier = logged_on(connection, day), logged_on(connection, before)
        kept = {
            name: amount
            for name, amount in carried.items()
            if name not in logged and name not in earlier
        }
        return Start(MappingProxyType(kept), MappingProxyType(logged))

    def _today(self) -> date:
        return self._diary.clock.now().day

    def _check_day(self, day: date) -> None:
        """Refuse a day to come; over the date line, one that was lived already comes again."""
        if day > self._today() and not self._diary.days.is_logged(day):
            raise BadInput(_("That day is still to come."))

    def _mark(
        self, day: date, *, none_said: bool, name: Phrase, joins: int | None = None
    ) -> Written[Checkin]:
        self._check_day(day)
        with self._diary.operation(name, joins=joins) as operation:
            row = operation.row(tables.checkins, {"local_day": day.isoformat()})
            # Said a second time it is no step: to undo that would take nothing back.
            if none_said != bool(row and row["none_said"]):
                self._write_row(operation, day, {"none_said": int(none_said)})
            if not none_said:
                _drop_if_empty(operation, day)
        found = self.get(day) or Checkin(day, self._diary.clock.now())
        return Written(found, operation.changes())

    def _write_row(self, operation: Operation, day: date, values: dict[str, Any]) -> str:
        """Make or change the row of `day` and return its id."""
        now = self._diary.clock.now()
        stamp = {"updated_ms": now.utc_ms, "device": self._diary.device}
        row = operation.row(tables.checkins, {"local_day": day.isoformat()})
        if row is not None:
            operation.update(tables.checkins, {"id": row["id"]}, values | stamp)
            return str(row["id"])
        fresh = str(uuid.uuid4())
        new = {"id": fresh, **moments.to_columns(now), "local_day": day.isoformat()}
        empty = {"none_said": 0, "note": "", "diet": ""}
        operation.insert(tables.checkins, new | empty | stamp | values)
        return fresh

    def _expected(self, day: date) -> Checkin:
        found = self.get(day)
        assert found is not None
        return found


def _exposure(checkin_id: str, name: str, amount: float, detail: Detail) -> dict[str, Any]:
    if detail.preset and detail.preset not in PRESETS:
        raise BadInput(_("“{name}” is not known.").format(name=detail.preset[:40]))
    return {
        "id": str(uuid.uuid4()),
        "checkin_id": checkin_id,
        "factor": name,
        "amount": amount,
        "began_minute": detail.began,
        "ended_minute": detail.ended,
        "preset": detail.preset,
        "effort": None if detail.effort is None else int(detail.effort),
    }


def _delete_exposures(operation: Operation, checkin_id: str) -> None:
    table = tables.exposures
    query = select(table.c.id).where(table.c.checkin_id == checkin_id)
    for exposure_id in list(operation.connection.execute(query).scalars()):
        operation.delete(table, {"id": exposure_id})


def _drop_if_empty(operation: Operation, day: date) -> None:
    """Remove a row that says nothing any more, so that the day counts as not logged again."""
    row = operation.row(tables.checkins, {"local_day": day.isoformat()})
    if row is None or row["note"] or row["diet"]:
        return
    table = tables.exposures
    query = select(table.c.id).where(table.c.checkin_id == row["id"]).limit(1)
    if operation.connection.execute(query).first() is None:
        operation.delete(tables.checkins, {"id": row["id"]})


def _read(connection: Connection, day: date) -> Checkin | None:
    query = select(tables.checkins).where(tables.checkins.c.local_day == day.isoformat())
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    given = _given(connection, tables.exposures.c.checkin_id == row["id"])
    return _checkin(row, given[row["id"]], load_factors(connection))


def _load(connection: Connection, where: ColumnElement[bool] | None = None) -> tuple[Checkin, ...]:
    """Return the check-ins, the oldest first, all of them unless `where` says which."""
    query, answers = select(tables.checkins).order_by(tables.checkins.c.local_day), None
    if where is not None:
        query = query.where(where)
        answers = tables.exposures.c.checkin_id.in_(select(tables.checkins.c.id).where(where))
    rows = list(connection.execute(query).mappings())
    known, given = load_factors(connection), _given(connection, answers)
    return tuple(_checkin(row, given[row["id"]], known) for row in rows)


def _given(
    connection: Connection, where: ColumnElement[bool] | None = None
) -> defaultdict[str, dict[str, Mapping[Any, Any]]]:
    """Return the rows of answers by check-in and factor, all of them unless `where` says which."""
    query = select(tables.exposures)
    if where is not None:
        query = query.where(where)
    given: defaultdict[str, dict[str, Mapping[Any, Any]]] = defaultdict(dict)
    for row in connection.execute(query).mappings():
        given[row["checkin_id"]][row["factor"]] = row
    return given


def _checkin(
    row: Mapping[Any, Any], found: Mapping[str, Mapping[Any, Any]], known: Mapping[str, Factor]
) -> Checkin:
    ordered = [
        *(name for name in known if name in found),
        *(name for name in found if name not in known),
    ]
    details = {name: _detail(found[name]) for name in ordered}
    return Checkin(
        day=date.fromisoformat(row["local_day"]),
        made=moments.made(row),
        none_said=bool(row["none_said"]),
        amounts=MappingProxyType({name: found[name]["amount"] for name in ordered}),
        note=row["note"],
        diet=row["diet"],
        details=MappingProxyType(
            {name: each for name, each in details.items() if each != Detail()}
        ),
        factors=MappingProxyType(
            {name: known.get(name) or factor_or_unknown(name) for name in ordered}
        ),
    )


def _detail(row: Mapping[Any, Any]) -> Detail:
    effort = row["effort"]
    return Detail(
        began=row["began_minute"],
        ended=row["ended_minute"],
        preset=row["preset"],
        effort=None if effort is None else Effort(effort),
    )
