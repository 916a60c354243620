"""The hour of the day, for the page: twelve bars of two hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts import words
from twitchlog.reports.charts.spec import Words
from twitchlog.reports.patterns.rhythm import (
    BusySpan,
    HourOfDay,
    Part,
    Rhythm,
    busiest_span,
    by_two_hours,
    hour_of_day,
)
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures

PAGE_HOURS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HourBars(Words):
    """Twelve counts of two hours each, for print; `axis` names the axis."""

    counts: tuple[int, ...]
    axis: str


def time_of_day(figures: Figures) -> HourBars:
    """Return the twelve two-hour bars of the page; their caption names the busiest two bars."""
    hours = figures.clock.hours
    span = busiest_span(hours, width=PAGE_HOURS, step=2)
    counts = by_two_hours(hours)
    return HourBars(
        headline=_page_headline(hour_of_day(figures.clock)),
        note=_page_note(figures, span),
        alt=_bars_alt(counts, figures),
        counts=counts,
        axis=_("hour of the day"),
    )


def _page_headline(found: HourOfDay) -> str:
    if found.verdict is Rhythm.TOO_EARLY:
        return _("Time of day: too early to tell")
    return {
        None: _("Time of day: no clear peak"),
        Part.NIGHT: _("Time of day: night peak"),
        Part.MORNING: _("Time of day: morning peak"),
        Part.AFTERNOON: _("Time of day: afternoon peak"),
        Part.EVENING: _("Time of day: evening peak"),
    }[found.part]


def _page_note(figures: Figures, span: BusySpan | None) -> str:
    if span is None:
        return _("No twitch entries.")
    return _("{count} between {start} and {end}.").format(
        count=words.of(span.entries, figures.entries),
        start=words.hour(span.start),
        end=words.hour(span.end or 24),
    )


def _bars_alt(counts: tuple[int, ...], figures: Figures) -> str:
    said = ngettext(
        "Bar chart of the {n} entry in twelve two-hour bars.",
        "Bar chart of the {n} entries in twelve two-hour bars.",
        figures.entries,
    ).format(n=numeral(figures.entries))
    if not figures.entries:
        return said
    least, most = counts.index(min(counts)), counts.index(max(counts))
    return f"{said} " + _(
        "Fewest from {low_start} to {low_end}, {low}; most from {high_start} to {high_end}, {high}."
    ).format(
        low_start=words.hour(2 * least),
        low_end=words.hour(2 * least + 2),
        low=numeral(min(counts)) if min(counts) else _("none"),
        high_start=words.hour(2 * most),
        high_end=words.hour(2 * most + 2),
        high=numeral(max(counts)),
    )
