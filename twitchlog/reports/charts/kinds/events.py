"""What happened beside the twitching: said in words, and placed as signs above the chart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.over_time import Event, EventKind
from twitchlog.reports.charts import words
from twitchlog.reports.charts.keys import Entry
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from twitchlog.domain.period import Period
    from twitchlog.domain.profile import PartialDate

SIGN: Final = 14.0
"""So wide in dp is a sign with the room around it."""
NARROW: Final = 300.0
"""The plot of the narrowest screen in dp: signs that fit there fit everywhere."""
LEVELS: Final = 3
SEVERAL: Final = "several"
NOTE: Final = "note"
_MEANINGS: Final = {
    EventKind.MEDICINE_STARTED: mark("medicine started"),
    EventKind.MEDICINE_STOPPED: mark("medicine stopped"),
    EventKind.NEW_DOSE: mark("new dose"),
    EventKind.TREATMENT_STARTED: mark("treatment started"),
    EventKind.TREATMENT_STOPPED: mark("treatment stopped"),
    EventKind.APPOINTMENT: mark("appointment"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign above the chart: its events, mostly one, and how high it stands, from 0 up."""

    events: tuple[Event, ...]
    level: int

    @property
    def first(self) -> date:
        """The day of the first of its events, below which it stands."""
        return self.events[0].when.earliest

    @property
    def last(self) -> date:
        """The day of the last of its events."""
        return self.events[-1].when.earliest

    @property
    def kind(self) -> str:
        """What its shape says: the kind of its event, or that there are several."""
        return self.events[0].kind if len(self.events) == 1 else SEVERAL


def placed(events: Iterable[Event], period: Period) -> tuple[Sign, ...]:
    """Return the signs of the events whose day is known, in order.

    A sign that would touch another stands above it; where there is no room for that either, it
    joins the one before it.
    """
    apart = period.days * SIGN / NARROW
    signs: list[Sign] = []
    for event in events:
        if event.when.day is None:
            continue
        day = event.when.earliest
        taken = set()
        for sign in reversed(signs):
            if (day - sign.first).days >= apart:
                break
            taken.add(sign.level)
        free = next((level for level in range(LEVELS) if level not in taken), None)
        if free is None:
            signs[-1] = replace(signs[-1], events=(*signs[-1].events, event))
        else:
            signs.append(Sign((event,), free))
    return tuple(signs)


def unplaced(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events of which only the month or the year is known."""
    return tuple(event for event in events if event.when.day is None)


def said(event: Event) -> str:
    """Say what happened, without when: *Magnesium started, 300 mg*."""
    if event.kind is EventKind.APPOINTMENT:
        whom = _("Appointment: {whom}").format(whom=event.name)
        return whom if event.name else _("Appointment")
    happened = {
        EventKind.MEDICINE_STARTED: _("{name} started"),
        EventKind.MEDICINE_STOPPED: _("{name} stopped"),
        EventKind.NEW_DOSE: _("{name}: new dose"),
        EventKind.TREATMENT_STARTED: _("{name} started"),
        EventKind.TREATMENT_STOPPED: _("{name} stopped"),
    }[event.kind].format(name=event.name)
    dose = event.dose and " ".join(filter(None, (event.dose.label, event.dose.often)))
    return _("{happened}, {dose}").format(happened=happened, dose=dose) if dose else happened


def dated(event: Event) -> str:
    """Say when and what: *1 Jun 2026: Magnesium started*."""
    return _("{when}: {what}").format(when=date_words(event.when), what=said(event))


def date_words(when: PartialDate) -> str:
    """Write a date as exactly as it is known: `8 Jun 2026`, `Jun 2026` or `2026`."""
    if when.day is not None:
        return words.full_date(when.earliest)
    return words.month_of_year(when.earliest) if when.month is not None else str(when.year)


def key_entries(signs: Sequence[Sign]) -> list[Entry]:
    """Return what the signs in use mean."""
    used = {sign.kind for sign in signs}
    entries = [Entry(kind, _(meaning)) for kind, meaning in _MEANINGS.items() if kind in used]
    if SEVERAL in used:
        entries.append(Entry(SEVERAL, _("several together")))
    return entries
