"""What is longer than the window: scrolls by wheel, finger and bar."""

from __future__ import annotations

from typing import Any, Final

from kivy.effects.scroll import ScrollEffect
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from twitchlog.ui import theme

_WHEEL: Final = 64


class Scroll(ScrollView):
    """Scrolls up and down only, and stops at its ends; holds one widget of its own height."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "do_scroll_x": False,
                "effect_cls": ScrollEffect,
                "scroll_wheel_distance": dp(_WHEEL),
                "scroll_type": ["bars", "content"],
                "bar_width": dp(6),
                "bar_margin": dp(2),
                "always_overscroll": False,
            }
            | kwargs
        )
        theme.watch(self)
        self.repaint()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.bar_color = theme.colours.of("outline", alpha=0.7)
        self.bar_inactive_color = theme.colours.of("outline", alpha=0.25)

    def reflow(self) -> None:
        """Nothing to measure: the content does."""


class Column(BoxLayout):
    """Widgets below each other, as high as they need: the content of a `Scroll`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "orientation": "vertical",
                "padding": (dp(16), 0, dp(16), dp(16)),
                "spacing": dp(12),
                "size_hint_y": None,
            }
            | kwargs
        )
        self.fbind("minimum_height", self.setter("height"))
