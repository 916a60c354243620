"""Pages to choose a folder or a file on, for systems that have no dialog of their own for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog import paths
from twitchlog.diary.reasons import reason_of
from twitchlog.translation import _
from twitchlog.ui.screens.pages import WIDEST, Column
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, TextButton, TonalButton
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

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
        self._column = Column(widest=dp(WIDEST))
        self.add_widget(bar)
        self.add_widget(self._column)
        self.go(self.folder)

    def go(self, folder: Path) -> None:
        """Show what is in a folder."""
        self.folder = folder
        inside, files, sentence = _look_into(folder, self._endings)
        group = RowGroup()
        if folder.parent != folder:
            self._row(group, _("One folder up"), "arrow-left", lambda: self.go(folder.parent))
        for each in inside:
            self._row(group, each.name, "folder-outline", lambda each=each: self.go(each))
        for each in files:
            self._row(group, each.name, "file-document-outline", lambda each=each: self._take(each))
        cards: list[Widget] = [
            self._ways(),
            Text(text=str(folder), ink="on_surface_variant"),
            *self._above(),
        ]
        if group.children:
            cards.append(group)
        if sentence:
            cards.append(Text(text=sentence, ink="on_surface_variant"))
        self._column.hold(cards)
        self._column.scroll_y = 1

    def _ways(self) -> Flow:
        """Return the short ways: home, documents, and each stick that is plugged in."""
        ways = Flow()
        for key, name, icon, place in _short_ways():
            chip = Chip(text=name, rest_icon=icon, toggles=False, key=f"folders.way.{key}")
            chip.fbind("on_release", lambda _chip, place=place: self.go(place))
            ways.add_widget(chip)
        return ways

    def _above(self) -> list[Widget]:
        """Return what stands above the folders."""
        return []

    def _row(self, group: RowGroup, title: str, icon: str, act: Callable[[], None]) -> None:
        row = ListRow(title=title, title_role="body_large", icon=icon, key=f"folders.{title}")
        row.fbind("on_release", lambda _row: act())
        group.add_widget(row)

    def _take(self, path: Path) -> None:
        self._leave()
        self._chosen(path)


class FolderPage(_Places):
    """Asks for a folder, which can be a new one; `chosen` gets the one that was taken."""

    def __init__(self, start: Path, *, take: str = "", **kwargs: Any) -> None:
        self._field = TextField(label=_("Name of the new folder"), key="folders.new.name")
        self._field.fbind("on_validate", lambda _field: self._make())
        self._make_it = TonalButton(text=_("Make it"), size_hint_x=1, key="folders.new.make")
        self._make_it.fbind("on_release", lambda _button: self._make())
        self._begin = TextButton(text=_("New folder"), icon="plus", key="folders.new")
        self._begin.fbind("on_release", lambda _button: self._ask_name())
        self._asks = False
        super().__init__(start, **kwargs)
        self.foot_height = dp(64)
        foot = BoxLayout(size_hint_y=None, height=self.foot_height, padding=(dp(16), dp(8)))
        save = FilledButton(text=take or _("Save here"), size_hint_x=1, key="folders.save")
        save.fbind("on_release", lambda _button: self._take(self.folder))
        foot.add_widget(save)
        self.fbind("width", lambda _page, width: _centre(foot, width))
        _centre(foot, self.width)
        self.add_widget(foot)

    def go(self, folder: Path) -> None:
        """Show what is in a folder; the name of a new one is let go of."""
        self._asks, self._field.text, self._field.error = False, "", ""
        super().go(folder)

    def _above(self) -> list[Widget]:
        return [self._field, self._make_it] if self._asks else [self._begin]

    def _ask_name(self) -> None:
        self._asks = True
        super().go(self.folder)
        self._field.write()

    def _make(self) -> None:
        """Make the folder that was named and go into it, or say why that cannot be."""
        name = self._field.text.strip()
        if not name or name in {".", ".."} or any(each in name for each in "/\\\0"):
            self._field.error = _("Type a name without / and \\.")
            return
        try:
            (self.folder / name).mkdir()
        except FileExistsError:
            self._field.error = _("There is one of this name.")
        except OSError as problem:
            self._field.error = _("It could not be made: {reason}.").format(
                reason=reason_of(problem)
            )
        else:
            self.go(self.folder / name)


def _centre(foot: BoxLayout, width: float) -> None:
    beside = max((width - dp(WIDEST)) / 2, dp(16))
    foot.padding = (beside, dp(8), beside, dp(8))


def _short_ways() -> list[tuple[str, str, str, Path]]:
    """Return key, name, icon and place of the folders that most people want."""
    ways = [
        ("home", _("Home"), "home-outline", Path.home()),
        ("documents", _("Documents"), "file-document-outline", paths.documents_folder()),
    ]
    there = [each for each in ways if each[3].is_dir()]
    drives = [(str(each), each.name or str(each), "usb", each) for each in paths.drives()]
    return [*there, *drives]


class FilePage(_Places):
    """Asks for a file with one of `endings`; `chosen` gets the one that was tapped."""


def _look_into(folder: Path, endings: tuple[str, ...]) -> tuple[list[Path], list[Path], str]:
    """Return the folders and the files to be seen in one, and what is to be said about them."""
    try:
        with os.scandir(folder) as found:
            seen = [each for each in found if not each.name.startswith(".")]
        # The list of names says it already: no disk that may lie in the folder is asked.
        inside = [Path(each.path) for each in seen if each.is_dir()]
        ends = [each for each in seen if Path(each.name).suffix.lower() in endings]
        files = [Path(each.path) for each in ends if each.is_file()]
    except OSError:
        return [], [], _("This folder cannot be looked into.")
    for each in (inside, files):
        each.sort(key=lambda path: path.name.casefold())
    return inside[:MOST], files[:MOST], _about(inside, files, endings)


def _about(inside: list[Path], files: list[Path], endings: tuple[str, ...]) -> str:
    if max(len(inside), len(files)) > MOST:
        return _("Only the first {n} are shown.").format(n=MOST)
    if endings and not files:
        return _("No file in it that fits. Fitting: {endings}.").format(endings=", ".join(endings))
    return "" if inside or files else _("No folders in it.")
