"""How each kind of entry that a form shows is read again from the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary import tables
from twitchlog.diary.expected import Expected
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import Condition
from twitchlog.domain.dose import Dose
from twitchlog.domain.errors import NotFound
from twitchlog.domain.experiment import Experiment
from twitchlog.domain.factor import Factor
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import Intake, Medication
from twitchlog.domain.profile import Profile
from twitchlog.domain.rest import RestCount
from twitchlog.domain.symptom import Said
from twitchlog.domain.treatment import Treatment
from twitchlog.domain.twitch import Twitch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from sqlalchemy import Table

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.checkin import Checkin
    from twitchlog.domain.symptom import SymptomAnswer

_KINDS: Final[dict[type, tuple[Table, Callable[[Any], Callable[[str], Any]]]]] = {
    Twitch: (tables.twitches, lambda diary: diary.twitches.get),
    Dose: (tables.doses, lambda diary: diary.doses.get),
    Medication: (tables.medications, lambda diary: diary.medications.get),
    Intake: (tables.intakes, lambda diary: diary.medications.intake),
    Treatment: (tables.treatments, lambda diary: diary.treatments.get),
    Condition: (tables.conditions, lambda diary: diary.conditions.get),
    MedicalTest: (tables.tests, lambda diary: diary.tests.get),
    Appointment: (tables.appointments, lambda diary: diary.appointments.get),
    Question: (tables.questions, lambda diary: diary.appointments.questions.get),
    RestCount: (tables.rest_counts, lambda diary: diary.rest.get),
    Factor: (tables.factors, lambda diary: diary.factors.get),
    Experiment: (tables.experiments, lambda diary: diary.experiments.get),
}


def expected(diary: Diary, opened: Any) -> Expected | None:
    """Return what is expected of what a form was opened with; None for a new entry."""
    if opened is None or isinstance(opened, Expected):
        return opened
    if isinstance(opened, Profile):
        return Expected(tables.profile, "", "", opened, diary.profile.get)
    if not opened.id:
        return None
    table, get = _KINDS[type(opened)]

    def read() -> object | None:
        try:
            found: object = get(diary)(opened.id)
        except NotFound:
            return None
        return found

    return Expected(table, "id", opened.id, opened, read)


def symptoms(diary: Diary, day: date, opened: Mapping[str, Said]) -> Expected:
    """Return what is expected of the answers about symptoms on a day, by kind."""
    return Expected(
        tables.symptoms, "local_day", day.isoformat(), opened,
        lambda: said_on(day, diary.symptoms.on_day(day)),
    )  # fmt: skip


def said_on(day: date, answers: Iterable[SymptomAnswer]) -> dict[str, Said]:
    """Return what was said of each symptom on that day."""
    return {
        each.kind: Said(each.present, each.where, each.words, each.since, each.amount, each.sites)
        for each in answers
        if each.day == day
    }


def checkin(diary: Diary, day: date, opened: Checkin | None) -> Expected:
    """Return what is expected of the check-in of a day; `opened` is None where there was none."""
    return Expected(
        tables.checkins, "local_day", day.isoformat(), opened, lambda: diary.checkins.get(day)
    )
