"""What goes with the twitching, and how surely: rows in groups, and beside them what is behind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.properties import StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.trigger_finds import CONCERNS
from twitchlog.presenters.triggers import TriggersPresenter
from twitchlog.translation import _
from twitchlog.ui import opening
from twitchlog.ui.screens.following import Following
from twitchlog.ui.screens.pages import Column
from twitchlog.ui.screens.triggers_factor import FactorPage, FactorParts, Tools
from twitchlog.ui.screens.triggers_list import TriggersList
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import RAIL
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Skeleton
from twitchlog.ui.widgets.chart import SKELETON_AFTER
from twitchlog.ui.widgets.forms import line, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.trigger_page import FactorDetail, TriggersPage
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.factor_row import FactorRow

LIST_SHARE: Final = 0.46
LIST_WIDEST: Final = 560


class TriggersPane(BoxLayout):
    """The list; in a wide window with the chosen factor beside it, else that is a page over all.

    `label` says of which days it is. While it works, what was found before stays. `check_in` opens
    that of today, `open_entries` what a query finds, `open_experiment` a trial of the habit of an
    id, and `open_trial` the trial of an id.
    """

    label = StringProperty()

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        check_in: Callable[[], None],
        open_entries: Callable[[Query], None],
        open_experiment: Callable[[str], None],
        open_trial: Callable[[str], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._services, self.shell = services, shell
        self.presenter = TriggersPresenter(services, self)
        self.following = Following(services, CONCERNS, lambda _days: self._look())
        self.label = self.presenter.days.label
        self.tools = Tools(
            draw=self.presenter.draw,
            entries=open_entries,
            experiment=open_experiment,
            trial=open_trial,
            presenter=self.presenter,
            shell=shell,
        )
        self._page: TriggersPage | None = None
        self._margin = dp(16)
        self._chosen, self._asked = "", False
        self._summary = Text(
            ink="on_surface_variant", key="triggers.summary", pos_hint={"center_y": 0.5}
        )
        about = IconButton(
            icon="information-outline", tooltip=_("What to expect"), key="triggers.expect",
            pos_hint={"center_y": 0.5},
        )  # fmt: skip
        about.fbind("on_release", lambda _button: self.list.say_what_to_expect())
        self._head = line(self._summary, about)
        self.list = TriggersList(services, shell, self, check_in=check_in)
        self._left = BoxLayout(orientation="vertical")
        self._right, self._parts = Column(), FactorParts(self.tools)
        self._over: FactorPage | None = None
        self._wait = Clock.create_trigger(self._say_that_it_works, SKELETON_AFTER)
        swap(self._left, self.list)
        self.add_widget(self._left)
        # Bound weakly: the frame outlives what is shown in it.
        shell.bind(width=self._arrange)

    def entered(self) -> None:
        """Hear that it came to the front."""
        self.following.entered()

    def left(self) -> None:
        """Hear that it is out of sight."""
        self.following.left()

    def fit(self, *, margin: float) -> None:
        """Stand as far from the edges as the bar above it."""
        self._margin = margin
        self._arrange()

    def days_changed(self) -> None:
        """Say of which days it is now."""
        self.label = self.presenter.days.label
        self._wait()

    def show(self, page: TriggersPage) -> None:
        """Show what was found, or what is needed."""
        self._wait.cancel()
        self._page, self._summary.text = page, page.summary
        self.list.show(page)
        self._arrange()
        if self._over is not None:
            self.presenter.open(self._over.key_of_row)

    def show_detail(self, detail: FactorDetail | None) -> None:
        """Show what lies behind the row that was asked for, beside the list or over it."""
        if self._over is not None:
            if detail is None:
                self.shell.pop()
            else:
                self._over.show(detail)
        elif self._two():
            self._right.hold([] if detail is None else self._parts.show(detail))
            self._right.scroll_y = 1
        elif detail is not None and self._asked:
            self.shell.push(FactorPage(self, detail))
        self._asked = False

    def page_entered(self, page: FactorPage) -> None:
        """Hear that the page of a factor is in front."""
        self._over = page
        self.following.entered()

    def page_left(self) -> None:
        """Hear that the page of a factor is out of sight."""
        self._over = None
        self.following.left()

    def choose(self, row: FactorRow) -> None:
        """Show what lies behind a row."""
        self._chosen, self._asked = row.row.key, True
        if self._two():
            self.list.mark_row(self._chosen)
        self.presenter.open(self._chosen)

    def move(self, row: FactorRow, steps: int) -> None:
        """Give the keyboard to a neighbour of a row; beside the list it is chosen at once."""
        rows = self.list.rows
        at = rows.index(row) + steps
        if 0 <= at < len(rows):
            focus.used_keyboard(True)
            focus.take(rows[at])
            if self._two():
                self.choose(rows[at])

    def saved(self, path: Path, sentence: str) -> None:
        """Say where something was saved."""
        show = partial(opening.open_behind, self._services, lambda: path.parent, self)
        self.shell.snack(sentence, [(_("Show the folder"), show)])

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._wait.cancel()
        self._summary.text = self._page.summary if self._page is not None else ""
        self.shell.snack(sentence)

    def _two(self) -> bool:
        """Return whether the chosen factor stands beside the list."""
        return bool(self.shell.wide and self._page and self._page.rows and not self.presenter.gated)

    def _arrange(self, *_args: Any) -> None:
        """Put the list alone, or the chosen factor beside it."""
        two, margin = self._two(), self._margin
        # The room to touch the sign reaches beyond the edge of the cards.
        self._head.padding = (margin, 0, margin - dp(12), dp(8))
        told = bool(self._page and self._page.summary and not self._page.nothing)
        swap(self._left, *([self._head] if told else []), self.list)
        self.list.fit(margin=margin, beside=two)
        if two:
            self._left.size_hint_x = None
            room = self.shell.width - (dp(RAIL) if self.shell.railed else 0)
            self._left.width = min(room * LIST_SHARE, dp(LIST_WIDEST))
            self._right.cards.padding = (dp(8), 0, margin, dp(24))
            swap(self, self._left, self._right)
            self._choose_some()
        else:
            self._left.size_hint_x = 1
            swap(self, self._left)
            self.list.mark_row("")

    def _choose_some(self) -> None:
        """Show the row chosen before, or the first one."""
        keys = [row.row.key for row in self.list.rows]
        if not keys:
            return
        if self._chosen not in keys:
            self._chosen = keys[0]
        self.list.mark_row(self._chosen)
        self.presenter.open(self._chosen)

    def _look(self) -> None:
        self._wait()
        self.presenter.refresh()

    def _say_that_it_works(self, *_args: Any) -> None:
        """Say so after a while; what was found before stays, else grey cards stand for it."""
        self._summary.text = _("Looking at your days…")
        if self._page is None:
            swap(self._left, self._head, self.list)
            self.list.hold_cards([Skeleton(), Skeleton()])


build = TriggersPane
