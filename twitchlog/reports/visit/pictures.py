"""The body map's shares, and every entry of a short diary in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.patterns.places import ranked
from twitchlog.reports.visit.answers import PERCENT_FROM, entries_words
from twitchlog.reports.visit.dates import percent
from twitchlog.reports.visit.prose import Prose, Run
from twitchlog.reports.visit.summary import BodyMap, Place
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures
    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.charts.two_hours import HourBars


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
            label=numeral(place.entries) if counted else percent(place.entries, figures.entries),
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


def _twitch_entries(count: int) -> str:
    return ngettext("{n} twitch entry", "{n} twitch entries", count).format(n=numeral(count))
