"""The page as it will be printed, over everything: to look into, to save and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.core.window import Window
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.page_picture import PageView

if TYPE_CHECKING:
    from collections.abc import Callable

CLOSER: Final = 1.5
_KEYS: Final = {
    ord("+"): CLOSER,
    ord("="): CLOSER,
    ord("-"): 1 / CLOSER,
    270: CLOSER,
    269: 1 / CLOSER,
}
"""How much closer a key looks, by its code; the last two are plus and minus of the number pad."""


class PreviewPage(BoxLayout):
    """The whole page over everything, to look closer at."""

    def __init__(
        self,
        pages: tuple[bytes, ...],
        *,
        leave: Callable[[], object],
        save: Callable[[], None],
        print_it: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        bar = AppBar(title=_("The page"), back=True, key="preview.bar")
        bar.fbind("on_back", lambda _bar: leave())
        self.view = PageView(key="preview.page")
        self.view.fbind("at", lambda _view, at: self._say(bar, at, len(pages)))
        acts = (
            ("preview.closer", "magnify-plus-outline", _("Closer"), lambda: self.closer(CLOSER)),
            ("preview.further", "magnify-minus-outline", _("Further away"),
             lambda: self.closer(1 / CLOSER)),
            ("preview.save", "content-save-outline", _("Save"), save),
            ("preview.print", "printer-outline", _("Print"), print_it),
        )  # fmt: skip
        for key, icon, tooltip, act in acts:
            button = IconButton(icon=icon, tooltip=tooltip, key=key)
            button.fbind("on_release", lambda _button, act=act: act())
            bar.add_widget(button)
        self.add_widget(bar)
        self.add_widget(self.view)
        self.view.show(pages)
        self._say(bar, 0, len(pages))
        self.fbind("parent", self._listen)

    def closer(self, factor: float) -> None:
        """Look closer or from further away."""
        self.view.closer(factor)

    def _listen(self, _page: PreviewPage, parent: object) -> None:
        (Window.fbind if parent else Window.funbind)("on_key_down", self._key)

    def _key(self, _window: Any, code: int, _scan: int, _text: str | None, held: Any) -> bool:
        """Look closer with + and further with -; page up and down turn the pages."""
        # Out of sight, or below a sheet or dialog, which has the keyboard.
        if self.get_root_window() is None or focus.scope() is not None:
            return False
        if code in _KEYS and not {"alt", "meta"} & set(held or ()):
            self.closer(_KEYS[code])
            return True
        turn = {280: -1, 281: 1}.get(code)
        if turn is not None:
            self.view.turn(turn)
            return True
        return False

    def _say(self, bar: AppBar, at: int, count: int) -> None:
        bar.second = _("Page {n} of {all}").format(n=at + 1, all=count) if count > 1 else ""
