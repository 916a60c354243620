"""Where it twitches: places ranked by their share of the entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

STEPS: Final = 5
_ROUND: Final = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20)
"""How many hundredths wide a step may be."""


class Counted(Protocol):
    """A place and how often it was named."""

    @property
    def site(self) -> str:
        """Its id."""
        ...

    @property
    def entries(self) -> int:
        """The entries that name it."""
        ...


class Counts(Protocol):
    """The places of a period, the most frequent first, out of how many entries."""

    @property
    def sites(self) -> Sequence[Counted]:
        """The places."""
        ...

    @property
    def entries(self) -> int:
        """All entries."""
        ...

    @property
    def without_site(self) -> int:
        """Those of them that name no place."""
        ...


class FirstNamed(Protocol):
    """A place, the day it was first named in a period, and whether it was known before."""

    @property
    def site(self) -> str:
        """Its id."""
        ...

    @property
    def first(self) -> date:
        """The day."""
        ...

    @property
    def known(self) -> bool:
        """Whether it had been named before the period."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A place and its entries; `share` is of all entries of the period, 0 to 1."""

    site: str
    entries: int
    share: float


@dataclass(frozen=True, slots=True)
class Places:
    """The places named most, and what is left in counts.

    `other_places` places share the `other_entries` that are not shown one by one; `without_site`
    entries name no place. An entry with two places counts at both.
    """

    shown: tuple[Place, ...]
    other_places: int
    other_entries: int
    entries: int
    without_site: int

    @property
    def count(self) -> int:
        """How many places were named at all."""
        return len(self.shown) + self.other_places


def ranked(counts: Counts, *, limit: int) -> Places:
    """Return the `limit` places with most entries; a single place left over is shown as well.

    share = entries at the place / all entries of the period. Ties keep the order of the counts:
    the newest first.
    """
    sites = counts.sites
    shown = sites if len(sites) <= limit + 1 else sites[:limit]
    rest = sites[len(shown) :]
    return Places(
        shown=tuple(
            Place(site=count.site, entries=count.entries, share=count.entries / counts.entries)
            for count in shown
        ),
        other_places=len(rest),
        other_entries=sum(count.entries for count in rest),
        entries=counts.entries,
        without_site=counts.without_site,
    )


def new_since(sites: Sequence[FirstNamed], since: date) -> tuple[tuple[date, str], ...]:
    """Return the places first named ever on `since` or later, each with that day, in order.

    `since` is a day of the period the places are of.
    """
    return tuple(
        sorted((site.first, site.site) for site in sites if not site.known and site.first >= since)
    )


def steps(counts: Mapping[str, int]) -> tuple[dict[str, int], tuple[int, ...]]:
    """Return a step 1 to 5 for each thing counted, and the largest count of each step.

    Fifths of the largest count: step = ceil(5 count / largest). Even a single entry has a step; a
    count of 0 has none.
    """
    most = max(counts.values(), default=0)
    found = {key: -(-STEPS * count // most) for key, count in counts.items() if count > 0}
    return found, tuple(step * most // STEPS for step in range(1, STEPS + 1))


def share_steps(
    counts: Mapping[str, int], entries: int
) -> tuple[dict[str, int], tuple[float, ...]]:
    """Return a step 1 to 5 for each thing counted, and the largest share of each step, 0 to 1.

    All steps are equally wide, a round number of hundredths of `entries`, the smallest of
    1, 2, 3, 4, 5, 6, 8, 10, 15 and 20 with which five reach the largest share:
    step = ceil(100 count / (entries width)). Even a single entry has a step; a count of 0 has none.
    Raises ValueError without entries.
    """
    if entries < 1:
        raise ValueError("a share needs entries to be a share of")
    most = max(counts.values(), default=0)
    width = next((each for each in _ROUND if STEPS * each * entries >= 100 * most), _ROUND[-1])
    found = {
        key: min(STEPS, -(-100 * count // (entries * width)))
        for key, count in counts.items()
        if count > 0
    }
    return found, tuple(step * width / 100 for step in range(1, STEPS + 1))
