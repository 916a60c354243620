"""What the person says of themself for the visit page, one row a field."""

from __future__ import annotations

import json
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog.diary import tables
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import (
    QUESTIONS,
    PartialDate,
    Pregnancy,
    Pregnant,
    Profile,
    Visit,
)
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.diary.diary import Diary

PAPERS: Final = ("a4", "letter")
_QUESTION_LIMIT: Final = 500


class ProfileRoom:
    """The room of the person's own statements."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def get(self) -> Profile:
        """Return the profile; what was never said is empty."""
        with self._diary.reading() as connection:
            rows = connection.execute(select(tables.profile.c.key, tables.profile.c.value))
            return _profile({row.key: json.loads(row.value) for row in rows})

    def save(self, profile: Profile) -> Written[Profile]:
        """Replace the profile; only fields that differ are written.

        Raises BadInput for a birth date to come, an unknown paper, or a text that is too long.
        """
        now = self._diary.clock.now()
        checked = _checked(profile, today=now.day)
        before, after = to_fields(self.get()), to_fields(checked)
        with self._diary.operation(_("Your answers saved")) as operation:
            for key, value in after.items():
                if value == before[key]:
                    continue
                stored = json.dumps(value, ensure_ascii=False)
                values = {
                    "value": stored,
                    "updated_ms": now.utc_ms,
                    "device": self._diary.device,
                }
                if operation.row(tables.profile, {"key": key}) is None:
                    operation.insert(tables.profile, {"key": key} | values)
                else:
                    operation.update(tables.profile, {"key": key}, values)
        return Written(checked, operation.changes())


def _checked(profile: Profile, *, today: date) -> Profile:
    if profile.born is not None and not 1900 <= profile.born.year <= today.year:
        raise BadInput(_("That birth date cannot be right."))
    if profile.born is not None and profile.born > today:
        raise BadInput(_("That birth date is still to come."))
    if profile.first_noticed is not None and profile.first_noticed.earliest > today:
        raise BadInput(_("The day you first noticed it is still to come."))
    if profile.paper not in PAPERS:
        raise BadInput(_("Paper is A4 or Letter."))
    weeks = profile.pregnancy.weeks if profile.pregnancy else None
    if weeks is not None and not 0 <= weeks <= 45:
        raise BadInput(_("Give the weeks as a number from 0 to 45."))
    words = {number: clean(said) for number, said in profile.own_words.items()}
    if not set(words) <= set(range(1, len(QUESTIONS) + 1)):
        raise BadInput(_("There are seven questions, numbered 1 to 7."))
    asked = (clean_line(question, limit=_QUESTION_LIMIT) for question in profile.questions)
    return Profile(
        name=clean_line(profile.name),
        born=profile.born,
        first_noticed=profile.first_noticed,
        pregnancy=profile.pregnancy,
        own_words=MappingProxyType({number: said for number, said in words.items() if said}),
        medicines=clean(profile.medicines),
        tests=clean(profile.tests),
        conditions=clean(profile.conditions),
        visit=Visit(profile.visit.day, clean_line(profile.visit.doctor)),
        questions=tuple(question for question in asked if question),
        paper=profile.paper,
    )


def to_fields(profile: Profile) -> dict[str, Any]:
    """Return the profile as JSON values, one a row."""
    pregnancy = profile.pregnancy
    return {
        "name": profile.name,
        "born": profile.born.isoformat() if profile.born else None,
        "first_noticed": str(profile.first_noticed) if profile.first_noticed else None,
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
        "tests": profile.tests,
        "conditions": profile.conditions,
        "visit_day": profile.visit.day.isoformat() if profile.visit.day else None,
        "doctor": profile.visit.doctor,
        "questions": list(profile.questions),
        "paper": profile.paper,
    }


def _profile(fields: Mapping[str, Any]) -> Profile:
    pregnancy = fields.get("pregnancy")
    noticed = fields.get("first_noticed")
    words = {int(number): said for number, said in fields.get("own_words", {}).items()}
    return Profile(
        name=fields.get("name", ""),
        born=_day(fields.get("born")),
        first_noticed=PartialDate.parse(noticed) if noticed else None,
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
        tests=fields.get("tests", ""),
        conditions=fields.get("conditions", ""),
        visit=Visit(_day(fields.get("visit_day")), fields.get("doctor", "")),
        questions=tuple(fields.get("questions", ())),
        paper=fields.get("paper", PAPERS[0]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
