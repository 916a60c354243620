"""A sentence without a language: it is put into words for whoever reads it, when it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_names
from twitchlog.translation import _, inside, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Mapping


class Letter(StrEnum):
    """How the first letter of a phrase is written."""

    AS_IS = ""
    INSIDE = "inside"
    """As it stands within a sentence, `translation.inside`."""
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Sites:
    """Places on the body, by their ids: *Left calf, right eyelid*."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of ours, by its English, and what stands in its `{named}` places.

    With `many`, its plural, the number in the place `{n}` decides its form.
    """

    message: str
    places: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    many: str = ""
    letter: Letter = Letter.AS_IS


Term = str | int | float | Sites | Phrase
"""What may stand in a place. A text is somebody's own words, or a sign: it has no translation."""

PLACE: Final = re.compile(r"\{(\w+)\}")
"""A `{named}` place of a sentence."""
UNKNOWN: Final = "…"
"""Stands where a place has nothing to stand in it."""


def phrase(message: str, /, **places: Term) -> Phrase:
    """Return a sentence; its English is found by whoever gathers sentences, as that of `_` is."""
    return Phrase(message, MappingProxyType(places))


def phrases(one: str, many: str, /, n: float, **places: Term) -> Phrase:
    """Return a sentence whose form `n` decides, as `ngettext` does."""
    return Phrase(one, MappingProxyType({"n": n, **places}), many)


def within(message: str) -> Phrase:
    """Return a label of ours, marked elsewhere, as it stands within a sentence."""
    return Phrase(message, letter=Letter.INSIDE)


def shown(term: Term) -> str:
    """Put it into words, in the language in use."""
    if isinstance(term, str):
        return term
    if isinstance(term, Sites):
        return site_names(term.ids)
    if isinstance(term, Phrase):
        return _written(term)
    return numeral(term) if isinstance(term, int) else numeral(term, "g")


def _written(term: Phrase) -> str:
    number = term.places.get("n")
    if term.many and isinstance(number, int | float):
        sentence = ngettext(term.message, term.many, number)
    else:
        sentence = _(term.message)
    # Not `format`: what is kept in a file may hold braces that no sentence of ours has.
    text = PLACE.sub(lambda found: shown(term.places.get(found[1], UNKNOWN)), sentence)
    if term.letter is Letter.INSIDE:
        return inside(text)
    return text[:1].upper() + text[1:] if term.letter is Letter.LARGE else text
