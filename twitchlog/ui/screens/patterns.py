"""The Patterns screen: the charts, a card each, headline first; or the triggers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.period import Span
from twitchlog.presenters.chart_days import FOLLOWED
from twitchlog.presenters.patterns import PatternsPresenter
from twitchlog.presenters.trigger_days import LONG_ENOUGH
from twitchlog.translation import _
from twitchlog.ui.screens.choosing_options import choose_option
from twitchlog.ui.screens.following import Following
from twitchlog.ui.screens.not_yet import NotYetCard, all_hidden, nothing_yet
from twitchlog.ui.screens.pages import WIDEST
from twitchlog.ui.screens.patterns_cards import card_for
from twitchlog.ui.screens.patterns_deck import Deck
from twitchlog.ui.screens.patterns_parts import Tools
from twitchlog.ui.screens.patterns_segments import TRIGGERS, Parts, PatternsBar
from twitchlog.ui.screens.period_form import PeriodForm
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import RAIL
from twitchlog.ui.widgets.board import BoardView
from twitchlog.ui.widgets.cards import Skeleton
from twitchlog.ui.widgets.chart import SKELETON_AFTER
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.placed import once_placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.patterns import PatternsPage
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.spec import Choices, Words
    from twitchlog.ui.navigation import Shell

TWO_FROM: Final = 1040
"""So wide the window must be for two columns."""
FIRST_CARDS: Final = 2
"""So many cards are made at once; each of the others in a frame of its own."""


class PatternsScreen(BoxLayout):
    """The cards of a period, in a wide window in two columns; and the triggers beside them.

    `log` opens the log sheet, `open_help` the help, `open_entries` the entries that a query finds,
    `open_chart` the page of a chart, and `open_list` the list of all charts, given what brings one
    of them into sight here. `make_triggers` makes what shows which things go with the twitching.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        log: Callable[[], None],
        open_help: Callable[[], None],
        open_entries: Callable[[Query], None],
        open_chart: Callable[[Looking, str], None],
        open_list: Callable[[Looking, Callable[[str], None]], None],
        make_triggers: Callable[[], Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._shell, self._page = shell, None
        self._open_entries, self._open_chart = open_entries, open_chart
        self.presenter = PatternsPresenter(services, self)
        self._following = Following(services, FOLLOWED, lambda _days: self.presenter.refresh())
        self._span = Chip(
            text=self.presenter.looking.label,
            end_icon="menu-down",
            toggles=False,
            key="patterns.span",
            tooltip=_("Which days"),
        )
        self._span.fbind("on_release", lambda _chip: self._choose_days())
        self._bar = PatternsBar(self._span, open_help)
        self.view = BoardView(self._looked)
        self._make_triggers, self._logged, self._opened = make_triggers, "", ""
        all_charts = partial(open_list, self.presenter.looking, self.go_to)
        self.parts = Parts(self.view, self._with_triggers, self._turn, all_charts)
        self._front = self.parts.front
        not_yet = NotYetCard(log, self._open, key="patterns.not-yet")
        self._deck = Deck(self._make, not_yet, self.presenter.looking)
        self.cards = self._deck.cards
        self._skeletons = [Skeleton(), Skeleton()]
        self._make_more = Clock.create_trigger(self._make_one_more)
        self._waited = False
        self._wait = Clock.create_trigger(self._show_skeletons, SKELETON_AFTER)
        self._empty, self._hidden = nothing_yet(log), all_hidden(all_charts)
        self.add_widget(self._bar)
        self.add_widget(self.parts)
        for name in ("width", "railed"):
            shell.fbind(name, self._widen)
        self._arrange()

    def entered(self) -> None:
        """Hear that the screen came to the front."""
        self._front = self.parts.front
        if self._front == TRIGGERS:
            self.parts.triggers.entered()
            return
        self.presenter.resume()
        self._following.entered()
        self._bring_seen()
        if self._page is None:
            self._wait()

    def left(self) -> None:
        """Hear that the screen is out of sight."""
        if self._front == TRIGGERS:
            self.parts.triggers.left()
        else:
            self._following.left()

    def show_triggers(self) -> None:
        """Bring the triggers to the front."""
        self.parts.show_triggers()

    def go_to(self, kind: str) -> None:
        """Bring the card of a chart to the upper edge."""
        self.parts.show_over_time()
        card = self._deck.card(kind)
        self.view.go_to(card)
        if focus.by_keyboard():
            focus.take(card.larger)

    def begin(self, page: PatternsPage) -> None:
        """Take on a period; what was told before stays until the new is there."""
        self._page = self._deck.page = page
        self._say_days()
        self._make_cards(FIRST_CARDS)
        self._arrange()
        self.view.look()

    def count(self, sentence: str) -> None:
        """Say which days are looked at, and on how many of them anything was logged."""
        self._logged = "" if self._page is None or self._page.empty else sentence
        self._say_days()

    def show(self, kind: str, chart: Words) -> None:
        """Show what a chart tells."""
        self.cards[kind].show(chart)
        self._hold()

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _make_cards(self, most: int) -> None:
        """Make so many cards that are not there yet, and the others in the frames after this."""
        if self._deck.make(most):
            self._make_more()

    def _make_one_more(self, *_args: Any) -> None:
        self._make_cards(1)
        self._hold()

    def _make(self, kind: str) -> Any:
        tools = Tools(
            draw=self.presenter.draw,
            entries=self._open_entries,
            choose=partial(self._choose, kind),
            larger=lambda: self._open(kind),
            triggers=self.show_triggers,
        )
        card = card_for(kind, tools, key=f"patterns.{kind}")
        card.picture.fbind("part", lambda *_args: self._bring(card))
        card.kinds = (kind,)
        card.big = self._fits[0]
        return card

    def _bring(self, card: Any) -> None:
        """Scroll to what says the tapped part, once it has its place."""
        if card.tapped():
            once_placed(lambda: self.view.bring(card.bar))

    def _open(self, kind: str) -> None:
        """Open the page of a chart."""
        self._opened = kind
        self._open_chart(self.presenter.looking, kind)

    def _bring_seen(self) -> None:
        """Bring into sight the chart that one turned to on the page, if it is another."""
        opened, self._opened = self._opened, ""
        card = self.cards.get(self.presenter.looking.seen) if opened else None
        if card is not None and card is not self.cards.get(opened) and not self.view.in_sight(card):
            self.view.go_to(card)

    def _looked(self, seen: list[Any], near: list[Any]) -> None:
        """Have what is in sight told first, then what is near; draw only those."""
        if self._page is None or self._page.empty:
            return
        kinds = [kind for card in (*seen, *near) for kind in card.kinds]
        for kind, card in self.cards.items():
            card.near = kind in kinds
        self.presenter.want(kinds + self._deck.told_with(kinds, self.view.board.children))

    def _widen(self, *_args: Any) -> None:
        if self._room() != self._fits or (self._page is not None and self._page.empty):
            self._arrange()

    def _room(self) -> tuple[bool, bool, bool]:
        """Return whether there is room for two columns, a rail, and two panes."""
        return self._shell.width >= dp(TWO_FROM), self._shell.railed, self._shell.wide

    def _arrange(self) -> None:
        """Put the cards where they belong at this width."""
        self._fits = wide, railed, _panes = self._room()
        margin = dp(24 if railed else 16)
        self._bar.fit(margin=margin, railed=railed)
        self.parts.fit(self._bar, margin=margin, wide=self._shell.wide)
        board = self.view.board
        board.columns = 2 if wide and self._page is not None and not self._page.empty else 1
        board.gap = dp(16 if wide else 12)
        sides = margin
        if railed and self._page is not None and self._page.empty:
            # As wide as a page: there is but one card.
            sides = max(margin, (self._shell.width - dp(RAIL) - dp(WIDEST)) / 2)
        board.padding = (sides, 0, sides, dp(24))
        for card in self.cards.values():
            card.big = wide
        self._hold()

    def _hold(self) -> None:
        """Show the cards, or what stands there instead."""
        if self._page is None:
            self.view.hold(list(self._skeletons) if self._waited else [])
        elif self._page.empty:
            self.view.hold([self._empty])
        else:
            hidden = [] if self._deck.missing else [self._hidden]
            self.view.hold(self._deck.laid_out() or hidden)

    def _show_skeletons(self, *_args: Any) -> None:
        self._waited = True
        self._hold()

    def _with_triggers(self) -> Any:
        made = self._make_triggers()
        made.fbind("label", lambda *_args: self._say_days())
        made.fit(margin=self._bar.margin)
        return made

    def _turn(self) -> None:
        """Let the part that left the front rest, and wake the other."""
        self.left()
        self.entered()
        self._say_days()

    def _say_days(self) -> None:
        """Say of which days the part in front is."""
        of_triggers = self.parts.front == TRIGGERS
        self._span.text = self.parts.triggers.label if of_triggers else self.presenter.looking.label
        self._bar.second = "" if of_triggers else self._logged

    def _choose_days(self) -> None:
        of_triggers = self.parts.front == TRIGGERS
        chooses = self.parts.triggers.presenter if of_triggers else self.presenter
        spans = LONG_ENOUGH if of_triggers else tuple(Span)
        PeriodForm(self._shell, chooses, key="patterns", spans=spans).open()

    def _choose(self, kind: str, choices: Choices) -> None:
        choose_option(
            self._shell,
            choices,
            day=self.presenter.looking.day_of(kind, choices),
            today=self.presenter.today,
            chosen=partial(self.presenter.pick, kind),
        )


build = PatternsScreen
