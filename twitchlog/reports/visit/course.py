"""The pictures' words and numbers: day by day, time of day, the body map, the list of entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.twitch import OWN
from twitchlog.reports.patterns.comparison import Change, recent
from twitchlog.reports.patterns.places import ranked
from twitchlog.reports.patterns.rhythm import (
    Part,
    Rhythm,
    busiest_span,
    by_hour,
    by_two_hours,
    hour_of_day,
)
from twitchlog.reports.patterns.series import busiest, months, weeks
from twitchlog.reports.visit.answers import PERCENT_FROM, comparable, entries_words
from twitchlog.reports.visit.dates import lasted, percent
from twitchlog.reports.visit.prose import of, prose
from twitchlog.reports.visit.summary import (
    BodyMap,
    DayByDay,
    EntryList,
    Place,
    Stretch,
    TimeOfDay,
    cut_quote,
)
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.checkin import DaySummary
    from twitchlog.domain.figures import Figures, VisitFigures
    from twitchlog.domain.twitch import Twitch
    from twitchlog.reports.patterns import series
    from twitchlog.reports.visit.dates import Dates
    from twitchlog.reports.visit.prose import Prose

DAILY_UP_TO: Final = 120
"""Days up to which the chart has a bar a day; beyond, one a week with fractions by month."""
_BUSY_HOURS: Final = 4
_NOTE_LIMIT: Final = 140
_CHANGES: Final = {
    Change.MORE: mark("Day by day: more often in the last 4 weeks"),
    Change.FEWER: mark("Day by day: less often in the last 4 weeks"),
    Change.SAME: mark("Day by day: about as often in the last 4 weeks"),
    Change.TOO_EARLY: mark("Day by day: too early to compare"),
}
_PEAKS: Final = {
    Part.NIGHT: mark("Time of day: night peak"),
    Part.MORNING: mark("Time of day: morning peak"),
    Part.AFTERNOON: mark("Time of day: afternoon peak"),
    Part.EVENING: mark("Time of day: evening peak"),
}


def day_by_day(figures: Figures, dates: Dates) -> DayByDay:
    """Return the course: the headline, the fractions by week or month, and the words for both."""
    daily = figures.period.days <= DAILY_UP_TO
    stretches = weeks(figures.days) if daily else months(figures.days)
    shown = tuple(
        Stretch(part.first, part.last, part.tally.twitching, part.tally.logged)
        for part in stretches
    )
    found = recent(figures.days)
    change = found.change if comparable(found) else Change.TOO_EARLY
    example = next((part for part in shown if part.logged), shown[-1])
    return DayByDay(
        heading=_(_CHANGES[change]),
        weeks=shown,
        caption=_caption(example, daily=daily),
        alt=_course_alt(figures, stretches, dates, daily=daily),
    )


def time_of_day(figures: Figures) -> TimeOfDay:
    """Return the entries in twelve two-hour bars, and where most of them lie."""
    hours = by_hour(figures.minutes)
    counts = by_two_hours(hours)
    found = hour_of_day(figures.minutes)
    if found.verdict is Rhythm.PEAK and found.part is not None:
        heading = _(_PEAKS[found.part])
    elif found.verdict is Rhythm.NO_PEAK:
        heading = _("Time of day: no clear peak")
    else:
        heading = _("Time of day: too early to tell")
    span = busiest_span(hours, width=_BUSY_HOURS)
    caption = (
        _("{share} between {start}:00 and {end}:00.").format(
            share=of(span.entries, figures.entries), start=span.start, end=span.end
        )
        if span
        else _("No entries.")
    )
    least, most = min(range(12), key=counts.__getitem__), max(range(12), key=counts.__getitem__)
    alt = _(
        "Bar chart of the {entries} in twelve two-hour bars. Fewest from {least_from}:00 to"
        " {least_to}:00, {least}; most from {most_from}:00 to {most_to}:00, {most}."
    ).format(
        entries=entries_words(figures.entries),
        least_from=2 * least,
        least_to=2 * least + 2,
        least=counts[least] or _("none"),
        most_from=2 * most,
        most_to=2 * most + 2,
        most=counts[most] or _("none"),
    )
    return TimeOfDay(heading, counts, caption, alt)


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


def _entry(twitch: Twitch, dates: Dates) -> tuple[str, ...]:
    local = twitch.moment.local
    with_it = [trigger.label.lower() for trigger in twitch.triggers if trigger.kind != OWN]
    own = [trigger.words for trigger in twitch.triggers if trigger.kind == OWN]
    own.append(twitch.note)
    words = [cut_quote(text, _NOTE_LIMIT) for text in own if text.strip()]
    return (
        dates.say(twitch.moment.day),
        f"{local.hour}:{local.minute:02}",
        ", ".join(site_or_unknown(site).label_lower for site in twitch.sites) or "–",
        "–" if twitch.duration_s is None else lasted(twitch.duration_s),
        "–" if twitch.strength is None else twitch.strength.word.lower(),
        ", ".join([*with_it, *words]) or "–",
    )


def _days_line(days: Sequence[date], dates: Dates, named: str, counted: str) -> str:
    if not days:
        return ""
    said = dates.many(days)
    return named.format(days=said) if said else counted.format(n=len(days))


def _twitch_entries(count: int) -> str:
    return ngettext("{n} twitch entry", "{n} twitch entries", count).format(n=f"{count:,}")


def _course_alt(
    figures: Figures, stretches: Sequence[series.Stretch], dates: Dates, *, daily: bool
) -> str:
    """Say in words what the chart draws, with its numbers."""
    fractions = ", ".join(
        of(part.tally.twitching, part.tally.logged) if part.tally.logged else _("not logged")
        for part in stretches
    )
    pattern = (
        _(
            "Bar chart of twitch entries a day, {span}."
            " Days with twitching of days logged, week by week: {fractions}."
        )
        if daily
        else _(
            "Bar chart of twitch entries a logged day, one bar a week, {span}."
            " Days with twitching of days logged, month by month: {fractions}."
        )
    )
    said = [
        pattern.format(
            span=dates.span(figures.period.first, figures.period.last), fractions=fractions
        )
    ]
    top = busiest(figures.days)
    if top:
        said.append(_("Most entries on a day: {n}.").format(n=top.entries))
    gaps = [day.day for day in figures.days if day.state is DayState.NOT_LOGGED]
    if gaps:
        said.append(_gaps(figures.days, gaps, dates))
    return " ".join(said)


def _gaps(days: Sequence[DaySummary], gaps: Sequence[date], dates: Dates) -> str:
    """Say how many days were not logged, and where the longest gap lies."""
    longest: tuple[int, int] = (0, 0)
    start = None
    for at, day in enumerate(days):
        missing = day.state is DayState.NOT_LOGGED
        start = (at if start is None else start) if missing else None
        if start is not None and at - start + 1 > longest[1] - longest[0]:
            longest = (start, at + 1)
    total = ngettext("Not logged on {n} day", "Not logged on {n} days", len(gaps))
    first, last = days[longest[0]].day, days[longest[1] - 1].day
    length = longest[1] - longest[0]
    if len(gaps) == 1 or length == 1:
        return total.format(n=len(gaps)) + "."
    span = dates.many(list(Period(first, last)))
    where = _(", {n} of them from {span}.").format(n=length, span=span)
    return total.format(n=len(gaps)) + where


def _caption(example: Stretch, *, daily: bool) -> Prose:
    if daily:
        return prose(
            _(
                "Bars: entries a day. ○ none that day. Hatched: not logged. **{label}** ="
                " twitching on {twitching} of the {logged} days logged that week."
            ),
            label=example.label,
            twitching=example.twitching,
            logged=example.logged,
        )
    return prose(
        _(
            "Bars: entries a logged day, by week. Hatched: not logged. **{label}** ="
            " twitching on {twitching} of the {logged} days logged that month."
        ),
        label=example.label,
        twitching=example.twitching,
        logged=example.logged,
    )
