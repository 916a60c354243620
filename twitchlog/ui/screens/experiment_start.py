"""The page that plans a trial: what it is, which habit, its two kinds of day, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.day_text import Meant
from twitchlog.domain.trial_rules import WORDS_LIMIT
from twitchlog.presenters.experiment_start import (
    ANOTHER,
    ASKED,
    EXPLAINED,
    ONLY_HABITS,
    TODAY,
    StartPresenter,
)
from twitchlog.presenters.experiment_words import Block, Reach
from twitchlog.translation import _
from twitchlog.ui.screens.pages import Page, heading
from twitchlog.ui.widgets.block_marks import KindMark
from twitchlog.ui.widgets.buttons import FilledButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, column, line, picking, swap
from twitchlog.ui.widgets.lettering import Icon, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.experiment_start import StartPage as Shown
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class StartPage(Page):
    """One column from what it is to *Start*; nothing is written before that is tapped."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        factor_id: str,
        *,
        started: Callable[[str, str], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(shell, _("Try a habit properly"), key="trial.start", **kwargs)
        self.presenter = presenter = StartPresenter(services, self, factor_id)
        self._started, self._filling = started, False
        self._habits = picking("trial.start.habit", presenter.choose)
        self._only = Text(text=_(ONLY_HABITS), ink="on_surface_variant")
        self._caution = Beside("information-outline")
        self._proposals = picking("trial.start.words", presenter.propose)
        self._on, self._off = self._field("on"), self._field("off")
        self._fields = column(
            _kind(on=True, field=self._on), _kind(on=False, field=self._off), spacing=dp(12)
        )
        self._lengths = picking("trial.start.length", presenter.choose_length)
        self._length = Text(ink="on_surface_variant")
        self._begins = Choices(key="trial.start.first")
        self._begins.fbind("on_pick", lambda _row, value: self._begin(value))
        self._day = DateField(
            shell, None, key="trial.start.day", label=_("First day"), today=presenter.today,
            meant=Meant.NEXT, earliest=presenter.earliest, latest=presenter.furthest, ground="card",
        )  # fmt: skip
        self._day.field.fbind("text", lambda *_args: self._day_typed())
        self._ends = Text(ink="on_surface_variant", key="trial.start.ends")
        self._when = Card(spacing=dp(8))
        self._problem = Problem()
        start = FilledButton(text=_("Start the trial"), size_hint_x=1, key="trial.start.go")
        start.fbind("on_release", lambda _button: self._start())
        self._foot = column(self._problem, start, spacing=dp(8))
        self._words = Card(spacing=dp(12))
        self._habit = Card(spacing=dp(8))
        self._two_kinds = _titled(_("Your words for the two kinds of day"), self._words)
        self._above = (
            _card(Text(text=_(EXPLAINED), role="body_large")),
            _titled(_("Which habit?"), self._habit),
        )
        self._below = (
            _titled(_("How long?"), _card(self._lengths, self._length)),
            _titled(_("When does it begin?"), self._when),
            _titled(
                _("What it asks of you"),
                _card(*(Beside("check", _(each), ink="on_surface") for each in ASKED)),
            ),
            self._foot,
        )

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self.presenter.refresh()

    def left(self) -> None:
        """Nothing to let go of: what was chosen stays as long as the page does."""

    def show(self, page: Shown) -> None:
        """Show what is chosen so far."""
        self._habits.show(page.habits)
        self._caution.text = page.caution
        caution = [self._caution] if page.caution else []
        swap(self._habit, self._habits, *caution, self._only)
        self._proposals.show(page.proposals)
        proposals = [self._proposals] if page.proposals else []
        swap(self._words, *proposals, self._fields)
        self._fill(page.on, page.off)
        self._lengths.show(page.lengths)
        self._length.text = page.length
        self._begins.show(page.begins)
        if page.day is not None and page.day != self._day.text:
            self._filling = True
            self._day.text = page.day
            self._filling = False
        day = [] if page.day is None else [self._day]
        self._ends.text = page.ends
        swap(self._when, self._begins, *day, self._ends)
        chosen = any(each.chosen for each in page.habits)
        self.hold(*self._above, *([self._two_kinds] if chosen else []), *self._below)

    def started(self, experiment_id: str, sentence: str) -> None:
        """Close, and lead to the trial that was planned."""
        self._started(experiment_id, sentence)

    def complain(self, sentence: str) -> None:
        """Say above the button what is wrong, and at the day where it is about that."""
        self._problem.text = sentence
        self._day.tells(sentence)

    def _field(self, name: str) -> TextField:
        labels = {"on": _("One kind of day"), "off": _("The other kind of day")}
        field = TextField(
            label=labels[name], longest=WORDS_LIMIT, ground="card", key=f"trial.start.{name}"
        )
        field.fbind("text", lambda *_args: self._typed())
        return field

    def _fill(self, on: str, off: str) -> None:
        self._filling = True
        for field, text in ((self._on, on), (self._off, off)):
            if field.text != text:
                field.text = text
        self._filling = False

    def _typed(self) -> None:
        if not self._filling:
            self.presenter.typed(self._on.text, self._off.text)

    def _day_typed(self) -> None:
        if not self._filling:
            self._problem.text = ""
            self.presenter.type_day(self._day.text)

    def _begin(self, value: str) -> None:
        self._problem.text = ""
        if value == ANOTHER:
            self.presenter.begin_on_another_day()
        else:
            self.presenter.begin_in(0 if value == TODAY else 1)

    def _start(self) -> None:
        self._problem.text = ""
        self.presenter.start()


class Beside(BoxLayout):
    """A small icon with words at its right."""

    text = StringProperty()

    def __init__(self, icon: str, text: str = "", *, ink: str = "on_surface_variant") -> None:
        super().__init__(size_hint_y=None, spacing=dp(10))
        self.fbind("minimum_height", self.setter("height"))
        words = Text(text=text, ink=ink, pos_hint={"top": 1})
        self.add_widget(
            Icon(icon=icon, ink="primary", icon_size=dp(20), size=(dp(20), dp(20)),
                 pos_hint={"top": 1})
        )  # fmt: skip
        self.add_widget(words)
        self.fbind("text", words.setter("text"))


def _kind(*, on: bool, field: TextField) -> Widget:
    """Return the field of one kind of day, with the sign it has in the pictures."""
    mark = KindMark(Block(on, Reach.PAST), pos_hint={"center_y": 0.5})
    return line(mark, field, spacing=dp(12))


def _card(*children: Widget) -> Card:
    card = Card(spacing=dp(8))
    for child in children:
        card.add_widget(child)
    return card


def _titled(title: str, card: Widget) -> Widget:
    return column(heading(title), card, spacing=dp(6))


def build(
    services: Services, shell: Shell, factor_id: str, *, started: Callable[[str, str], None]
) -> StartPage:
    """Return the page; `started` hears the id of the trial that was planned, and what was done."""
    return StartPage(services, shell, factor_id, started=started)
