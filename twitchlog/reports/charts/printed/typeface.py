"""How wide a text is in the type of the page, read from the font itself."""

from __future__ import annotations

import struct
import unicodedata
from array import array
from bisect import bisect_right
from functools import cache
from sys import byteorder
from typing import Final

from twitchlog import paths

FAMILY: Final = "DejaVu Sans"
_FILES: Final = {False: "fonts/DejaVuSans.ttf", True: "fonts/DejaVuSans-Bold.ttf"}
_ALL_OF_UNICODE: Final = (3, 10)
_ELSEWHERE_EM: Final = 1.1
"""A letter of another font counts as wide as the widest: there has to be room for it."""


def width_of(words: str, size: float, *, strong: bool = False) -> float:
    """Return the width of a text set in type of that size, in the unit of the size."""
    known = _advances(strong=strong)
    return size * sum(known.of(letter) for letter in words)


class _Advances:
    """How far each letter leads on, in parts of the type's size.

    `runs` are from where to where letters follow each other in the font, and the number of the
    first one's shape there; `widths` the width of each shape.
    """

    def __init__(self, runs: list[tuple[int, int, int]], widths: list[float]) -> None:
        self._starts = [first for first, _last, _shape in runs]
        self._runs = runs
        self._widths = widths

    def of(self, letter: str) -> float:
        code = ord(letter)
        at = bisect_right(self._starts, code) - 1
        if at >= 0:
            first, last, shape = self._runs[at]
            if code <= last:
                # All shapes after the last that is listed are as wide as that.
                return self._widths[min(shape + code - first, len(self._widths) - 1)]
        return 0.0 if unicodedata.combining(letter) else _ELSEWHERE_EM


@cache
def _advances(*, strong: bool) -> _Advances:
    """Read the tables `cmap`, `hhea`, `hmtx` and `head` of the font, as OpenType lays them out."""
    font = paths.asset(_FILES[strong]).read_bytes()
    tables: dict[bytes, int] = {}
    for at in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _sum, start, _length = struct.unpack_from(">4sIII", font, 12 + 16 * at)
        tables[tag] = start
    (em,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (count,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    metrics = array("H", font[tables[b"hmtx"] : tables[b"hmtx"] + 4 * count])
    if byteorder == "little":
        metrics.byteswap()
    return _Advances(_runs(font, tables[b"cmap"]), [wide / em for wide in metrics[::2]])


def _runs(font: bytes, start: int) -> list[tuple[int, int, int]]:
    """Return the groups of the table (format 12) that covers all of Unicode."""
    for at in range(struct.unpack_from(">H", font, start + 2)[0]):
        system, kind, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * at)
        if (system, kind) == _ALL_OF_UNICODE:
            table = start + offset
            (groups,) = struct.unpack_from(">I", font, table + 12)
            found = struct.iter_unpack(">III", font[table + 16 : table + 16 + 12 * groups])
            return [(first, last, shape) for first, last, shape in found]
    raise ValueError("the font has no table of all its letters")
