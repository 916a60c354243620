"""The hour of the day: the dial of the screen and the twelve bars of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts import words
from twitchlog.reports.charts.spec import HourBars, HourDial, NoPicture
from twitchlog.reports.patterns.rhythm import (
    BusySpan,
    HourOfDay,
    Part,
    Rhythm,
    busiest_span,
    by_hour,
    by_two_hours,
    hour_of_day,
)
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures

FEWEST_ENTRIES: Final = 10
DARKER_HOURS: Final = 3
PAGE_HOURS: Final = 4


def dial(figures: Figures) -> HourDial | NoPicture:
    """Return the 24-hour dial; no picture under ten twitches."""
    hours = by_hour(figures.minutes)
    span = busiest_span(hours, width=DARKER_HOURS)
    if figures.entries < FEWEST_ENTRIES or span is None:
        return _not_yet(figures)
    found = hour_of_day(figures.minutes)
    return HourDial(
        headline=_headline(figures, span, found),
        note=_note(found),
        alt=_dial_alt(hours, figures),
        hours=hours,
        busiest=tuple((span.start + step) % 24 for step in range(DARKER_HOURS)),
    )


def time_of_day(figures: Figures) -> HourBars:
    """Return the twelve two-hour bars of the page; their caption names the busiest two bars."""
    hours = by_hour(figures.minutes)
    span = busiest_span(hours, width=PAGE_HOURS, step=2)
    counts = by_two_hours(hours)
    return HourBars(
        headline=_page_headline(hour_of_day(figures.minutes)),
        note=_page_note(figures, span),
        alt=_bars_alt(counts, figures),
        counts=counts,
        axis=_("hour of the day"),
    )


def _headline(figures: Figures, span: BusySpan, found: HourOfDay) -> str:
    given = {
        "count": words.of(span.entries, figures.entries),
        "start": words.hour(span.start),
        "end": words.hour(span.end or 24),
    }
    if found.verdict is Rhythm.NO_PEAK:
        return _("No clear time of day: at most {count} between {start} and {end}").format(**given)
    return _("Most often {when}: {count} between {start} and {end}").format(
        when=words.in_part(span.part), **given
    )


def _note(found: HourOfDay) -> str:
    if found.verdict is Rhythm.TOO_EARLY:
        return ngettext(
            "{n} more day with two or more twitches, then the app can say if this is more than"
            " chance.",
            "{n} more days with two or more twitches, then the app can say if this is more than"
            " chance.",
            found.missing_days,
        ).format(n=found.missing_days)
    if found.verdict is Rhythm.PEAK:
        return _("That is more than chance alone would do.")
    return _("The differences between the hours may be chance.")


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


def _dial_alt(hours: tuple[int, ...], figures: Figures) -> str:
    counted = ", ".join(
        _("{start} to {end}: {n}").format(start=words.hour(at), end=words.hour(at + 1), n=count)
        for at, count in enumerate(hours)
        if count
    )
    return _("Clock of the {n} twitches by hour. {hours}. None at other hours.").format(
        n=figures.entries, hours=counted
    )


def _bars_alt(counts: tuple[int, ...], figures: Figures) -> str:
    said = ngettext(
        "Bar chart of the {n} entry in twelve two-hour bars.",
        "Bar chart of the {n} entries in twelve two-hour bars.",
        figures.entries,
    ).format(n=figures.entries)
    if not figures.entries:
        return said
    least, most = counts.index(min(counts)), counts.index(max(counts))
    return f"{said} " + _(
        "Fewest from {low_start} to {low_end}, {low}; most from {high_start} to {high_end}, {high}."
    ).format(
        low_start=words.hour(2 * least),
        low_end=words.hour(2 * least + 2),
        low=min(counts) or _("none"),
        high_start=words.hour(2 * most),
        high_end=words.hour(2 * most + 2),
        high=max(counts),
    )


def _not_yet(figures: Figures) -> NoPicture:
    headline = _("The clock comes with {n} twitches").format(n=FEWEST_ENTRIES)
    note = ngettext(
        "{n} twitch is logged in this time.",
        "{n} twitches are logged in this time.",
        figures.entries,
    ).format(n=figures.entries)
    return NoPicture(headline=headline, note=note, alt=f"{headline}. {note}")
