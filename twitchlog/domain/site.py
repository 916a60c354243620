"""The muscle sites a twitch is logged at: by id, paired, and found by what a person types."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import UnknownSite
from twitchlog.domain.parts import Part, Region
from twitchlog.domain.place import COMMON, SITES, Side, Site
from twitchlog.domain.place_words import bag, meant_forms
from twitchlog.domain.wording import plain_forms, plain_words
from twitchlog.translation import mark, other_languages, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Words = tuple[str, ...]
    Forms = tuple[Words, ...]
    Read = Callable[[str], Forms]

__all__ = [
    "COMMON", "SITES", "Region", "Side", "Site",
    "bag", "by_name", "by_region", "find", "mirror", "search", "site", "site_names",
    "site_or_unknown",
]  # fmt: skip


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
    sided = bool(dash and head) and tail in {Side.LEFT, Side.RIGHT}
    words = (head if sided else asked).replace("-", " ").strip() or mark("unknown place")
    part = Part(head if sided else asked, Region.OTHER, words, words, words, paired=sided)
    return Site(asked, Side(tail) if sided else Side.MIDDLE, part)


def site_names(sites: Sequence[str]) -> str:
    """Say places in a row: *Left calf, right eyelid*."""
    named = [site_or_unknown(name) for name in sites]
    return ", ".join([named[0].name, *(each.label_lower for each in named[1:])]) if named else ""


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

    The names of the language in use count first, then those of the others. Raises UnknownSite with
    the nearest three when no site, or more than one, goes by that name.
    """
    if text in SITES:
        return SITES[text]
    asked = bag(text)
    for code in _languages():
        with speaking(code):
            hits = _named(_sample()).get(asked, ())
            near = hits or _without_side(asked)
        if len(hits) == 1:
            return SITES[hits[0]]
        if near:
            raise UnknownSite(text, near[:3])
    raise UnknownSite(text, _nearest(text))


def by_name() -> Mapping[frozenset[str], tuple[str, ...]]:
    """Return the ids of the sites by the words (`bag`) of every name they go by, side included.

    What one site is called itself counts before what else others are called: `arm` is no biceps.
    The names are those of every language; the one in use counts first.
    """
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for code in _languages():
        with speaking(code):
            found = _named(_sample()) | found
    return found


def search(text: str, *, limit: int = 30) -> tuple[Site, ...]:
    """Return the sites that match what was typed so far, the best first; all of them for nothing.

    Ranked by: the lay name or the region is just that; the lay name begins with it; another name is
    just that; each typed word begins a word of the lay name; the same with muscle and other names;
    then with where it lies. What nothing matches is looked for without endings and small words,
    then in the other languages, and then its spelling is forgiven.
    """
    if not plain_words(text):
        return tuple(SITES.values())
    for code in _languages():
        with speaking(code):
            found = _ranked(text, plain_forms) or _ranked(text, meant_forms)
        if found:
            return found[:limit]
    return _alike(text, limit=limit, least=_FORGIVEN)


_FORGIVEN: Final = 0.7
_LONGEST_ASKED: Final = 60
_LITTLE: Final = 1e-9


def _languages() -> tuple[str, ...]:
    """Return what names can be in: the language in use, then the others."""
    return ("", *other_languages())


def _sample() -> str:
    """Return a name, which tells the language in use from every other."""
    return SITES["calf-left"].name


