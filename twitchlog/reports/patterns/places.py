"""Where it twitches: places ranked by their share of the entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures


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

    @property
    def other_share(self) -> float:
        """Share of the places not shown, from their summed counts, never from rounded shares."""
        return self.other_entries / self.entries if self.entries else 0.0


def ranked(figures: Figures, *, limit: int) -> Places:
    """Return the `limit` places with most entries; a single place left over is shown as well.

    share = entries at the place / all entries of the period. Ties keep the order of
    `Figures.sites`: the newest first.
    """
    sites = figures.sites
    shown = sites if len(sites) <= limit + 1 else sites[:limit]
    rest = sites[len(shown) :]
    return Places(
        shown=tuple(
            Place(site=count.site, entries=count.entries, share=count.entries / figures.entries)
            for count in shown
        ),
        other_places=len(rest),
        other_entries=sum(count.entries for count in rest),
        entries=figures.entries,
        without_site=figures.without_site,
    )
