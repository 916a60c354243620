"""The page of one trial: what today is and how far it is; once it has ended, what it showed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.experiment import Kept, State
from twitchlog.presenters.experiment import CONCERNS, ExperimentPresenter
from twitchlog.presenters.experiment_words import ICON, Block, Reach
from twitchlog.presenters.log_choices import Choice
from twitchlog.translation import _
from twitchlog.ui.screens.experiment_forms import DayForm, StopTrialForm
from twitchlog.ui.screens.experiment_result import ResultCards
from twitchlog.ui.screens.kept import row
from twitchlog.ui.screens.pages import WIDEST, FollowingPage, heading
from twitchlog.ui.widgets.block_marks import BlockMarks, KindMark
from twitchlog.ui.widgets.buttons import TonalButton
from twitchlog.ui.widgets.cards import Card, NoticeCard
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.forms import Choices, column, line, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kivy.uix.widget import Widget

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.experiment_page import DayRow
    from twitchlog.presenters.experiment_page import ExperimentPage as Shown
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

TWO_FROM: Final = 944
"""So wide the page must be for the days to stand beside the rest."""
TWO_WIDE: Final = 1120
_KEPT_ICONS: Final = {
    Kept.YES: "check-circle-outline",
    Kept.PARTLY: "circle-half-full",
    Kept.NO: "close-circle-outline",
    None: "help-circle-outline",
}


class Sides(BoxLayout):
    """Two columns of cards beside each other, as high as the higher one."""

    def __init__(self) -> None:
        super().__init__(size_hint_y=None, spacing=dp(24))
        self._columns = [column(spacing=dp(12), pos_hint={"top": 1}) for _side in range(2)]
        for each in self._columns:
            each.fbind("height", self._fit)
            self.add_widget(each)

    def show(self, left: list[Widget], right: list[Widget]) -> None:
        """Show these cards, taken from wherever they are."""
        for side, cards in zip(self._columns, (left, right), strict=True):
            swap(side, *cards)

    def _fit(self, *_args: Any) -> None:
        self.height = max(each.height for each in self._columns)


class ExperimentPage(FollowingPage):
    """One trial. `open_day` shows a day in the Diary, `open_others` all trials.

    `open_chart` opens the page of a chart, `open_entries` what a part of it was counted from, and
    `try_another` plans a new trial.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        experiment_id: str,
        *,
        open_day: Callable[[date], None],
        open_others: Callable[[], None],
        open_chart: Callable[[Looking, str], None],
        open_entries: Callable[[Query], None],
        try_another: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(services, shell, "", key="trial", kinds=CONCERNS, **kwargs)
        self._open_day, self._try = open_day, try_another
        self.presenter = presenter = ExperimentPresenter(services, self, experiment_id)
        self.result = ResultCards(
            services, shell, experiment_id, open_chart=open_chart, open_entries=open_entries
        )
        self._headline = Text(role="headline", key="trial.headline")
        self._second = Text(ink="on_surface_variant")
        self._question = Text(text=_("Did you keep to it today?"), role="title_small")
        self._answers = Choices(key="trial.kept")
        self._answers.fbind("on_pick", lambda _row, kept: self._answer(kept))
        self._told = column(self._headline, self._second, spacing=dp(2))
        self._asked = column(self._question, self._answers, spacing=dp(4))
        self._next = Text()
        self._head = Card(spacing=dp(8))
        self._marks = BlockMarks(key="trial.blocks")
        self._on, self._off = Text(pos_hint={"center_y": 0.5}), Text(pos_hint={"center_y": 0.5})
        self._key = column(
            *(
                line(
                    KindMark(Block(on, Reach.PAST), pos_hint={"center_y": 0.5}), words,
                    spacing=dp(10),
                )
                for on, words in ((True, self._on), (False, self._off))
            ),
            spacing=dp(4),
        )  # fmt: skip
        self._facts = column()
        self._progress = Card(spacing=dp(12))
        self._notes = Card(spacing=dp(8))
        self._days, self._rows = RowGroup(), {}
        self._by_day = column(heading(_("Day by day")), self._days, spacing=dp(6))
        self._more = TonalButton(icon="chevron-down", key="trial.days.more")
        self._more.fbind("on_release", lambda _button: presenter.show_all_days())
        self._acts = Flow(spacing=dp(8), line_spacing=dp(8))
        self._buttons: dict[str, TonalButton] = {}
        self._parts: tuple[list[Widget], list[Widget]] = ([], [])
        self._sides = Sides()
        # Bound weakly: a page that was closed must not be kept alive by the frame around it.
        self.fbind("width", self._arrange)
        self._others = RowGroup()
        self._others.add_widget(row(ICON, _("All trials"), "", open_others, key="trial.others"))

    def show(self, page: Shown) -> None:
        """Show the trial."""
        self.bar.title = page.title
        self._show_head(page)
        self._show_progress(page)
        swap(self._notes, *(Text(text=each, ink="on_surface_variant") for each in page.notes))
        left: list[Widget] = [self._head]
        right: list[Widget] = []
        if page.state is State.FINISHED:
            self.result.read()
            left.append(self.result.box)
        else:
            left += [self._progress, *([self._notes] if page.notes else [])]
        if page.days:
            self._show_days(page)
            right += [self._by_day, *([self._more] if page.more else [])]
        self._show_acts(page.state)
        right += [self._acts, *([self._others] if page.others else [])]
        self._parts = left, right
        self._arrange()

    def show_damaged(self, sentence: str) -> None:
        """Say why the trial is not used, and offer to remove it."""
        self.bar.title = _("A trial")
        self._offer("remove")
        notice = NoticeCard(kind="error", title=_("This trial is not used"), text=sentence)
        self._parts = [notice, self._acts], []
        self._arrange()

    def gone(self) -> None:
        """Close: the trial was removed, or its start was taken back."""
        if self.shell.page is self:
            self.shell.pop()

    def _arrange(self, *_args: Any) -> None:
        """Put the days beside the rest where there is room and a day to show, else below it."""
        left, right = self._parts
        two = self.width >= dp(TWO_FROM) and self._by_day in right
        self.column.widen(dp(TWO_WIDE if two else WIDEST))
        if two:
            self._sides.show(left, right)
            self.hold(self._sides)
        else:
            self._sides.show([], [])
            self.hold(*left, *right)

    def _show_head(self, page: Shown) -> None:
        self._headline.text, self._second.text = page.headline, page.second
        self._next.text = page.next
        parts: list[Widget] = [self._told]
        if page.today is not None:
            chosen = page.today.kept
            self._answers.show([Choice(each, each.word, chosen=each is chosen) for each in Kept])
            parts.append(self._asked)
        swap(self._head, *parts, *([self._next] if page.next else []))

    def _show_progress(self, page: Shown) -> None:
        self._marks.blocks = list(page.blocks)
        self._on.text, self._off.text = page.on, page.off
        swap(self._facts, *(Text(text=each) for each in page.facts))
        swap(self._progress, self._marks, self._key, *([self._facts] if page.facts else []))

    def _show_days(self, page: Shown) -> None:
        rows = {}
        for each in page.days:
            made = self._rows.get(each.day) or self._row(each)
            made.icon, made.title, made.second = _KEPT_ICONS[each.kept], each.title, each.second
            rows[each.day] = made
        self._rows = rows
        swap(self._days, *rows.values())
        self._more.text = page.more

    def _row(self, each: DayRow) -> ListRow:
        made = ListRow(key=f"trial.day.{each.day.isoformat()}")
        made.fbind("on_release", lambda _row: self._open(each.day))
        return made

    def _open(self, day: date) -> None:
        held = self.presenter.row(day)
        if held is not None:
            DayForm(self.shell, self.presenter, held, self._open_day).open()

    def _answer(self, kept: Kept) -> None:
        self.presenter.answer(self.presenter.today, kept)

    def _show_acts(self, state: State) -> None:
        offered = {
            State.PLANNED: ("unplan",),
            State.RUNNING: ("stop",),
            State.FINISHED: ("another", "remove"),
            State.STOPPED: ("another", "remove"),
        }
        self._offer(*offered[state])

    def _offer(self, *names: str) -> None:
        acts: dict[str, tuple[str, str, Callable[[], object]]] = {
            "another": ("plus", _("Try another"), self._try),
            "stop": ("stop", _("Stop the trial"), self._open_stop),
            "unplan": ("delete-outline", _("Remove the plan"), self.presenter.remove),
            "remove": ("delete-outline", _("Remove"), self.presenter.remove),
        }
        for name in names:
            if name not in self._buttons:
                icon, text, act = acts[name]
                button = TonalButton(text=text, icon=icon, key=f"trial.{name}")
                button.fbind("on_release", lambda _button, act=act: act())
                self._buttons[name] = button
        swap(self._acts, *(self._buttons[name] for name in names))

    def _open_stop(self) -> None:
        if self.presenter.known is not None:
            StopTrialForm(self.shell, self.presenter).open()


def build(services: Services, shell: Shell, experiment_id: str, **ways: Any) -> ExperimentPage:
    """Return the page of one trial, to be pushed over the others; `ways` lead to other screens."""
    return ExperimentPage(services, shell, experiment_id, **ways)
