"""Pages to choose a folder or a file on, for systems that have no dialog of their own for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

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

MOST: Final = 200
"""Folders, and files, shown of one folder; more would not help anybody to find theirs."""


class _Places(BoxLayout):
    """Goes from folder to folder, and shows the files in each whose names have one of `endings`."""

    def __init__(
        self,
        start: Path,
        *,
        title: str,
        chosen: Callable[[Path], None],
        leave: Callable[[], object],
        endings: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._chosen, self._leave, self._endings = chosen, leave, endings
        self.folder = start if start.is_dir() else Path.home()
        bar = AppBar(title=title, back=True, key="folders.bar")
        bar.fbind("on_back", lambda _bar: leave())
        self._scroll = ScrollView(do_scroll_x=False, bar_width=dp(4))
        self._column = stack(spacing=dp(12), padding=(dp(16), 0, dp(16), dp(16)))
        self._scroll.add_widget(self._column)
        self.add_widget(bar)
        self.add_widget(self._scroll)
        self.go(self.folder)

    def go(self, folder: Path) -> None:
        """Show what is in a folder."""
        self.folder = folder
        self._column.clear_widgets()
        self._column.add_widget(Text(text=str(folder), ink="on_surface_variant"))
        inside, files, sentence = _look_into(folder, self._endings)
        group = RowGroup()
        if folder.parent != folder:
            self._row(group, _("One folder up"), "arrow-left", lambda: self.go(folder.parent))
        for each in inside:
            self._row(group, each.name, "folder-outline", lambda each=each: self.go(each))
        for each in files:
            self._row(group, each.name, "file-document-outline", lambda each=each: self._take(each))
        if group.children:
            self._column.add_widget(group)
        if sentence:
            self._column.add_widget(Text(text=sentence, ink="on_surface_variant"))
        self._scroll.scroll_y = 1

    def _row(self, group: RowGroup, title: str, icon: str, act: Callable[[], None]) -> None:
        row = ListRow(title=title, title_role="body_large", icon=icon, key=f"folders.{title}")
        row.fbind("on_release", lambda _row: act())
        group.add_widget(row)

    def _take(self, path: Path) -> None:
        self._leave()
        self._chosen(path)


class FolderPage(_Places):
    """Asks for a folder; `chosen` gets the one that was taken."""

    def __init__(self, start: Path, *, take: str = "", **kwargs: Any) -> None:
        super().__init__(start, **kwargs)
        self.foot_height = dp(64)
        foot = BoxLayout(size_hint_y=None, height=self.foot_height, padding=(dp(16), dp(8)))
        save = FilledButton(text=take or _("Save here"), size_hint_x=1, key="folders.save")
        save.fbind("on_release", lambda _button: self._take(self.folder))
        foot.add_widget(save)
        self.add_widget(foot)


class FilePage(_Places):
    """Asks for a file with one of `endings`; `chosen` gets the one that was tapped."""


def _look_into(folder: Path, endings: tuple[str, ...]) -> tuple[list[Path], list[Path], str]:
    """Return the folders and the files to be seen in one, and what is to be said about them."""
    try:
        seen = [each for each in folder.iterdir() if not each.name.startswith(".")]
        inside = [each for each in seen if each.is_dir()]
        files = [each for each in seen if each.is_file() and each.suffix.lower() in endings]
    except OSError:
        return [], [], _("This folder cannot be looked into.")
    for found in (inside, files):
        found.sort(key=lambda each: each.name.casefold())
    return inside[:MOST], files[:MOST], _about(inside, files, endings)


def _about(inside: list[Path], files: list[Path], endings: tuple[str, ...]) -> str:
    if max(len(inside), len(files)) > MOST:
        return _("Only the first {n} are shown.").format(n=MOST)
    if endings and not files:
        return _("No file in it that fits. Fitting: {endings}.").format(endings=", ".join(endings))
    return "" if inside or files else _("No folders in it.")
