"""Choices: chips, rows of chips that wrap, and segments of equal width."""

from __future__ import annotations

from typing import Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import (
    BooleanProperty,
    ListProperty,
    NumericProperty,
    ObjectProperty,
    StringProperty,
)

from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import OFF_ALPHA, Pressable
from twitchlog.ui.widgets.shapes import Box

BESIDE: Final = 18
"""The room at either side of the words of a chip, in dp; its check mark needs no more."""
CHECK: Final = 16
CHECK_GAP: Final = 4


class Chip(Pressable):
    """A choice 40 high in a touch area of 48; with `toggles`, a tap turns `chosen` over.

    Chosen, it has a check mark and is as wide as before, so that nothing beside it moves; with an
    `icon` or `end_icon` of its own it has a strong edge instead. Where the check mark is, a chip
    that is not chosen shows its `rest_icon`. Without `text` it is round. Words that would make it
    wider than `widest` wrap, and are cut after so many `lines`.
    """

    text = StringProperty()
    icon = StringProperty()
    rest_icon = StringProperty()
    end_icon = StringProperty()
    chosen = BooleanProperty(False)
    toggles = BooleanProperty(True)
    value = ObjectProperty(None, allownone=True)
    drawn = NumericProperty("40dp")
    widest = NumericProperty(0)
    lines = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self._shape, self._line, self._strong = Box(), Box(edge=dp(1)), Box(edge=dp(2))
        self._sign, self._words, self._end = Letters(), Letters(), Letters()
        self._reset = Clock.create_trigger(self._lay, -1)
        kwargs.setdefault("size_hint", (None, None))
        super().__init__(**kwargs)
        for part in (self._shape, self._line, self._strong, self._sign, self._words, self._end):
            self.canvas.add(part)
        for name in ("text", "icon", "rest_icon", "end_icon", "pos", "size", "drawn"):
            self.fbind(name, self._reset)
        for name in ("widest", "lines"):
            self.fbind(name, self._reset)
        self.fbind("chosen", self._on_chosen)
        self._lay()
        self.repaint()

    def activate(self) -> None:
        """Turn it over, then tell."""
        if not self.disabled:
            if self.toggles:
                self.chosen = not self.chosen
            self.dispatch("on_release")

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the drawn shape lies."""
        high = self.height - max(dp(48) - self.drawn, 0)
        pos = self.x, self.y + (self.height - high) / 2
        return pos, (self.width, high), min(high, self.drawn) / 2

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        alpha = OFF_ALPHA if self.disabled else 1.0
        ink = "on_secondary_container" if self.chosen else "on_surface_variant"
        self.layer_ink = ink
        self._shape.paint("secondary_container" if self.chosen else "", alpha=alpha)
        self._line.paint("" if self.chosen else "outline", alpha=alpha)
        self._strong.paint(ink if self.chosen and not self._checked else "", alpha=alpha)
        for part in (self._sign, self._words, self._end):
            part.paint(ink, alpha=alpha)

    @property
    def _checked(self) -> bool:
        return bool(self.chosen and not self.icon and not self.end_icon)

    def _on_chosen(self, *_args: Any) -> None:
        self.repaint()
        self._reset()

    def _lay(self, *_args: Any) -> None:
        sign = self.icon or self.rest_icon
        lead = dp(20 + 8) if sign else 0
        trail = dp(20 + 4) if self.end_icon else 0
        left = dp(12 if sign else BESIDE)
        right = dp(12 if self.end_icon else 16 if sign else BESIDE)
        room = self.widest - left - lead - trail - right
        width = room if room > 0 else None
        lines = int(self.lines) if width else 0
        self._words.set(self.text, "label", width=width, lines=lines, hugs=not lines)
        wide, high = self._words.size
        tall = max(dp(48), self.drawn)
        if not self.text:
            lead, left = dp(20), (tall - max(dp(48) - self.drawn, 0) - dp(20)) / 2
            right = left
        else:
            # A short word still makes a target for a finger.
            beside = max(dp(48) - (left + lead + wide + trail + right), 0) / 2
            left, right = left + beside, right + beside
        self.height = max(tall, high + dp(16))
        if self.size_hint_x is None:
            self.width = left + lead + wide + trail + right
        x = self.x + left
        if sign:
            self._sign.icon("check" if self._checked and self.rest_icon else sign, dp(20))
            self._sign.centre(x + dp(10), self.center_y)
        elif self._checked:
            # Words and check mark together stand in the middle, where the words stood alone.
            x += dp(CHECK + CHECK_GAP) / 2
            self._sign.icon("check", dp(CHECK))
            self._sign.centre(x - dp(CHECK_GAP + CHECK / 2), self.center_y)
        else:
            self._sign.hide()
        self._words.place(x + lead, self.center_y + high / 2)
        if self.end_icon:
            self._end.icon(self.end_icon, dp(20))
            self._end.centre(self.right - right - dp(10), self.center_y)
        else:
            self._end.hide()
        for part in (self._shape, self._line, self._strong):
            part.place(*self.outline())


class ChipRow(Flow):
    """Sets its children side by side and wraps them; as high as that needs.

    With `single`, choosing a chip lets go of the others; `required` keeps one chosen. `chosen`
    lists the values (or texts) of the chosen chips; `on_choice` tells them after each tap.
    """

    __events__ = ("on_choice",)

    single = BooleanProperty(False)
    required = BooleanProperty(False)
    chosen = ListProperty()

    def add_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        """Add a chip, or any other widget of a fixed width."""
        super().add_widget(widget, *args, **kwargs)
        if isinstance(widget, Chip):
            widget.fbind("on_release", self._tapped)
            if widget.chosen:
                self._read()

    def remove_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        """Take a child away."""
        if isinstance(widget, Chip):
            widget.funbind("on_release", self._tapped)
        super().remove_widget(widget, *args, **kwargs)

    def on_choice(self, *_args: Any) -> None:
        """Hear what is chosen now."""

    def choose(self, *values: Any) -> None:
        """Show these values as the chosen ones, without telling anybody."""
        for chip in self.chips():
            chip.chosen = _value(chip) in values
        self._read()

    def chips(self) -> list[Chip]:
        """Return the chips in reading order."""
        return [child for child in reversed(self.children) if isinstance(child, Chip)]

    def _tapped(self, chip: Chip) -> None:
        if not chip.toggles:
            return
        if self.single and chip.chosen:
            for other in self.chips():
                other.chosen = other is chip
        elif self.required and not any(other.chosen for other in self.chips()):
            chip.chosen = True
        self._read()
        self.dispatch("on_choice", list(self.chosen))

    def _read(self) -> None:
        self.chosen = [_value(chip) for chip in self.chips() if chip.chosen]


def _value(chip: Chip) -> Any:
    return chip.text if chip.value is None else chip.value
