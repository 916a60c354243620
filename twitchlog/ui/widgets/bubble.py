"""A name beside what is pointed at: one line, and a smaller one below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.graphics import InstructionGroup
from kivy.metrics import dp

from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence


class Bubble(InstructionGroup):
    """Stands above a point, or below it where there is no room, and never outside its room."""

    def __init__(self) -> None:
        super().__init__()
        self._shape, self._name, self._second = Box(), Letters(), Letters()
        self.text = ""
        for part in (self._shape, self._name, self._second):
            self.add(part)

    def hide(self) -> None:
        """Say nothing."""
        self.text = ""
        self._shape.paint("")
        self._name.hide()
        self._second.hide()

    def say(
        self,
        name: str,
        second: str,
        at: tuple[float, float, float],
        room: tuple[Sequence[float], Sequence[float]],
    ) -> None:
        """Show two lines; `at` is x, and the lower and upper y to stay clear of, in px.

        `room` is the position and size of what it stays inside.
        """
        (left, low), (wide, high) = room
        limit = max(wide - dp(24), dp(48))
        self.text = "\n".join(line for line in (name, second) if line)
        self._name.set(name, "title_small", width=limit)
        self._second.set(second, "body_small", width=limit)
        lines = (self._name, self._second) if second else (self._name,)
        size = (
            max(letters.size[0] for letters in lines) + dp(16),
            sum(letters.size[1] for letters in lines) + dp(8),
        )
        x = min(max(at[0] - size[0] / 2, left), left + wide - size[0])
        y = at[2] + dp(10)
        if y + size[1] > low + high:
            y = max(at[1] - dp(10) - size[1], low)
        self._shape.place((x, y), size, dp(8))
        self._shape.paint("inverse_surface")
        top = y + size[1] - dp(4)
        for letters in lines:
            letters.place(x + dp(8), top)
            letters.paint("inverse_on_surface")
            top -= letters.size[1]
        if not second:
            self._second.hide()
