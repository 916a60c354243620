"""The line on Today that leads to an appointment near its day, until it is put away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.presenters import words
from twitchlog.presenters.appointments import time_left
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.domain.appointment import Appointment, Question
    from twitchlog.settings import SettingsFile

AHEAD_DAYS: Final = 7
AFTER_DAYS: Final = 3
"""From how many days before an appointment to how many after it the line is shown."""
_REMEMBERED: Final = 20


@dataclass(frozen=True, slots=True)
class VisitNotice:
    """What the line says; `key` names it where it is put away, `appointment` is what it opens."""

    key: str
    appointment: str
    title: str
    second: str


def notice_of(
    appointments: Iterable[Appointment],
    questions: Iterable[Question],
    today: date,
    put_away: str,
) -> VisitNotice | None:
    """Return the line for the visit that was just now or comes next; None where none is near."""
    gone, held = put_away.split(), list(appointments)
    for each in held:
        if each.day and not each.said and 1 <= (today - each.day).days <= AFTER_DAYS:
            key = f"{each.id}:been"
            if key not in gone:
                return _been(each, key, today)
    near = [
        each for each in held if each.day and not each.said
        and 0 <= (each.day - today).days <= AHEAD_DAYS and f"{each.id}:ahead" not in gone
    ]  # fmt: skip
    if not near:
        return None
    nearest = min(near, key=lambda each: (each.day or today, each.minute or 0))
    return _ahead(nearest, sum(not each.answer for each in questions), today)


def put_away(settings: SettingsFile, key: str) -> None:
    """Remember that this line is not to be shown again; the oldest are let go."""
    kept = [each for each in settings.values.put_away.split() if each != key]
    settings.change(put_away=" ".join([*kept, key][-_REMEMBERED:]))


def bring_back(settings: SettingsFile, key: str) -> None:
    """Show this line again."""
    kept = [each for each in settings.values.put_away.split() if each != key]
    settings.change(put_away=" ".join(kept))


def _been(appointment: Appointment, key: str, today: date) -> VisitNotice:
    assert appointment.day is not None
    day = words.sentence(words.day_name(appointment.day, today=today))
    return VisitNotice(
        key,
        appointment.id,
        appointment.label,
        _("{day}. You can write down what was said.").format(day=day),
    )


def _ahead(appointment: Appointment, asked: int, today: date) -> VisitNotice:
    assert appointment.day is not None
    when = words.sentence(time_left(appointment.day, today))
    count = ngettext("{n} question", "{n} questions", asked).format(n=asked) if asked else ""
    return VisitNotice(
        f"{appointment.id}:ahead",
        appointment.id,
        appointment.label,
        words.joined((when, appointment.time, appointment.place, count)),
    )