@cache
def _named(_sample: str) -> dict[frozenset[str], tuple[str, ...]]:
    """Return the ids of the sites by the words of every name in the language in use."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for names in (_own_names, _other_names):
        named: dict[frozenset[str], dict[str, None]] = {}
        for place in SITES.values():
            for form in _forms(names(place)):
                named.setdefault(bag(f"{place.side} {' '.join(form)}"), {})[place.id] = None
        found = {words: tuple(ids) for words, ids in named.items()} | found
    found.pop(frozenset(), None)
    return found


def _forms(names: Words) -> Iterator[Words]:
    """Go through the words of names, in each way that a keyboard writes them."""
    for name in names:
        yield from plain_forms(name)


def _own_names(place: Site) -> Words:
    """Return the names no other place should be taken for; the id as well, for scripts."""
    return (place.part, place.lay, place.label_lower)


def _other_names(place: Site) -> Words:
    return (place.muscle, *place.synonyms)


def _ranked(text: str, read: Read) -> tuple[Site, ...]:
    """Return the sites that match in the language in use, the best first."""
    asked = read(text)[0]
    found = [
        (rank, place)
        for place in SITES.values()
        if asked and (rank := _rank(asked, place, read)) is not None
    ]
    found.sort(key=lambda pair: pair[0])
    return tuple(place for _rank_, place in found)


def _rank(asked: Words, place: Site, read: Read) -> int | None:
    """Return how well a place fits the words typed, 0 the best; None when it does not."""

    def forms(*names: str) -> Forms:
        return tuple(form for name in names for form in read(name))

    side, lays = read(place.side.label)[0], read(place.lay)
    wholes = (*lays, *(side + lay for lay in lays), *read(place.label_lower))
    if asked in {*wholes, *read(place.region.label)}:
        return 0
    if any(" ".join(whole).startswith(" ".join(asked)) for whole in wholes):
        return 1
    others = forms(*_other_names(place))
    if any(asked in {name, side + name} for name in others):
        return 2
    known = side + tuple(word for lay in lays for word in lay)
    steps = (
        (),
        tuple(word for name in others for word in name),
        tuple(word for name in forms(place.where, place.region.label) for word in name),
    )
    for rank, more in enumerate(steps, start=3):
        known += more
        if all(any(word.startswith(part) for word in known) for part in asked):
            return rank
    return None


def _alike(text: str, *, limit: int, least: float = 0.0) -> tuple[Site, ...]:
    """Return up to `limit` sites whose nearest name is the most like `text`, the nearest first.

    How alike runs from 0 to 1 and is `least` or more. The names of another language than that in
    use count where they are nearer and no name in use is near.
    """
    nearest: list[tuple[float, Site]] = []
    for code in _languages():
        with speaking(code):
            found = _alike_here(text, limit, least)
        nearest = max(nearest, found, key=lambda alike: alike[0][0] if alike else 0.0)
        if nearest and nearest[0][0] >= _FORGIVEN:
            break
    return tuple(place for _likeness, place in nearest)


def _alike_here(text: str, limit: int, least: float) -> list[tuple[float, Site]]:
    """Return the nearest sites in the language in use, each with how alike."""
    asked = " ".join(meant_forms(text)[0])[:_LONGEST_ASKED]
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(asked)

    def alike(place: Site, floor: float) -> float:
        """Return how alike, 0 where that is no more than `floor`: most need no long look then."""
        best = floor
        for names, weight in ((_own_names(place), 1.0), (_other_names(place), 0.9)):
            for form in _forms(names):
                plain = " ".join(form)
                for written in (plain, f"{place.side} {plain}", f"{plain} {place.side}"):
                    matcher.set_seq1(written)
                    quick = matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio
                    if all(ratio() * weight > best for ratio in quick):
                        best = matcher.ratio() * weight
        return best if best > floor else 0.0

    found: list[tuple[float, Site]] = []
    for place in SITES.values():
        floor = found[-1][0] if len(found) == limit else least - _LITTLE
        if likeness := alike(place, floor):
            found = nlargest(limit, [*found, (likeness, place)], key=lambda pair: pair[0])
    return found


def _nearest(text: str) -> tuple[str, ...]:
    """Return the ids of the three sites whose names are nearest; none where nothing is readable."""
    return tuple(place.id for place in _alike(text, limit=3)) if plain_words(text) else ()


def _without_side(asked: frozenset[str]) -> tuple[str, ...]:
    """Return the ids of up to three sites that go by that name when their side is left out."""
    return tuple(
        place.id
        for place in SITES.values()
        if any(
            bag(" ".join(form)) == asked
            for form in _forms((*_own_names(place), *_other_names(place)))
        )
    )[:3]
