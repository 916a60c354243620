"""What goes with the twitching, and how surely: groups of rows, and a page behind each row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.clock import Clock
from kivy.metrics import dp

from twitchlog.presenters.triggers import CONCERNS, Finds, TriggersPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.pages import FollowingPage, Page, heading
from twitchlog.ui.widgets.cards import Card, EmptyState, Skeleton
from twitchlog.ui.widgets.chart import SKELETON_AFTER
from twitchlog.ui.widgets.factor_row import FactorRow
from twitchlog.ui.widgets.forms import column, line
from twitchlog.ui.widgets.interval import IntervalBar
from twitchlog.ui.widgets.lettering import Icon, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.services import Services
    from twitchlog.presenters.trigger_words import TriggerGroup, TriggerRow, TriggersPage
    from twitchlog.ui.navigation import Shell


class TriggersScreen(FollowingPage):
    """The groups in their fixed order; a tap on a row opens what lies behind it."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        finds: Finds,
        *,
        check_in: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(
            services, shell, _("What goes with it?"), key="triggers", kinds=CONCERNS, **kwargs
        )
        self.presenter = TriggersPresenter(finds, self)
        self._check_in = check_in
        self._wait = Clock.create_trigger(
            lambda _s: self.hold(Skeleton(), Skeleton()), SKELETON_AFTER
        )
        self._wait()

    def show(self, page: TriggersPage) -> None:
        """Show what was found, or what is needed."""
        self._wait.cancel()
        if page.nothing:
            empty = EmptyState(
                icon="link-variant",
                title=_("What goes with your twitching will appear here"),
                text=page.nothing,
                button=_("Check in"),
            )
            empty.fbind("on_button", lambda _card: self._check_in())
            self.hold(empty)
            return
        summary = Text(text=page.summary, ink="on_surface_variant", key="triggers.summary")
        self.hold(summary, *(self._group(each) for each in page.groups))

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._wait.cancel()
        super().complain(sentence)

    def _group(self, group: TriggerGroup) -> Any:
        name = Text(text=group.name, role="title", pos_hint={"center_y": 0.5})
        count = Text(
            text=group.count, fit=True, ink="on_surface_variant", pos_hint={"center_y": 0.5}
        )
        sign = Icon(
            icon=group.icon, ink="primary", icon_size=dp(20), size=(dp(20), dp(24)),
            pos_hint={"center_y": 0.5},
        )  # fmt: skip
        card = Card(padding=0, spacing=0)
        named = False
        for at, row in enumerate(group.rows):
            made = FactorRow(
                row=row,
                labels=row.interval is not None and not named,
                divider=at > 0,
                first=at == 0,
                last=at == len(group.rows) - 1,
                key=f"triggers.row.{row.key}",
            )
            named = named or row.interval is not None
            made.fbind("on_release", lambda _row, row=row: self._open(row))
            card.add_widget(made)
        head = line(sign, name, count, spacing=dp(10), padding=(dp(4), 0, dp(4), 0))
        return column(head, card, spacing=dp(8))

    def _open(self, row: TriggerRow) -> None:
        self.shell.push(FactorPage(self.shell, row))


class FactorPage(Page):
    """One factor: the range larger, its sentence, and what it rests on."""

    def __init__(self, shell: Shell, row: TriggerRow, **kwargs: Any) -> None:
        super().__init__(shell, row.label, key="trigger", **kwargs)
        self.bar.second = row.step
        card = Card(spacing=dp(12))
        if row.interval is not None:
            card.add_widget(
                IntervalBar(interval=row.interval, verdict=row.verdict, labels=True, scale=1.5)
            )
        card.add_widget(Text(text=row.sentence, role="body_large", key="trigger.sentence"))
        parts: list[Widget] = [card]
        for name, text in row.behind:
            behind = Card()
            behind.add_widget(Text(text=text))
            parts.append(column(heading(name), behind, spacing=dp(6)))
        self.hold(*parts)

    def entered(self) -> None:
        """Nothing to read: the page shows what was found when it was opened."""

    def left(self) -> None:
        """Nothing to let go of."""


class Triggers:
    """Opens the page; what was found is kept from one time to the next."""

    def __init__(self, services: Services, shell: Shell, *, check_in: Callable[[], None]) -> None:
        self._services, self._shell, self._check_in = services, shell, check_in
        self._finds = Finds(services)

    def open(self) -> None:
        """Show the page over the screens."""
        self._shell.push(
            TriggersScreen(self._services, self._shell, self._finds, check_in=self._check_in)
        )
