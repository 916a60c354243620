"""The Patterns screen: the charts, a card each, headline first; or the triggers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.period import Span
from twitchlog.presenters.charts import CONCERNS
from twitchlog.presenters.patterns import PatternsPresenter
from twitchlog.presenters.trigger_days import LONG_ENOUGH
from twitchlog.translation import _
from twitchlog.ui.screens.choosing_options import choose_option
from twitchlog.ui.screens.following import Following
from twitchlog.ui.screens.not_yet import SharedCards
from twitchlog.ui.screens.patterns_cards import card_for
from twitchlog.ui.screens.patterns_parts import Tools
from twitchlog.ui.screens.patterns_segments import TRIGGERS, Parts, PatternsBar
from twitchlog.ui.screens.period_form import PeriodForm
from twitchlog.ui.widgets.board import BoardView, once_placed
from twitchlog.ui.widgets.cards import EmptyState, Skeleton
from twitchlog.ui.widgets.chart import SKELETON_AFTER
from twitchlog.ui.widgets.chips import Chip

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
    """The cards of a period, in a wide window in two columns; and the triggers beside them."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        log: Callable[[], None],
        open_help: Callable[[], None],
        open_entries: Callable[[Query], None],
        open_chart: Callable[[Looking, str], None],
        make_triggers: Callable[[], Any],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._shell, self._page = shell, None
        self._open_entries, self._open_chart = open_entries, open_chart
        self.presenter = PatternsPresenter(services, self)
        self._following = Following(services, CONCERNS, lambda _days: self.presenter.refresh())
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
        self._make_triggers, self._logged = make_triggers, ""
        self.parts = Parts(self.view, self._with_triggers, self._turn)
        self._front = self.parts.front
        self.cards: dict[str, Any] = {}
        self._shared = SharedCards(log)
        self._skeletons = [Skeleton(), Skeleton()]
        self._make_more = Clock.create_trigger(self._make_one_more)
        self._waited = False
        self._wait = Clock.create_trigger(self._show_skeletons, SKELETON_AFTER)
        self._empty = EmptyState(
            title=_("Your patterns will appear here"),
            text=_(
                "When it twitches, where, and for how long. Pictures grow with each day you log; "
                "a quiet day counts too."
            ),
            button=_("Log a twitch"),
        )
        self._empty.fbind("on_button", lambda _card: log())
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

    def begin(self, page: PatternsPage) -> None:
        """Take on a period; what was told before stays until the new is there."""
        self._page = page
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
        page = self._page
        missing = (
            []
            if page is None or page.empty
            else [kind for kind in page.kinds if kind not in self.cards]
        )
        for kind in missing[:most]:
            self.cards[kind] = self._make(kind)
        if len(missing) > most:
            self._make_more()

    def _make_one_more(self, *_args: Any) -> None:
        self._make_cards(1)
        self._hold()

    def _make(self, kind: str) -> Any:
        tools = Tools(
            draw=self.presenter.draw,
            entries=self._open_entries,
            choose=partial(self._choose, kind),
            larger=lambda: self._open_chart(self.presenter.looking, kind),
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

    def _looked(self, seen: list[Any], near: list[Any]) -> None:
        """Have what is in sight told first, then what is near; draw only those."""
        if self._page is None or self._page.empty:
            return
        kinds = [kind for card in (*seen, *near) for kind in card.kinds]
        kinds += self._after(kinds)
        for kind, card in self.cards.items():
            card.near = kind in kinds
        self.presenter.want(kinds)

    def _after(self, kinds: list[str]) -> list[str]:
        """Return what comes next and has no card, because nothing is known to be said of it."""
        found: list[str] = []
        known = False
        for kind, card in self.cards.items():
            if not card.silent:
                known = kind in kinds
            elif known:
                found.append(kind)
        return found

    def _widen(self, *_args: Any) -> None:
        if self._room() != self._fits:
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
        board.padding = (margin, 0, margin, dp(24))
        for card in self.cards.values():
            card.big = wide
        self._hold()

    def _hold(self) -> None:
        """Show the cards; neighbours that have nothing to show yet share one."""
        if self._page is None:
            self.view.hold(list(self._skeletons) if self._waited else [])
        elif self._page.empty:
            self.view.hold([self._empty])
        else:
            shown = {kind: card for kind, card in self.cards.items() if not card.silent}
            self.view.hold(self._shared.of(shown))

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


def build(
    services: Services,
    shell: Shell,
    *,
    log: Callable[[], None],
    open_help: Callable[[], None],
    open_entries: Callable[[Query], None],
    open_chart: Callable[[Looking, str], None],
    make_triggers: Callable[[], Any],
) -> PatternsScreen:
    """Return the screen; `log` opens the log sheet and `open_help` the help.

    `open_entries` opens the entries that a query finds, `open_chart` the page of a chart,
    `make_triggers` makes what shows which things go with the twitching.
    """
    return PatternsScreen(
        services,
        shell,
        log=log,
        open_help=open_help,
        open_entries=open_entries,
        open_chart=open_chart,
        make_triggers=make_triggers,
    )
