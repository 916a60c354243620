"""Which letters the fonts of the program can print, and what stands for those they cannot.

The fonts are always the program's own: a page looks the same on every computer, and no font of a
computer's own prints an empty box for a letter it has not.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from html import escape, unescape
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.reports.visit.printable import REPLACEMENT, RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FIRST: Final = "DejaVu Sans"
UNKNOWN: Final = "[?]"
"""Stands for one or several letters in a row that no font of the program has."""
_JOINERS: Final = frozenset("\u200c\u200d\ufe0e\ufe0f")
_BREAK: Final = "\u200b"
_SHAPELESS: Final = _JOINERS | {_BREAK, "\N{LEFT-TO-RIGHT MARK}"}
_HAS_RIGHT_TO_LEFT: Final = re.compile(f"[{RIGHT_TO_LEFT}]")
_QUOTED: Final = re.compile("(“[^”]*”|„[^“]*“)")
_BEFORE_A_NUMBER: Final = re.compile(rf"(?<=[{RIGHT_TO_LEFT}])(?=[^\w{RIGHT_TO_LEFT}]*\d)")
_SVG_TEXT: Final = re.compile("(?<=>)[^<>]+(?=</text>)")
_LEFT_TO_RIGHT: Final = "\N{LEFT-TO-RIGHT MARK}"


@cache
def coverage() -> Mapping[str, Sequence[tuple[int, int]]]:
    """Return the letters that each family has, from where to where in order; DejaVu Sans first."""
    found: dict[str, list[tuple[int, int]]] = json.loads(
        paths.asset("letters/coverage.json").read_text(encoding="utf-8")
    )
    return found


@cache
def has(family: str, letter: str) -> bool:
    """Tell whether a family has a letter."""
    spans, number = coverage()[family], ord(letter)
    at = bisect_right(spans, number, key=itemgetter(0)) - 1
    return at >= 0 and number <= spans[at][1]


def families(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the families that texts need, DejaVu Sans first."""
    wanted = {letter for letter in set().union(*texts) if not has(FIRST, letter)}
    if not wanted:
        return (FIRST,)
    others = (name for name in coverage() if name != FIRST)
    return (FIRST, *(name for name in others if any(has(name, letter) for letter in wanted)))


@lru_cache(maxsize=4096)
def shown(text: str, *, plain: bool = False) -> str:
    """Return a text with `UNKNOWN` for letters that no font has; `plain` keeps to DejaVu Sans.

    A mark above or below a letter needs a font that has both.
    """
    if text.isascii() or all(map(_plain, set(text))):
        return text
    text = unicodedata.normalize("NFC", text)
    parts: list[str] = []
    base = " "
    for letter in text:
        mark = unicodedata.category(letter).startswith("M") and letter not in _JOINERS
        if _has(base + letter if mark else letter, plain=plain):
            parts.append(letter)
            base = letter if not mark else base
        elif unicodedata.category(letter) != "Cf" and parts[-1:] != [UNKNOWN]:
            parts.append(UNKNOWN)
            base = " "
    return "".join(parts)


@cache
def _plain(letter: str) -> bool:
    """Tell whether a letter of DejaVu Sans stands on its own, and needs no second look."""
    if letter == REPLACEMENT or unicodedata.category(letter).startswith("M"):
        return False
    return has(FIRST, letter)


def _has(letters: str, *, plain: bool) -> bool:
    """Tell whether one family has all of some letters; joiners and breaks have no shape."""
    if REPLACEMENT in letters:
        return False
    needed = set(letters) - {_BREAK} - (set() if plain else _JOINERS)
    if plain:
        return len(letters) == 1 and all(has(FIRST, letter) for letter in needed)
    return any(all(has(family, letter) for letter in needed) for family in coverage())


def ordered(text: str) -> str:
    """Return a text in which words read from right to left do not draw our own numbers to them.

    Within quotation marks a person's text keeps its own order; after them, and where a number of
    ours follows a name, the order is left to right again.
    """
    if not _HAS_RIGHT_TO_LEFT.search(text):
        return text
    parts = _QUOTED.split(text)
    return "".join(
        part + _LEFT_TO_RIGHT if n % 2 else _BEFORE_A_NUMBER.sub(_LEFT_TO_RIGHT, part)
        for n, part in enumerate(parts)
    ) + (_LEFT_TO_RIGHT if parts[-1] else "")


def walked(data: Any, change: Callable[[str], str]) -> Any:
    """Return JSON data with every text changed; of pictures, named `svg`, the texts in them."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, list):
        return [walked(each, change) for each in data]
    if isinstance(data, dict):
        return {
            key: _picture(value, change) if key == "svg" else walked(value, change)
            for key, value in data.items()
        }
    return data


def _picture(svg: str, change: Callable[[str], str]) -> str:
    """Change the texts of a picture; marks without a shape, which none of its fonts has, go."""

    def changed(found: re.Match[str]) -> str:
        said = change(unescape(found[0]))
        return escape("".join(letter for letter in said if letter not in _SHAPELESS), quote=False)

    return _SVG_TEXT.sub(changed, svg)
