"""Read places as people write them: by any name, in four languages, one or several in a cell."""

from __future__ import annotations

import re
from functools import cache
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.words import PLACES, SIDES, plain
from twitchlog.domain.errors import BadInput, UnknownSite
from twitchlog.domain.site import SITES, bag, by_name, mirror
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

_BETWEEN: Final = re.compile(r"\s*[;,|/+&\n]\s*|\s+(?:and|und|et|y)\s+")
_MOST_IN_A_CELL: Final = 20
_NEAR: Final = 0.4


class Places:
    """Finds the sites that the cells of one file name; each spelling is looked up once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[str, ...] | BadInput] = {}
        # The names are those of the language in use, and any one of them tells which it is.
        self._named = _names(SITES["calf-left"].name)

    def read(self, place: str, side: str = "") -> tuple[str, ...]:
        """Return the ids of the sites in a cell; `side` is a cell of its own, or empty.

        Raises UnknownSite with the nearest three, or BadInput.
        """
        key = (place, side)
        try:
            found = self._known[key]
        except KeyError:
            found = self._known[key] = self._worked_out(place, side)
        if isinstance(found, BadInput):
            raise found
        return found

    def _worked_out(self, place: str, side: str) -> tuple[str, ...] | BadInput:
        try:
            which = _side(side)
            try:
                return self._sites(place, which)
            except UnknownSite:
                parts = [part for part in _BETWEEN.split(place.strip()) if part]
                if not 1 < len(parts) <= _MOST_IN_A_CELL:
                    raise
            sites = [site for part in parts for site in self._sites(part, which)]
            return tuple(dict.fromkeys(sites))
        except BadInput as problem:
            return problem

    def _sites(self, place: str, side: str) -> tuple[str, ...]:
        """Return the one site, or the two of both sides, that a name means."""
        words = plain(place).split()
        sides = {SIDES[word] for word in words if SIDES.get(word) and len(word) > 1}
        if not side and "both" in sides:
            side = "both"
            words = [word for word in words if SIDES.get(word) != "both"]
        name = _english(words)
        if place in SITES and side != "both":
            return (place,)
        if side == "both":
            one = self._find(f"left {name}", place)
            other = mirror(one)
            return (one, other) if other else (one,)
        if side and side not in name.split():
            return (self._find(f"{side} {name}", place),)
        return (self._find(name, place),)

    def _find(self, name: str, asked: str) -> str:
        hits = self._named.get(bag(name), ())
        if len(hits) == 1:
            return hits[0]
        raise UnknownSite(" ".join(asked.split()), tuple(map(_label, hits[:3] or self._near(name))))

    def _near(self, name: str) -> tuple[str, ...]:
        """Return the ids of the three sites whose names share most pairs of letters with `name`."""
        asked = _pairs(bag(name[:60]))
        ranked = nlargest(
            8, ((_alike(asked, pairs), ids) for pairs, ids in _all_pairs(SITES["calf-left"].name))
        )
        found = (site for alike, ids in ranked if alike > _NEAR for site in ids)
        return tuple(dict.fromkeys(found))[:3]


@cache
def _names(_sample: str) -> Mapping[frozenset[str], tuple[str, ...]]:
    return by_name()


@cache
def _all_pairs(sample: str) -> list[tuple[frozenset[str], tuple[str, ...]]]:
    return [(_pairs(words), ids) for words, ids in _names(sample).items()]


def _pairs(words: frozenset[str]) -> frozenset[str]:
    return frozenset(f" {word} "[at : at + 2] for word in words for at in range(len(word) + 1))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of pairs of letters that two names have in common (Dice 1945), 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _english(words: list[str]) -> str:
    """Return a name with words of other languages replaced, sides too."""
    text = " ".join(words)
    if text in PLACES:
        return PLACES[text]
    replaced = (
        PLACES.get(word) or (SIDES.get(word) if len(word) > 1 else None) or word for word in words
    )
    return " ".join(replaced)


def _side(text: str) -> str:
    word = plain(text)
    if word not in SIDES:
        raise BadInput(_("“{text}” is not a side.").format(text=" ".join(text.split())[:40]))
    return SIDES[word]


def _label(site: str) -> str:
    return SITES[site].label_lower
