"""What the triggers draw, from figures made by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from twitchlog.domain.factor import FACTORS
from twitchlog.reports.charts.kinds import forest
from twitchlog.reports.charts.kinds.dose_response import tell
from twitchlog.reports.triggers.curve import DoseGroup, DoseResponse, Point
from twitchlog.reports.triggers.judging import Verdict

if TYPE_CHECKING:
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.charts.kinds.dose_response import DoseCurve

FIRST = date(2026, 1, 1)


def curve_of(found: DoseResponse, factor: Factor) -> DoseCurve:
    """Return the picture, the days of each group following on those of the one before."""
    days, start = [], FIRST
    for group in found.groups:
        days.append(frozenset(start + timedelta(days=at) for at in range(group.days)))
        start += timedelta(days=group.days)
    return tell(found, factor, days)


def by_caffeine() -> DoseCurve:
    """From 0 to 400 mg twice as many, about an average of 160 mg; 1 day of the most."""
    points = tuple(
        Point(amount, 2 * 2 ** (amount / 400), 2 * 2 ** (amount / 400 - abs(amount - 160) / 400),
              2 * 2 ** (amount / 400 + abs(amount - 160) / 400))
        for amount in map(float, range(0, 401, 40))
    )  # fmt: skip
    groups = (
        DoseGroup(0.0, 0.0, 30, 0.0, 2.2, 2.1),
        DoseGroup(80.0, 160.0, 41, 120.0, 2.0, 2.2),
        DoseGroup(180.0, 240.0, 28, 200.0, 3.5, 3.3),
        DoseGroup(400.0, 400.0, 1, 400.0, 9.0, 4.4),
    )
    return curve_of(DoseResponse("caffeine", 160.0, points, groups), FACTORS["caffeine"])


def by_yes_no() -> DoseCurve:
    """Magnesium on 12 of 100 days, with a range that is wide."""
    points = (Point(0.0, 2.0, 1.9, 2.1), Point(1.0, 2.8, 1.9, 4.1))
    groups = (DoseGroup(0.0, 0.0, 88, 0.0, 2.0, 2.0), DoseGroup(1.0, 1.0, 12, 1.0, 3.0, 2.9))
    return curve_of(DoseResponse("magnesium", 0.12, points, groups), FACTORS["magnesium"])


def all_judged() -> forest.Forest:
    """One of each verdict; the last reaches beyond both ends of the axis."""
    rows = (
        ("Caffeine", "100 mg more", Verdict.LINKED, 0.1, 0.35, 0.6),
        ("Sleep", "1 hour less", Verdict.POSSIBLY, 0.02, 0.2, 0.4),
        ("Screen time", "1 h more", Verdict.NO_LINK, -0.1, 0.02, 0.13),
        ("Hours at the noisy open-plan desk", "2 hours more", Verdict.UNCLEAR, -1.1, -0.2, 0.73),
    )
    return forest.tell(
        [
            forest.ForestRow(name, step, verdict, str(verdict).capitalize(), *ends)
            for name, step, verdict, *ends in rows
        ],
        "97 of 109 days logged. 9 things looked at, 4 could be judged.",
    )
