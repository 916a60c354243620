"""Write an invented life into an empty diary, in bulk."""

from __future__ import annotations

import json
import random
import uuid
from collections import defaultdict
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert

from twitchlog.diary import moments, tables
from twitchlog.diary.appointments import appointment_row
from twitchlog.diary.conditions import condition_row
from twitchlog.diary.example import care, life, person
from twitchlog.diary.medical_tests import row_of_test, value_rows
from twitchlog.diary.medicine_rows import change_row, medication_row
from twitchlog.diary.profile import to_fields
from twitchlog.diary.questions import question_row
from twitchlog.diary.treatments import treatment_row
from twitchlog.domain.dose import PRESETS
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period
from twitchlog.domain.rest import USUAL_S
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection, Table

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.profile import Profile
    from twitchlog.domain.rest import Tap

LONGEST_DAYS: Final = 20_000
_DEVICE: Final = "example"
_DRINKS: Final = (
    (time(7, 50), "filter-coffee"), (time(10, 15), "filter-coffee"), (time(15, 40), "black-tea"),
)  # fmt: skip


def fill(diary: Diary, *, days: int, seed: int, until: date, entries: int | None = None) -> int:
    """Write `days` invented days up to `until` into an empty diary; return the entries.

    About two entries a logged day, or `entries` in all; nothing lies after the diary's own clock.
    The same arguments, clock and zone give the same rows, and none of it can be undone. Raises
    BadInput for a diary that is not empty or an odd number of days.
    """
    check_days(days)
    if diary.days.first_logged() is not None:
        raise BadInput(_("An example is only written into an empty diary."))
    chance = random.Random(f"Alex {seed}")  # noqa: S311 - believable, not secret
    period = Period.ending(until, days=days)
    more = random.Random(f"More {seed}")  # noqa: S311 - as above
    rows = _Rows(diary.clock.now(), chance, more)
    for day in life.days(chance, period, entries=entries):
        rows.add_day(day)
    for answer in person.answers(chance, period):
        rows.add_answer(answer)
    rows.add_profile(person.person(period))
    rows.add_care(period)
    rows.add_doses(until)
    at_rest = random.Random(f"Rest {seed}")  # noqa: S311 - as above
    for wall, taps in person.rest_counts(at_rest, period):
        rows.add_rest_count(wall, taps)
    with diary.unrecorded() as connection:
        rows.write(connection)
    return len(rows.by_table[tables.twitches.name])


def check_days(days: int) -> None:
    """Raise BadInput for a number of days that no example can have."""
    if not 1 <= days <= LONGEST_DAYS:
        raise BadInput(_("An example has 1 to {most} days.").format(most=numeral(LONGEST_DAYS)))


