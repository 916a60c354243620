"""Decide what a file's amounts, notes and answers of a day become; what is there already stays."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog.diary import moments, tables
from twitchlog.diary.imports.keys import day_key
from twitchlog.domain.factor import FACTORS, Kind
from twitchlog.domain.imports import ImportedDose, ImportedSymptom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.imports.timed import Timed
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.imports import Gathered, ImportedCheckin

_NOON: Final = time(12)


@dataclass(slots=True)
class Plan:
    """What becomes of the days of a file: doses, check-ins and answers that are new.

    `checkins` gives for each day the amounts and the note to add; `there` counts what the diary
    says already, `kept` what it says otherwise, `notes_left` what needs a day that is logged.
    """

    doses: list[ImportedDose] = field(default_factory=list)
    checkins: dict[str, tuple[dict[str, float], str]] = field(default_factory=dict)
    answers: list[ImportedSymptom] = field(default_factory=list)
    there: int = 0
    kept: int = 0
    notes_left: int = 0


class _Said:
    """What the diary says of its days already."""

    def __init__(self, connection: Connection) -> None:
        checkins, exposures, doses = tables.checkins, tables.exposures, tables.doses
        rows = connection.execute(select(checkins.c.local_day, checkins.c.id, checkins.c.note))
        self.checkins = {row.local_day: (row.id, row.note) for row in rows}
        amounts = select(checkins.c.local_day, exposures.c.factor, exposures.c.amount)
        self.amounts = {
            (row.local_day, row.factor): row.amount
            for row in connection.execute(amounts.join_from(checkins, exposures))
        }
        taken = select(doses.c.id, doses.c.local_day, doses.c.factor)
        self.dose_ids: set[str] = set()
        self.dosed: set[tuple[str, str]] = set()
        for row in connection.execute(taken):
            self.dose_ids.add(row.id)
            self.dosed.add((row.local_day, row.factor))
        twitches = select(tables.twitches.c.local_day).distinct()
        self.logged = set(connection.execute(twitches).scalars()) | self.checkins.keys()


def plan(
    connection: Connection, gathered: Gathered, timed: Timed, diary: Diary, *, logged: bool
) -> Plan:
    """Return what becomes of all that the file says by the day.

    A day counts as logged when the diary, or the file, has a twitch on it or a check-in of it, or
    when the person says so for all (`logged`): then all is said in its check-in. On any other day
    amounts become doses, and the rest would make it a logged one, so it is left out.
    """
    said, made = _Said(connection), Plan()
    in_file = {timed.day(item.moment) for item in gathered.twitches}
    dosed_in_file = {(timed.day(item.moment), item.factor) for item in gathered.doses}
    said.dosed |= dosed_in_file
    for day, item in gathered.days.items():
        key = day.isoformat()
        if logged or key in said.logged or key in in_file:
            _as_checkin(made, said, key, item)
        else:
            _as_doses(made, said, key, item, diary)
    made.answers = _new_answers(connection, made, gathered.symptoms)
    return made


def _as_checkin(made: Plan, said: _Said, day: str, item: ImportedCheckin) -> None:
    held_note = said.checkins.get(day, ("", ""))[1]
    amounts: dict[str, float] = {}
    for factor, amount in item.amounts.items():
        held = said.amounts.get((day, factor))
        if held == amount or day_key(day, factor) in said.dose_ids:
            made.there += 1
        elif held is not None:
            made.kept += 1
        else:
            amounts[factor] = amount
    note = item.note
    if note and held_note:
        made.there += note in held_note
        made.kept += note not in held_note
        note = ""
    if amounts or note:
        made.checkins[day] = (amounts, note)


def _as_doses(made: Plan, said: _Said, day: str, item: ImportedCheckin, diary: Diary) -> None:
    made.notes_left += bool(item.note)
    for factor, amount in item.amounts.items():
        key = day_key(day, factor)
        if FACTORS[factor].kind is not Kind.AMOUNT:
            made.notes_left += 1
        elif (day, factor) in said.dosed and key not in said.dose_ids:
            made.kept += 1
        else:
            noon = diary.clock.at(datetime.combine(item.day, _NOON))
            made.doses.append(ImportedDose(key, item.line, noon, factor, amount))


def _new_answers(
    connection: Connection, made: Plan, found: Iterable[ImportedSymptom]
) -> list[ImportedSymptom]:
    """Return the answers about symptoms on days without one."""
    table = tables.symptoms
    held = {
        (row.kind, row.local_day): (bool(row.present), row.words)
        for row in connection.execute(
            select(table.c.kind, table.c.local_day, table.c.present, table.c.words)
        )
    }
    new: list[ImportedSymptom] = []
    for item in found:
        there = held.get((item.kind, item.day.isoformat()))
        if there is None:
            new.append(item)
        elif there == (item.present, item.words):
            made.there += 1
        else:
            made.kept += 1
    return new


def write(operation: Operation, diary: Diary, made: Plan) -> None:
    """Write check-ins and answers."""
    now = diary.clock.now()
    common = moments.to_columns(now) | {"updated_ms": now.utc_ms, "device": diary.device}
    said = _Said(operation.connection)
    checkins: list[Row] = []
    exposures: list[Row] = []
    for day, (amounts, note) in made.checkins.items():
        held = said.checkins.get(day)
        if held is None:
            checkin = str(uuid.uuid4())
            own = {"id": checkin, "local_day": day, "none_said": 0, "note": note}
            checkins.append(tables.completed(tables.checkins, common | own))
        else:
            checkin = held[0]
            if note:
                operation.update(tables.checkins, {"id": checkin}, {"note": note})
        exposures += [_exposure(checkin, *each) for each in amounts.items()]
    operation.insert_many(tables.checkins, checkins)
    operation.insert_many(tables.exposures, exposures)
    answers = (common | _answer(item) for item in made.answers)
    operation.insert_many(
        tables.symptoms, [tables.completed(tables.symptoms, answer) for answer in answers]
    )


def _exposure(checkin: str, factor: str, amount: float) -> Row:
    own = {"id": str(uuid.uuid4()), "checkin_id": checkin, "factor": factor, "amount": amount}
    return tables.completed(tables.exposures, own)


def _answer(item: ImportedSymptom) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "kind": item.kind,
        "local_day": item.day.isoformat(),
        "present": int(item.present),
        "place": item.where,
        "words": item.words,
    }
