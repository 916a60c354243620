"""The body map's shares, and every entry of a short diary in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.checkin import DayState
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.twitch import OWN
from twitchlog.reports.patterns.places import ranked
from twitchlog.reports.visit.answers import PERCENT_FROM, entries_words
from twitchlog.reports.visit.dates import lasted, percent
from twitchlog.reports.visit.prose import Prose, Run
from twitchlog.reports.visit.summary import BodyMap, EntryList, EntryRow, Place
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.figures import Figures, VisitFigures
    from twitchlog.domain.twitch import Twitch
    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.charts.two_hours import HourBars
    from twitchlog.reports.visit.dates import Dates


def caption(chart: DayBars | HourBars) -> Prose:
    """Return what stands under a chart, its strong part bold."""
    if not chart.strong:
        return Prose((Run(chart.note),))
    before, strong, after = chart.note.partition(chart.strong)
    parts = (Run(before), Run(strong, bold=True), Run(after))
    return Prose(tuple(run for run in parts if run.text))


def body_map(figures: Figures) -> BodyMap:
    """Return the places with the label each gets on the map: per cents, or counts while few."""
    counted = figures.entries < PERCENT_FROM
    places = tuple(
        Place(
            site=place.site,
            name=site_or_unknown(place.site).label_lower,
            entries=place.entries,
            label=str(place.entries) if counted else percent(place.entries, figures.entries),
        )
        for place in ranked(figures, limit=len(figures.sites)).shown
    )
    entries = entries_words(figures.entries)
    if not places:
        caption = _("No place recorded yet.")
    elif counted:
        caption = _("Count of the {entries}.").format(entries=entries)
    else:
        caption = _("Share of the {entries}.").format(entries=entries)
    named = ", ".join(f"{place.name} {place.label}" for place in places) or _("none")
    pattern = (
        _("Body map, front and back. Count of {entries}: {places}.")
        if counted
        else _("Body map, front and back. Share of {entries}: {places}.")
    )
    return BodyMap(
        heading=_("Where it twitches"),
        places=places,
        entries=figures.entries,
        counted=counted,
        caption=(caption, _("L, R: the patient’s left and right.")),
        alt=pattern.format(entries=_twitch_entries(figures.entries), places=named),
    )


def entry_list(visit: VisitFigures, dates: Dates) -> EntryList:
    """Return every entry of a short diary, and the days with none and without a log."""
    count = len(visit.listed)
    heading = (
        _("Entries")
        if not count
        else ngettext("The only entry", "All {n} entries", count).format(n=count)
    )
    head = (_("Day"), _("Time"), _("Where"), _("Lasted"), _("Strength"), _("With it, own words"))
    days = visit.figures.days
    none = [day.day for day in days if day.state is DayState.NONE]
    gaps = [day.day for day in days if day.state is DayState.NOT_LOGGED]
    said = [
        _days_line(none, dates, _("{days}: none that day."), _("None on {n} days.")),
        _days_line(gaps, dates, _("{days}: not logged."), _("Not logged: {n} days.")),
    ]
    rows = tuple(_entry(twitch, dates) for twitch in visit.listed)
    return EntryList(heading, head, rows, " ".join(filter(None, said)))


def _entry(twitch: Twitch, dates: Dates) -> EntryRow:
    local = twitch.moment.local
    own = [trigger.words for trigger in twitch.triggers if trigger.kind == OWN]
    return EntryRow(
        cells=(
            dates.say(twitch.moment.day),
            f"{local.hour}:{local.minute:02}",
            ", ".join(site_or_unknown(site).label_lower for site in twitch.sites) or "–",
            "–" if twitch.duration_s is None else lasted(twitch.duration_s),
            "–" if twitch.strength is None else inside(twitch.strength.word),
        ),
        with_it=tuple(inside(trigger.label) for trigger in twitch.triggers if trigger.kind != OWN),
        own_words=tuple(text for text in (*own, twitch.note) if text.strip()),
    )


def _days_line(days: Sequence[date], dates: Dates, named: str, counted: str) -> str:
    if not days:
        return ""
    said = dates.many(days)
    return named.format(days=said) if said else counted.format(n=len(days))


def _twitch_entries(count: int) -> str:
    return ngettext("{n} twitch entry", "{n} twitch entries", count).format(n=count)
