"""Medicines beside the days: what was begun, changed or stopped while the diary was kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.kinds.over_time import Taken
from twitchlog.reports.visit.prose import prose
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.domain.medication import Medication
    from twitchlog.domain.profile import PartialDate
    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.visit.dates import Dates

MOST: Final = 3
"""So many medicines stand above the bars, those with the newest change."""
_LETTERS: Final = 24


def with_lanes(chart: DayBars, known: Iterable[Medication], dates: Dates) -> DayBars:
    """Return the chart with its medicines above the bars and in its alternative text."""
    found = [taken for medicine in known if (taken := _taken(medicine, chart.first, chart.last))]
    found.sort(key=lambda each: (_newest(each), each.name), reverse=True)
    shown = tuple(sorted(found[:MOST], key=lambda each: (each.first, each.last, each.name)))
    if not shown:
        return chart
    marked = ", ".join(_said(each, dates) for each in shown)
    said = prose(_("Marked: {medicines}."), medicines=marked).plain
    return replace(chart, taken=shown, alt=f"{chart.alt} {said}")


def _taken(medicine: Medication, first: date, last: date) -> Taken | None:
    """Return a medicine that changed within the days; None where no day of that is known."""
    start, end = _day(medicine.started), _day(medicine.stopped)
    if (medicine.started and not start and medicine.started.latest >= first) or (
        medicine.stopped and not end and medicine.stopped.earliest <= last
    ):
        return None
    inside = [
        day for change in medicine.changes if (day := _day(change.since)) and first <= day <= last
    ]
    begins = start is not None and first <= start <= last
    ends = end is not None and first <= end <= last
    over = (start and start > last) or (end and end < first)
    if over or not (begins or ends or inside):
        return None
    name = " ".join(medicine.name.split())
    return Taken(
        name=name if len(name) <= _LETTERS else name[:_LETTERS].rstrip() + "…",
        first=start if begins and start else first,
        last=end if ends and end else last,
        begins=begins,
        goes_on=not ends,
        doses=tuple(inside),
    )


def _day(known: PartialDate | None) -> date | None:
    return known.earliest if known is not None and known.day is not None else None


def _newest(taken: Taken) -> date:
    """Return the day of the last thing that happened to a medicine."""
    ends = [taken.first] if taken.begins else []
    return max([*ends, *([] if taken.goes_on else [taken.last]), *taken.doses])


def _said(taken: Taken, dates: Dates) -> str:
    if taken.begins and not taken.goes_on:
        when = dates.span(taken.first, taken.last)
    elif taken.begins:
        when = _("from {day}").format(day=dates.say(taken.first))
    elif not taken.goes_on:
        when = _("until {last}").format(last=dates.say(taken.last))
    else:
        when = ""
    doses = [_("new dose on {day}").format(day=dates.say(day)) for day in taken.doses]
    return " ".join(filter(None, (taken.name, when, ", ".join(doses))))
