"""Medicines: what is taken, how much of it, since when, and what was not as usual."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.course import check_course, check_when, is_over, on_course
from twitchlog.domain.errors import BadInput
from twitchlog.domain.medicine_names import OTHER, check_class, class_or_other
from twitchlog.domain.phrase import within
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _, mark, ngettext, with_marks

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.medicine_names import MedicineClass
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.phrase import Phrase
    from twitchlog.domain.profile import PartialDate

MOST: Final = 1_000_000.0
UNIT_LIMIT: Final = 30
SCHEDULE_LIMIT: Final = 120

UNITS: Final = {
    "mg": mark("mg"), "g": mark("g"), "µg": mark("µg"), "ml": mark("ml"),
    "tablets": mark("tablets"), "drops": mark("drops"), "units": mark("units"),
    "puffs": mark("puffs"), "patch": mark("patches"),
}  # fmt: skip
"""The units offered; any other is in the person's own words."""

AS_NEEDED: Final = "as-needed"
SCHEDULES: Final = {
    "once": mark("once a day"),
    "twice": mark("twice a day"),
    "three-times": mark("three times a day"),
    "every-other-day": mark("every other day"),
    "weekly": mark("once a week"),
    AS_NEEDED: mark("as needed"),
}
"""The schedules offered; any other is in the person's own words."""


class IntakeKind(StrEnum):
    """What about one dose was worth recording."""

    NEEDED = "as-needed"
    EXTRA = "extra"
    LATE = "late"
    MISSED = "missed"

    @property
    def word(self) -> str:
        """What happened, by itself: *Extra dose*."""
        return _(_KIND_WORDS[self])

    @property
    def inner(self) -> Phrase:
        """The same within a sentence, in no language."""
        return within(_KIND_WORDS[self])


_KIND_WORDS: Final = {
    IntakeKind.NEEDED: mark("Dose as needed"),
    IntakeKind.EXTRA: mark("Extra dose"),
    IntakeKind.LATE: mark("Late dose"),
    IntakeKind.MISSED: mark("Missed dose"),
}


@dataclass(frozen=True, slots=True)
class Dose:
    """How much at a time and how often; each part may be unknown (None, or empty).

    `unit` and `schedule` are ids of `UNITS` and `SCHEDULES`, or the person's own words.
    """

    amount: float | None = None
    unit: str = ""
    schedule: str = ""

    @property
    def label(self) -> str:
        """How much at a time: *25 mg*, *2 tablets*; empty where that is not known."""
        return say_amount(self.amount, self.unit)

    @property
    def often(self) -> str:
        """How often: *twice a day*; empty where that is not known."""
        return _(SCHEDULES[self.schedule]) if self.schedule in SCHEDULES else self.schedule


@dataclass(frozen=True, slots=True)
class DoseChange:
    """A new dose, and the day it holds from."""

    id: str
    since: PartialDate
    dose: Dose


@dataclass(frozen=True, slots=True)
class Intake:
    """One dose that was extra, late or missed; `amount` is in the unit of the medicine."""

    id: str
    medication: str
    kind: IntakeKind
    moment: Moment
    amount: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Medication:
    """A medicine with its history.

    `dose` is the one it was begun with, `changes` the later ones, the earliest first; `intakes` are
    the newest first. `treats` says whether it is taken for the twitching; None: not said.
    """

    id: str
    name: str
    kind: str = OTHER
    dose: Dose = Dose()
    started: PartialDate | None = None
    stopped: PartialDate | None = None
    treats: bool | None = None
    note: str = ""
    changes: tuple[DoseChange, ...] = ()
    intakes: tuple[Intake, ...] = ()

    @property
    def medicine_class(self) -> MedicineClass:
        """The class it belongs to."""
        return class_or_other(self.kind)

    def usual_on(self, day: date) -> Dose:
        """Return the dose that was agreed last by `day`, whether or not it was taken then."""
        agreed = [change.dose for change in self.changes if change.since.earliest <= day]
        return agreed[-1] if agreed else self.dose

    def dose_on(self, day: date) -> Dose | None:
        """Return the dose of `day`; None where it was not begun yet or was stopped before."""
        return self.usual_on(day) if on_course(self.started, self.stopped, day) else None

    def is_past(self, day: date) -> bool:
        """Return whether it was stopped by `day`."""
        return is_over(self.stopped, day)

    def more_than_usual(self, intake: Intake) -> bool:
        """Return whether an amount was above the usual dose of its day; never for a missed one."""
        usual = self.usual_on(intake.moment.day).amount
        if intake.amount is None or usual is None or intake.kind is IntakeKind.MISSED:
            return False
        return intake.amount > usual


