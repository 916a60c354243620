"""What the list of days is made of: headings, folded gaps and rows on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty
from kivy.uix.widget import Widget

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.body import PlacePicture
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.rows import ListRow
from twitchlog.ui.widgets.shapes import Box, Shadow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.presenters.day_list import EntryRow, Section

HEAD: Final = 60
ICON: Final = 44
"""The room that the button to add takes beside its words, in dp."""
_LEAST_ROOM: Final = 0.4
"""The least part of the width that the words of a day have beside its buttons."""


class DayHead(Widget):
    """The heading of a day, and what can be done with it: `none` only where it is not logged."""

    title = StringProperty()
    second = StringProperty()

    def __init__(
        self,
        *,
        add: Callable[[date], None],
        none: Callable[[date], None] | None = None,
        **kwargs: Any,
    ) -> None:
        self._title, self._second = Letters(), Letters()
        self._section: Section | None = None
        super().__init__(**{"size_hint": (None, None), "height": dp(HEAD)} | kwargs)
        self.canvas.add(self._title)
        self.canvas.add(self._second)
        self._buttons: list[tuple[TextButton, str]] = []
        self._measured = Letters()
        self._long = "" if none else _("Add to this day")
        if none is None:
            self._offer("add", self._long, "plus", add)
        else:
            self._offer("none", _("None that day"), "", none)
            self._offer("add", _("Add"), "plus", add)
        for name in ("pos", "size"):
            self.fbind(name, self.reflow)
        theme.watch(self)

    def show(self, section: Section) -> None:
        """Show another day."""
        self._section = section
        for button, name in self._buttons:
            button.key = f"diary.{name}.{section.first}"
        self.reflow()

    def repaint(self) -> None:
        """Take on the colours in use."""
        self.reflow()

    def reflow(self, *_args: Any) -> None:
        """Set words at the left and buttons at the right, or below them in a narrow row."""
        if self._section is None:
            return
        self._shorten()
        wide = sum(button.width for button, _name in self._buttons)
        room = self.width - wide - dp(8)
        below = room < _LEAST_ROOM * self.width
        room = self.width - dp(8) if below else room
        self._title.set(self._section.title, "title", width=room)
        self._second.set(self._section.second, "body_small", width=room)
        self._title.paint("on_surface")
        self._second.paint("on_surface_variant")
        words = self._title.size[1] + self._second.size[1]
        under = max(button.height for button, _name in self._buttons) if below else 0
        self.height = max(dp(HEAD), words + dp(16)) + under
        top = self.center_y + (words + under) / 2
        self._title.place(self.x + dp(4), top)
        self._second.place(self.x + dp(4), top - self._title.size[1])
        # The words of a button stand dp(8) inside it: they begin or end where the rows do.
        left = self.x - dp(4) if below else self.right + dp(4) - wide
        for button, _name in self._buttons:
            middle = self.center_y - words / 2 if below else self.center_y
            button.pos = left, middle - button.height / 2
            left += button.width

    def _shorten(self) -> None:
        """Say less on the button where the day would have no room for its name in one line."""
        if not self._long:
            return
        self._measured.set(self._section.title, "title")
        room = self.width - dp(8) - self._measured.size[0]
        self._measured.set(self._long, "label")
        fits = self._measured.size[0] + dp(ICON) <= room
        self._buttons[0][0].text = self._long if fits else _("Add")

    def _offer(self, name: str, text: str, icon: str, act: Callable[[date], None]) -> None:
        button = TextButton(text=text, icon=icon, pad=dp(8))
        button.fbind("on_release", lambda _button: act(self._section.first))
        button.fbind("size", self.reflow)
        self._buttons.append((button, name))
        self.add_widget(button)


class FoldedDays(ListRow):
    """Days not logged in one line; a tap shows them one by one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"chevron": False, "tall": dp(HEAD), "icon": "chevron-down"} | kwargs)

    def settle(self) -> None:
        """Find the height at once: a line that was used before has that of another one."""
        self._lay()
        self._lay()


class DayRow(ListRow):
    """A row of a day on a card that goes on above and below it."""

    entry = ObjectProperty(None, allownone=True)
    first = BooleanProperty(False)
    last = BooleanProperty(False)

    def __init__(self, **kwargs: Any) -> None:
        self._ground, self._shade = Box(), Shadow()
        self._picture = PlacePicture(size_hint=(None, None), size=(dp(40), dp(40)),
                                     ground="surface_container")  # fmt: skip
        super().__init__(**{"size_hint_x": None} | kwargs)
        self.canvas.before.add(self._shade)
        self.canvas.before.add(self._ground)
        for name in ("first", "last", "pos", "size"):
            self.fbind(name, self._draw_ground)
        self._draw_ground()

    def show(self, entry: EntryRow | None) -> None:
        """Show an entry or a check-in; nothing yet where it is still being read."""
        self.entry = entry
        what, mark = "", "weather-night"
        if entry and entry.kind:
            what, mark = f"{entry.kind}.", entry.icon
        elif entry and entry.doses:
            what, mark = "doses.", "cup-water"
        elif entry and entry.medicines:
            what, mark = "medicine.", "pill"
        self.key = f"diary.row.{what}{entry.id or entry.day}" if entry else ""
        self.disabled = entry is None
        self.title = entry.title if entry else ""
        self.second = entry.second if entry else ""
        self.time = entry.time if entry else ""
        self.disc = bool(entry) and not entry.site
        self.icon = mark if self.disc else ""
        self.icon_ink = "primary"
        self.left = self._picture if entry and entry.site else None
        if entry and entry.site:
            self._picture.site = entry.site
        self.chevron = entry is not None
        self.settle()

    def settle(self) -> None:
        """Find the height at once: a row that was used before has that of another entry."""
        self._lay()
        self._lay()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        super().repaint()
        self._draw_ground()

    def _draw_ground(self, *_args: Any) -> None:
        upper, lower = dp(16 if self.first else 0), dp(16 if self.last else 0)
        for part in (self._shade, self._ground):
            part.place(self.pos, self.size, (upper, upper, lower, lower))
        self._ground.paint("card")
        if self.last:
            self._shade.cast()
        else:
            self._shade.paint("")
