"""The words of a place that people type: which side, small words, and how German bends them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from twitchlog.domain.wording import plain_forms

_SIDES: Final = {
    "left": "l, lt, links, li, lks, linksseitig",
    "right": "r, rt, rechts, re, rts, rechtsseitig",
    "vorn": "vorne",
}
_BENT: Final = {
    "link": "left", "recht": "right", "inner": "innen", "ausser": "aussen", "aeusser": "aussen",
    "vorder": "vorn", "hinter": "hinten", "ober": "oben", "unter": "unten", "mittler": "mittler",
    "klein": "klein", "gross": "gross", "dick": "dick",
}  # fmt: skip
"""German adjectives without their ending, and the word that a name has for them."""

_MEANT: Final = {
    **{word: side for side, words in _SIDES.items() for word in words.split(", ")},
    **{
        f"{stem}{ending}": word
        for stem, word in _BENT.items()
        for ending in ("e", "en", "em", "er", "es")
    },
}
_SMALL: Final = frozenset({
    "of", "the", "my", "a", "in", "on", "at", "middle",
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einem", "einen", "einer", "mein",
    "meine", "meinem", "meinen", "meiner", "meines", "am", "an", "auf", "im", "vom", "von", "zur",
    "mitte",
})  # fmt: skip


@lru_cache(maxsize=8192)
def meant_forms(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words that count, in each way that a keyboard writes them.

    The sides are *left* and *right*, and German words are without their endings.
    """
    return tuple(
        tuple(_MEANT.get(word, word) for word in form if word not in _SMALL)
        for form in plain_forms(text)
    )


@lru_cache(maxsize=8192)
def bag(text: str) -> frozenset[str]:
    """Return the words that count, in no order."""
    return frozenset(meant_forms(text)[0])
