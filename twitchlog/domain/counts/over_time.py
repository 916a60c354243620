"""What the chart over time is made of: days, and what happened beside the twitching."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.medication import Dose
    from twitchlog.domain.profile import PartialDate


class EventKind(StrEnum):
    """What can happen on a day besides twitching and notes."""

    MEDICINE_STARTED = "medicine-started"
    MEDICINE_STOPPED = "medicine-stopped"
    NEW_DOSE = "new-dose"
    TREATMENT_STARTED = "treatment-started"
    TREATMENT_STOPPED = "treatment-stopped"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a time known to the day, the month or the year.

    `name` is the medicine's or the treatment's, or with whom an appointment was and may then be
    empty; `dose` is that of a medicine from then on.
    """

    kind: EventKind
    when: PartialDate
    name: str
    dose: Dose | None = None


@dataclass(frozen=True, slots=True)
class OverTime:
    """The days of a period and what happened in it.

    - `days`: every calendar day in order, logged or not; also some days on either side of the
      period, which a running median needs.
    - `events`: what happened in the period, or may have where only a month or a year is known, the
      earliest first.
    - `notes`: how many notes a day of the period has, for the days that have one.
    - `logged`: the logged days of the whole diary, counted up to what was asked for.
    """

    days: tuple[DayCount, ...]
    events: tuple[Event, ...]
    notes: Mapping[date, int]
    logged: int
