"""Widgets side by side that go on in the next line where the room ends."""

from __future__ import annotations

from typing import Any, Final

from kivy.properties import NumericProperty, OptionProperty, StringProperty
from kivy.uix.layout import Layout

UNPLACED: Final = 100
"""How wide kivy makes what nobody has placed yet."""


class Flow(Layout):
    """Sets children of fixed widths line by line; as high as that needs.

    A chip that is wider than a line wraps its words. `align` "right" lets each line end at
    the right.
    """

    key = StringProperty()
    align = OptionProperty("left", options=["left", "right"])
    spacing = NumericProperty("8dp")
    line_spacing = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint_y", None)
        super().__init__(**kwargs)
        for name in ("pos", "size", "children", "spacing", "line_spacing", "align"):
            self.fbind(name, self._trigger_layout)
        self._trigger_layout()

    def do_layout(self, *_args: Any) -> None:
        """Place the children line by line, from the upper left."""
        self._narrow()
        lines = self._lines()
        highs = [max((child.height for child in line), default=0) for line in lines]
        self.height = sum(highs) + self.line_spacing * (len(lines) - 1)
        top = self.top
        for line, high in zip(lines, highs, strict=True):
            wide = sum(child.width for child in line) + self.spacing * (len(line) - 1)
            x = self.x if self.align == "left" else self.right - wide
            for child in line:
                child.pos = x, top - high + (high - child.height) / 2
                x += child.width + self.spacing
            top -= high + self.line_spacing

    def _narrow(self) -> None:
        """Let no child be wider than a line, where it can be told so."""
        if self.width == UNPLACED:
            return
        for child in self.children:
            if hasattr(child, "widest"):
                child.widest = self.width

    def _lines(self) -> list[list[Any]]:
        lines: list[list[Any]] = [[]]
        used = 0.0
        for child in reversed(self.children):
            if lines[-1] and used + child.width > self.width + 1:
                lines.append([])
                used = 0.0
            lines[-1].append(child)
            used += child.width + self.spacing
        return lines
