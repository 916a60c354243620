"""A list of any length: only what can be seen has widgets, and those are used again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from kivy.clock import Clock
from kivy.effects.scroll import ScrollEffect
from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.relativelayout import RelativeLayout
from kivy.uix.scrollview import ScrollView
from kivy.uix.widget import Widget

from twitchlog.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.ui.widgets.heights import Heights

    Place = tuple[int, int]

BEYOND: Final = 240.0
"""How far above and below the window, in dp, rows are kept ready."""
_REBASE: Final = 2048.0


class Rows(Protocol):
    """What a virtual list shows: widgets by kind, filled for a place (section, item)."""

    def kind(self, section: int, item: int) -> str:
        """Return which kind of widget shows the item."""
        ...

    def make(self, kind: str) -> Widget:
        """Return a new widget of a kind, with a height it finds by itself."""
        ...

    def fill(self, widget: Any, section: int, item: int) -> None:
        """Show an item in a widget of the right width, and give it its height."""
        ...

    def seen(self, first: int, last: int) -> None:
        """Hear which sections can be seen now."""
        ...


class _Page(RelativeLayout):
    """Holds the rows near the window, at small coordinates.

    Positions are sent to the graphics card in single precision, which is not exact to the pixel
    a few million pixels down; the page itself moves in double precision.
    """

    def do_layout(self, *_args: Any) -> None:
        """Leave the rows where the list puts them."""


class VirtualList(ScrollView):
    """Scrolls over the items of `Rows`, with an optional widget `head` above the first.

    `show` sets what is listed; `refill` shows the same places with new content. Rows say by their
    own height when they need more than was guessed.
    """

    inset = NumericProperty("16dp")
    foot = NumericProperty("24dp")

    def __init__(self, rows: Rows, **kwargs: Any) -> None:
        self._rows = rows
        self._heights: Heights | None = None
        self._live: dict[Place, Widget] = {}
        self._spare: dict[str, list[Widget]] = {}
        self._head: Widget | None = None
        self._down = 0.0
        self._told: tuple[int, int] | None = None
        self._lay = Clock.create_trigger(self._lay_now, -1)
        super().__init__(
            **{
                "do_scroll_x": False,
                "effect_cls": ScrollEffect,
                "bar_width": dp(4),
                "scroll_type": ["bars", "content"],
                "scroll_wheel_distance": dp(96),
            }
            | kwargs
        )
        self._sheet = Widget(size_hint=(1, None))
        self._page = _Page(size_hint=(None, None))
        self._sheet.add_widget(self._page)
        self.add_widget(self._sheet)
        self.fbind("scroll_y", self._scrolled)
        for name in ("size", "pos", "inset"):
            self.fbind(name, self._lay)
        self._sheet.fbind("pos", self._lay)
        theme.watch(self)
        self.repaint()

    @property
    def live(self) -> int:
        """How many row widgets there are, in use and spare."""
        return len(self._live) + sum(len(each) for each in self._spare.values())

    @property
    def down(self) -> float:
        """How far the list is scrolled down, in pixels."""
        return self._down

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.bar_color = theme.colours.of("outline", alpha=0.7)
        self.bar_inactive_color = theme.colours.of("outline", alpha=0.0)

    def reflow(self) -> None:
        """Lay out anew: the rows measure themselves."""
        self._lay()

    def set_head(self, head: Widget | None) -> None:
        """Put a widget above the first row, or take it away."""
        if self._head is head:
            return
        if self._head is not None:
            self._head.funbind("height", self._lay)
            self._page.remove_widget(self._head)
        self._head = head
        if head is not None:
            head.size_hint = (None, None)
            head.fbind("height", self._lay)
        self._lay()

    def show(self, heights: Heights, *, keep: bool = True) -> None:
        """List other items; `keep` stays where the list is scrolled to, else it goes to the top."""
        self._heights = heights
        for place in tuple(self._live):
            self._put_away(place)
        self._told = None
        if not keep:
            self._down = 0.0
        self._lay()

    def refill(self, sections: Sequence[int] | None = None) -> None:
        """Fill again what is shown, or only the rows of some sections."""
        for (section, item), widget in tuple(self._live.items()):
            if sections is None or section in sections:
                self._rows.fill(widget, section, item)
                self._grown((section, item), widget, widget.height)

    def go(self, down: float) -> None:
        """Scroll to `down` pixels below the top."""
        self._down = max(down, 0.0)
        self._lay_now()

    def spot(self) -> tuple[int, int, float] | None:
        """Return the section and item at the upper edge and how far into it; None at the head."""
        heights, down = self._heights, self._down - self._above
        if heights is None or not heights.rows or down < 0:
            return None
        section, item = heights.at(down)
        return section, item, down - heights.top(section, item)

    def go_to(self, section: int, item: int = 0, into: float = 0.0) -> None:
        """Scroll an item to the upper edge, or as far into it as `into` says."""
        heights = self._heights
        assert heights is not None
        self.go(self._above + heights.top(section, min(item, heights.rows[section])) + into)

    @property
    def _above(self) -> float:
        return self._head.height if self._head else 0.0

    def _scrolled(self, *_args: Any) -> None:
        room = max(self._sheet.height - self.height, 0.0)
        self._down = (1.0 - min(max(self.scroll_y, 0.0), 1.0)) * room
        self._lay()

    def _lay_now(self, *_args: Any) -> None:
        """Give every item in sight a widget, and put away those out of sight."""
        if self._heights is None or self.width < 2 or self.height < 2:
            return
        self._settle()
        top, bottom = self._down - dp(BEYOND), self._down + self.height + dp(BEYOND)
        wanted = self._places(top, bottom)
        for place in set(self._live) - set(wanted):
            self._put_away(place)
        for place in wanted:
            if place not in self._live:
                self._take_out(place)
        self._arrange()
        self._tell()

    def _places(self, top: float, bottom: float) -> list[Place]:
        heights = self._heights
        assert heights is not None
        if not heights.rows:
            return []
        place: Place | None = heights.at(max(top - self._above, 0.0))
        found: list[Place] = []
        while place is not None and self._above + heights.top(*place) < bottom:
            found.append(place)
            place = heights.following(*place)
        return found

    def _settle(self) -> None:
        """Make the sheet as high as its content, and stay at the same distance from the top."""
        heights = self._heights
        assert heights is not None
        total = max(self._above + heights.total + self.foot, self.height)
        room = total - self.height
        self._down = min(self._down, room)
        scroll = 1.0 - self._down / room if room else 1.0
        if total != self._sheet.height or abs(scroll - self.scroll_y) * max(room, 1.0) > 0.5:
            down = self._down
            self._sheet.height = total
            self.scroll_y = scroll
            self._update_effect_y_bounds()
            self._down = down
            self._lay.cancel()
        self._page.width = self._sheet.width
        base = self._sheet.height - self._down - self.height / 2
        if abs(base - self._page.y) > _REBASE or self._page.height != self.height:
            self._page.height = self.height
            self._page.y = round(base)

    def _arrange(self) -> None:
        heights = self._heights
        assert heights is not None
        high, base = self._sheet.height, self._page.y
        for place, widget in self._live.items():
            widget.width = self.width - 2 * self.inset
            widget.pos = self.inset, high - base - self._above - heights.top(*place) - widget.height
        self._arrange_head(high - base)
        ordered = sorted(self._page.children, key=lambda each: each.y)
        if ordered != self._page.children:
            self._page.children[:] = ordered  # Tab goes through them in reading order

    def _arrange_head(self, top: float) -> None:
        """Place the head while it is near; far from it, it takes no part in anything."""
        head = self._head
        if head is None:
            return
        near = self._down < head.height + dp(BEYOND)
        if near and head.parent is None:
            self._page.add_widget(head)
        elif not near and head.parent is not None:
            self._page.remove_widget(head)
        if near:
            head.width = self.width
            head.pos = 0, top - head.height

    def _tell(self) -> None:
        first = min((section for section, _item in self._live), default=0)
        last = max((section for section, _item in self._live), default=0)
        if self._live and self._told != (first, last):
            self._told = (first, last)
            self._rows.seen(first, last)

    def _take_out(self, place: Place) -> None:
        kind = self._rows.kind(*place)
        spare = self._spare.setdefault(kind, [])
        widget = spare.pop() if spare else self._rows.make(kind)
        widget.list_kind = kind
        widget.width = self.width - 2 * self.inset
        self._live[place] = widget
        self._rows.fill(widget, *place)
        self._page.add_widget(widget)
        self._grown(place, widget, widget.height)
        widget.fbind("height", self._grown, place)

    def _put_away(self, place: Place) -> None:
        widget = self._live.pop(place)
        widget.funbind("height", self._grown, place)
        if getattr(widget, "focus", False):
            widget.focus = False
        self._page.remove_widget(widget)
        self._spare[widget.list_kind].append(widget)

    def _grown(self, place: Place, _widget: Widget, height: float) -> None:
        heights = self._heights
        if heights is None or place not in self._live:
            return
        above = self._above + heights.top(*place) + heights.height(*place) <= self._down
        before = heights.height(*place)
        if heights.measure(*place, height):
            if above:
                self._down += height - before
            self._lay()
