"""Look and language in Settings: cards among the others, or a page beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters import settings as told
from twitchlog.settings import TEXT_SCALES
from twitchlog.translation import _
from twitchlog.ui.screens.form import stack
from twitchlog.ui.screens.pages import Page, heading
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow
from twitchlog.ui.widgets.segments import Segmented
from twitchlog.ui.widgets.switches import StopSlider, Toggle

if TYPE_CHECKING:
    from twitchlog.presenters.settings import SettingsPresenter
    from twitchlog.ui.navigation import Shell


class LookPage(Page):
    """The page that stands beside the settings at first, in a wide window."""

    only_beside = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, _("Look and language"), key="look")


class Look(BoxLayout):
    """Light or dark, text size, motion and language; what is chosen acts at once."""

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, spacing=dp(12))
        self.fbind("minimum_height", self.setter("height"))
        self._presenter = presenter
        self._size_word = Text(ink="on_surface_variant", halign="right")
        self.say_size(presenter.values.text_scale)
        for widget in (heading(_("Look")), self._worn(), heading(_("Language")), self._tongue()):
            self.add_widget(widget)

    def say_size(self, text_scale: float) -> None:
        """Say how large the text is."""
        self._size_word.text = told.size_word(text_scale)

    def _worn(self) -> Card:
        presenter, values = self._presenter, self._presenter.values
        # The row of the switch brings its own margin, as it does in every list.
        card, box = Card(padding=(0, dp(16), 0, dp(8)), spacing=0), stack(spacing=dp(8))
        box.padding = (dp(16), 0, dp(16), 0)
        card.add_widget(box)
        look = Segmented(options=told.looks(), value=values.look, key="settings.look")
        look.fbind("on_choice", lambda _segments, value: presenter.choose(look=value))
        box.add_widget(look)
        head = BoxLayout(size_hint_y=None, height=dp(28))
        head.add_widget(Text(text=_("Text size"), role="body_large"))
        head.add_widget(self._size_word)
        for child in head.children:
            child.pos_hint = {"center_y": 0.5}
            child.fbind("height", lambda _child, high: setattr(head, "height", max(high, dp(28))))
        box.add_widget(head)
        box.add_widget(self._sizes())
        motion = Toggle(active=values.less_motion, key="settings.less-motion")
        motion.fbind(
            "on_choice", lambda _toggle, active: presenter.choose(less_motion=bool(active))
        )
        row = ListRow(
            title=_("Less motion"),
            second=_("Nothing slides or fades"),
            title_role="body_large",
            right_widget=motion,
            key="settings.less-motion.row",
        )
        row.fbind("on_release", lambda _row: motion.activate())
        card.add_widget(row)
        return card

    def _sizes(self) -> BoxLayout:
        presenter = self._presenter
        slider = StopSlider(
            stops=list(TEXT_SCALES), value=presenter.values.text_scale, key="settings.text-size"
        )
        slider.fbind("on_choice", lambda _slider, value: presenter.choose(text_scale=float(value)))
        row = BoxLayout(size_hint_y=None, height=dp(48), spacing=dp(8))
        for widget in (
            Text(text=_("A"), ink="on_surface_variant", fit=True, pos_hint={"center_y": 0.5}),
            slider,
            Text(text=_("A"), role="headline", ink="on_surface_variant", fit=True,
                 pos_hint={"center_y": 0.5}),
        ):  # fmt: skip
            row.add_widget(widget)
        return row

    def _tongue(self) -> Card:
        presenter, card = self._presenter, Card()
        choices = Segmented(
            options=told.tongues(), value=presenter.values.language, key="settings.language"
        )
        choices.fbind("on_choice", lambda _segments, value: presenter.choose_language(value))
        card.add_widget(choices)
        return card
