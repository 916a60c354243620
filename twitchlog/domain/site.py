"""The muscle sites a twitch is logged at: named, found by what a person types, and paired."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from heapq import nlargest
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import UnknownSite
from twitchlog.domain.parts import PARTS, Part, Region
from twitchlog.domain.wording import plain_words
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "COMMON", "SITES", "Region", "Side", "Site",
    "bag", "by_name", "by_region", "find", "mirror", "search", "site", "site_or_unknown",
]  # fmt: skip


class Side(StrEnum):
    """The person's own left or right, or the middle of the body."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"

    @property
    def label(self) -> str:
        """The word on a button, in the language in use."""
        return _(_SIDE_LABELS[self])


_SIDE_LABELS: Final = {
    Side.LEFT: mark("Left"),
    Side.RIGHT: mark("Right"),
    Side.MIDDLE: mark("Middle"),
}
_NAMES: Final = {Side.LEFT: mark("left {place}"), Side.RIGHT: mark("right {place}")}


@dataclass(frozen=True, slots=True)
class Site:
    """One place in the body, with a side; every name is given in the language in use."""

    id: str
    side: Side
    kind: Part

    @property
    def part(self) -> str:
        """The id without the side."""
        return self.kind.id

    @property
    def region(self) -> Region:
        """The stretch of the body it belongs to."""
        return self.kind.region

    @property
    def lay(self) -> str:
        """What people call it: `calf`."""
        return _(self.kind.lay)

    @property
    def muscle(self) -> str:
        """What doctors call it: `gastrocnemius`."""
        return _(self.kind.muscle)

    @property
    def where(self) -> str:
        """Where it lies, in a few plain words."""
        return _(self.kind.where)

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other names it is found by."""
        return (
            tuple(word.strip() for word in _(self.kind.also).split(",")) if self.kind.also else ()
        )

    @property
    def label_lower(self) -> str:
        """Its name inside a sentence: `left calf`."""
        if self.side is Side.MIDDLE:
            return self.lay
        return _(_NAMES[self.side]).format(place=self.lay)

    @property
    def name(self) -> str:
        """Its name by itself: `Left calf`."""
        words = self.label_lower
        return words[:1].upper() + words[1:]


def _sites() -> Iterator[Site]:
    for part in PARTS:
        if part.paired:
            yield Site(f"{part.id}-{Side.LEFT}", Side.LEFT, part)
            yield Site(f"{part.id}-{Side.RIGHT}", Side.RIGHT, part)
        else:
            yield Site(part.id, Side.MIDDLE, part)


SITES: Final[Mapping[str, Site]] = MappingProxyType({place.id: place for place in _sites()})
"""Every site by id, from head to foot."""

COMMON: Final = (
    "eyelid-left", "eyelid-right", "calf-left", "calf-right", "hand-left", "thigh-left",
)  # fmt: skip
"""What is offered before anything was logged."""


def site(asked: str) -> Site:
    """Return the site with exactly that id; raise UnknownSite with the nearest if none has it."""
    if asked not in SITES:
        raise UnknownSite(asked, _nearest(asked))
    return SITES[asked]


def site_or_unknown(asked: str) -> Site:
    """Return the site with that id, or a readable stand-in for one a newer version wrote."""
    if asked in SITES:
        return SITES[asked]
    head, dash, tail = asked.rpartition("-")
    sided = bool(dash and head) and tail in _NAMES
    words = (head if sided else asked).replace("-", " ").strip() or mark("unknown place")
    part = Part(head if sided else asked, Region.OTHER, words, words, words, paired=sided)
    return Site(asked, Side(tail) if sided else Side.MIDDLE, part)


def mirror(asked: str) -> str | None:
    """Return the id of the same place on the other side; None for one in the middle."""
    place = site(asked)
    if place.side is Side.MIDDLE:
        return None
    return f"{place.part}-{Side.RIGHT if place.side is Side.LEFT else Side.LEFT}"


def by_region() -> Mapping[Region, tuple[Site, ...]]:
    """Return the sites of each region that has any, all in head-to-foot order."""
    grouped: dict[Region, list[Site]] = {}
    for place in SITES.values():
        grouped.setdefault(place.region, []).append(place)
    return {region: tuple(places) for region, places in grouped.items()}


def find(text: str) -> Site:
    """Return the site a person means: by id or any name, in any order of words, with its side.

    Raises UnknownSite with the nearest three when no site, or more than one, goes by that name.
    """
    if text in SITES:
        return SITES[text]
    asked = bag(text)
    hits = by_name().get(asked, ())
    if len(hits) == 1:
        return SITES[hits[0]]
    raise UnknownSite(text, hits[:3] or _without_side(asked) or _nearest(text))


def by_name() -> Mapping[frozenset[str], tuple[str, ...]]:
    """Return the ids of the sites by the words (`bag`) of every name they go by, side included.

    What one site is called itself counts before what else others are called: `arm` is no biceps.
    """
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for names in (_own_names, _other_names):
        named: dict[frozenset[str], dict[str, None]] = {}
        for place in SITES.values():
            for name in names(place):
                named.setdefault(bag(f"{place.side} {name}"), {})[place.id] = None
        found = {words: tuple(ids) for words, ids in named.items()} | found
    found.pop(frozenset(), None)
    return found


def search(text: str, *, limit: int = 30) -> tuple[Site, ...]:
    """Return the sites that match what was typed so far, the best first; all of them for nothing.

    Ranked by: the lay name or the region is just that; the lay name begins with it; another name is
    just that; each typed word begins a word of the lay name; the same with muscle and other names;
    then with where it lies. Spelling is forgiven when nothing matches.
    """
    words = plain_words(text)
    if not words:
        return tuple(SITES.values())
    ranked = [
        (rank, place) for place in SITES.values() if (rank := _rank(words, place)) is not None
    ]
    if ranked:
        ranked.sort(key=lambda pair: pair[0])
        return tuple(place for _rank_, place in ranked[:limit])
    return tuple(place for alike, place in _alike(text) if alike >= _FORGIVEN)[:limit]


_FORGIVEN: Final = 0.7
_LONGEST_ASKED: Final = 60
_SMALL_WORDS: Final = frozenset({"of", "the", "my", "a", "in", "on", "at", "middle"})
_SHORT: Final = {"l": "left", "r": "right", "lt": "left", "rt": "right"}


@lru_cache(maxsize=4096)
def bag(text: str) -> frozenset[str]:
    """Return the words that count, in no order, with the short forms of the sides written out."""
    return frozenset(_SHORT.get(word, word) for word in plain_words(text)) - _SMALL_WORDS


def _own_names(place: Site) -> tuple[str, ...]:
    """Return the names no other place should be taken for; in English as well, for scripts."""
    return (place.part, place.kind.lay, place.label_lower)


def _other_names(place: Site) -> tuple[str, ...]:
    return (place.kind.muscle, place.muscle, *place.kind.also.split(","), *place.synonyms)


def _rank(asked: tuple[str, ...], place: Site) -> int | None:
    """Return how well a place fits the words typed, 0 the best; None when it does not."""
    lay, side, region = (
        plain_words(place.lay),
        plain_words(place.side.label),
        plain_words(place.region.label),
    )
    if asked in {lay, side + lay, region}:
        return 0
    if any(" ".join(name).startswith(" ".join(asked)) for name in (lay, side + lay)):
        return 1
    others = [plain_words(name) for name in _other_names(place)]
    if any(asked in {name, side + name} for name in others):
        return 2
    known = side + lay
    steps = ((), tuple(word for name in others for word in name), plain_words(place.where) + region)
    for rank, more in enumerate(steps, start=3):
        known += more
        if all(any(word.startswith(part) for word in known) for part in asked):
            return rank
    return None


def _alike(text: str) -> list[tuple[float, Site]]:
    """Return every site with how alike its nearest name is to `text` (0 to 1), the most first."""
    asked = " ".join(_SHORT.get(word, word) for word in plain_words(text))[:_LONGEST_ASKED]
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(asked)

    def alike(place: Site) -> float:
        best = 0.0
        for names, weight in ((_own_names(place), 1.0), (_other_names(place), 0.9)):
            for name in names:
                plain = " ".join(plain_words(name))
                for written in (plain, f"{place.side} {plain}", f"{plain} {place.side}"):
                    matcher.set_seq1(written)
                    if matcher.quick_ratio() * weight > best:
                        best = max(best, matcher.ratio() * weight)
        return best

    places = [(alike(place), place) for place in SITES.values()]
    return nlargest(len(places), places, key=lambda pair: pair[0])


def _nearest(text: str) -> tuple[str, ...]:
    """Return the ids of the three sites whose names are nearest; none where nothing is readable."""
    return tuple(place.id for _likeness, place in _alike(text)[:3]) if plain_words(text) else ()


def _without_side(asked: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of up to three sites that go by that name when their side is left out."""
    return tuple(
        place.id
        for place in SITES.values()
        if any(bag(name) == asked for name in (*_own_names(place), *_other_names(place)))
    )[:3]
