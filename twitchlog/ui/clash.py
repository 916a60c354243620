"""Ask whose change is to stay where two changed the same entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from twitchlog.translation import _
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from twitchlog.presenters.clash import Clash
    from twitchlog.ui.navigation import Shell


def ask(shell: Shell, clash: Clash) -> None:
    """Show both versions; to close without an answer leaves what was typed where it is."""
    actions = [(clash.take_words, clash.take), (clash.keep_words, clash.keep)]
    shell.open_dialog(
        Dialog(
            title=clash.title,
            text=clash.sentence,
            content=Versions(clash) if clash.mine or clash.there else None,
            actions=actions,
        )
    )


class Versions(ScrollView):
    """What is here and what is there, one below the other; scrolls where that is long."""

    def __init__(self, clash: Clash, **kwargs: Any) -> None:
        super().__init__(**{"do_scroll_x": False, "bar_width": dp(4), "size_hint_y": None} | kwargs)
        self._box = BoxLayout(
            orientation="vertical", size_hint_y=None, spacing=dp(4), padding=(0, 0, dp(8), 0)
        )
        self._box.fbind("minimum_height", self._fit)
        self.key = "clash.versions"
        for title, said in ((_("Yours"), clash.mine), (_("There"), clash.there)):
            heading = Text(text=title, role="title_small")
            if self._box.children:
                self._box.add_widget(BoxLayout(size_hint_y=None, height=dp(4)))
            self._box.add_widget(heading)
            self._box.add_widget(Text(text=said))
        self.add_widget(self._box)
        self._fit()

    def _fit(self, *_args: Any) -> None:
        self._box.height = self._box.minimum_height
        self.height = min(self._box.height, Window.height * 0.45)
