"""What forms are made of: questions with their answers, chips that show what they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from twitchlog.ui import theme
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.lettering import Icon, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kivy.uix.widget import Widget


CHECK: Final = 25
"""How much wider a chip gets by its check."""


def column(*children: Widget, **kwargs: Any) -> BoxLayout:
    """Return a box as high as its children, one below the other."""
    box = BoxLayout(**{"orientation": "vertical", "size_hint_y": None} | kwargs)
    box.fbind("minimum_height", box.setter("height"))
    for child in children:
        box.add_widget(child)
    return box


def line(*children: Widget, **kwargs: Any) -> BoxLayout:
    """Return a box as high as its highest child, one beside the other."""
    box = BoxLayout(**{"size_hint_y": None} | kwargs)
    box.fbind("minimum_height", box.setter("height"))
    for child in children:
        box.add_widget(child)
    return box


def swap(box: Any, *children: Widget) -> None:
    """Let `box` hold just these children, in this order, wherever they are now.

    What it holds already is not touched, so that it keeps the keyboard.
    """
    wanted, held = list(children), list(reversed(box.children))
    if held == wanted:
        return
    kept = [child for child in held if child in wanted]
    if kept != [child for child in wanted if child in held]:
        kept = []
    for child in held:
        if child not in kept:
            box.remove_widget(child)
    for at, child in enumerate(wanted):
        if child not in kept:
            if child.parent is not None:
                child.parent.remove_widget(child)
            box.add_widget(child, index=len(box.children) - at)


class Scroll(ScrollView):
    """A column that scrolls; `content` holds what it shows."""

    def __init__(self, content: Widget, **kwargs: Any) -> None:
        super().__init__(
            **{"do_scroll_x": False, "bar_width": dp(4), "scroll_type": ["bars", "content"]}
            | kwargs
        )
        self.content = content
        self.add_widget(content)
        theme.watch(self)
        self.repaint()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.bar_color = theme.colours.of("outline")
        self.bar_inactive_color = theme.colours.of("outline", alpha=0.0)

    def reflow(self) -> None:
        """Nothing to measure: the content does."""


class Choices(ChipRow):
    """Chips that show what they are told; `on_pick` tells the value of a tapped one.

    `show` takes values with `value`, `text` and `chosen`; `tail` are widgets that stay behind them.
    `rest_icon` stands on those not chosen. With `one_line`, chips that do not fit into the first
    line are left out.
    """

    __events__ = ("on_pick",)

    one_line = BooleanProperty(False)
    rest_icon = StringProperty()

    def __init__(self, *, tail: Iterable[Widget] = (), **kwargs: Any) -> None:
        self._tail = list(tail)
        super().__init__(**kwargs)
        for widget in self._tail:
            self.add_widget(widget)

    def on_pick(self, *_args: Any) -> None:
        """Hear the value of a tapped chip."""

    def end_with(self, *tail: Widget) -> None:
        """Let these widgets stay behind the chips, and no others."""
        if list(tail) != self._tail:
            for widget in self._tail:
                self.remove_widget(widget)
            self._tail = list(tail)
            for widget in self._tail:
                self.add_widget(widget)

    def show(self, choices: Iterable[Any]) -> None:
        """Show these choices; chips that are there already stay, so nothing flickers."""
        wanted = list(choices)
        held = [chip for chip in self.chips() if chip not in self._tail]
        if [chip.value for chip in held] != [each.value for each in wanted]:
            self.clear_widgets()
            held = [self._chip(each) for each in wanted]
            for widget in (*held, *self._tail):
                self.add_widget(widget)
        for chip, each in zip(held, wanted, strict=True):
            chip.text, chip.chosen = each.text, each.chosen

    def do_layout(self, *_args: Any) -> None:
        """Place the chips; in one line, leave room for the check of whichever gets chosen."""
        if not self.one_line:
            super().do_layout()
            return
        left, needed = self.x, dp(CHECK)
        for chip in self.chips():
            needed += chip.width - (dp(CHECK) if chip.chosen else 0)
            hidden = needed > self.width + 1
            chip.opacity, chip.disabled = (0, True) if hidden else (1, False)
            chip.pos = left, self.y
            left += chip.width + self.spacing
            needed += self.spacing
        self.height = max((chip.height for chip in self.chips()), default=0)

    def _chip(self, choice: Any) -> Chip:
        chip = Chip(
            text=choice.text,
            value=choice.value,
            rest_icon=self.rest_icon,
            toggles=False,
            key=f"{self.key}.{_plain(choice.value)}",
        )
        chip.fbind("on_release", lambda tapped: self.dispatch("on_pick", tapped.value))
        return chip


def picking(key: str, taken: Callable[[str], None]) -> Choices:
    """Return chips that tell `taken` the value of a tapped one."""
    row = Choices(key=key)
    row.fbind("on_pick", lambda _row, value: taken(value))
    return row


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


class Problem(BoxLayout):
    """What is wrong with the field above it; takes no room while nothing is."""

    text = StringProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"size_hint_y": None, "height": 0, "spacing": dp(6)} | kwargs)
        self._sign = Icon(icon="alert-circle-outline", ink="error", icon_size=dp(16))
        self._sign.pos_hint = {"top": 1}
        self._words = Text(role="body_small", ink="error")
        self._words.fbind("height", self._fit)
        self.fbind("text", self._say)

    def _say(self, *_args: Any) -> None:
        self._words.text = self.text
        swap(self, *([self._sign, self._words] if self.text else []))
        self._fit()

    def _fit(self, *_args: Any) -> None:
        self.height = self._words.height if self.text else 0


class Question(BoxLayout):
    """A question with its answers below it, or beside it where `beside` says so.

    `said` stands small at the right of the question, or below it where the answers stand beside;
    below these with `said_last`.
    """

    label = StringProperty()
    said = StringProperty()
    said_last = False

    def __init__(self, label: str, *answers: Widget, beside: bool = False, **kwargs: Any) -> None:
        super().__init__(
            **{
                "orientation": "horizontal" if beside else "vertical",
                "size_hint_y": None,
                "spacing": dp(2),
            }
            | kwargs
        )
        self.fbind("minimum_height", self.setter("height"))
        self.answers = column(*answers, spacing=dp(4))
        self._label = Text(text=label, role="title_small")
        self._said = Text(role="body_small", ink="on_surface_variant")
        self._said.halign = "left" if beside else "right"
        if beside:
            self._words = column(self._label, size_hint_x=None, width=dp(116), pos_hint={"top": 1})
            self._label.fbind("height", self._level)
            right = column(self.answers, pos_hint={"top": 1})
            (right if self.said_last else self._words).add_widget(self._said)
            for side in (self._words, right):
                self.add_widget(side)
            self._level()
        else:
            self._label.fit, self._label.size_hint_x = True, None
            self._label.pos_hint = self._said.pos_hint = {"center_y": 0.5}
            self.add_widget(line(self._label, self._said, spacing=dp(12)))
            self.add_widget(self.answers)
        self.fbind("said", lambda _question, said: setattr(self._said, "text", said))

    def _level(self, *_args: Any) -> None:
        """Let a question of one line stand level with the first line of its answers."""
        over = max((dp(48) - theme.line_height("title_small")) / 2, 0)
        self._words.padding = (0, over, dp(8), 0)
