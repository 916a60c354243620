"""The list of what was found: a heading a group, and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.ui.screens.diary_rows import DayRow
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.ui.screens.search import SearchScreen

ROW: Final = 64
HEAD: Final = 44


class FoundRows:
    """Fills the list with what the presenter found: a heading a group, and its rows."""

    def __init__(self, page: SearchScreen) -> None:
        self._page = page

    def kind(self, _section: int, item: int) -> str:
        """Return `row`, or `head`."""
        return "row" if item else "head"

    def make(self, kind: str) -> Widget:
        """Return a new widget of a kind."""
        if kind == "head":
            return GroupTitle()
        row = DayRow()
        row.fbind("on_release", lambda each: self._page.tapped(each.hit, each.entry))
        return row

    def fill(self, widget: Any, section: int, item: int) -> None:
        """Show an item in a widget."""
        group = self._page.presenter.groups[section]
        if not item:
            widget.words.text = group.title
            return
        hit = group.hits[item - 1]
        widget.hit = hit
        widget.first, widget.last = item == 1, item == len(group.hits)
        widget.divider = item > 1
        widget.show(self._page.presenter.row(hit))
        self._page.mark(widget, hit)

    def seen(self, first: int, last: int) -> None:
        """Fetch what is missing."""
        self._page.presenter.seen(first, last)


class GroupTitle(BoxLayout):
    """The heading over the entries of a day, or over other answers."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None), padding=(dp(4), dp(16), dp(4), dp(4)))
        self.fbind("minimum_height", self.setter("height"))
        self.words = Text(role="title_small")
        self.add_widget(self.words)
