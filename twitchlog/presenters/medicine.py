"""One medicine: its dose and history, and the doses that were not as usual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.medicine_names import OTHER, recognised
from twitchlog.presenters import medicine_words, words
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.presenters.typed import read_number, read_past

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.medication import Dose, Intake, IntakeKind, Medication
    from twitchlog.domain.profile import PartialDate
    from twitchlog.presenters.medicine_words import Advice, DoseRow, IntakeRow
    from twitchlog.presenters.medicines import Filled
    from twitchlog.presenters.services import Complains, Services

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MedicinePage:
    """Everything the page shows of one medicine."""

    name: str
    line: str
    treats: str
    note: str
    past: bool
    taps: tuple[tuple[IntakeKind, str], ...]
    doses: tuple[DoseRow, ...]
    intakes: tuple[IntakeRow, ...]
    advice: Advice | None


class MedicineView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: MedicinePage) -> None:
        """Show the medicine."""
        ...

    def gone(self) -> None:
        """Close: the medicine is not in the diary any more."""
        ...

    def recorded(self, sentence: str, intake: str) -> None:
        """Say what one tap recorded, with a way to add time and amount."""
        ...


class MedicinePresenter:
    """Reads one medicine and does what is tapped; `known` is what was shown last."""

    def __init__(self, services: Services, view: MedicineView, medication_id: str) -> None:
        self._services, self._view, self._id = services, view, medication_id
        self.steps = Steps(services, view)
        self.known: Medication | None = None
        self._last_step: dict[str, int | None] = {}

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the medicine anew; one that was removed closes the page."""

        def read(diary: Diary) -> Medication | None:
            try:
                return diary.medications.get(self._id)
            except NotFound:
                return None

        def shown(known: Medication | None) -> None:
            self.known = known
            if known is None:
                self._view.gone()
            else:
                self._view.show(page_of(known, today=self.today))

        self._services.read(read, shown, self._view)

    def take(self, kind: IntakeKind) -> None:
        """Record a dose now."""

        def said(intake: Intake | None, changes: Changes) -> None:
            assert intake is not None
            self._last_step = {intake.id: changes.step}
            self._view.recorded(changes.name, intake.id)

        self._services.write(lambda diary: diary.medications.take(self._id, kind), said, self._view)

    def edit_intake(
        self, intake_id: str, *, day: str, at: str, amount: str, note: str,
        form: Complains, done: Callable[[], None],
    ) -> None:  # fmt: skip
        """Change time, amount and note of a recorded dose; raise BadInput for what is no time."""
        held = self.intake(intake_id) or getattr(form, "opened", None)
        if held is None:
            done()
            return
        same = (day, at) == typed_moment(held)
        moment = held.moment if same else read_past(day, at, clock=self._services.clock)
        given = read_number(amount) if amount.strip() else None
        changed = replace(held, moment=moment, amount=given, note=note)
        joins = self._last_step.get(intake_id)
        self._write(lambda diary: diary.medications.edit_intake(changed, joins=joins), form, done)

    def remove_intake(self, intake_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Move a recorded dose to the bin."""
        self._write(lambda diary: diary.medications.remove_intake(intake_id), form, done)

    def change_dose(
        self, since: PartialDate, dose: Dose, form: Complains, done: Callable[[], None]
    ) -> None:
        """Record a new dose."""
        self._write(lambda diary: diary.medications.change_dose(self._id, since, dose), form, done)

    def remove_change(self, change_id: str) -> None:
        """Take a new dose out of the history."""
        self._write(lambda diary: diary.medications.remove_change(self._id, change_id))

    def edit(self, filled: Filled, form: Complains, done: Callable[[], None]) -> None:
        """Change what is said of the medicine itself."""
        held = self.known or getattr(form, "opened", None)
        assert held is not None
        changed = replace(
            held,
            name=filled.name,
            kind=filled.kind or recognised(filled.name) or OTHER,
            dose=filled.dose,
            started=filled.since,
            stopped=filled.until,
            treats=filled.treats,
            note=filled.note,
        )
        self._write(lambda diary: diary.medications.edit(changed), form, done)

    def stop(self, day: PartialDate, form: Complains, done: Callable[[], None]) -> None:
        """Record the day it was stopped."""
        self._write(lambda diary: diary.medications.stop(self._id, day), form, done)

    def resume(self) -> None:
        """Take back that it was stopped."""
        self._write(lambda diary: diary.medications.resume(self._id))

    def remove(self) -> None:
        """Move the medicine to the bin."""
        self._write(lambda diary: diary.medications.remove(self._id))

    def intake(self, intake_id: str) -> Intake | None:
        """Return a recorded dose as it was shown last."""
        found = self.known.intakes if self.known else ()
        return next((each for each in found if each.id == intake_id), None)

    def advice_for(self, intake_id: str, amount: str) -> Advice | None:
        """Return what to say while an amount above the usual dose is being typed."""
        held = self.intake(intake_id)
        try:
            given = read_number(amount)
        except BadInput:
            return None
        if self.known is None or held is None:
            return None
        asked = replace(held, amount=given)
        return medicine_words.advice(self.known, asked, today=held.moment.day)

    def _write(
        self,
        work: Callable[[Diary], Written[T]],
        form: Complains | None = None,
        done: Callable[[], None] | None = None,
    ) -> None:
        self.steps.keep(work, form or self._view, done or (lambda: None))


def page_of(known: Medication, *, today: date) -> MedicinePage:
    """Return what the page shows of a medicine."""
    row = medicine_words.row(known, today=today)
    return MedicinePage(
        name=known.name,
        line=row.second,
        treats=medicine_words.treats(known),
        note=known.note,
        past=known.is_past(today),
        taps=medicine_words.taps(known),
        doses=medicine_words.dose_rows(known, today=today),
        intakes=tuple(
            medicine_words.intake_row(known, each, today=today) for each in known.intakes
        ),
        advice=medicine_words.advice(known, medicine_words.latest_above(known), today=today),
    )


def typed_moment(intake: Intake) -> tuple[str, str]:
    """Return day and time of a recorded dose as they stand in the fields."""
    day = intake.moment.day
    return words.full_day(day), words.clock_time(intake.moment)
