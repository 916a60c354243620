"""The bin: what was removed, to bring back or to erase for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _, ngettext
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.body import PlacePicture
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.presenters.erasing import Holding
    from twitchlog.presenters.settings import BinRow, SettingsPresenter
    from twitchlog.ui.navigation import Shell

SHOWN = 100
"""Rows that get a widget; the rest follows as these leave the bin."""


class BinPage(Page):
    """The removed entries; each can be brought back."""

    def __init__(self, shell: Shell, presenter: SettingsPresenter, **kwargs: Any) -> None:
        super().__init__(shell, _("Bin"), key="bin", **kwargs)
        self._presenter = presenter
        self._rows: Sequence[BinRow] = ()
        self._none = EmptyState(
            icon="delete-outline",
            title=_("The bin is empty"),
            text=_("Entries you remove stay here until you bring them back or erase them."),
        )

    def show(self, rows: Sequence[BinRow]) -> None:
        """Show what lies in the bin."""
        self._rows = rows
        if not rows:
            self.hold(self._none)
            return
        group = RowGroup()
        for each in rows[:SHOWN]:
            group.add_widget(self._row(each))
        empty = TextButton(text=_("Empty the bin"), icon="delete-outline", key="bin.empty")
        empty.fbind("on_release", lambda _button: self._ask(*(row.id for row in self._rows)))
        words = Text(text=_("Tap an entry to bring it back to its day."), ink="on_surface_variant")
        more = len(rows) - SHOWN
        rest = Text(text=_("And {n} more").format(n=more), ink="on_surface_variant")
        self.hold(words, group, *([rest] if more > 0 else []), empty)

    def _row(self, each: BinRow) -> ListRow:
        buttons = BoxLayout(size_hint=(None, None), size=(dp(48), dp(48)))
        erase = IconButton(
            icon="delete-outline", tooltip=_("Erase for good"), key=f"bin.erase.{each.id}"
        )
        erase.fbind("on_release", lambda _button: self._ask(each.id))
        buttons.add_widget(erase)
        row = ListRow(
            title=each.title,
            second=each.second,
            **_mark(each),
            right_widget=buttons,
            tooltip=_("Bring back"),
            key=f"bin.row.{each.id}",
        )
        row.fbind("on_release", lambda _row: self._presenter.restore(each.id))
        return row

    def ask(self, ids: tuple[str, ...], held: Holding) -> None:
        """Ask first: this is the one thing here that cannot be undone."""
        title = ngettext(
            "Erase {n} entry for good?", "Erase {n} entries for good?", len(ids)
        ).format(n=len(ids))
        actions: list[tuple[str, Callable[[], None] | None]] = [(_("Cancel"), None)]
        if held.backups:
            actions += [
                (_("From the diary only"), lambda: self._presenter.erase(*ids)),
                (_("From the backups too"), lambda: self._presenter.erase(*ids, clean=True)),
            ]
        else:
            actions.append((_("Erase"), lambda: self._presenter.erase(*ids)))
        text = " ".join(filter(None, (_("This cannot be undone."), held.said)))
        self.shell.open_dialog(Dialog(title=title, text=text, actions=actions))

    def _ask(self, *ids: str) -> None:
        self._presenter.ask_erase(*ids)


def _mark(each: BinRow) -> dict[str, Any]:
    """Return what stands on the left of a row: its place on the body, else what it is."""
    if not each.site:
        return {"icon": each.icon}
    size = (dp(40), dp(40))
    return {
        "left": PlacePicture(
            site=each.site, size_hint=(None, None), size=size, ground="surface_container"
        )
    }
