"""Persistent twitching: the same place on most of the last logged days."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from twitchlog.domain.symptom import PERSISTENT_DAYS, PERSISTENT_WINDOW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Persistence(StrEnum):
    """Whether one place keeps twitching."""

    FOUND = "found"
    NOT_FOUND = "not found"
    TOO_EARLY = "too early"


@dataclass(frozen=True, slots=True)
class Persistent:
    """The place named on most of the last `logged` logged days, on `days` of them.

    `first` and `last` are the oldest and the newest of those days.
    """

    verdict: Persistence
    site: str | None
    days: int
    logged: int
    first: date | None = None
    last: date | None = None


def persistent(last_logged: Sequence[tuple[date, frozenset[str]]]) -> Persistent:
    """Say whether the same place twitched on 14 of the last 21 logged days.

    `last_logged` is `VisitFigures.last_logged`: the newest logged days, newest first, each with
    the sites named on it; only the first 21 count. Found as soon as there are 14 such days, even
    among fewer than 21; short of that, it is too early under 21 logged days. Of several places
    with as many days the one named last is meant, then the first by id.
    """
    window = last_logged[:PERSISTENT_WINDOW]
    days = Counter(site for _, sites in window for site in sites)
    if not days:
        verdict = Persistence.TOO_EARLY if _short(window) else Persistence.NOT_FOUND
        return Persistent(verdict, None, 0, len(window))
    most = max(days.values())
    leading = {site for site, count in days.items() if count == most}
    newest = next(sites & leading for _, sites in window if sites & leading)
    site = min(newest)
    named = [day for day, sites in window if site in sites]
    if most >= PERSISTENT_DAYS:
        verdict = Persistence.FOUND
    else:
        verdict = Persistence.TOO_EARLY if _short(window) else Persistence.NOT_FOUND
    return Persistent(verdict, site, most, len(window), first=named[-1], last=named[0])


def _short(window: Sequence[tuple[date, frozenset[str]]]) -> bool:
    return len(window) < PERSISTENT_WINDOW
