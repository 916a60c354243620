"""The rows of the visit screen: a question a doctor asks and the answer of the diary."""

from __future__ import annotations

from math import ceil
from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _, said
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import IconButton, TonalButton
from twitchlog.ui.widgets.lettering import Letters, plain, tinted
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box, Corners, Shadow
from twitchlog.ui.widgets.typesetting import LONGEST


class QuestionRow(Pressable):
    """A number, a question, its answer, and a pencil or, without an answer, a button *Answer*.

    A tap anywhere on it does what the button does; the keyboard goes to the button alone.

    `aside` stands grey behind the answer. `first` and `last` round the ends of the group.
    Dispatches `on_edit`.
    """

    __events__ = ("on_edit",)

    number = NumericProperty(1)
    question = StringProperty()
    answer = StringProperty()
    aside = StringProperty()
    first = BooleanProperty(False)
    last = BooleanProperty(False)
    max_lines = NumericProperty(2)

    def __init__(self, **kwargs: Any) -> None:
        self._shadow, self._shape, self._disc = Shadow(), Box(), Box()
        self._number, self._question, self._answer = Letters(), Letters(), Letters()
        self._button: Any = None
        self._reset = Clock.create_trigger(self._lay, -1)
        kwargs.setdefault("size_hint_y", None)
        super().__init__(**{"is_focusable": False} | kwargs)
        for part in (
            self._shadow, self._shape, self._disc, self._number, self._question, self._answer,
        ):  # fmt: skip
            self.canvas.add(part)
        for name in ("number", "question", "aside", "first", "last", "max_lines", "pos", "size"):
            self.fbind(name, self._reset)
        self.fbind("answer", self._fit_button)
        self._fit_button()

    def activate(self) -> None:
        """Open what the button opens."""
        self.dispatch("on_edit")

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], Corners]:
        """Return the shape of the row."""
        upper, lower = (dp(16) if end else dp(4) for end in (self.first, self.last))
        return self.pos, self.size, (upper, upper, lower, lower)

    def on_edit(self, *_args: Any) -> None:
        """Hear that the answer is to be written or corrected."""

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._reset()

    def _fit_button(self, *_args: Any) -> None:
        wanted = IconButton if self.answer else TonalButton
        if not isinstance(self._button, wanted):
            if self._button is not None:
                self.remove_widget(self._button)
            if self.answer:
                self._button = IconButton(icon="pencil-outline", tooltip=_("Correct or add"))
            else:
                self._button = TonalButton(text=said("button", "Answer"), drawn=dp(40), pad=dp(16))
            self._button.key = f"{self.key}:edit"
            self._button.fbind("on_release", lambda _button: self.dispatch("on_edit"))
            self._button.fbind("size", self._reset)
            self.add_widget(self._button)
        self._reset()

    def _lay(self, *_args: Any) -> None:
        start, middle = self.x + dp(48), self.center_y
        end = self.right - dp(8) - self._button.width - dp(8)
        room = max(end - start, dp(96))
        self._question.set(self.question, "label_small", width=room)
        if self.answer:
            lines = ceil(self.max_lines * max(theme.look.text_scale, 1))
            shown = _shortened(self.answer, room, lines)
            words = plain(shown)
            if self.aside and shown == self.answer:
                words += " " + tinted(self.aside, "on_surface_variant")
            self._answer.set(words, "body", width=room, markup_in="on_surface")
            self._answer.plain_paint()
        else:
            self._answer.set(_("Not recorded yet"), "body", width=room, italic=True)
            self._answer.paint("on_surface_variant")
        self._question.paint("on_surface_variant")
        words_high = self._question.size[1] + self._answer.size[1]
        self.height = max(dp(56), words_high + dp(20))
        top = middle + words_high / 2
        self._question.place(start, top)
        self._answer.place(start, top - self._question.size[1])
        self._number.set(str(int(self.number)), "label_small")
        side = max(dp(24), self._number.size[1] + dp(8))
        self._disc.place((self.x + dp(24) - side / 2, middle - side / 2), (side, side), side / 2)
        self._disc.paint("primary_container")
        self._number.paint("on_primary_container")
        self._number.centre(self.x + dp(24), middle)
        self._button.pos = self.right - dp(8) - self._button.width, middle - self._button.height / 2
        self._ground()

    def _ground(self) -> None:
        self._shadow.cast()
        self._shape.paint("card")
        for part in (self._shadow, self._shape):
            part.place(*self.outline())


def _shortened(answer: str, width: float, lines: int) -> str:
    """Return as many words of an answer as fit into so many lines, with dots where some do not."""
    letters = Letters()
    limit = (lines + 0.5) * theme.line_height("body")

    def fits(text: str) -> bool:
        letters.set(text, "body", width=width)
        return letters.size[1] < limit

    words = answer[:LONGEST].split(" ")
    if len(answer) <= LONGEST and fits(answer):
        return answer
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(" ".join(words[:middle]) + "…"):
            low = middle
        else:
            high = middle - 1
    return " ".join(words[:low]) + "…"


class QuestionGroup(BoxLayout):
    """Question rows two apart, round at the ends."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"orientation": "vertical", "spacing": dp(2), "size_hint_y": None} | kwargs
        )
        self.fbind("minimum_height", self.setter("height"))
        self.fbind("children", self._round)

    def _round(self, *_args: Any) -> None:
        rows = [row for row in reversed(self.children) if isinstance(row, QuestionRow)]
        for row in rows:
            row.first, row.last = row is rows[0], row is rows[-1]
