"""Appointments, past and next, and the questions a person has for the doctor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase, shown
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.domain.phrase import Term

_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?(?:\s*uhr)?")


@dataclass(frozen=True, slots=True)
class Appointment:
    """One visit; without a `day` it is planned and the day is not known yet.

    `minute` is the time of day in minutes after midnight. `said` is what was said there. An empty
    `id` means that the diary gives it one.
    """

    day: date | None = None
    minute: int | None = None
    whom: str = ""
    place: str = ""
    said: str = ""
    note: str = ""
    id: str = ""

    @property
    def label(self) -> str:
        """With whom it is, else just that it is one."""
        return shown(self.term)

    @property
    def term(self) -> Term:
        """The same, in no language."""
        return self.whom or phrase("Appointment")

    @property
    def time(self) -> str:
        """The time of day as 09:30; empty where it is not known."""
        return "" if self.minute is None else f"{self.minute // 60:02}:{self.minute % 60:02}"

    def ahead(self, today: date) -> bool:
        """Whether it is still to come: nothing was said yet, and its day has not passed."""
        return not self.said and (self.day is None or self.day >= today)


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the doctor; without an `appointment_id` it is for whichever comes next.

    It is open until it has an answer. An empty `id` means that the diary gives it one.
    """

    words: str
    answer: str = ""
    appointment_id: str | None = None
    id: str = ""


def next_of(appointments: Iterable[Appointment], today: date) -> Appointment | None:
    """Return the nearest one from `today` on, else one whose day is not known yet, else None."""
    ahead = [each for each in appointments if each.ahead(today)]
    return min(
        ahead,
        key=lambda each: (each.day is None, each.day or today, each.minute or 0, each.id),
        default=None,
    )


def questions_for(
    questions: Iterable[Question], appointments: Iterable[Appointment], today: date
) -> tuple[Question, ...]:
    """Return the open questions for the next visit: those of another one to come wait for that."""
    held = tuple(appointments)
    upcoming = next_of(held, today)
    waiting = {each.id for each in held if each.ahead(today) and each != upcoming}
    return tuple(
        question
        for question in questions
        if not question.answer and question.appointment_id not in waiting
    )


def read_minute(text: str) -> int | None:
    """Return the minute of the day of a time such as 9:30, 9.30 or 9; None for nothing given.

    Raises BadInput for what is no time.
    """
    given = text.strip().lower()
    if not given:
        return None
    found = _TIME.fullmatch(given)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise BadInput(_("Give the time as 09:30."))
    return hour * 60 + minute
