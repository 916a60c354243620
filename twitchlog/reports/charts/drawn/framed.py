"""A chart with its name, headline, note and days above it, as a picture to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.drawn.sheet import Ink, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.reports.charts.about import About
    from twitchlog.reports.charts.spec import Spec

HEADLINE: Final = 16.0
NOTE: Final = 14.0
NAME: Final = 12.0
MARGIN: Final = 24.0
_LINE: Final = 1.4
_BELOW: Final = 12.0


def framed(
    spec: Spec,
    about: About,
    *,
    width: float,
    dark: bool,
    scale: float,
    draw: Callable[[Sheet, Spec], None],
) -> Sheet:
    """Return the chart on a sheet `width` dp wide, its words wrapped above it."""
    ink = Ink.screen(dark=dark, text_scale=1.0)
    inner = width - 2 * MARGIN
    ruler = Sheet(width=inner, height=1, ink=ink)
    lines = [
        (line, size, strong)
        for text, size, strong in (
            (about.title, NAME, True),
            (spec.headline, HEADLINE, True),
            (spec.note, NOTE, False),
            (about.days, NAME, False),
        )
        for line in wrapped(ruler, text, size=size, strong=strong, room=inner)
    ]
    head = sum(size * _LINE for _line, size, _strong in lines) + _BELOW
    sheet = Sheet(
        width=inner, height=spec.height(inner), ink=ink, scale=scale, head=head, margin=MARGIN
    )
    draw(sheet, spec)
    y = sheet.height + head
    for line, size, strong in lines:
        y -= size * _LINE
        colour = ink.text if size == HEADLINE else ink.quiet
        sheet.text(0, y + size * 0.4, line, size=size, strong=strong, colour=colour, gid="words")
    return sheet


def wrapped(sheet: Sheet, text: str, *, size: float, strong: bool, room: float) -> list[str]:
    """Break a text into lines of at most `room` dp; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and sheet.measure(longer, size=size, strong=strong) <= room:
            lines[-1] = longer
        elif word:
            lines.append(word)
    return lines
