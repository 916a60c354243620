"""What the person says of themself for the visit page, one row a field.

The next visit and the questions in it are the appointments' and are read and written there.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog.diary import records, tables
from twitchlog.diary.appointments import load_appointments, take_appointment, write_appointment
from twitchlog.diary.questions import load_questions, replace_questions, tidy_question
from twitchlog.domain.appointment import Appointment, next_of, questions_for
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase
from twitchlog.domain.profile import (
    QUESTIONS,
    Onset,
    PartialDate,
    Pregnancy,
    Pregnant,
    Profile,
    Visit,
)
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _, languages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.appointment import Question

PAPERS: Final = ("a4", "letter")


class ProfileRoom:
    """The room of the person's own statements."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def get(self) -> Profile:
        """Return the profile; what was never said is empty.

        `visit` is the next appointment, `questions` are the open ones for it, in their order.
        """
        with self._diary.reading() as connection:
            return self._get(connection)

    def save(self, profile: Profile) -> Written[Profile]:
        """Replace the profile; only fields that differ are written.

        Raises BadInput for a birth date to come, an unknown paper, or a text that is too long.
        """
        checked = _checked(profile, today=self._diary.clock.now().day)
        held = self.get()
        before, after = to_fields(held), to_fields(checked)
        changed = {key: value for key, value in after.items() if value != before[key]}
        page = replace(held, paper=checked.paper, language=checked.language)
        name = (
            phrase("The page for the doctor changed")
            if changed and checked == page
            else phrase("Your answers saved")
        )
        with self._diary.operation(name) as operation:
            for key, value in changed.items():
                row = {"key": key, "value": json.dumps(value, ensure_ascii=False)}
                records.put(operation, tables.profile, row, records.origin(self._diary))
            if checked.visit != held.visit:
                self._save_visit(operation, checked.visit)
            if checked.questions != held.questions:
                open_ = self._open_questions(operation.connection)
                replace_questions(self._diary, operation, open_, checked.questions)
        return Written(checked, operation.changes())

    def _get(self, connection: Connection) -> Profile:
        rows = connection.execute(select(tables.profile.c.key, tables.profile.c.value))
        fields = {row.key: json.loads(row.value) for row in rows}
        upcoming = next_of(load_appointments(connection), self._diary.clock.now().day)
        visit = Visit(upcoming.day, upcoming.whom) if upcoming else Visit()
        questions = self._open_questions(connection)
        return _profile(fields, visit, tuple(question.words for question in questions))

    def _open_questions(self, connection: Connection) -> tuple[Question, ...]:
        today = self._diary.clock.now().day
        return questions_for(load_questions(connection), load_appointments(connection), today)

    def _save_visit(self, operation: Operation, visit: Visit) -> None:
        """Make the next appointment the given one; an empty one moves it to the bin."""
        upcoming = next_of(load_appointments(operation.connection), self._diary.clock.now().day)
        if visit != Visit():
            planned = replace(upcoming or Appointment(), day=visit.day, whom=visit.doctor)
            write_appointment(self._diary, operation, planned)
        elif upcoming is not None:
            take_appointment(self._diary, operation, upcoming)


def _checked(profile: Profile, *, today: date) -> Profile:
    if profile.born is not None and not 1900 <= profile.born.year <= today.year:
        raise BadInput(_("That birth date cannot be right."))
    if profile.born is not None and profile.born > today:
        raise BadInput(_("That birth date is still to come."))
    if profile.first_noticed is not None and profile.first_noticed.earliest > today:
        raise BadInput(_("The day you first noticed it is still to come."))
    if profile.paper not in PAPERS:
        raise BadInput(_("Paper is A4 or Letter."))
    if profile.language and profile.language not in languages():
        raise BadInput(_("The page cannot be made in that language."))
    weeks = profile.pregnancy.weeks if profile.pregnancy else None
    if weeks is not None and not 0 <= weeks <= 45:
        raise BadInput(_("Give the weeks as a number from 0 to 45."))
    words = {number: clean(said) for number, said in profile.own_words.items()}
    if not set(words) <= set(range(1, len(QUESTIONS) + 1)):
        raise BadInput(_("There are seven questions, numbered 1 to 7."))
    asked = dict.fromkeys(tidy_question(question) for question in profile.questions)
    return Profile(
        name=clean_line(profile.name),
        born=profile.born,
        first_noticed=profile.first_noticed,
        onset=profile.onset,
        pregnancy=profile.pregnancy,
        own_words=MappingProxyType({number: said for number, said in words.items() if said}),
        medicines=clean(profile.medicines),
        no_medicines=profile.no_medicines,
        tests=clean(profile.tests),
        conditions=clean(profile.conditions),
        visit=Visit(profile.visit.day, clean_line(profile.visit.doctor)),
        questions=tuple(question for question in asked if question),
        paper=profile.paper,
        language=profile.language,
    )


def to_fields(profile: Profile) -> dict[str, Any]:
    """Return as JSON values, one a row, what the profile's own table keeps."""
    pregnancy = profile.pregnancy
    return {
        "name": profile.name,
        "born": profile.born.isoformat() if profile.born else None,
        "first_noticed": str(profile.first_noticed) if profile.first_noticed else None,
        "onset": profile.onset.value if profile.onset else None,
        "pregnancy": None
        if pregnancy is None
        else {
            "answer": pregnancy.answer.value,
            "answered": pregnancy.answered.isoformat(),
            "due": pregnancy.due.isoformat() if pregnancy.due else None,
            "weeks": pregnancy.weeks,
        },
        "own_words": {str(number): words for number, words in profile.own_words.items()},
        "medicines": profile.medicines,
        "no_medicines": profile.no_medicines.isoformat() if profile.no_medicines else None,
        "tests": profile.tests,
        "conditions": profile.conditions,
        "paper": profile.paper,
        "language": profile.language,
    }


def is_field(key: str, value: Any) -> bool:
    """Tell whether `value` is what `to_fields` may have written for `key`; true of other keys."""
    plain = to_fields(Profile())
    if key not in plain:
        return True
    if isinstance(plain[key], str):
        return isinstance(value, str)
    try:
        return bool(to_fields(_profile({key: value}, Visit(), ()))[key] == value)
    except (AttributeError, KeyError, TypeError, ValueError, BadInput):
        return False


def _profile(fields: Mapping[str, Any], visit: Visit, questions: tuple[str, ...]) -> Profile:
    pregnancy = fields.get("pregnancy")
    noticed, onset = fields.get("first_noticed"), fields.get("onset")
    words = {int(number): said for number, said in fields.get("own_words", {}).items()}
    return Profile(
        name=fields.get("name", ""),
        born=_day(fields.get("born")),
        first_noticed=PartialDate.parse(noticed) if noticed else None,
        onset=Onset(onset) if onset else None,
        pregnancy=None
        if pregnancy is None
        else Pregnancy(
            Pregnant(pregnancy["answer"]),
            date.fromisoformat(pregnancy["answered"]),
            _day(pregnancy["due"]),
            pregnancy["weeks"],
        ),
        own_words=MappingProxyType(words),
        medicines=fields.get("medicines", ""),
        no_medicines=_day(fields.get("no_medicines")),
        tests=fields.get("tests", ""),
        conditions=fields.get("conditions", ""),
        visit=visit,
        questions=questions,
        paper=fields.get("paper", PAPERS[0]),
        language=_spoken(fields.get("language", "")),
    )


def _spoken(code: str) -> str:
    """Return a language that there is; a diary may come from a program that knows more of them."""
    return code if code in languages() else ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
