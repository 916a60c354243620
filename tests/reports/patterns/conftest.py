"""Small diaries written as text: `3.0-` is a day with three twitches, two unknown, one quiet."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from support import counted
from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.figures import Figures, SiteCount
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FIRST = date(2026, 3, 2)


def written(text: str, *, first: date = FIRST) -> tuple[DaySummary, ...]:
    """Read a diary: a digit is a day's entries, 0 none that day, `.` a day not logged."""
    return tuple(
        DaySummary(
            day=first + timedelta(days=at),
            count=0 if sign == "." else int(sign),
            logged=sign != ".",
        )
        for at, sign in enumerate(text.replace(" ", ""))
    )


def figures_of(
    named: Mapping[int, Sequence[str]], *, days: int, without_site: Sequence[int] = ()
) -> Figures:
    """Build the figures of `days` days; `named` maps a day's number to the site of each entry."""
    period = Period(FIRST, FIRST + timedelta(days=days - 1))
    a_day: defaultdict[int, int] = defaultdict(int)
    entries: defaultdict[str, int] = defaultdict(int)
    seen: defaultdict[str, list[date]] = defaultdict(list)
    site_days = []
    for at, sites in sorted(named.items()):
        a_day[at] += len(sites)
        day = FIRST + timedelta(days=at)
        for site in sorted(set(sites)):
            count = sum(other == site for other in sites)
            entries[site] += count
            seen[site].append(day)
            site_days.append((day, site, count))
    for at in without_site:
        a_day[at] += 1
    counts = [
        SiteCount(site, entries[site], len(seen[site]), seen[site][0], seen[site][-1])
        for site in entries
    ]
    counts.sort(key=lambda count: (-count.entries, -count.last.toordinal(), count.site))
    return Figures(
        period=period,
        days=tuple(DaySummary(day, a_day[at], logged=True) for at, day in enumerate(period)),
        entries=sum(a_day.values()),
        without_site=len(without_site),
        sites=tuple(counts),
        site_days=tuple(site_days),
        clock=counted.on_clock(()),
        lengths=counted.lengths((), without=sum(a_day.values())),
        strengths={},
        triggers={},
        amounts={},
        first_entry=FIRST,
        diary_starts=FIRST,
    )


@pytest.fixture(scope="session")
def diary() -> Callable[..., tuple[DaySummary, ...]]:
    return written


@pytest.fixture(scope="session")
def placed() -> Callable[..., Figures]:
    return figures_of
