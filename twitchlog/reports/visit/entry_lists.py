"""What a short diary shows in place of its charts: every entry, or every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.checkin import DayState
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.twitch import OWN
from twitchlog.reports.visit.answers import entries_words
from twitchlog.reports.visit.dates import lasted
from twitchlog.reports.visit.summary import EntryList, EntryRow
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.figures import Figures, VisitFigures
    from twitchlog.domain.twitch import Twitch
    from twitchlog.reports.visit.dates import Dates


def entry_list(visit: VisitFigures, dates: Dates) -> EntryList:
    """Return every entry of a short diary, or where these are many every day with entries.

    The days with none and those without a log are named below.
    """
    count, days = visit.figures.entries, visit.figures.days
    heading = (
        _("Entries")
        if not count
        else ngettext("The only entry", "All {n} entries", count).format(n=count)
    )
    head: tuple[str, ...] = (
        _("Day"),
        _("Time"),
        _("Where"),
        _("Lasted"),
        _("Strength"),
        _("With it, own words"),
    )
    rows = tuple(_entry(twitch, dates) for twitch in visit.listed)
    if len(rows) < count:
        heading = _("All {n} entries, day by day").format(n=count)
        head = (_("Day"), _("How many"), _("Where"))
        rows = tuple(_days(visit.figures, dates))
    none = [day.day for day in days if day.state is DayState.NONE]
    gaps = [day.day for day in days if day.state is DayState.NOT_LOGGED]
    said = [
        _days_line(none, dates, _("{days}: none that day."), _("None on {n} days.")),
        _days_line(gaps, dates, _("{days}: not logged."), _("Not logged: {n} days.")),
    ]
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


def _days(figures: Figures, dates: Dates) -> Iterator[EntryRow]:
    """Yield each day with entries: how many, and how many of them at each place."""
    for day in figures.days:
        if day.count:
            places = sorted(
                (-entries, site) for on, site, entries in figures.site_days if on == day.day
            )
            named = tuple(
                _("{place} {n}").format(place=site_or_unknown(site).label_lower, n=-entries)
                for entries, site in places
            )
            yield EntryRow((dates.say(day.day), entries_words(day.count)), named, ())


def _days_line(days: Sequence[date], dates: Dates, named: str, counted: str) -> str:
    if not days:
        return ""
    said = dates.many(days)
    return named.format(days=said) if said else counted.format(n=len(days))
