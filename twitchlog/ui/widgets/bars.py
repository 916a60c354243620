"""The bars around the screens: app bar, bottom bar and rail."""

from __future__ import annotations

from typing import Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import BooleanProperty, ListProperty, NumericProperty, StringProperty
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from twitchlog.translation import _, said
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import Fab, IconButton
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.pressing import Pressable
from twitchlog.ui.widgets.shapes import Box, Strip

RAIL: Final = 96
"""How wide the rail is, in dp."""


class AppBar(Widget):
    """The top of a screen, 64 high: a title, a second line, and widgets at its right end.

    `back` shows an arrow (or `back_icon`) and dispatches `on_back`. Other children (icon buttons,
    chips) stand at the right, in the order they were added. In a wide pane, `role` "headline".
    """

    __events__ = ("on_back",)

    key = StringProperty()
    title = StringProperty()
    second = StringProperty()
    role = StringProperty("title_large")
    back = BooleanProperty(False)
    back_icon = StringProperty("arrow-left")
    back_tooltip = StringProperty()
    margin = NumericProperty("16dp")

    def __init__(self, **kwargs: Any) -> None:
        self._title, self._second = Letters(), Letters()
        self._arrow: IconButton | None = None
        self._reset = Clock.create_trigger(self._lay, -1)
        kwargs.setdefault("size_hint_y", None)
        super().__init__(**{"height": dp(64)} | kwargs)
        self.canvas.add(self._title)
        self.canvas.add(self._second)
        for name in ("title", "second", "role", "margin", "pos", "size", "children"):
            self.fbind(name, self._reset)
        self.fbind("back", self._arm)
        self.fbind("back_icon", self._arm)
        theme.watch(self)
        self._arm()
        self.repaint()

    def on_back(self, *_args: Any) -> None:
        """Hear of a tap on the arrow."""

    def add_widget(self, widget: Any, *args: Any, **kwargs: Any) -> None:
        """Add an action at the right end."""
        super().add_widget(widget, *args, **kwargs)
        widget.fbind("size", self._reset)

    def reflow(self) -> None:
        """Measure the words anew."""
        self._reset()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._title.paint("on_surface")
        self._second.paint("on_surface_variant")

    def _arm(self, *_args: Any) -> None:
        if self.back and self._arrow is None:
            self._arrow = IconButton(
                key="back", tooltip=self.back_tooltip or said("to go back", "Back")
            )
            self._arrow.fbind("on_release", lambda _button: self.dispatch("on_back"))
            self.add_widget(self._arrow, index=len(self.children))
        elif not self.back and self._arrow is not None:
            self.remove_widget(self._arrow)
            self._arrow = None
        if self._arrow is not None:
            self._arrow.icon = self.back_icon
        self._reset()

    def _lay(self, *_args: Any) -> None:
        left, end = self.x + self.margin, self.right - self.margin + dp(12)
        if self._arrow is not None:
            self._arrow.pos = left - dp(12), self.center_y - self._arrow.height / 2
            left += dp(40)
        for child in self.children:
            if child is not self._arrow:
                end -= child.width
                child.pos = end, self.center_y - child.height / 2
        room = max(end - left - dp(8), dp(64))
        self._title.set(self.title, self.role, width=room)
        self._second.set(self.second, "body_small", width=room)
        words = self._title.size[1] + self._second.size[1]
        self.height = max(dp(64), words + dp(16))
        top = self.center_y + words / 2
        self._title.place(left, top)
        self._second.place(left, top - self._title.size[1])


