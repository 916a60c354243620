"""A page to choose a folder on, for systems that have no dialog of their own for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from twitchlog.translation import _
from twitchlog.ui.screens.form import stack
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 200
"""Folders shown of one; more would not help anybody to find theirs."""


class FolderPage(BoxLayout):
    """Goes from folder to folder; `chosen` gets the one that was taken."""

    def __init__(
        self,
        start: Path,
        *,
        chosen: Callable[[Path], None],
        leave: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._chosen, self._leave = chosen, leave
        self.folder = start if start.is_dir() else Path.home()
        self._bar = AppBar(title=_("Save where"), back=True, key="folders.bar")
        self._bar.fbind("on_back", lambda _bar: leave())
        scroll = ScrollView(do_scroll_x=False, bar_width=dp(4))
        self._column = stack(spacing=dp(12), padding=(dp(16), 0, dp(16), dp(16)))
        scroll.add_widget(self._column)
        foot = BoxLayout(size_hint_y=None, height=dp(64), padding=(dp(16), dp(8)))
        save = FilledButton(text=_("Save here"), size_hint_x=1, key="folders.save")
        save.fbind("on_release", lambda _button: self._take())
        foot.add_widget(save)
        for widget in (self._bar, scroll, foot):
            self.add_widget(widget)
        self._scroll = scroll
        self.go(self.folder)

    def go(self, folder: Path) -> None:
        """Show what folders are in a folder."""
        self.folder = folder
        self._column.clear_widgets()
        self._column.add_widget(Text(text=str(folder), ink="on_surface_variant"))
        group = RowGroup()
        if folder.parent != folder:
            self._row(group, _("One folder up"), folder.parent, icon="arrow-left")
        inside, sentence = _folders(folder)
        for each in inside:
            self._row(group, each.name, each, icon="folder-outline")
        if group.children:
            self._column.add_widget(group)
        if sentence:
            self._column.add_widget(Text(text=sentence, ink="on_surface_variant"))
        self._scroll.scroll_y = 1

    def _row(self, group: RowGroup, title: str, folder: Path, *, icon: str) -> None:
        row = ListRow(title=title, title_role="body_large", icon=icon, key=f"folders.{title}")
        row.fbind("on_release", lambda _row: self.go(folder))
        group.add_widget(row)

    def _take(self) -> None:
        self._leave()
        self._chosen(self.folder)


def _folders(folder: Path) -> tuple[list[Path], str]:
    """Return the folders that can be seen in one, and what is to be said about them."""
    try:
        found = sorted(
            (each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")),
            key=lambda each: each.name.casefold(),
        )
    except OSError:
        return [], _("This folder cannot be looked into.")
    if not found:
        return [], _("No folders in it.")
    return found[:MOST], _("Only the first {n} are shown.").format(n=MOST) if len(
        found
    ) > MOST else ""