def say_amount(amount: float | None, unit: str) -> str:
    """Say an amount with its unit: *25 mg*, *0.5 tablet*; empty where it is not known."""
    if amount is None:
        return ""
    count = 1 if amount <= 1 else 2
    counted = {
        "tablets": ngettext("tablet", "tablets", count),
        "drops": ngettext("drop", "drops", count),
        "units": ngettext("unit", "units", count),
        "puffs": ngettext("puff", "puffs", count),
        "patch": ngettext("patch", "patches", count),
    }
    said = counted.get(unit) or (_(UNITS[unit]) if unit in UNITS else unit)
    return f"{say_number(amount)} {said}".rstrip()


def say_number(amount: float) -> str:
    """Say an amount without needless decimals: *0.5*, *25*, *1000000*."""
    return with_marks(
        f"{amount:.4f}".rstrip("0").rstrip(".") if amount >= 0.0001 else f"{amount:g}"
    )


def check_amount(amount: float | None) -> float | None:
    """Return an amount that can be; raise BadInput."""
    if amount is not None and not (math.isfinite(amount) and 0 < amount <= MOST):
        raise BadInput(_("Give a dose above zero and up to {most}.").format(most=f"{int(MOST):,}"))
    return amount


def checked_dose(dose: Dose) -> Dose:
    """Return a dose with its words cleaned; raise BadInput."""
    return Dose(
        check_amount(dose.amount),
        clean_line(dose.unit, limit=UNIT_LIMIT),
        clean_line(dose.schedule, limit=SCHEDULE_LIMIT),
    )


def checked(medication: Medication, *, today: date, born: date | None) -> Medication:
    """Return a medicine with its words cleaned and its changes in order; raise BadInput.

    Refused are: no name, an unknown class, a dose of nothing, a stop before the start, a new dose
    before the start or after the stop, and dates over a year ahead or before the person was born.
    """
    name = clean_line(medication.name)
    if not name:
        raise BadInput(_("Give the name of the medicine first."))
    check_course(medication.started, medication.stopped, today=today, born=born)
    for change in medication.changes:
        _check_change(change.since, medication, today=today, born=born)
    return replace(
        medication,
        name=name,
        kind=check_class(medication.kind),
        dose=checked_dose(medication.dose),
        note=clean(medication.note),
        changes=tuple(sorted(medication.changes, key=lambda each: each.since.earliest)),
    )


def _check_change(
    since: PartialDate, medication: Medication, *, today: date, born: date | None
) -> None:
    check_when(since, today=today, born=born)
    started, stopped = medication.started, medication.stopped
    if started is not None and since.latest < started.earliest:
        raise BadInput(_("A new dose cannot hold from before the start."))
    if stopped is not None and since.earliest > stopped.latest:
        raise BadInput(_("A new dose cannot hold from after the stop."))


def more_than_usual_advice() -> str:
    """Say what to do after more than the usual dose, calmly and without a verdict."""
    return _(
        "If you feel unwell, or are not sure, call a doctor, a pharmacist or a poison line. For "
        "trouble breathing, a seizure, fainting or chest pain, call for emergency care."
    )
