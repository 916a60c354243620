"""The list of the cards: chapters that unfold, or what a search found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.widget import Widget

from twitchlog.ui.screens.pages import WIDEST, Column
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.learn import CardGroup, CardRow

INDENT: Final = 40
SETTLED: Final = 0.1
_FOLDED, _UNFOLDED = "chevron-down", "chevron-up"


class CardList(Column):
    """Calls `read(id)` for a tapped card; `mark` shows which one stands beside the list."""

    def __init__(self, read: Callable[[str], None], **kwargs: Any) -> None:
        super().__init__(widest=dp(WIDEST), **kwargs)
        self._read = read
        self._unfolded: set[str] = set()
        self._rows: dict[str, ListRow] = {}
        self._marked = ""

    def show(self, groups: tuple[CardGroup, ...], nothing: str) -> None:
        """Show the cards there are, or that none fits."""
        self._rows = {}
        parts: list[Widget] = []
        if nothing:
            parts.append(Text(text=nothing, ink="on_surface_variant", key="learn.nothing"))
        for group in groups:
            if group.icon:
                parts.append(self._chapter(group))
            else:
                parts.append(Text(text=group.name, role="label", ink="on_surface_variant"))
                parts.append(self._fill(RowGroup(), group.rows, indent=False))
        self.hold(parts)

    def mark_row(self, name: str) -> None:
        """Mark the row of one card, and no other."""
        self._marked = name
        for each, row in self._rows.items():
            row.chosen = each == name

    def _chapter(self, group: CardGroup) -> RowGroup:
        rows = RowGroup()
        open_ = group.id in self._unfolded
        head = ListRow(
            title=group.name,
            title_role="title",
            second=group.count,
            icon=group.icon,
            icon_ink="primary",
            disc=True,
            chevron=False,
            right_widget=Icon(icon=_UNFOLDED if open_ else _FOLDED),
            key=f"learn.chapter.{group.id}",
        )
        head.fbind("on_release", lambda _row: self._unfold(rows, group))
        rows.add_widget(head)
        return self._fill(rows, group.rows, indent=True) if open_ else rows

    def _fill(self, rows: RowGroup, cards: tuple[CardRow, ...], *, indent: bool) -> RowGroup:
        for told in cards:
            row = ListRow(
                title=told.title,
                second=told.second,
                tall=dp(52),
                key=f"learn.card.{told.id}",
                left=Widget(size_hint=(None, None), size=(dp(INDENT), 0)) if indent else None,
            )
            row.fbind("on_release", lambda _row, name=told.id: self._read(name))
            rows.add_widget(row)
            self._rows[told.id] = row
        self.mark_row(self._marked)
        return rows

    def _unfold(self, rows: RowGroup, group: CardGroup) -> None:
        """Show or hide the cards of a chapter."""
        self._keep_top()
        head = rows.children[-1]
        if group.id in self._unfolded:
            self._unfolded.remove(group.id)
            for row in rows.children[:-1]:
                rows.remove_widget(row)
        else:
            self._unfolded.add(group.id)
            self._fill(rows, group.rows, indent=True)
        head.right_widget.icon = _UNFOLDED if group.id in self._unfolded else _FOLDED

    def _keep_top(self) -> None:
        """Keep what is at the top in its place while the list grows or shrinks."""
        top = (1 - self.scroll_y) * max(self.cards.height - self.height, 0)

        def stay(*_args: Any) -> None:
            spare = self.cards.height - self.height
            self.scroll_y = 1 - min(top / spare, 1) if spare > 0 else 1

        self.cards.fbind("height", stay)
        Clock.schedule_once(lambda _s: self.cards.funbind("height", stay), SETTLED)
