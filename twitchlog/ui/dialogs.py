"""Small windows that ask one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import NumericProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import ActionRow
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kivy.uix.widget import Widget

    Action = tuple[str, Callable[[], None] | None]


class Dialog(BoxLayout):
    """A title, a text or any content, and buttons; open it with `shell.open_dialog(dialog)`.

    `actions`: (words, callable or None) pairs, the main one last; None only closes. An action that
    returns False keeps the dialog open, so that a wrong field can be shown. `close` is set by the
    shell.
    """

    widest = NumericProperty("400dp")

    def __init__(
        self,
        *,
        title: str,
        text: str = "",
        content: Widget | None = None,
        actions: Sequence[Action] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(
            **{
                "orientation": "vertical",
                "padding": (dp(24), dp(20), dp(16), dp(12)),
                "spacing": dp(12),
                "size_hint_y": None,
            }
            | kwargs
        )
        self.close: Callable[[], None] = lambda: None
        self.fbind("minimum_height", self.setter("height"))
        self.add_widget(Text(text=title, role="title_large"))
        if text:
            self.add_widget(Text(text=text, ink="on_surface_variant"))
        if content is not None:
            self.add_widget(content)
        wired = [(words, self._wire(act)) for words, act in actions or ((_("Close"), None),)]
        self.add_widget(ActionRow(wired[:-1], wired[-1], main_style=TextButton))

    def _wire(self, act: Callable[[], bool | None] | None) -> Callable[[], None]:
        def done() -> None:
            if act is None or act() is not False:
                self.close()

        return done
