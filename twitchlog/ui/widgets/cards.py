"""Cards: what belongs together, and the notices of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import ListProperty, NumericProperty, OptionProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import FilledButton, TextButton, TonalButton
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.shapes import Box, Shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Action = tuple[str, Callable[[], None]]


class Ground(BoxLayout):
    """A box layout on a round ground: `fill` and `edge` are roles, `elevation` 0 or 1."""

    key = StringProperty()
    fill = StringProperty("card")
    edge = StringProperty()
    radius = NumericProperty("16dp")
    elevation = NumericProperty(1)

    def __init__(self, **kwargs: Any) -> None:
        self._shadow, self._shape, self._line = Shadow(), Box(), Box(edge=dp(1))
        super().__init__(**kwargs)
        for part in (self._shadow, self._shape, self._line):
            self.canvas.before.add(part)
        for name in ("pos", "size", "radius"):
            self.fbind(name, self._draw)
        for name in ("fill", "edge", "elevation"):
            self.fbind(name, self.repaint)
        theme.watch(self)
        self._draw()
        self.repaint()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        self._shadow.cast(seen=bool(self.elevation))
        self._shape.paint(self.fill)
        self._line.paint(self.edge)

    def reflow(self) -> None:
        """Nothing to measure: the children do."""

    def _draw(self, *_args: Any) -> None:
        for part in (self._shadow, self._shape, self._line):
            part.place(self.pos, self.size, self.radius)


class Card(Ground):
    """A white card as high as what it holds."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{
                "orientation": "vertical",
                "padding": dp(16),
                "spacing": dp(8),
                "size_hint_y": None,
            }
            | kwargs
        )
        if self.size_hint_y is None and "height" not in kwargs:
            self.fbind("minimum_height", self.setter("height"))


