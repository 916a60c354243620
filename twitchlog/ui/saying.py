"""What is said at the foot of the screens: one sentence, for a while, with what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.ui.layered import Layered
from twitchlog.ui.widgets.snackbar import Snackbar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kivy.uix.widget import Widget

    from twitchlog.ui.widgets.sheets import SheetLayer


class Saying(Layered):
    """A place that says one sentence at a time; `_arrange`, of who is one, gives it its place."""

    def __init__(self, **kwargs: Any) -> None:
        self.snackbar: Snackbar | None = None
        super().__init__(**kwargs)

    def snack(
        self,
        text: str,
        actions: Sequence[tuple[str, Callable[[], None]]] = (),
        *,
        gone: Callable[[], None] = lambda: None,
    ) -> Snackbar:
        """Say what was done, with up to two (words, callable) ways to change it.

        `gone` is called once they are not offered any more and none was taken.
        """
        if self.snackbar is not None:
            self.snackbar.close()
        self.snackbar = Snackbar(text, actions, lambda bar: self._snack_gone(bar, gone))
        self.snackbar.fbind("height", self._arrange)
        self.add_widget(self.snackbar)
        self._arrange()
        return self.snackbar

    def open_sheet(self, content: Widget, on_close: Callable[[], None] | None = None) -> SheetLayer:
        """Show `content` in a sheet; what is said would lie over it and names what is past."""
        if self.snackbar is not None:
            self.snackbar.close()
        return super().open_sheet(content, on_close)

    def _snack_gone(self, bar: Snackbar, gone: Callable[[], None]) -> None:
        self.remove_widget(bar)
        if self.snackbar is bar:
            self.snackbar = None
        if not bar.taken:
            gone()

    def _rest(self, _window: Any, place: tuple[float, float]) -> None:
        if self.snackbar is not None:
            self.snackbar.rest(self.snackbar.to_widget(*place))
