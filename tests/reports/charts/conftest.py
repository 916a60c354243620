"""Diaries for charts: one sign a day, its entries spread over places, hours and durations."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from support import counted
from support.around import on, written
from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.figures import Figures, SiteCount
from twitchlog.domain.period import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LAST = date(2026, 6, 16)
FOUR_WEEKS = "43052.63142031" + "1.0240102.0312"
"""Four weeks up to 16 June 2026: 50 entries; a dot is a day not logged."""


def figures_of(
    text: str,
    *,
    sites: Sequence[str] = ("calf-left",),
    minutes: Sequence[int] = (21 * 60,),
    durations: Sequence[float] = (),
    starts: date | None = None,
    last: date = LAST,
) -> Figures:
    """Build figures from a diary as text; places and minutes are dealt out in turn."""
    first = last - timedelta(days=len(text) - 1)
    days = tuple(
        DaySummary(first + timedelta(days=at), 0 if sign == "." else int(sign), logged=sign != ".")
        for at, sign in enumerate(text)
    )
    place, clock = cycle(sites or [""]), cycle(minutes)
    entries = [(day.day, next(place), next(clock)) for day in days for _ in range(day.count)]
    a_day = Counter((day, site) for day, site, _ in entries if site)
    totals = Counter(site for _, site, _ in entries if site)
    seen = {site: [day for day, other, _ in entries if other == site] for site in totals}
    counts = [
        SiteCount(site, count, len(set(seen[site])), seen[site][0], seen[site][-1])
        for site, count in totals.items()
    ]
    return Figures(
        period=Period(first, last),
        days=days,
        entries=len(entries),
        without_site=sum(not site for _, site, _ in entries),
        sites=tuple(sorted(counts, key=lambda count: (-count.entries, count.site))),
        site_days=tuple((day, site, count) for (day, site), count in sorted(a_day.items())),
        clock=counted.on_clock((day, minute) for day, _, minute in entries),
        lengths=counted.lengths(durations, without=len(entries) - len(durations)),
        strengths={},
        triggers={},
        amounts={},
        first_entry=min((day for day, _, _ in entries), default=None),
        diary_starts=starts or first,
    )


@pytest.fixture(scope="session")
def figures() -> Callable[..., Figures]:
    return figures_of


@pytest.fixture(scope="session")
def four_weeks() -> Figures:
    return figures_of(
        FOUR_WEEKS,
        sites=("calf-left", "calf-left", "eyelid-right", "calf-left", "calf-right", "hand-left"),
        minutes=(21 * 60, 20 * 60 + 30, 9 * 60, 22 * 60, 14 * 60),
        durations=(5, 20, 45, 90, 120, 130, 200, 400, 2400),
    )


@pytest.fixture
def today(clock) -> date:
    return clock.now().day


@pytest.fixture
def magnesium(diary, today):
    """Fourteen days with 2 and 4 twitches in turn, then magnesium and fourteen days with 1."""
    written(diary, "24" * 7 + "1" * 14, last=today)
    return diary.medications.add("Magnesium", started=on(today - timedelta(days=13))).value
