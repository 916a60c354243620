"""The two parts of Patterns, *Over time | Triggers*: which is in front, and how one changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.forms import line, swap
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

OVER_TIME: Final = "over-time"
TRIGGERS: Final = "triggers"
IN_BAR: Final = 304


class PatternsBar(AppBar):
    """The bar: which days, and the help where no rail has it."""

    def __init__(self, span: Widget, open_help: Callable[[], None]) -> None:
        super().__init__(title=_("Patterns"), key="patterns.bar")
        self._help = IconButton(icon="help-circle-outline", tooltip=_("Help"), key="patterns.help")
        self._help.fbind("on_release", lambda _button: open_help())
        self._edge = Widget(size_hint=(None, None), size=(dp(12), dp(48)))
        self.add_widget(span)

    def fit(self, *, margin: float, railed: bool) -> None:
        """Show the help where the rail does not; else the chip ends where the cards do."""
        self.margin = margin
        last = self._edge if railed else self._help
        for widget in (self._help, self._edge):
            if widget is not last and widget.parent is not None:
                self.remove_widget(widget)
        if last.parent is None:
            self.add_widget(last)


class Parts(BoxLayout):
    """The charts, or the triggers, which are made when they are first wanted.

    The segments stand below the bar, or in it where the window is wide, and beside them what leads
    to the list of all charts. `turned` is called when the other part has come to the front.
    """

    def __init__(
        self,
        over_time: Any,
        make_triggers: Callable[[], Any],
        turned: Callable[[], None],
        open_list: Callable[[], None],
    ) -> None:
        super().__init__(orientation="vertical")
        self.over_time, self._make, self._turned = over_time, make_triggers, turned
        self.triggers: Any = None
        self.segments = Segmented(
            options=[(OVER_TIME, _("Over time")), (TRIGGERS, _("Triggers"))],
            value=OVER_TIME,
            key="patterns.part",
        )
        self.segments.fbind("value", lambda *_args: self._turn())
        self.all = Chip(
            icon="format-list-bulleted",
            toggles=False,
            tooltip=_("All charts: find one, order and hide them"),
            pos_hint={"center_y": 0.5},
            key="patterns.all",
        )
        self.all.fbind("on_release", lambda _chip: open_list())
        self.all.fbind("width", self._fit_bar)
        # In the bar, so far from the chip at its right.
        self._in_bar = line(size_hint_x=None, spacing=dp(8))
        self._in_bar.padding = (0, 0, dp(12), 0)
        self._row = line(spacing=dp(8))
        self._fit_bar()
        self._body = BoxLayout()
        self._body.add_widget(over_time)
        theme.watch(self)
        self.reflow()

    @property
    def front(self) -> str:
        """Which part is in front."""
        return str(self.segments.value)

    def show_triggers(self) -> None:
        """Bring the triggers to the front."""
        self.segments.value = TRIGGERS

    def show_over_time(self) -> None:
        """Bring the charts to the front."""
        self.segments.value = OVER_TIME

    def repaint(self) -> None:
        """Nothing to paint: what stands here does."""

    def reflow(self) -> None:
        """Leave the segments room for large words: the way to all charts keeps its sign alone."""
        large = theme.look.text_scale >= theme.ONE_COLUMN_FROM
        self.all.text = "" if large else _("All charts")

    def fit(self, bar: AppBar, *, margin: float, wide: bool) -> None:
        """Put the segments into the bar of a wide window, else below it."""
        if wide:
            swap(self._in_bar, self.segments, self.all)
            if self._in_bar.parent is None:
                # The first of the actions stands at the left of the others.
                bar.add_widget(self._in_bar, index=len(bar.children))
            swap(self, self._body)
        else:
            if self._in_bar.parent is not None:
                bar.remove_widget(self._in_bar)
            swap(self._row, self.segments, self.all)
            self._row.padding = (margin, 0, margin, dp(4))
            swap(self, self._row, self._body)
        if self.triggers is not None:
            self.triggers.fit(margin=margin)

    def _fit_bar(self, *_args: Any) -> None:
        self._in_bar.width = dp(IN_BAR + 8 + 12) + self.all.width

    def _turn(self) -> None:
        if self.front == TRIGGERS and self.triggers is None:
            self.triggers = self._make()
        swap(self._body, self.triggers if self.front == TRIGGERS else self.over_time)
        self._turned()
