"""The way from Patterns to what goes with the twitching: a row on top, or a chip in a wide bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.ui.widgets.bars import AppBar

KEY: Final = "patterns.triggers"
_BEFORE_LAST_TWO: Final = 2


class TriggersWay:
    """Stands over the charts where they are in one column; of two it would push one down."""

    def __init__(self, open_triggers: Callable[[], None]) -> None:
        row = ListRow(
            icon="link-variant",
            title=_("What goes with it?"),
            second=_("Sleep, caffeine, stress, and how surely"),
            key=KEY,
        )
        self._chip = Chip(text=_("What goes with it?"), icon="link-variant", toggles=False, key=KEY)
        for each in (row, self._chip):
            each.fbind("on_release", lambda _each: open_triggers())
        self._beside = BoxLayout(size_hint=(None, None), height=dp(48), padding=(0, 0, dp(8), 0))
        self._beside.fbind("minimum_width", self._beside.setter("width"))
        self._beside.add_widget(self._chip)
        self._card: Any = RowGroup()
        self._card.kinds = ()  # it stands among the cards of charts, and is of none
        self._card.add_widget(row)

    def place(self, bar: AppBar, *, wide: bool) -> list[Any]:
        """Put the chip into the bar of a wide screen; return what stands over the charts."""
        if not wide and self._beside.parent is not None:
            bar.remove_widget(self._beside)
        elif wide and self._beside.parent is None:
            bar.add_widget(self._beside, index=_BEFORE_LAST_TWO)
        return [] if wide else [self._card]
