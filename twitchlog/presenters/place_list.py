"""The list of all places: by region, or the best first for what was typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twitchlog.domain.site import by_region, search, site_or_unknown

MOST_FOUND: Final = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list of places: a site, its name, and what doctors call it."""

    site: str
    name: str
    muscle: str


@dataclass(frozen=True, slots=True)
class Group:
    """The places of one region, or what a search found (with an empty name)."""

    name: str
    places: tuple[Found, ...]


def place_list(text: str) -> tuple[Group, ...]:
    """Return all places by region, or, once something is typed, the best first in one group."""
    if not text.strip():
        return tuple(
            Group(region.label, tuple(_found(each.id) for each in places))
            for region, places in by_region().items()
        )
    hits = tuple(_found(each.id) for each in search(text, limit=MOST_FOUND))
    return (Group("", hits),) if hits else ()


def _found(name: str) -> Found:
    place = site_or_unknown(name)
    return Found(name, place.name, place.muscle)
