"""One card as it is read: its text, what the own diary says on it, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui.screens.pages import WIDEST, Column
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, TonalButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.forms import column, line, swap
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.learn import Verb
    from twitchlog.presenters.learn import CardPage


class CardView(Column):
    """A card in a column that scrolls; `act(verb)` and `read(id)` hear of its buttons."""

    def __init__(
        self, *, act: Callable[[Verb], None], read: Callable[[str], None], **kwargs: Any
    ) -> None:
        super().__init__(widest=dp(WIDEST), **kwargs)
        self._act, self._read = act, read
        self.page: CardPage | None = None

    def show(self, page: CardPage) -> None:
        """Show a card; one that is shown already stays where it was scrolled to."""
        if page == self.page:
            return
        if self.page is None or page.id != self.page.id:
            self.scroll_y = 1
        self.page = page
        parts = [_text(page)]
        if page.actions or page.mine:
            parts.append(self._own(page))
        if page.following is not None:
            parts.append(self._next(page.following.id, page.following.title))
        notes = (page.general, page.source)
        parts.append(
            column(
                *(
                    Text(text=note, role="body_small", ink="on_surface_variant")
                    for note in notes
                    if note
                ),
                spacing=dp(4),
                padding=(0, dp(4)),
            )
        )
        self.hold(parts)

    def _own(self, page: CardPage) -> Card:
        card = Card(fill="secondary_container", elevation=0, spacing=dp(12))
        if page.mine:
            ink = "on_secondary_container"
            words = column(
                Text(text=_("In your diary"), role="label", ink=ink),
                Text(text=page.mine, role="body", ink=ink, key="learn.mine"),
                spacing=dp(4),
            )
            card.add_widget(words)
        if page.actions:
            buttons = Flow(spacing=dp(8), line_spacing=dp(8))
            for number, action in enumerate(page.actions):
                style = FilledButton if number == 0 else TonalButton
                button = style(text=action.label, key=f"learn.{action.verb}")
                if style is TonalButton:
                    button.fill = "card"
                button.fbind("on_release", lambda _button, verb=action.verb: self._act(verb))
                buttons.add_widget(button)
            card.add_widget(buttons)
        return card

    def _next(self, name: str, title: str) -> RowGroup:
        group = RowGroup()
        row = ListRow(title=title, second=_("Next"), key="learn.next")
        row.fbind("on_release", lambda _row: self._read(name))
        group.add_widget(row)
        return group


def _text(page: CardPage) -> Card:
    card = Card(spacing=dp(12), key="learn.text")
    head = line(
        Icon(icon=page.icon, ink="primary", icon_size=dp(20), pos_hint={"center_y": 0.5}),
        Text(text=page.section, role="label", ink="on_surface_variant",
             pos_hint={"center_y": 0.5}),
        spacing=dp(8),
    )  # fmt: skip
    card.add_widget(head)
    card.add_widget(Text(text=page.title, role="headline", key="learn.title"))
    for paragraph in page.paragraphs:
        card.add_widget(Text(text=paragraph, role="body_large"))
    return card


class CardPageScreen(BoxLayout):
    """A card as a page of its own, where there is no room for it beside the list."""

    is_help = True

    def __init__(
        self,
        view: CardView,
        *,
        back: Callable[[], object],
        entered: Callable[[], None],
        left: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self.view, self.entered, self.left = view, entered, left
        bar = AppBar(title=_("Learn"), back=True, key="learn.card.bar")
        bar.fbind("on_back", lambda _bar: back())
        swap(self, bar, view)
