"""Wrap text by the room it takes: a letter of East Asia takes two columns, a mark on one none."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_GAP: Final = re.compile(r"([ \t\n\r\f\v]+|(?<=[^\W\d_]-)(?=[^\W\d_]))")
"""Where a line may end: at a space that is not a no-break one, or behind a hyphen in a word."""
_NO_ROOM: Final = frozenset({"Mn", "Me", "Cf"})


def columns(text: str) -> int:
    """Return how many columns a text takes where each letter has one width or twice that."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 2
    return 0 if unicodedata.category(letter) in _NO_ROOM else 1


def wrapped(text: str, width: int, *, first: str = "", then: str = "") -> list[str]:
    """Return a text as lines of at most `width` columns, begun with `first`, the others `then`.

    A word that no line has room for goes on in the next one, never before a mark on its letter.
    """
    lines: list[str] = []
    line, begun = first, False
    gap = ""
    for n, piece in enumerate(_GAP.split(text.strip())):
        if n % 2:
            gap = " " if piece else ""
            continue
        word, gap = piece, gap if begun else ""
        while columns(line + gap + word) > width:
            whole = columns(then + word) <= width
            if not (begun and whole):
                head, word = _cut(word, width - columns(line + gap), least=not begun)
                line += gap + head if head else ""
            lines.append(line)
            line, gap, begun = then, "", False
        line += gap + word
        begun = begun or bool(word)
    return [*lines, line] if begun else lines


def _cut(word: str, room: int, *, least: bool) -> tuple[str, str]:
    """Return as much of a word as there is room for, with `least` one letter, and the rest."""
    end = taken = 0
    for letter in word:
        taken += _columns(letter)
        if taken > room and not (least and end == 0):
            break
        end += 1
    return word[:end], word[end:]
