"""What the diary adds up of the places: how often each, and how many in a stretch of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How often a site was named in a period, on how many days, first and last.

    `known` says that it had been named before the period.
    """

    site: str
    entries: int
    days: int
    first: date
    last: date
    known: bool


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """The places of a period.

    - `logged`: its logged days. `entries`: its twitches; `without_site`: those with no place.
    - `sites`: the most frequent first (ties by newest, then id). An entry with two places counts
      at both, so the counts may add up to more than `entries`.
    """

    logged: int
    entries: int
    without_site: int
    sites: tuple[PlaceCount, ...]


@dataclass(frozen=True, slots=True)
class PlacesIn:
    """How many different places were named from day to day, and how many of the days are logged."""

    first: date
    last: date
    logged: int
    places: int

    @property
    def days(self) -> int:
        """How many calendar days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class SiteBlock:
    """A stretch of days: all its entries, and how often each site was named."""

    entries: int
    sites: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SpreadCounts:
    """How the places of a period are spread over time.

    - `leading`: the site named most (ties by newest, then id), None where none was named.
    - `blocks`: fortnights counted back from the last day, the newest first, those without entries
      left out; days left over at the beginning belong to the oldest.
    - `weeks`: stretches of seven days that end on the last day, the oldest first; the oldest may be
      shorter. `recent` and `before` are four of them and the four before, also where those reach
      back beyond the period.
    """

    leading: str | None
    logged: int
    blocks: tuple[SiteBlock, ...]
    weeks: tuple[PlacesIn, ...]
    recent: PlacesIn
    before: PlacesIn