class Tab(Pressable):
    """One place of the bottom bar or the rail: an icon in a pill, its name below."""

    name = StringProperty()
    text = StringProperty()
    icon = StringProperty()
    icon_chosen = StringProperty()
    chosen = BooleanProperty(False)
    pill = ListProperty([dp(64), dp(32)])
    lead = NumericProperty("12dp")
    ring_gap = 0

    def __init__(self, **kwargs: Any) -> None:
        self._shape, self._sign, self._words = Box(), Letters(), Letters()
        super().__init__(**{"size_hint": (None, None), "key": f"tab:{kwargs.get('name')}"} | kwargs)
        for part in (self._shape, self._sign, self._words):
            self.canvas.add(part)
        for name in ("text", "icon", "icon_chosen", "chosen", "pos", "size"):
            self.fbind(name, self.reflow)
        self.reflow()

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the pill lies."""
        wide, high = self.pill
        wide = min(wide, self.width)
        low = self.y + self.height - self.lead - high
        return (self.middle[0] - wide / 2, low), (wide, high), high / 2

    def repaint(self) -> None:
        """Take on the colours in use."""
        ink = "on_secondary_container" if self.chosen else "on_surface_variant"
        self._shape.paint("secondary_container" if self.chosen else "")
        self._sign.paint(ink)
        self._words.paint("on_surface" if self.chosen else "on_surface_variant")

    def reflow(self, *_args: Any) -> None:
        """Place icon and name."""
        pos, size, radius = self.outline()
        self._shape.place(pos, size, radius)
        self._sign.icon(self.icon_chosen if self.chosen else self.icon, dp(24))
        self._sign.centre(self.middle[0], pos[1] + size[1] / 2)
        self._words.set(self.text, "label_small", width=self.width, halign="center")
        self._words.place(self.x, pos[1] - dp(4))
        self.repaint()


class Bar(FloatLayout):
    """What both bars share: tabs, the button that logs, and a ground."""

    __events__ = ("on_tab", "on_fab")

    ground = StringProperty()

    def __init__(self, **kwargs: Any) -> None:
        self._ground = Strip()
        self.tabs: list[Tab] = []
        super().__init__(size_hint=(None, None), **kwargs)
        self.canvas.before.add(self._ground)
        self.fab = Fab(key="fab", tooltip=_("Log a twitch"))
        self.fab.fbind("on_release", lambda _fab: self.dispatch("on_fab"))
        theme.watch(self)
        self.repaint()

    def on_tab(self, *_args: Any) -> None:
        """Hear the name of the tab that was tapped."""

    def on_fab(self, *_args: Any) -> None:
        """Hear of a tap on the button that logs."""

    def add_tab(self, name: str, text: str, icon: str, icon_chosen: str) -> None:
        """Add a tab at the end."""
        tab = Tab(name=name, text=text, icon=icon, icon_chosen=icon_chosen)
        tab.fbind("on_release", lambda tapped: self.dispatch("on_tab", tapped.name))
        self.tabs.append(tab)
        self.arrange()

    def show(self, name: str) -> None:
        """Show the tab of this name as the chosen one."""
        for tab in self.tabs:
            tab.chosen = tab.name == name

    def arrange(self) -> None:
        """Put everything in its place and in reading order."""

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._ground.paint(self.ground)

    def reflow(self) -> None:
        """Make room for larger words."""
        self.arrange()

    def do_layout(self, *_args: Any, **_kwargs: Any) -> None:
        """Place the ground and what stands on it."""
        self._ground.place(self.pos, self.size)
        self.arrange_positions()

    def arrange_positions(self) -> None:
        """Place the tabs and buttons."""

    def _refill(self, widgets: list[Widget]) -> None:
        self.clear_widgets()
        for widget in widgets:
            self.add_widget(widget)
        self._trigger_layout()


class BottomBar(Bar):
    """Five equal slots, 80 high; the middle one holds the button that logs."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(ground="surface_container", **kwargs)
        self.fab.named_at = "above"
        self.height = self.needs()

    def needs(self) -> float:
        """Return how high the bar has to be."""
        return max(dp(80), dp(64) + theme.line_height("label_small"))

    def arrange(self) -> None:
        """Put the button between the tabs."""
        half = len(self.tabs) // 2
        self._refill([*self.tabs[:half], self.fab, *self.tabs[half:]])

    def arrange_positions(self) -> None:
        """Give each an equal slot."""
        slots = list(reversed(self.children))
        share = self.width / max(len(slots), 1)
        for index, widget in enumerate(slots):
            if widget is not self.fab:
                widget.size = share, self.height
            widget.center_x = self.x + (index + 0.5) * share
            widget.center_y = self.center_y


class Rail(Bar):
    """At the left of a wide window: the button on top, tabs, and actions at the foot."""

    def __init__(self, **kwargs: Any) -> None:
        self._foot: list[IconButton] = []
        super().__init__(**{"width": dp(RAIL)} | kwargs)
        self.ground = "surface"
        self.fab.named_at = "right"
        self.repaint()

    def add_foot(self, button: IconButton) -> None:
        """Add an action at the foot."""
        button.named_at = "right"
        self._foot.append(button)
        self.arrange()

    def show(self, name: str, foot: str = "") -> None:
        """Show the tab of this name as the chosen one, or the action at the foot of this key."""
        super().show(name)
        for button in self._foot:
            chosen = bool(foot) and button.key == foot
            button.fill = "secondary_container" if chosen else ""
            button.ink = "on_secondary_container" if chosen else "on_surface_variant"

    def arrange(self) -> None:
        """Put the button first, the foot last."""
        self._refill([self.fab, *self.tabs, *self._foot])

    def arrange_positions(self) -> None:
        """Stack the tabs from the top, the actions from the foot."""
        self.fab.center_x, self.fab.top = self.center_x, self.top - dp(20)
        step = max(dp(72), dp(56) + theme.line_height("label_small"))
        top = self.fab.y - dp(30)
        for tab in self.tabs:
            tab.pill, tab.lead = [dp(56), dp(32)], dp(10)
            tab.size = self.width, step
            tab.x, tab.top = self.x, top
            top -= step
        low = self.y + dp(16)
        for button in reversed(self._foot):
            button.center_x, button.y = self.center_x, low
            low += dp(48)
