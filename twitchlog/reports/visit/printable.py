"""Make any text fit to be printed: nothing in it may break the page or its order of reading."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_WORD: Final = re.compile(r"[^\s\u200b]+")
WIDEST_EM: Final = 16.0
"""A word up to this width fits the narrowest column, 60 mm of bold 9 pt type."""
_WIDEST_LETTER_EM: Final = 1.1
_CHUNK: Final = 8
_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_WIDE: Final = frozenset("MWmw@%—…œæ")
_GONE: Final = frozenset(
    "\u00ad\u180e\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""Direction marks and overrides: what is read must be what is printed."""

RIGHT_TO_LEFT: Final = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
"""The letters written from right to left, as ranges within the brackets of a pattern."""


@lru_cache(maxsize=4096)
def printable(text: str, *, widest: float = WIDEST_EM) -> str:
    """Return `text` without control and direction characters, with breaks in very long words.

    Surrogates and private-use characters, which mean nothing to others, become U+FFFD.
    """
    return _WORD.sub(lambda word: _broken(word[0], widest), legible(text))


def legible(text: str) -> str:
    """Return `text` as `printable` does, without the breaks: for what wraps words by itself."""
    if text.replace("\N{NO-BREAK SPACE}", " ").isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(letter: str) -> str:
    if letter in _GONE:
        return ""
    category = unicodedata.category(letter)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return REPLACEMENT if category in {"Cs", "Co"} else letter


def ems(text: str) -> float:
    """Return about how wide a text is in bold type, in units of its size; rather too wide."""
    return sum(map(_em, text))


def _em(letter: str) -> float:
    if letter in _WIDE or unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _WIDEST_LETTER_EM
    if unicodedata.combining(letter):
        return 0.0
    return 0.85 if letter.isupper() else 0.7


def _broken(word: str, widest: float) -> str:
    """Put places to break into a word wider than that, never before a combining mark."""
    if _WIDEST_LETTER_EM * len(word) <= widest or ems(word) <= widest:
        return word
    pieces: list[str] = []
    for letter in word:
        if pieces and (len(pieces[-1]) < _CHUNK or unicodedata.combining(letter)):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return _BREAK.join(pieces)
