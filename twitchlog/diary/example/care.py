"""What Alex Example keeps for the doctor: medicines, conditions, tests, appointments."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import Condition
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import AS_NEEDED, Dose, DoseChange, Medication
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import Effect, Treatment
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.period import Period


def medicines(period: Period) -> tuple[Medication, ...]:
    """Return what Alex takes and took, with a dose that changed; the ids are set when kept."""
    begun = period.first - timedelta(days=160)
    stopped = _near_the_start(period, 20)
    return (
        Medication(
            id="",
            name="Hydrochlorothiazide",
            kind="diuretic",
            dose=Dose(12.5, "mg", "once"),
            started=PartialDate(begun.year, begun.month),
            treats=False,
            note=_("In the morning"),
            changes=(DoseChange("", _exact(_near_the_start(period, 12)), Dose(25, "mg", "once")),),
        ),
        Medication(
            id="",
            name="Magnesium",
            kind="supplement",
            dose=Dose(300, "mg", "once"),
            started=_exact(_near_the_end(period, 30)),
            treats=True,
        ),
        Medication(
            id="",
            name="Ibuprofen",
            kind="painkiller",
            dose=Dose(400, "mg", AS_NEEDED),
            started=_exact(period.first),
            stopped=_exact(stopped),
            treats=False,
        ),
    )


def treatments(period: Period) -> tuple[Treatment, ...]:
    """Return what Alex tried besides medicines."""
    return (
        Treatment(
            id="",
            kind="stretching",
            started=_exact(_near_the_end(period, 40)),
            effect=Effect.LITTLE,
            note=_("Calves, before bed"),
        ),
        Treatment(
            id="",
            kind="less-caffeine",
            started=_exact(_near_the_start(period, 15)),
            stopped=_exact(_near_the_end(period, 45)) if period.days > 60 else None,
            effect=Effect.SAME,
        ),
    )


def conditions(period: Period) -> tuple[Condition, ...]:
    """Return what Alex and the family have and do not have, answered near the end of `period`."""
    answered = _near_the_end(period, 9)
    since = PartialDate(period.first.year - 4)
    return (
        Condition("high-blood-pressure", since=since, answered=answered),
        Condition("autoimmune", present=False, answered=answered),
        Condition("high-blood-pressure", family=True, relation="mother", answered=answered),
        Condition("nerve-muscle", present=False, family=True, answered=answered),
    )


def medical_tests(period: Period) -> tuple[MedicalTest, ...]:
    """Return a blood test and a nerve conduction study."""
    return (
        MedicalTest(
            "blood",
            day=_exact(_near_the_start(period, 6)),
            place=_("Family practice"),
            values=(
                Measure("potassium", 3.3, "mmol/l", 3.5, 5.1),
                Measure("sodium", 140, "mmol/l", 136, 145),
                Measure("calcium", 2.38, "mmol/l", 2.2, 2.55),
                Measure("magnesium", 0.84, "mmol/l", 0.7, 1.05),
                Measure("tsh", 1.9, "mU/l", 0.4, 4.0),
                Measure("creatinine", 74, "µmol/l", 49, 90),
                Measure("creatine-kinase", 128, "U/l", None, 170),
            ),
        ),
        MedicalTest(
            "nerve-conduction",
            part=_("left leg"),
            day=_exact(_near_the_end(period, 20)),
            place=_("City hospital"),
            result=_("No change found"),
        ),
    )


def appointments(period: Period) -> tuple[Appointment, ...]:
    """Return a visit that has been and one to come."""
    return (
        Appointment(
            day=_near_the_start(period, 6),
            minute=8 * 60 + 40,
            whom=_("Dr Example, family practice"),
            said=_("Eat more fruit, and see a neurologist if it goes on."),
        ),
        Appointment(
            day=period.last + timedelta(days=9),
            minute=10 * 60 + 30,
            whom=_("Dr Sample, neurology"),
            place=_("City hospital, second floor"),
        ),
    )


def questions(past: str, upcoming: str) -> tuple[Question, ...]:
    """Return what was asked at the past visit and what is to be asked at the next, by their ids."""
    return (
        Question(_("Could it be the water tablets?"), _("Maybe; measure again."), past),
        Question(_("Could the low potassium explain it?"), appointment_id=upcoming),
        Question(_("Do I need an EMG?"), appointment_id=upcoming),
        Question(_("Is coffee all right?"), appointment_id=upcoming),
    )


def _exact(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _near_the_start(period: Period, days: int) -> date:
    return period.first + timedelta(days=min(days, period.days - 1))


def _near_the_end(period: Period, days: int) -> date:
    return period.last - timedelta(days=min(days, period.days - 1))
