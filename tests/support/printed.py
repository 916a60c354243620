"""A chart of the page, read back: what is drawn by its name, and how much room its words take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any, Final

import defusedxml.ElementTree
from PIL import ImageFont

from twitchlog import paths

_SVG: Final = "{http://www.w3.org/2000/svg}"
_PART: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the chart: the edges of its letters in points, from the upper left corner."""

    name: str
    said: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: Words) -> bool:
        """Whether they cover some of the same paper."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def named(svg: str, name: str) -> list[Any]:
    """Return the elements of that name."""
    root = defusedxml.ElementTree.fromstring(svg)
    return [each for each in root.iter() if each.get("class") == name]


def words(svg: str) -> list[Words]:
    """Return every text with its place, measured by another library."""
    found = []
    for each in defusedxml.ElementTree.fromstring(svg).iter(f"{_SVG}text"):
        said, size = "".join(each.itertext()), float(each.get("font-size"))
        font = _font(bold=each.get("font-weight") == "bold")
        _left, top, _right, bottom = font.getbbox(said, anchor="ls")
        wide = font.getlength(said) / 100 * size
        left = float(each.get("x")) - wide * _PART[each.get("text-anchor")]
        y = float(each.get("y"))
        edges = left, left + wide, y + top / 100 * size, y + bottom / 100 * size
        found.append(Words(each.get("class"), said, *edges))
    return found


def check_words(svg: str, *, width_mm: float, height_mm: float) -> None:
    """Check that no word leaves the paper or meets another."""
    found = words(svg)
    assert found
    for each in found:
        assert each.left >= -0.5
        assert each.right <= width_mm / 25.4 * 72 + 0.5
        assert each.top >= -0.5
        assert each.bottom <= height_mm / 25.4 * 72 + 0.5
    assert not [(a.said, b.said) for a, b in combinations(found, 2) if a.meets(b)]


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold" if bold else "DejaVuSans"
    return ImageFont.truetype(str(paths.asset(f"fonts/{name}.ttf")), 100)