class LogCard(Card):
    """The card one logs from."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"fill": "primary_container", "radius": dp(24), "elevation": 0} | kwargs)


_KINDS: Final = {
    # kind: fill, ink of the title, ink of the text, icon
    "sand": ("tertiary_container", "on_tertiary_container", "on_tertiary_container", "stethoscope"),
    "enough": (
        "secondary_container",
        "on_secondary_container",
        "on_secondary_container",
        "check-circle-outline",
    ),
    "error": ("card", "on_surface", "on_surface_variant", "alert-circle-outline"),
    "note": ("card", "on_surface", "on_surface_variant", "check-circle-outline"),
}


class NoticeCard(Card):
    """A notice: `kind` "sand" (a reason to see a doctor), "enough", "error" or "note".

    `actions` are up to two (text, callable) pairs, the main one last; on sand all are quiet.
    `details` is the technical line of an error, shown by a tap on *Details*; `footnote` stands
    small under the text.
    """

    kind = OptionProperty("note", options=list(_KINDS))
    title = StringProperty()
    text = StringProperty()
    footnote = StringProperty()
    details = StringProperty()
    icon = StringProperty()
    actions = ListProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"spacing": dp(12)} | kwargs)
        for name in ("kind", "title", "text", "footnote", "details", "icon", "actions"):
            self.fbind(name, self._build)
        self._build()

    def _build(self, *_args: Any) -> None:
        self.clear_widgets()
        # Text buttons bring a margin of their own.
        quiet = self.kind == "sand" and bool(self.actions)
        self.padding = (dp(16), dp(16), dp(16), 0 if quiet else dp(16))
        self.spacing = 0 if quiet else dp(12)
        fill, ink, second, icon = _KINDS[self.kind]
        self.fill = fill
        self.elevation = 1 if fill == "card" else 0
        words = BoxLayout(orientation="vertical", size_hint_y=None, spacing=dp(4))
        words.fbind("minimum_height", words.setter("height"))
        words.add_widget(Text(text=self.title, role="title", ink=ink))
        if self.text:
            words.add_widget(Text(text=self.text, ink=second))
        if self.footnote:
            words.add_widget(Text(text=self.footnote, role="body_small", ink=second))
        row = BoxLayout(size_hint_y=None, spacing=dp(14))
        words.fbind("height", lambda _words, high: setattr(row, "height", high))
        sign = Icon(icon=self.icon or icon, ink="error" if self.kind == "error" else ink)
        sign.pos_hint = {"top": 1}
        row.add_widget(sign)
        row.add_widget(words)
        self.add_widget(row)
        if self.actions or self.details:
            self.add_widget(self._foot(words))

    def _foot(self, words: BoxLayout) -> BoxLayout:
        actions: list[tuple[str, Callable[[], None]]] = list(self.actions)
        # A reason to see a doctor is read, not worked off: nothing on it presses.
        main = actions.pop() if actions and self.kind != "sand" else None
        foot = ActionRow(actions, main)
        if self.details:

            def show(button: Any) -> None:
                words.add_widget(
                    Text(text=self.details, role="body_small", ink="on_surface_variant")
                )
                foot.remove_widget(button)

            button = TextButton(text=_("Details"), key="details")
            button.fbind("on_release", show)
            foot.add_widget(button, index=len(foot.children))
        return foot


class ActionRow(Flow):
    """Buttons at the right of a line of their own: text buttons, then the main one; wraps."""

    def __init__(
        self,
        others: Sequence[Action] = (),
        main: Action | None = None,
        *,
        main_style: type = FilledButton,
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"align": "right", "line_spacing": dp(4)} | kwargs)
        for text, act in others:
            self._add(TextButton(text=text, key=f"action:{text}"), act)
        if main:
            self._add(main_style(text=main[0], key=f"action:{main[0]}"), main[1])

    def _add(self, button: Any, act: Callable[[], None]) -> None:
        button.fbind("on_release", lambda _button: act())
        self.add_widget(button)


class EmptyState(Card):
    """What will be here, what it needs, and one button (`button` text, `on_button` event)."""

    __events__ = ("on_button",)

    icon = StringProperty("chart-box-outline")
    title = StringProperty()
    text = StringProperty()
    button = StringProperty()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"padding": (dp(16), dp(20)), "spacing": dp(8)} | kwargs)
        for name in ("icon", "title", "text", "button"):
            self.fbind(name, self._build)
        self._build()

    def on_button(self, *_args: Any) -> None:
        """Hear of the tap on the button."""

    def _build(self, *_args: Any) -> None:
        self.clear_widgets()
        disc = Ground(
            fill="surface_container",
            radius=dp(28),
            elevation=0,
            size_hint=(None, None),
            size=(dp(56), dp(56)),
            pos_hint={"center_x": 0.5},
            padding=dp(16),
        )
        disc.add_widget(Icon(icon=self.icon, ink="primary"))
        self.add_widget(disc)
        self.add_widget(Text(text=self.title, role="title", halign="center"))
        if self.text:
            self.add_widget(
                Text(
                    text=self.text,
                    ink="on_surface_variant",
                    halign="center",
                    size_hint_x=0.8,
                    pos_hint={"center_x": 0.5},
                )
            )
        if self.button:
            button = TonalButton(text=self.button, key="empty:button")
            button.fbind("on_release", lambda _button: self.dispatch("on_button"))
            self.add_widget(_apart(button))


def _apart(button: TonalButton) -> BoxLayout:
    """Return a button in the middle of a line, with some air above it."""
    box = BoxLayout(size_hint=(None, None), padding=(0, dp(8), 0, 0), pos_hint={"center_x": 0.5})
    for name in ("minimum_width", "minimum_height"):
        box.fbind(name, box.setter(name.removeprefix("minimum_")))
    box.add_widget(button)
    return box


class Skeleton(Card):
    """The grey shape of a card that is being drawn, as high as the card will be."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"height": dp(220), "spacing": dp(8)} | kwargs)
        for share, high, role in ((0.78, 20, "high"), (0.46, 20, "high"), (1, None, "")):
            bar = Ground(
                fill="surface_container_high" if role else "surface_container",
                radius=dp(10),
                elevation=0,
                size_hint=(share, None if high else 1),
            )
            if high:
                bar.height = dp(high)
            self.add_widget(bar)
        self.add_widget(Text(text=_("Drawing…"), ink="on_surface_variant"))
