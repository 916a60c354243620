"""The places of figures, as the diary adds them up for the charts."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from twitchlog.domain.counts.places import (
    PlaceCount,
    PlaceCounts,
    PlacesIn,
    SiteBlock,
    SpreadCounts,
)
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures


def place_counts(figures: Figures) -> PlaceCounts:
    """Return the places of figures as the diary adds them up."""
    return PlaceCounts(
        logged=figures.logged,
        entries=figures.entries,
        without_site=figures.without_site,
        sites=tuple(
            PlaceCount(each.site, each.entries, each.days, each.first, each.last, known=False)
            for each in figures.sites
        ),
    )


def spread_counts(figures: Figures) -> SpreadCounts:
    """Return the weeks and fortnights of figures as the diary adds them up."""
    period = figures.period
    oldest = max(1, period.days // 14) - 1
    entries: Counter[int] = Counter()
    named: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for day in figures.days:
        entries[min((period.last - day.day).days // 14, oldest)] += day.count
    for day, site, count in figures.site_days:
        named[min((period.last - day).days // 14, oldest)][site] += count
    many = -(-period.days // 7)
    ends = [period.last - timedelta(days=7 * at) for at in reversed(range(many))]
    return SpreadCounts(
        leading=figures.sites[0].site if figures.sites else None,
        logged=figures.logged,
        blocks=tuple(SiteBlock(entries[at], named[at]) for at in sorted(entries) if entries[at]),
        weeks=tuple(
            _places_in(figures, Period(max(period.first, end - timedelta(days=6)), end))
            for end in ends
        ),
        recent=_places_in(figures, Period.ending(period.last, days=28)),
        before=_places_in(figures, Period.ending(period.last, days=28).before()),
    )


def _places_in(figures: Figures, days: Period) -> PlacesIn:
    return PlacesIn(
        days.first,
        days.last,
        logged=sum(day.logged and day.day in days for day in figures.days),
        places=len({site for day, site, _count in figures.site_days if day in days}),
    )
