"""How medicines and their doses are said, the same on every screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.medication import AS_NEEDED, IntakeKind, more_than_usual_advice, say_amount
from twitchlog.domain.medicine_names import OTHER
from twitchlog.presenters import words
from twitchlog.presenters.dates import say_course, say_partial
from twitchlog.translation import _, inside, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.medication import Dose, Intake, Medication

WARNED_DAYS: Final = 2
"""So many days the advice after more than the usual dose stays in sight."""


@dataclass(frozen=True, slots=True)
class MedicineRow:
    """A medicine in a list."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class DoseRow:
    """A dose of its history; the one it was begun with has no `id`."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One dose that was not as usual."""

    id: str
    title: str
    second: str
    more: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """More than the usual dose: what was recorded, and what to do, without a verdict."""

    title: str
    text: str
    footnote: str


_TAPS: Final = {
    IntakeKind.NEEDED: mark("Took a dose"),
    IntakeKind.EXTRA: mark("Took extra"),
    IntakeKind.LATE: mark("Late"),
    IntakeKind.MISSED: mark("Missed"),
}


def taps(medication: Medication) -> tuple[tuple[IntakeKind, str], ...]:
    """Return what one tap can record of a medicine, with its words."""
    needed = medication.dose.schedule == AS_NEEDED
    if medication.changes:
        needed = medication.changes[-1].dose.schedule == AS_NEEDED
    kinds = (
        (IntakeKind.NEEDED, IntakeKind.EXTRA)
        if needed
        else (IntakeKind.EXTRA, IntakeKind.LATE, IntakeKind.MISSED)
    )
    return tuple((kind, _(_TAPS[kind])) for kind in kinds)


def dose(said: Dose) -> str:
    """Say a dose and how often: *25 mg twice a day*; empty where nothing is known."""
    return " ".join(filter(None, (said.label, said.often)))


def row(medication: Medication, *, today: date) -> MedicineRow:
    """Say a medicine in two lines; its class only where it is known."""
    shown = "" if medication.kind == OTHER else medication.medicine_class.label
    second = words.joined(
        (
            dose(medication.usual_on(today)),
            say_course(medication.started, medication.stopped, today=today),
            shown,
        )
    )
    return MedicineRow(medication.id, medication.name, words.sentence(second) or _("No details"))


def treats(medication: Medication) -> str:
    """Say whether it is taken for the twitching; empty where that was not said."""
    if medication.treats is None:
        return ""
    return _("For the twitching") if medication.treats else _("Not for the twitching")


def dose_rows(medication: Medication, *, today: date) -> tuple[DoseRow, ...]:
    """Return the history of its dose, the newest first."""
    rows = [
        DoseRow(
            change.id,
            words.sentence(dose(change.dose)),
            _("from {day}").format(day=say_partial(change.since, today=today)),
        )
        for change in reversed(medication.changes)
    ]
    first = dose(medication.dose)
    begun = _("at the start")
    if medication.started is not None:
        begun = _("from {day}").format(day=say_partial(medication.started, today=today))
    if first or rows:
        rows.append(DoseRow("", words.sentence(first) or _("Dose not recorded"), begun))
    return tuple(rows)


def intake_row(medication: Medication, intake: Intake, *, today: date) -> IntakeRow:
    """Say one recorded dose; more than the usual dose is said plainly."""
    amount = say_amount(intake.amount, medication.usual_on(intake.moment.day).unit)
    more = medication.more_than_usual(intake)
    when = _("{day}, {time}").format(
        day=words.day_name(intake.moment.day, today=today), time=words.clock_time(intake.moment)
    )
    return IntakeRow(
        intake.id,
        ", ".join(filter(None, (intake.kind.word, amount))),
        words.sentence(
            words.joined(
                (
                    when,
                    _("More than your usual dose") if more else "",
                    " ".join(intake.note.split()),
                )
            )
        ),
        more,
    )


def day_row(taken: Sequence[Medication]) -> tuple[str, str]:
    """Say the doses recorded on one day in two lines: *Medicine*, *Aspirin: extra dose, 200 mg*."""
    said = []
    for medicine in taken:
        for intake in reversed(medicine.intakes):
            row_ = intake_row(medicine, intake, today=intake.moment.day)
            kind = inside(row_.title)
            more = _("more than your usual dose") if row_.more else ""
            said.append(
                _("{name}: {doses}").format(
                    name=medicine.name, doses=", ".join(filter(None, (kind, more)))
                )
            )
    return _("Medicine"), words.joined(said)


def advice(medication: Medication, intake: Intake | None, *, today: date) -> Advice | None:
    """Return what to do after more than the usual dose, for as long as it may still matter."""
    if intake is None or not medication.more_than_usual(intake):
        return None
    if (today - intake.moment.day).days >= WARNED_DAYS:
        return None
    usual = medication.usual_on(intake.moment.day)
    recorded = _("{amount} of {name}; your usual dose is {usual}.").format(
        amount=_unbroken(say_amount(intake.amount, usual.unit)),
        name=medication.name,
        usual=_unbroken(usual.label),
    )
    return Advice(
        _("More than your usual dose"),
        f"{recorded} {more_than_usual_advice()}",
        _("This is general information, not a diagnosis."),
    )


def latest_above(medication: Medication) -> Intake | None:
    """Return the newest recorded dose that was above the usual one."""
    return next((each for each in medication.intakes if medication.more_than_usual(each)), None)


def _unbroken(amount: str) -> str:
    """Return a figure and its unit so that they never part."""
    return amount.replace(" ", "\N{NO-BREAK SPACE}")
