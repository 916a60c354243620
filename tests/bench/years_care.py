"""What a person of ten years keeps for the doctor, written through the diary's own rooms."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.appointment import Appointment
from twitchlog.domain.medication import AS_NEEDED, Dose, IntakeKind
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import KINDS, OWN, Effect

if TYPE_CHECKING:
    from twitchlog.diary import Diary

_MEDICINES: Final = (
    # name, amount, share of the years at which it began and stopped, new doses
    ("Hydrochlorothiazide", 12.5, 0.05, None, ((0.2, 25.0), (0.6, 12.5))),
    ("Magnesium", 300.0, 0.3, 0.5, ()),
    ("Magnesium", 300.0, 0.8, None, ()),
    ("Sertraline", 50.0, 0.4, 0.7, ((0.45, 100.0), (0.65, 50.0))),
    ("Salbutamol", 0.1, 0.1, 0.9, ()),
    ("Vitamin B12", 1.0, 0.55, None, ()),
)


def fill(diary: Diary, *, days: int, last: date) -> None:
    """Write medicines with their doses, treatments and visits of the `days` days up to `last`."""

    def at(share: float) -> date:
        return last - timedelta(days=round((1 - share) * (days - 1)))

    for name, amount, began, stopped, changes in _MEDICINES:
        medicine = diary.medications.add(
            name,
            dose=Dose(amount, "mg", "once"),
            started=PartialDate.of(at(began)),
            stopped=None if stopped is None else PartialDate.of(at(stopped)),
        ).value
        for share, changed in changes:
            since = PartialDate.of(at(share))
            diary.medications.change_dose(medicine.id, since, Dose(changed, "mg", "once"))
    _as_needed(diary, days=days)
    for number, kind in enumerate(each for each in KINDS if each != OWN):
        began = 0.05 + 0.08 * number
        diary.treatments.add(
            kind,
            started=PartialDate.of(at(began)),
            stopped=PartialDate.of(at(began + 0.05)),
            effect=tuple(Effect)[number % 4],
        )
    for number in range(20):
        diary.appointments.save(Appointment(day=at(number / 20), whom="Dr Example, neurology"))


def _as_needed(diary: Diary, *, days: int) -> None:
    now = diary.clock.now()
    medicine = diary.medications.add("Ibuprofen", dose=Dose(400, "mg", AS_NEEDED)).value
    for ago in range(5, days, 60):
        moment = now.earlier(minutes=1440 * ago)
        diary.medications.take(medicine.id, IntakeKind.NEEDED, moment=moment, amount=400)