class _Rows:
    """Collects rows by table; what would lie after `now` is left out."""

    def __init__(self, now: Moment, chance: random.Random, more: random.Random) -> None:
        self._now = now
        self._chance = chance
        self._more = more
        self.by_table: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add_day(self, day: life.Day) -> None:
        """Add the entries of a day and what was said in its evening."""
        for entry in day.entries:
            self._add_twitch(entry)
        moment = self._now.on_clock(day.evening)
        if moment.utc_ms > self._now.utc_ms or not (day.amounts or day.none_said):
            return
        checkin = self._add(
            tables.checkins.name,
            **_stamp(moment),
            local_day=day.day.isoformat(),
            none_said=int(day.none_said),
            note="",
        )
        for factor, amount in day.amounts.items():
            slept = factor == "sleep"
            began, ended = life.bed_and_wake(day.day, amount) if slept else (None, None)
            self._add(
                tables.exposures.name,
                checkin_id=checkin,
                factor=factor,
                amount=amount,
                began_minute=began,
                ended_minute=ended,
            )

    def add_answer(self, answer: person.Answer) -> None:
        """Add one answer about a symptom."""
        moment = self._now.on_clock(answer.wall)
        if moment.utc_ms > self._now.utc_ms:
            return
        self._add(
            tables.symptoms.name,
            kind=answer.kind,
            **_stamp(moment),
            local_day=answer.wall.date().isoformat(),
            present=int(answer.present),
            place=answer.where,
            words=answer.words,
        )

    def add_profile(self, profile: Profile) -> None:
        """Add what the person says of themself, one row a field."""
        for key, value in to_fields(profile).items():
            stored = json.dumps(value, ensure_ascii=False)
            row = {"key": key, "value": stored, "updated_ms": self._now.utc_ms, "device": _DEVICE}
            self.by_table[tables.profile.name].append(row)

    def add_care(self, period: Period) -> None:
        """Add medicines, treatments, conditions, tests, appointments and the questions for them."""
        for medicine in care.medicines(period):
            kept = self._add_kept(tables.medications, medication_row(medicine))
            for change in medicine.changes:
                self._add_kept(tables.dose_changes, change_row(change, kept))
        for treatment in care.treatments(period):
            self._add_kept(tables.treatments, treatment_row(treatment))
        for condition in care.conditions(period):
            self._add_kept(tables.conditions, condition_row(condition))
        for test in care.medical_tests(period):
            held = replace(test, id=self._add_kept(tables.tests, row_of_test(test)))
            for row in value_rows(held):
                self._add(tables.test_values.name, **row)
        past, upcoming = (
            self._add_kept(tables.appointments, appointment_row(each))
            for each in care.appointments(period)
        )
        for position, question in enumerate(care.questions(past, upcoming)):
            self._add_kept(tables.questions, question_row(question, position))

    def add_doses(self, day: date) -> None:
        """Add what was drunk on the last day, where it is not said in its check-in already."""
        checked = {row["local_day"] for row in self.by_table[tables.checkins.name]}
        if day.isoformat() in checked:
            return
        for at, preset in _DRINKS:
            moment = self._now.on_clock(datetime.combine(day, at))
            if moment.utc_ms > self._now.utc_ms:
                continue
            drink = PRESETS[preset]
            self._add(
                tables.doses.name,
                **_stamp(moment),
                local_day=day.isoformat(),
                local_minute=moment.minute,
                factor=drink.factor,
                amount=drink.amount,
                preset=preset,
                words="",
            )

    def add_rest_count(self, wall: datetime, taps: Sequence[Tap]) -> None:
        """Add two minutes of sitting still."""
        moment = self._now.on_clock(wall)
        if moment.earlier(minutes=-USUAL_S / 60).utc_ms > self._now.utc_ms:
            return
        kept = self._add(
            tables.rest_counts.name,
            **_stamp(moment),
            local_day=wall.date().isoformat(),
            local_minute=moment.minute,
            length_s=USUAL_S,
            note="",
        )
        for number, tap in enumerate(taps):
            self.by_table[tables.rest_taps.name].append(
                {
                    "rest_count_id": kept,
                    "number": number,
                    "after_ms": tap.after_ms,
                    "site": tap.site,
                }
            )

    def write(self, connection: Connection) -> None:
        """Insert everything, parents first."""
        for table in tables.metadata.sorted_tables:
            if self.by_table[table.name]:
                connection.execute(insert(table), self.by_table[table.name])

    def _add_twitch(self, entry: life.Entry) -> None:
        moment = self._now.on_clock(entry.wall)
        if moment.utc_ms > self._now.utc_ms:
            return
        twitch = self._add(
            tables.twitches.name,
            **_stamp(moment),
            local_day=moment.day.isoformat(),
            local_minute=moment.minute,
            duration_s=entry.duration_s,
            strength=None if entry.strength is None else int(entry.strength),
            note=entry.note,
            **life.more_about(self._more),
        )
        sites, triggers = (
            self.by_table[table.name] for table in (tables.twitch_sites, tables.twitch_triggers)
        )
        for position, site in enumerate(entry.sites):
            sites.append({"twitch_id": twitch, "site": site, "position": position})
        for position, trigger in enumerate(entry.triggers):
            named = {"kind": trigger.kind, "words": trigger.words}
            triggers.append({"twitch_id": twitch, **named, "position": position})

    def _add(self, table: str, **values: Any) -> str:
        fresh = str(uuid.UUID(int=self._chance.getrandbits(128), version=4))
        self.by_table[table].append({**values, "id": fresh})
        return fresh

    def _add_kept(self, table: Table, row: dict[str, Any]) -> str:
        return self._add(table.name, **row, updated_ms=self._now.utc_ms, device=_DEVICE)


def _stamp(moment: Moment) -> dict[str, Any]:
    return {**moments.to_columns(moment), "updated_ms": moment.utc_ms, "device": _DEVICE}
