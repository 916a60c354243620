"""All places by name: a search that filters as one types, and a list by region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.presenters.place_list import place_list
from twitchlog.translation import _
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.figures import MapScroll
from twitchlog.ui.widgets.forms import Scroll, column, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.log_choices import Choice
    from twitchlog.presenters.place_list import Found

WIDEST: Final = 720


class PlacePage(BoxLayout):
    """Calls `chosen(site)` once a place is tapped, or `back()`; one that `closes` is a whole sheet.

    `above` stands over the list; `body` is the map in it, if there is one.
    """

    def __init__(
        self,
        chosen: Callable[[str], None],
        back: Callable[[], None],
        *,
        title: str = "",
        above: Any = None,
        body: Any = None,
        closes: bool = False,
    ) -> None:
        super().__init__(orientation="vertical")
        self._chosen, self._above = chosen, above
        self._open = ""
        bar = AppBar(title=title or _("All places"), back=not closes)
        bar.fbind("on_back", lambda _bar: back())
        if closes:
            away = IconButton(icon="close", tooltip=_("Close"), key="places.close")
            away.fbind("on_release", lambda _button: back())
            bar.add_widget(away)
        self.add_widget(bar)
        self.field = TextField(label=_("Search by name"), key="sheet.find")
        self.field.fbind("text", lambda *_args: self._later())
        self.field.fbind("on_validate", lambda _field: self._take_first())
        self._later = Clock.create_trigger(lambda _s: self.fill(), 0.05)
        self._head = column(self.field)
        self.add_widget(self._head)
        self._list = column(spacing=dp(12))
        self.scroll = Scroll(self._list) if body is None else MapScroll(self._list, body)
        self.add_widget(self.scroll)
        self.fbind("width", self._fit)
        self._fit()

    def _fit(self, *_args: Any) -> None:
        """Keep to the middle of a wide page."""
        beside = max(dp(16), (self.width - dp(WIDEST)) / 2)
        self._head.padding = (beside, 0, beside, dp(8))
        self._list.padding = (beside, 0, beside, dp(16))

    def begin(self) -> None:
        """Show all regions and give the search the keyboard."""
        self.field.text, self._open = "", ""
        self.fill()
        self.scroll.scroll_y = 1
        self.field.write()

    def _take_first(self) -> None:
        groups = place_list(self.field.text) if self.field.text.strip() else ()
        if groups:
            self._chosen(groups[0].places[0].site)

    def fill(self) -> None:
        """Show what fits the search, or the regions."""
        asked = self.field.text.strip()
        groups = place_list(asked)
        rows = RowGroup()
        for group in groups:
            if group.name:
                rows.add_widget(self._region(group.name))
            if group.name in {"", self._open}:
                for found in group.places:
                    rows.add_widget(self._row(found, below=bool(group.name)))
        nothing = Text(
            text=_("No place goes by that name. Try another word, or clear the search."),
            ink="on_surface_variant",
        )
        over = [self._above] if self._above is not None and not asked else []
        swap(self._list, *over, rows if groups else nothing)

    def _region(self, name: str) -> ListRow:
        row = ListRow(
            title=name,
            icon="chevron-down" if name == self._open else "chevron-right",
            chevron=False,
            key=f"sheet.region.{name}",
        )
        row.fbind("on_release", lambda _row: self._unfold(name))
        return row

    def _unfold(self, name: str) -> None:
        self._open = "" if self._open == name else name
        self.fill()

    def _row(self, found: Found, *, below: bool) -> ListRow:
        """Return the row of a place; `below` a region it is set in as far as the region."""
        row = ListRow(
            title=found.name, second=found.muscle, chevron=False, key=f"sheet.found.{found.site}"
        )
        if below:
            row.left = Widget(size_hint=(None, None), size=(dp(32), dp(32)))
        row.fbind("on_release", lambda _row: self._chosen(found.site))
        return row


class PartPage(BoxLayout):
    """The places that one tap on the figure may have meant, by name."""

    def __init__(self, chosen: Callable[[str], None], back: Callable[[], None]) -> None:
        super().__init__(orientation="vertical")
        self._chosen = chosen
        bar = AppBar(title=_("Which part?"), back=True)
        bar.fbind("on_back", lambda _bar: back())
        self._group = column(padding=(dp(16), 0, dp(16), dp(16)))
        self.add_widget(bar)
        self.add_widget(Scroll(self._group))

    def show(self, parts: tuple[Choice, ...]) -> None:
        """Show the parts."""
        rows = RowGroup()
        for part in parts:
            row = ListRow(
                title=part.text,
                second=part.second,
                chevron=False,
                icon="check" if part.chosen else "circle-outline",
                key=f"sheet.part.{part.value}",
            )
            row.fbind("on_release", lambda _row, site=part.value: self._chosen(site))
            rows.add_widget(row)
        swap(self._group, rows)
