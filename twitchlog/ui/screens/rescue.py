"""What is shown instead of a damaged diary: what can be read, the newest backup, and the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock as Frames
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.presenters.rescue import RescuePresenter
from twitchlog.translation import _
from twitchlog.ui.screens.form import stack
from twitchlog.ui.screens.pages import Column
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, TonalButton
from twitchlog.ui.widgets.cards import ActionRow, Card, EmptyState, NoticeCard
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.background import Background
    from twitchlog.clock import Clock
    from twitchlog.diary.rescue.rescuing import Rescuing
    from twitchlog.diary.sealed.keys import Key
    from twitchlog.presenters.rescue import Choice, Choices
    from twitchlog.ui.program import Program

_WIDEST: Final = 840
_BESIDE_FROM: Final = 640
"""So wide, in dp, there is room for two cards beside each other."""
_LOOK_S: Final = 0.1


class RescueScreen(BoxLayout):
    """The page; it begins to read by itself, for reading changes nothing."""

    def __init__(
        self,
        rescuing: Rescuing,
        background: Background,
        clock: Clock,
        *,
        opened: Callable[[str], None],
        open_another: Callable[[], None],
        close: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self.presenter = RescuePresenter(background, rescuing, clock, self, opened)
        self.add_widget(AppBar(title=_("Rescue your diary"), back=False, key="rescue.bar"))
        self._column = Column(widest=dp(_WIDEST))
        self.add_widget(self._column)
        self._notice = NoticeCard(
            kind="error",
            title=_("Your diary's file is damaged"),
            text=_(
                "“{name}” can no longer be read as a whole. It is left as it is and never written "
                "over. Choose what takes its place; the damaged file is kept beside it."
            ).format(name=rescuing.path.name),
            footnote=_("The folder: {folder}").format(folder=rescuing.path.parent),
        )
        self._bar = ProgressLine(key="rescue.progress")
        self._words = Text(ink="on_surface_variant")
        self._busy = Card()
        self._busy.add_widget(self._words)
        self._busy.add_widget(self._bar)
        self._choices = stack(spacing=dp(12))
        self._foot = ActionRow([(_("Open another diary"), open_another), (_("Close"), close)])
        self._shown: Choices | None = None
        self.fbind("width", lambda *_args: self._lay())
        self._looking = Frames.schedule_interval(lambda _s: self._look(), _LOOK_S)
        self.presenter.read()

    def show_reading(self) -> None:
        """Show that the damaged file is being read."""
        self._wait(_("Reading what is left of the file…"))

    def show_choices(self, choices: Choices) -> None:
        """Show what could take the place of the damaged diary."""
        self._looking.cancel()
        self._shown = choices
        self._lay()

    def show_placing(self) -> None:
        """Show that the chosen one is being put in place."""
        self._wait(_("Putting it in place…"))
        self._bar.share = 1.0

    def complain(self, sentence: str) -> None:
        """Say what did not work, and offer to try again."""
        self._looking.cancel()
        problem = NoticeCard(
            kind="error",
            title=_("That did not work"),
            text=sentence,
            actions=[(_("Try again"), self.presenter.read)],
        )
        self._column.hold([self._notice, problem, self._foot])

    def _wait(self, sentence: str) -> None:
        self._words.text = sentence
        self._shown = None
        self._column.hold([self._notice, self._busy, self._foot])

    def _look(self) -> None:
        self._bar.share = self.presenter.share

    def _lay(self) -> None:
        """Put the choices beside each other where there is room."""
        if self._shown is None:
            return
        self._choices.clear_widgets()
        choices = self._shown.choices
        beside = len(choices) > 1 and self.width >= dp(_BESIDE_FROM)
        cards: list[Widget] = [
            _card(each, self.presenter, size_hint_y=1 if beside else None) for each in choices
        ]
        if beside:
            cards = [_as_high_as_each_other(cards)]
        if not cards:
            cards = [EmptyState(icon="file-alert-outline", title=_("Nothing to bring back here"),
                                text=self._shown.none)]  # fmt: skip
        for card in cards:
            self._choices.add_widget(card)
        self._column.hold([self._notice, self._choices, self._foot])


def _beside(*widgets: Widget) -> BoxLayout:
    row = BoxLayout(spacing=dp(8), size_hint_y=None)
    row.fbind("minimum_height", row.setter("height"))
    for widget in widgets:
        row.add_widget(widget)
    return row


def _as_high_as_each_other(cards: list[Any]) -> BoxLayout:
    row = BoxLayout(spacing=dp(12), size_hint_y=None)

    def fit(*_args: Any) -> None:
        row.height = max(card.minimum_height for card in cards)

    for card in cards:
        card.fbind("minimum_height", fit)
        row.add_widget(card)
    return row


def _card(choice: Choice, presenter: RescuePresenter, **kwargs: Any) -> Card:
    card = Card(**kwargs)
    card.add_widget(Text(text=choice.title, role="title"))
    card.add_widget(Text(text=choice.second, ink="on_surface_variant"))
    if choice.advice:
        card.add_widget(Text(text=choice.advice, role="title_small", ink="primary"))
    for name, value in choice.facts:
        told = Text(text=value, halign="right", size_hint_x=1.5)
        card.add_widget(_beside(Text(text=name, ink="on_surface_variant"), told))
    card.add_widget(Text(text=choice.note, role="body_small", ink="on_surface_variant"))
    card.add_widget(Widget())  # where another card is higher, the buttons are on one line
    style = FilledButton if choice.advised else TonalButton
    button = style(text=choice.act, size_hint_x=1, key=f"rescue.{choice.key}")
    button.fbind("on_release", lambda _button: presenter.choose(choice))
    card.add_widget(button)
    return card


def build(program: Program, key: Key | None) -> RescueScreen:
    """Return the page for the program's diary, whose `key` is known where it has a password."""
    # Imported where it is needed: next to nobody ever sees this page.
    from twitchlog.diary.rescue.rescuing import Rescuing

    clock = program.door.clock
    return RescueScreen(
        Rescuing(program.door.address.path, clock, key),
        program.lanes,
        clock,
        opened=lambda said: program.open_anew(say=said),
        open_another=program.gate.open_another,
        close=program.stop,
    )
