"""Pictures of texts and icons, white, made once and kept while they are in use."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kivy.core.text import Label as CoreLabel
from kivy.core.text.markup import MarkupLabel
from kivy.utils import get_color_from_hex

if TYPE_CHECKING:
    from kivy.graphics.texture import Texture

LONGEST: Final = 4000
"""How many letters of a text are shown; more would not fit into one picture."""
WIDEST: Final = 4096
"""How wide one picture may be, in pixels, on any graphics card."""
_PARTS: Final = re.compile(r"[/\\]*[^ \t/\\_-]*[/\\_-]*[ \t]*")
"""What stays together on a line: up to a space, or a sign between the parts of a path or name."""
_FALLBACK: Final = "data/fonts/DejaVuSans.ttf"  # comes with Kivy; has Arabic, Hebrew and many signs
_ROBOTO_ENDS: Final = 0x0590  # Latin, Greek and Cyrillic lie below
_ROBOTO_SIGNS: Final = range(0x2000, 0x2123)


def family_for(text: str, family: str) -> str:
    """Return the font that has the letters of `text`."""
    if text.isascii():
        return family
    odd = (ord(char) for char in text if ord(char) >= _ROBOTO_ENDS)
    return family if all(code in _ROBOTO_SIGNS for code in odd) else _FALLBACK


@lru_cache(maxsize=16)
def natural_height(family: str, size: float) -> int:
    """Return how high a line of a font is by itself, in pixels."""
    return int(CoreLabel(font_name=family, font_size=size).get_extents("Hg")[1]) or 1


class Setting(NamedTuple):
    """How a text is set; `colour` only where it holds markup."""

    family: str
    size: float
    line: float
    width: int | None
    halign: str
    lines: int
    italic: bool
    colour: str


@lru_cache(maxsize=1024)
def natural_width(text: str, family: str, size: float) -> int:
    """Return how wide a text is on one line, in pixels."""
    return int(CoreLabel(font_name=family, font_size=size).get_extents(text)[0])


def cut(text: str, family: str, size: float, width: float) -> str:
    """Return as much of a text as fits into one line of `width` px, with an ellipsis."""
    ends = (text[:end].rstrip(" ,:;") + "…" for end in range(len(text) - 1, 0, -1))
    return next((each for each in ends if natural_width(each, family, size) <= width), "…")


def broken(text: str, family: str, size: float, width: float) -> str:
    """Return a text whose words are no wider than `width` px where they can be broken.

    Paths and names of files are, at the signs between their parts; kivy breaks them anywhere.
    A dot between two answers stays behind the first: none begins a line.
    """
    text = text.replace(" · ", "\N{NO-BREAK SPACE}· ")
    longest = max(text.split(), key=len, default="")
    # A letter is hardly ever wider than it is high: most words need not be measured.
    if len(longest) * size <= width or natural_width(longest, family, size) <= width:
        return text
    lines = []
    for paragraph in text.split("\n"):
        line = ""
        for part in filter(None, _PARTS.findall(paragraph)):
            if line and natural_width((line + part).rstrip(), family, size) > width:
                lines.append(line.strip())
                line = ""
            line += part
        lines.append(line.strip())
    return "\n".join(lines)


def longest_line(text: str, family: str, size: float, width: float) -> float:
    """Return how wide the longest line of a text is, in pixels, once it is wrapped at `width`."""
    longest = 0
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and natural_width(longer, family, size) > width:
                longest, longer = max(longest, natural_width(line, family, size)), word
            line = longer
        longest = max(longest, natural_width(line, family, size))
    return min(longest, width)


@lru_cache(maxsize=400)
def picture(text: str, how: Setting) -> Texture | None:
    """Return the picture of a text: white, or coloured where it holds markup."""
    if not text.strip():
        return None
    options: dict[str, Any] = {
        "font_name": how.family,
        "font_size": how.size,
        "text_size": (how.width, None),
        "halign": how.halign,
        "max_lines": how.lines,
        "italic": how.italic,
        "line_height": how.line / natural_height(how.family, how.size),
    }
    if how.colour:
        label = MarkupLabel(text=text, color=get_color_from_hex(how.colour), **options)
    else:
        label = CoreLabel(text=text, **options)
    label.refresh()
    return label.texture


@lru_cache(maxsize=128)
def icon_texture(name: str, size: int) -> Texture | None:
    """Return the white picture of a Material icon, `size` px wide and high."""
    from kivymd.icon_definitions import md_icons

    if name not in md_icons:
        raise KeyError(f"There is no icon {name!r}")
    label = CoreLabel(text=md_icons[name], font_name="Icons", font_size=size)
    label.refresh()
    return label.texture
