"""The whole diary as plain data, one key a kind of thing: what `list --json` writes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from twitchlog.commands.plain import (
    checkin_data,
    dose_data,
    factor_data,
    rest_count_data,
    symptom_data,
    twitch_data,
)
from twitchlog.commands.plain_care import (
    appointment_data,
    condition_data,
    medical_test_data,
    medication_data,
    question_data,
    treatment_data,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.attachment import Attachment
    from twitchlog.domain.period import Period

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which dated things are asked for: those of a period, the newest few, or all."""

    period: Period | None = None
    newest: int | None = None

    def cut(self, things: Iterable[T], day: Callable[[T], date]) -> list[T]:
        """Return what is asked for of things that stand in order, the oldest first."""
        kept = [each for each in things if self.period is None or day(each) in self.period]
        return kept if self.newest is None else kept[-self.newest :]


def _twitches(diary: Diary, asked: Asked) -> list[dict[str, Any]]:
    if asked.period is not None:
        entries = diary.twitches.between(asked.period)
    else:
        entries = diary.twitches.newest(asked.newest)[::-1]
    files = files_of(diary)
    return [twitch_data(each, files.get(each.id, ())) for each in entries]


def files_of(diary: Diary) -> dict[str, list[Attachment]]:
    """Return the files of every entry that has any, by its id."""
    found: dict[str, list[Attachment]] = {}
    for each in diary.attachments.all():
        found.setdefault(each.owner_id, []).append(each)
    return found


def _checkins(diary: Diary, asked: Asked) -> list[dict[str, Any]]:
    return [checkin_data(each) for each in asked.cut(diary.checkins.all(), lambda one: one.day)]


def _doses(diary: Diary, asked: Asked) -> list[dict[str, Any]]:
    return [dose_data(each) for each in asked.cut(diary.doses.all(), lambda one: one.day)]


def _factors(diary: Diary, _asked: Asked) -> list[dict[str, Any]]:
    return [factor_data(each) for each in diary.factors.all()]


def _symptoms(diary: Diary, asked: Asked) -> list[dict[str, Any]]:
    return [symptom_data(each) for each in asked.cut(diary.symptoms.all(), lambda one: one.day)]


def _rest_counts(diary: Diary, asked: Asked) -> list[dict[str, Any]]:
    return [
        rest_count_data(each) for each in asked.cut(diary.rest.all(), lambda one: one.moment.day)
    ]


def _medications(diary: Diary, asked: Asked) -> list[dict[str, Any]]:
    found = []
    for each in diary.medications.all():
        taken = asked.cut(reversed(each.intakes), lambda one: one.moment.day)
        found.append(medication_data(replace(each, intakes=tuple(taken))))
    return found


def _treatments(diary: Diary, _asked: Asked) -> list[dict[str, Any]]:
    return [treatment_data(each) for each in diary.treatments.all()]


def _experiments(diary: Diary, asked: Asked) -> list[dict[str, Any]]:
    from twitchlog.commands.plain_trial import damaged_data, experiment_data

    today, found = diary.clock.now().day, []
    for each in reversed(diary.experiments.all()):
        kept = {day: each.kept[day] for day in asked.cut(each.kept, lambda day: day)}
        found.append(experiment_data(replace(each, kept=kept), today))
    return found + [damaged_data(each) for each in diary.experiments.damaged()]


def _trigger_choices(diary: Diary, _asked: Asked) -> dict[str, Any]:
    from twitchlog.diary.trigger_choices import fields_of

    return fields_of(diary.trigger_choices.read())


def _conditions(diary: Diary, _asked: Asked) -> list[dict[str, Any]]:
    return [condition_data(each) for each in diary.conditions.all()]


def _tests(diary: Diary, _asked: Asked) -> list[dict[str, Any]]:
    files = files_of(diary)
    return [medical_test_data(each, files.get(each.id, ())) for each in reversed(diary.tests.all())]


def _appointments(diary: Diary, _asked: Asked) -> list[dict[str, Any]]:
    questions, files = diary.appointments.questions.all(), files_of(diary)
    return [
        appointment_data(each, questions, files.get(each.id, ()))
        for each in reversed(diary.appointments.all())
    ]


def _questions(diary: Diary, _asked: Asked) -> list[dict[str, Any]]:
    return [question_data(each) for each in diary.appointments.questions.all()]


def _profile(diary: Diary, _asked: Asked) -> dict[str, Any]:
    from twitchlog.diary.profile import to_fields

    return to_fields(diary.profile.get())


READERS: Final[Mapping[str, Callable[[Diary, Asked], Any]]] = {
    "twitches": _twitches,
    "checkins": _checkins,
    "doses": _doses,
    "factors": _factors,
    "symptoms": _symptoms,
    "rest_counts": _rest_counts,
    "medications": _medications,
    "treatments": _treatments,
    "experiments": _experiments,
    "trigger_choices": _trigger_choices,
    "conditions": _conditions,
    "tests": _tests,
    "appointments": _appointments,
    "questions": _questions,
    "profile": _profile,
}
"""What reads each kind of thing. A kind without a day of its own is there whatever is asked for."""


def everything(diary: Diary, asked: Asked) -> dict[str, Any]:
    """Return what is asked for as JSON values, dated things the oldest first."""
    return {kind: read(diary, asked) for kind, read in READERS.items()}
