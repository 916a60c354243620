"""Make any text fit to be printed: nothing in it may break the page or its order of reading."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_LONG_RUN: Final = re.compile(r"[^\s\u00ad\u200b]{41,}")
_RUN: Final = 40
_BREAK: Final = "\N{ZERO WIDTH SPACE}"
_GONE: Final = frozenset(
    "\u00ad\u180e\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""Direction marks and overrides: what is read must be what is printed."""


def printable(text: str) -> str:
    """Return `text` without control and direction characters, with breaks in very long words.

    Surrogates, private-use and unassigned characters, which no font shows, become U+FFFD.
    """
    kept = "".join(map(_shown, text))
    return _LONG_RUN.sub(_broken, kept)


def _shown(letter: str) -> str:
    if letter in _GONE:
        return ""
    category = unicodedata.category(letter)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return REPLACEMENT if category in {"Cs", "Co", "Cn"} else letter


def _broken(run: re.Match[str]) -> str:
    """Put a place to break after every 40 characters, never before a combining mark."""
    pieces: list[str] = []
    for letter in run[0]:
        if pieces and (len(pieces[-1]) < _RUN or unicodedata.combining(letter)):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return _BREAK.join(pieces)
