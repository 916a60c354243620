"""Children of equal width, line by line, each line as high as its highest."""

from __future__ import annotations

from typing import Any

from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.layout import Layout

from twitchlog.ui import theme


class Even(Layout):
    """Tiles or buttons in `columns` of equal width, `spacing` apart, as high as they need.

    With `folds`, one column from the text size on at which words no longer fit side by side.
    """

    key = StringProperty()
    columns = NumericProperty(2)
    spacing = NumericProperty("8dp")
    folds = BooleanProperty(True)

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("size_hint_y", None)
        super().__init__(**kwargs)
        for name in ("pos", "size", "columns", "spacing", "folds", "children"):
            self.fbind(name, self._trigger_layout)
        theme.watch(self)
        self._trigger_layout()

    def repaint(self) -> None:
        """Nothing is drawn here."""

    def reflow(self) -> None:
        """Place the children anew."""
        self._trigger_layout()

    def do_layout(self, *_args: Any) -> None:
        """Give each child its share, and each line one height."""
        narrow = self.folds and theme.look.text_scale >= theme.ONE_COLUMN_FROM
        columns = 1 if narrow else max(int(self.columns), 1)
        children = list(reversed(self.children))
        wide = (self.width - self.spacing * (columns - 1)) / columns
        lines = [children[at : at + columns] for at in range(0, len(children), columns)]
        highs = [max(_needs(child, wide) for child in line) for line in lines]
        self.height = sum(highs) + self.spacing * max(len(lines) - 1, 0)
        top = self.top
        for line, high in zip(lines, highs, strict=True):
            for column, child in enumerate(line):
                if hasattr(child, "least"):
                    child.least = high
                    child.height = high
                child.width = wide
                child.pos = self.x + column * (wide + self.spacing), top - (high + child.height) / 2
            top -= high + self.spacing


def _needs(child: Any, wide: float) -> float:
    """Return the height a child asks for at this width."""
    if hasattr(child, "needs"):
        return child.needs(wide)
    return child.height or dp(48)
