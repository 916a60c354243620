"""What is seldom needed in a form: one line until it is tapped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.lettering import Icon
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from kivy.uix.widget import Widget


class Fold(BoxLayout):
    """A line with a `title` and a `second`; a tap puts the fields it stands for in its place."""

    title = StringProperty()
    second = StringProperty()

    def __init__(
        self,
        *fields: Widget,
        title: str,
        second: str = "",
        icon: str = "",
        key: str,
        title_role: str = "title_small",
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical", "size_hint_y": None} | kwargs)
        self.fbind("minimum_height", self.setter("height"))
        self._fields = fields
        self._line = RowGroup()
        row = ListRow(
            icon=icon,
            title_role=title_role,
            tall=dp(48),
            right_widget=Icon(icon="chevron-down"),
            key=key,
        )
        for name in ("title", "second"):
            self.fbind(name, row.setter(name))
        self.title, self.second = title, second
        row.fbind("on_release", lambda _row: self.unfold())
        self._line.add_widget(row)
        self.add_widget(self._line)

    def unfold(self) -> None:
        """Show the fields; who came by the keyboard goes on in the first, or before mere words."""
        if self._line.parent is None:
            return
        reached = [stop for field in self._fields for stop in focus.stops(field)]
        if focus.by_keyboard() and not reached:
            focus.move(-1, start=self._line.children[0])
        self.remove_widget(self._line)
        for field in self._fields:
            self.add_widget(field)
        if focus.by_keyboard() and reached:
            focus.take(reached[0])
