"""Phrases as a column keeps them: JSON that any language is made of, beside plain text.

A phrase begins with `{"say":`, in every version to come, so that a text somebody wrote is no
phrase. What this program does not know of one, a newer version wrote: it shows a mark in its place.
"""

from __future__ import annotations

import json
import math
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from twitchlog.domain.phrase import PLACE, UNKNOWN, Letter, Phrase, Sites

if TYPE_CHECKING:
    from twitchlog.domain.phrase import Term

_BEGUN: Final = '{"say":'
_DEEPEST: Final = 12
"""So many phrases may stand in each other; no sentence of ours has more than four."""


def dump(term: Term) -> str:
    """Return a term as text: that of somebody's own words is these."""
    if isinstance(term, str) and not term.startswith(_BEGUN):
        return term
    whole = term if isinstance(term, Phrase) else Phrase("{it}", {"it": term})
    return json.dumps(_plain(whole), ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Term:
    """Return the term that `dump` made a text of; a text that is no phrase is itself one."""
    if not text.startswith(_BEGUN):
        return text
    try:
        found = json.loads(text)
        # Half a letter, which JSON can hold, is no text that a window or a file could take.
        json.dumps(found, ensure_ascii=False).encode()
        return _term(found, _DEEPEST)
    except (ValueError, RecursionError):
        return text


def _plain(term: Term) -> Any:
    if isinstance(term, Sites):
        return {"sites": term.ids}
    if not isinstance(term, Phrase):
        return term
    places = {name: _plain(each) for name, each in term.places.items()}
    parts = {"say": term.message, "many": term.many, "with": places, "letter": term.letter}
    return {name: part for name, part in parts.items() if part or name == "say"}


def _term(found: Any, deepest: int) -> Term:
    if isinstance(found, str | int) or (isinstance(found, float) and math.isfinite(found)):
        return found
    if not isinstance(found, dict) or not deepest:
        return UNKNOWN
    sites, said = found.get("sites"), found.get("say")
    if isinstance(sites, list) and all(isinstance(each, str) for each in sites):
        return Sites(tuple(sites))
    if not isinstance(said, str) or _swells(said):
        return UNKNOWN
    places, many, letter = (found.get(name) for name in ("with", "many", "letter"))
    held = places if isinstance(places, dict) else {}
    return Phrase(
        said,
        MappingProxyType({name: _term(each, deepest - 1) for name, each in held.items()}),
        many if isinstance(many, str) and not _swells(many) else "",
        Letter(letter) if letter in list(Letter) else Letter.AS_IS,
    )


def _swells(message: str) -> bool:
    """Tell whether a place stands in it twice: within each other such phrases fill the memory."""
    names = PLACE.findall(message)
    return len(names) > len(set(names))
