"""The cards of Today: the one to log from, *none today*, and the evening check-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.domain.symptom import WEEKLY
from twitchlog.presenters.checkin_values import choosing
from twitchlog.translation import _, ngettext, said
from twitchlog.ui.widgets.body import PlacePicture
from twitchlog.ui.widgets.buttons import FilledButton, OutlinedButton, TextButton, TonalButton
from twitchlog.ui.widgets.cards import Card, LogCard
from twitchlog.ui.widgets.even import Even
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.forms import Choices, Question, column, line, swap
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.tiles import PlaceTile

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kivy.uix.widget import Widget

    from twitchlog.presenters.evening import CardQuestion, CheckinCard
    from twitchlog.presenters.today import TodayPresenter
    from twitchlog.presenters.today_page import NoneCard, TodayPage


class TilesCard(LogCard):
    """*Twitching now?* with a tile for each place, and the ways to log elsewhere.

    `on_log(site)`, `on_another` and `on_timer` tell what was tapped.
    """

    __events__ = ("on_log", "on_another", "on_timer")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"spacing": dp(12)} | kwargs)
        self._heading = Text(role="title_large", ink="on_primary_container")
        self._second = Text(ink="on_primary_container")
        self._tiles = Even(columns=2, spacing=dp(8))
        self._shown: dict[str, PlaceTile] = {}
        self._another = FilledButton(icon="human", size_hint_x=1, key="today.another")
        self._another.fbind("on_release", lambda _button: self.dispatch("on_another"))
        self._timer = OutlinedButton(
            icon="timer-outline",
            size_hint_x=1,
            ink="on_primary_container",
            edge="on_primary_container",
            key="today.timer",
        )
        self._timer.fbind("on_release", lambda _button: self.dispatch("on_timer"))
        self._buttons = Even(columns=2, spacing=dp(8))
        self._head = column(self._heading, self._second, spacing=dp(2))

    def on_log(self, *_args: Any) -> None:
        """Hear the place of a tapped tile."""

    def on_another(self, *_args: Any) -> None:
        """Hear that another place is meant."""

    def on_timer(self, *_args: Any) -> None:
        """Hear that the timer is meant."""

    def show(self, page: TodayPage, *, standing: bool) -> None:
        """Show the tiles; with a `standing` form, *Another place* is in sight already."""
        self._heading.role = "headline" if page.first_start else "title_large"
        self._heading.text, self._second.text = page.heading, page.line
        tiles = []
        for tile in page.tiles:
            widget = self._shown.get(tile.site)
            if widget is None:
                widget = self._shown[tile.site] = self._made(tile.site)
            widget.title, widget.second = tile.name, tile.last
            tiles.append(widget)
        self._shown = {tile.site: widget for tile, widget in zip(page.tiles, tiles, strict=True)}
        swap(self._tiles, *tiles)
        self._another.text = _("Show the whole body") if page.first_start else _("Another place")
        self._timer.text = _("Show timer") if page.timing else _("Start timer")
        buttons = [] if standing else [self._another]
        if not page.first_start or page.timing:
            buttons.append(self._timer)
        self._buttons.columns = len(buttons) or 1
        swap(self._buttons, *buttons)
        swap(self, self._head, self._tiles, *([self._buttons] if buttons else []))

    def _made(self, site: str) -> PlaceTile:
        tile = PlaceTile(picture=PlacePicture(site=site), key=f"today.tile.{site}")
        tile.fbind("on_release", lambda _tile: self.dispatch("on_log", site))
        return tile


class QuietCard(Card):
    """*No twitches today?* and the tap that says so, or takes it back."""

    def __init__(self, presenter: TodayPresenter, **kwargs: Any) -> None:
        super().__init__(**{"padding": (dp(16), dp(12))} | kwargs)
        self._name = Text(role="title_small")
        self._second = Text(ink="on_surface_variant")
        words = column(self._name, self._second, pos_hint={"center_y": 0.5})
        self._none = TonalButton(text=_("None today"), icon="check", key="today.none")
        self._none.fbind("on_release", lambda _button: presenter.none_today())
        self._back = TextButton(text=_("Take back"), key="today.none.back")
        self._back.fbind("on_release", lambda _button: presenter.take_back_none())
        for button in (self._none, self._back):
            button.pos_hint = {"center_y": 0.5}
        self._words = words
        self._row = line(words, self._none, spacing=dp(12))
        self.add_widget(self._row)

    def show(self, card: NoneCard) -> None:
        """Show the question or the answer."""
        self._name.text, self._second.text = card.name, card.line
        swap(self._row, self._words, self._back if card.said else self._none)


class WeeklyCard(Card):
    """The weekly check, offered quietly; `open_weekly` leads to it."""

    def __init__(
        self, presenter: TodayPresenter, open_weekly: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(**{"padding": (dp(16), dp(12), dp(16), dp(8)), "spacing": dp(4)} | kwargs)
        questions = ngettext("{n} short question", "{n} short questions", len(WEEKLY))
        words = column(
            Text(text=_("Weekly check"), role="title_small"),
            Text(text=questions.format(n=len(WEEKLY)), ink="on_surface_variant"),
        )
        later = TextButton(text=_("Not this week"), key="today.weekly.later")
        later.fbind("on_release", lambda _button: presenter.put_off_weekly())
        answer = TonalButton(text=said("button", "Answer"), key="today.weekly")
        answer.fbind("on_release", lambda _button: open_weekly())
        buttons = Flow(align="right", line_spacing=dp(4))
        for button in (later, answer):
            buttons.add_widget(button)
        swap(self, words, buttons)


class EveningCard(Card):
    """The evening check-in: habits said in words, sleep and stress asked afresh."""

    def __init__(self, presenter: TodayPresenter, **kwargs: Any) -> None:
        super().__init__(**{"spacing": dp(8)} | kwargs)
        self._day: date | None = None
        self.answers: dict[str, float] = {}
        self._second = Text(ink="on_surface_variant")
        words = column(Text(text=_("Evening check-in"), role="title_small"), self._second)
        moon = Icon(icon="weather-night", ink="primary", pos_hint={"top": 1})
        self._questions: dict[str, CardQuestion] = {}
        self._rows: dict[str, Choices] = {}
        self._asked: dict[str, Question] = {}
        self._change = TextButton(text=_("Change"), key="today.checkin.change")
        save = TonalButton(text=_("Save"), icon="check", key="today.checkin.save")
        save.fbind("on_release", lambda _button: presenter.save_checkin(dict(self.answers)))
        self._foot = line(Text(), self._change, save, spacing=dp(8))
        self._head = line(moon, words, spacing=dp(14))

    def on_change(self, change: Any) -> None:
        """Call `change` when all questions are asked for."""
        self._change.fbind("on_release", lambda _button: change())

    def show(self, card: CheckinCard, day: date) -> None:
        """Show what stands as yesterday; what was tapped stays for as long as the day does."""
        if day != self._day:
            self._day, self.answers = day, {}
        self._second.text = card.line
        self._questions = {each.id: each for each in card.questions}
        self.answers = {name: value for name, value in self.answers.items()
                        if name in self._questions}  # fmt: skip
        shown = []
        for name, question in self._questions.items():
            if name not in self._asked or self._asked[name].label != question.label:
                self._ask(question)
            self._mark(name)
            shown.append(self._asked[name])
        swap(self, self._head, *shown, self._foot)

    def _ask(self, question: CardQuestion) -> None:
        row = Choices(key=f"today.{question.id}", spacing=dp(6))
        row.fbind("on_pick", lambda _row, value: self._pick(question.id, value))
        asked = Question(question.label, row)
        asked.label = question.label
        self._rows[question.id], self._asked[question.id] = row, asked

    def _mark(self, name: str) -> None:
        self._rows[name].show(choosing(self._questions[name].choices, self.answers.get(name)))

    def _pick(self, name: str, value: float) -> None:
        if self.answers.get(name) == value:
            del self.answers[name]
        else:
            self.answers[name] = value
        self._mark(name)


def welcome(bring_in: Callable[[], None]) -> Widget:
    """Return what the program promises at the first start, and the way for a diary one has."""
    have = TextButton(text=_("Bring in a diary you have"), pad=dp(0), key="today.bring-in")
    have.fbind("on_release", lambda _button: bring_in())
    return column(
        _promise(
            "shield-lock-outline",
            _("Your diary stays on this computer. No account, nothing is sent anywhere."),
        ),
        _promise(
            "clipboard-text-outline",
            _("After a few days, Visit gives you one page to show a doctor."),
        ),
        line(
            Icon(icon="tray-arrow-down", ink="primary", pos_hint={"center_y": 0.5}),
            have,
            spacing=dp(16),
        ),
        spacing=dp(16),
        padding=(dp(16), dp(12)),
    )


def _promise(icon: str, words: str) -> Widget:
    """Return a line of it: an icon and a promise."""
    return line(
        Icon(icon=icon, ink="primary", pos_hint={"center_y": 0.5}),
        Text(text=words, ink="on_surface_variant", pos_hint={"center_y": 0.5}),
        spacing=dp(16),
    )
