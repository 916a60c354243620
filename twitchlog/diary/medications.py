"""Medicines: what is taken, how the dose changed, and doses that were not as usual."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary import moments, records, removed, tables
from twitchlog.diary.medicine_rows import (
    any_intakes,
    change_row,
    load_medications,
    medication_row,
    one_intake,
    one_medication,
)
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.medication import (
    Dose,
    DoseChange,
    Intake,
    IntakeKind,
    Medication,
    check_amount,
    checked,
    checked_dose,
)
from twitchlog.domain.medicine_names import OTHER, recognised
from twitchlog.domain.phrase import phrase
from twitchlog.domain.text import clean
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.phrase import Phrase, Term
    from twitchlog.domain.profile import PartialDate

CHILDREN: Final = (
    (tables.dose_changes, "medication_id"),
    (tables.intakes, "medication_id"),
)
"""The tables whose rows hang on a medicine."""


class Medications:
    """The room of the medicines."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def add(
        self,
        name: str,
        *,
        kind: str | None = None,
        dose: Dose = Dose(),  # noqa: B008 - a frozen value
        started: PartialDate | None = None,
        stopped: PartialDate | None = None,
        treats: bool | None = None,
        note: str = "",
        joins: int | None = None,
    ) -> Written[Medication]:
        """Add a medicine; without `kind` its class is the one its name is known for.

        With `joins` it is part of that earlier step. Raises BadInput as `medication.checked` does.
        Nothing is written then.
        """
        fresh = self._checked(
            Medication(
                id=str(uuid.uuid4()),
                name=name,
                kind=kind or recognised(name) or OTHER,
                dose=dose,
                started=started,
                stopped=stopped,
                treats=treats,
                note=note,
            )
        )
        step = phrase("{name} added", name=fresh.name)
        return self._put(fresh, step, joins=joins, fresh=True)

    def edit(self, medication: Medication, *, joins: int | None = None) -> Written[Medication]:
        """Replace what is said of the medicine itself; its new doses and intakes stay as they are.

        Raises NotFound where it has been removed meanwhile, and BadInput as `add` does.
        """
        held = self.get(medication.id)
        changed = self._checked(replace(medication, changes=held.changes, intakes=held.intakes))
        return self._put(changed, phrase("{name} changed", name=changed.name), joins=joins)

    def stop(self, medication_id: str, day: PartialDate) -> Written[Medication]:
        """Record the day it was stopped; raise NotFound, or BadInput for one before the start."""
        stopped = self._checked(replace(self.get(medication_id), stopped=day))
        return self._put(stopped, phrase("{name} stopped", name=stopped.name))

    def resume(self, medication_id: str) -> Written[Medication]:
        """Take back that it was stopped; raise NotFound."""
        resumed = replace(self.get(medication_id), stopped=None)
        return self._put(resumed, phrase("{name} is taken again", name=resumed.name))

    def change_dose(
        self, medication_id: str, since: PartialDate, dose: Dose
    ) -> Written[Medication]:
        """Record a new dose from `since` on; one recorded for the same date is replaced.

        Raises NotFound, or BadInput for a dose that says nothing, or a date before the start or
        after the stop.
        """
        held, new = self.get(medication_id), checked_dose(dose)
        if new == Dose():
            raise BadInput(_("Give the new dose first."))
        change = DoseChange(str(uuid.uuid4()), since, new)
        others = tuple(each for each in held.changes if each.since != since)
        replaced = [each for each in held.changes if each.since == since]
        if replaced:
            change = replace(change, id=replaced[0].id)
        changed = self._checked(replace(held, changes=(*others, change)))
        name = phrase("{name}: new dose saved", name=held.name)
        with self._diary.operation(name) as operation:
            records.one(operation.connection, tables.medications, medication_id)
            row = change_row(change, medication_id)
            records.put(operation, tables.dose_changes, row, records.origin(self._diary))
        return Written(changed, operation.changes())

    def remove_change(self, medication_id: str, change_id: str) -> Written[Medication]:
        """Take a new dose out of the history; raise NotFound."""
        held = self.get(medication_id)
        name = phrase("{name}: dose removed", name=held.name)
        with self._diary.operation(name) as operation:
            key = {"id": change_id, "medication_id": medication_id}
            if operation.delete(tables.dose_changes, key) is None:
                raise NotFound(_("That entry is not in the diary any more."))
        return Written(self.get(medication_id), operation.changes())

    def take(
        self,
        medication_id: str,
        kind: IntakeKind,
        *,
        moment: Moment | None = None,
        amount: float | None = None,
        note: str = "",
    ) -> Written[Intake]:
        """Record one dose that was extra, late or missed, now unless `moment` says when.

        Raises NotFound, or BadInput for a time still to come or an amount of nothing.
        """
        held = self.get(medication_id)
        intake = self._checked_intake(
            Intake(
                str(uuid.uuid4()),
                medication_id,
                kind,
                moment or self._diary.clock.now(),
                amount,
                note,
            )
        )
        name = phrase("{name}: {kind} recorded", name=held.name, kind=kind.inner)
        return self._put_intake(intake, name, fresh=True)

    def edit_intake(self, intake: Intake, *, joins: int | None = None) -> Written[Intake]:
        """Replace the dose of that id; with `joins` as part of that earlier step.

        Raises NotFound where it has been removed meanwhile, and BadInput as `take` does.
        """
        with self._diary.reading() as connection:
            held = one_intake(connection, intake.id)
        changed = self._checked_intake(intake, held=held)
        name = phrase(
            "{name}: {kind} changed",
            name=self.get(intake.medication).name,
            kind=intake.kind.inner,
        )
        return self._put_intake(changed, name, joins=joins)

    def intake(self, intake_id: str) -> Intake:
        """Return one recorded dose; raise NotFound."""
        with self._diary.reading() as connection:
            return one_intake(connection, intake_id)

    def remove_intake(self, intake_id: str) -> Written[None]:
        """Move one recorded dose to the bin; raise NotFound."""
        with self._diary.reading() as connection:
            intake = one_intake(connection, intake_id)
        named, kind = self.get(intake.medication).name, intake.kind.inner
        name = phrase("{name}: {kind} removed", name=named, kind=kind)
        label = phrase("{name}, {kind}", name=named, kind=kind)
        return self._bin(tables.intakes, intake_id, name=name, label=label)

    def remove(self, medication_id: str) -> Written[None]:
        """Move a medicine with its history to the bin; raise NotFound."""
        held = self.get(medication_id)
        name = phrase("{name} removed", name=held.name)
        return self._bin(tables.medications, medication_id, name=name, label=held.name)

    def get(self, medication_id: str) -> Medication:
        """Return one medicine with its history; raise NotFound."""
        with self._diary.reading() as connection:
            return one_medication(connection, medication_id)

    def all(self) -> tuple[Medication, ...]:
        """Return every medicine: those taken now by name, then those stopped, the last first."""
        with self._diary.reading() as connection:
            return load_medications(connection, today=self._diary.clock.now().day)

    def current(self) -> tuple[Medication, ...]:
        """Return the medicines that are not stopped, by name."""
        today = self._diary.clock.now().day
        return tuple(each for each in self.all() if not each.is_past(today))

    def past(self) -> tuple[Medication, ...]:
        """Return the medicines that are stopped, the last one first."""
        today = self._diary.clock.now().day
        return tuple(each for each in self.all() if each.is_past(today))

    def on_day(self, day: date) -> tuple[Medication, ...]:
        """Return the medicines taken on a day, each with the intakes of that day alone."""
        return tuple(
            replace(each, intakes=tuple(one for one in each.intakes if one.moment.day == day))
            for each in self.all()
            if each.dose_on(day) is not None
        )

    def taken_on(self, day: date) -> tuple[Medication, ...]:
        """Return the medicines with a dose recorded on a day, each with those of that day alone."""
        with self._diary.reading() as connection:
            if not any_intakes(connection, day):
                return ()
        found = ((each, [one for one in each.intakes if one.moment.day == day])
                 for each in self.all())  # fmt: skip
        return tuple(replace(each, intakes=tuple(taken)) for each, taken in found if taken)

    def _checked(self, medication: Medication) -> Medication:
        today, born = self._diary.clock.now().day, self._diary.profile.get().born
        return checked(medication, today=today, born=born)

    def _checked_intake(self, intake: Intake, *, held: Intake | None = None) -> Intake:
        # A time that is kept already stands, even if the machine's clock was set back since.
        kept = held is not None and held.moment == intake.moment
        to_come = intake.moment.utc - self._diary.clock.now().utc > timedelta(minutes=1)
        if to_come and not kept:
            raise BadInput(_("That time is still to come. Choose one that has passed."))
        born = self._diary.profile.get().born
        if born is not None and intake.moment.day < born:
            raise BadInput(_("That day is before you were born."))
        return replace(intake, amount=check_amount(intake.amount), note=clean(intake.note))

    def _put(
        self, medication: Medication, name: Phrase, *, joins: int | None = None, fresh: bool = False
    ) -> Written[Medication]:
        with self._diary.operation(name, joins=joins) as operation:
            if not fresh:  # another window may have removed it since it was read
                records.one(operation.connection, tables.medications, medication.id)
            row = medication_row(medication)
            records.put(operation, tables.medications, row, records.origin(self._diary))
        return Written(medication, operation.changes())

    def _put_intake(
        self, intake: Intake, name: Phrase, *, joins: int | None = None, fresh: bool = False
    ) -> Written[Intake]:
        row: dict[str, Any] = {
            "id": intake.id,
            "medication_id": intake.medication,
            **moments.to_columns(intake.moment),
            "local_day": intake.moment.day.isoformat(),
            "local_minute": intake.moment.minute,
            "kind": intake.kind.value,
            "amount": intake.amount,
            "note": intake.note,
        }
        with self._diary.operation(name, joins=joins) as operation:
            table, there = (
                (tables.medications, intake.medication) if fresh else (tables.intakes, intake.id)
            )
            records.one(operation.connection, table, there)
            records.put(operation, tables.intakes, row, records.origin(self._diary))
        return Written(intake, operation.changes())

    def _bin(self, table: Any, entry_id: str, *, name: Phrase, label: Term) -> Written[None]:
        with self._diary.operation(name) as operation:
            removed.take(
                operation,
                table,
                entry_id,
                when=self._diary.clock.now(),
                label=label,
                children=CHILDREN if table is tables.medications else (),
            )
        return Written(None, operation.changes())
