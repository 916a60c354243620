"""The sentences around the chart of the places."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.charts import words
from twitchlog.reports.charts.spec import NoPicture, no_picture
from twitchlog.reports.patterns.places import new_since
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.counts.places import PlaceCount, PlaceCounts
    from twitchlog.reports.charts.chart import Ask
    from twitchlog.reports.charts.kinds.places import PlaceBar
    from twitchlog.reports.patterns.places import Places

NEW_DAYS: Final = 28
NEW_NAMED: Final = 3


def twitches(count: int) -> str:
    """Write a number of twitches."""
    return ngettext("{n} twitch", "{n} twitches", count).format(n=numeral(count))


def logged_days(count: int) -> str:
    """Write a number of logged days."""
    return ngettext("{n} logged day", "{n} logged days", count).format(n=numeral(count))


def share_of(entries: int, total: int) -> str:
    """Write a share in whole per cent; what was there is never called 0."""
    return words.per_cent(entries / total) if 200 * entries >= total else _("under 1%")


def days(first: date, last: date, today: date) -> str:
    """Write from when to when, with the years where one is not this one."""
    write = words.short_date if first.year == last.year == today.year else words.full_date
    if first == last:
        return write(first)
    return _("{first} – {last}").format(first=write(first), last=write(last))


def said_of(place: PlaceCount, counts: PlaceCounts, share: str) -> str:
    """Say what one place has; `share` is empty where twitches are few."""
    count = ngettext("{count} twitch", "{count} twitches", counts.entries).format(
        count=words.of(place.entries, counts.entries)
    )
    if share:
        count = _("{count} ({share})").format(count=count, share=share)
    logged = ngettext("{days} logged day", "{days} logged days", counts.logged).format(
        days=words.of(place.days, counts.logged)
    )
    return _("{place}: {count}, on {days}.").format(
        place=site_or_unknown(place.site).name, count=count, days=logged
    )


def headline(counts: PlaceCounts) -> str:
    """Say which place was named most, or that none stands out."""
    top = counts.sites[0]
    named = {
        "place": site_or_unknown(top.site).label_lower,
        "count": words.of(top.entries, counts.entries),
    }
    if len(counts.sites) == 1 and not counts.without_site:
        return ngettext(
            "One twitch: the {place}", "All {n} twitches: the {place}", counts.entries
        ).format(n=numeral(counts.entries), **named)
    level = [place.site for place in counts.sites if place.entries == top.entries]
    if len(level) > 2:
        return _("No place stands out: {n} places with {count} each").format(n=len(level), **named)
    if len(level) == 2:
        return _("Most often the {places}: {count} twitches each").format(
            places=words.listed([site_or_unknown(site).label_lower for site in level]), **named
        )
    return _("Most often the {place}: {count} twitches").format(**named)


def note(counts: PlaceCounts, found: Places, ask: Ask) -> str:
    """Say how many places there were, which are new, and on how many days that rests."""
    parts = [ngettext("{n} place.", "{n} places.", found.count).format(n=found.count)]
    if found.without_site:
        parts.append(
            _("{count} without a place.").format(count=words.of(found.without_site, found.entries))
        )
    if sum(place.entries for place in counts.sites) > counts.entries - counts.without_site:
        parts.append(_("A twitch at two places counts at both."))
    parts += [_new(counts, ask), words.logged(counts.logged, ask.period.days)]
    return " ".join(filter(None, parts))


def _new(counts: PlaceCounts, ask: Ask) -> str:
    """Name the places that twitched for the first time ever, where the diary is old enough.

    Nothing is said of days on which no place was named: nothing new could be found there.
    """
    since = max(ask.period.first, ask.period.last - timedelta(days=NEW_DAYS - 1))
    if ask.diary_starts is None or ask.diary_starts >= since:
        return ""
    if max(place.last for place in counts.sites) < since:
        return ""
    found = new_since(counts.sites, since)
    when = _since(since, ask)
    if not found:
        return _("No new place {when}.").format(when=when)
    named = [
        _("{place} ({day})").format(
            place=site_or_unknown(site).label_lower, day=words.short_date(day)
        )
        for day, site in found[-NEW_NAMED:]
    ]
    if len(found) > NEW_NAMED:
        return _("{n} new places {when}, the latest: {places}.").format(
            n=len(found), when=when, places=words.listed(named)
        )
    return _("New {when}: {places}.").format(when=when, places=words.listed(named))


def _since(first: date, ask: Ask) -> str:
    """Say from when on new places are looked for, and up to when where that is not today."""
    last = ask.period.last
    if first == last:
        return _("on {day}").format(day=words.one_day(first, today=ask.today))
    if ask.past:
        start, end = words.both_ends(first, last, today=ask.today)
        return _("from {first} to {last}").format(first=start, last=end)
    return _("since {day}").format(day=words.one_day(first, today=ask.today))


def alt(bars: Sequence[PlaceBar], rest: str) -> str:
    """Tell the bars to someone who cannot see them."""
    counted = ", ".join(f"{bar.name} {bar.text}" for bar in bars)
    said = _("The body and bars of the places, in twitches: {places}.").format(places=counted)
    return f"{said} {rest[:1].upper()}{rest[1:]}." if rest else said


def others(found: Places) -> str:
    """Say how many places are not shown, and their entries together."""
    if not found.other_places:
        return ""
    return ngettext(
        "and {n} more place, {count}", "and {n} more places, {count}", found.other_places
    ).format(n=found.other_places, count=words.of(found.other_entries, found.entries))


def none(counts: PlaceCounts, ask: Ask) -> NoPicture:
    """Say that there is no place yet."""
    title = _("No places in this time") if ask.diary_starts else _("No places yet")
    if counts.entries:
        said = ngettext(
            "{n} twitch in this time has no place.",
            "{n} twitches in this time have no place.",
            counts.entries,
        ).format(n=numeral(counts.entries))
    else:
        said = _("No twitches are logged in this time.")
    if counts.logged:
        said = f"{said} {words.logged(counts.logged, ask.period.days)}"
    return no_picture(title, said, wants_entries=not counts.entries)
