"""The Diary screen: the month, and the days below it or beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.domain.checkin import DayState
from twitchlog.presenters.day_list import Heading
from twitchlog.presenters.diary import CONCERNS, WHOLE, DiaryPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.diary_rows import HEAD, DayHead, DayRow, FoldedDays
from twitchlog.ui.screens.following import Following, tell
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.calendar import Calendar
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.heights import Heights
from twitchlog.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.presenters.day_list import EntryRow, Section
    from twitchlog.presenters.month import Month
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

ROW: Final = 64
CALENDAR_WIDTH: Final = 420


class _Days:
    """Fills the list with the sections of the presenter."""

    def __init__(self, screen: DiaryScreen) -> None:
        self._screen = screen

    def kind(self, section: int, item: int) -> str:
        """Return `row`, or the kind of heading."""
        return "row" if item else str(self._screen.presenter.sections[section].heading)

    def make(self, kind: str) -> Widget:
        """Return a new widget of a kind."""
        screen = self._screen
        if kind == "row":
            row = DayRow()
            row.fbind("on_release", lambda each: screen.open_row(each.entry))
            return row
        if kind == Heading.FOLDED:
            folded = FoldedDays(size_hint_x=None)
            folded.fbind("on_release", lambda each: screen.presenter.unfold(each.section))
            return folded
        none = None if kind == Heading.LOGGED else screen.none_that_day
        return DayHead(add=screen.add_to, none=none)

    def fill(self, widget: Any, section: int, item: int) -> None:
        """Show an item in a widget."""
        shown = self._screen.presenter.sections[section]
        if item:
            rows = self._screen.presenter.rows(shown.first)
            widget.first, widget.last = item == 1, item == shown.rows
            widget.divider = item > 1
            widget.show(rows[item - 1] if rows and item <= len(rows) else None)
        elif shown.heading is Heading.FOLDED:
            widget.title, widget.second, widget.section = shown.title, shown.second, section
            widget.key = f"diary.folded.{shown.last}"
            widget.settle()
        else:
            widget.show(shown)

    def seen(self, first: int, last: int) -> None:
        """Fetch what is missing."""
        self._screen.presenter.seen(first, last)


class DiaryScreen(BoxLayout):
    """The month card and the days; side by side in a wide window.

    `edit` opens an entry or check-in, `log` the log sheet for a day, `search` the search. `add_to`
    asks what to add to a day, and is given what says that it had none, where it may.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        edit: Callable[[EntryRow], None],
        add_to: Callable[[date, Callable[[date], None] | None], None],
        log: Callable[[date], None],
        search: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._shell, self._edit, self._add_to = shell, edit, add_to
        self._wide: bool | None = None
        self._shown: tuple[Section, ...] = ()
        self.presenter = DiaryPresenter(services, self)
        self._following = Following(services, CONCERNS, self.presenter.refresh, whole=WHOLE)
        self.calendar = Calendar()
        self.calendar.fbind("on_day", lambda _card, day: self.presenter.choose(day))
        self.calendar.fbind("on_turn", lambda _card, months: self.presenter.turn(months))
        self.calendar.fbind("on_arrow", self._arrow)
        self.bar = AppBar(title=_("Diary"), key="diary.bar")
        self.bar.fbind("on_back", lambda _bar: shell.pop())
        find = IconButton(icon="magnify", tooltip=_("Search"), key="diary.search")
        find.fbind("on_release", lambda _button: search())
        self.bar.add_widget(find)
        self._undo = IconButton(icon="undo", tooltip=_("Undo"), key="diary.undo")
        self._undo.fbind("on_release", lambda _button: self.presenter.steps.undo())
        self._above = BoxLayout(orientation="vertical", size_hint=(None, None), spacing=dp(12))
        self._above.fbind("minimum_height", self._above.setter("height"))
        self._empty = EmptyState(
            icon="calendar-month-outline",
            title=_("Your days will appear here"),
            text=_(
                "Log a twitch, or say that a day had none. A day with neither is not logged, "
                "which is not the same as none."
            ),
            button=_("Log a twitch"),
        )
        self._empty.fbind("on_button", lambda _card: log(self.presenter.chosen))
        self.list = VirtualList(_Days(self))
        self._beside = BoxLayout(size_hint=(None, 1), orientation="vertical")
        self._body = BoxLayout()
        self.add_widget(self.bar)
        self.add_widget(self._body)
        shell.fbind("wide", self._arrange)
        shell.fbind("railed", self._arrange)
        self._arrange()

    def entered(self) -> None:
        """Hear that the screen came to the front."""
        self._following.entered()

    def left(self) -> None:
        """Hear that the screen is out of sight."""
        self._following.left()

    def show_day(self, day: date) -> None:
        """Show the days from one day downwards."""
        self.presenter.choose(day)

    def show_month(self, month: Month) -> None:
        """Show a month in the calendar."""
        self.calendar.show(month)

    def show_days(self, days: tuple[Section, ...], *, keep: bool) -> None:
        """Show the list of days."""
        heights = Heights([each.rows for each in days], head=dp(HEAD), row=dp(ROW))
        spot, before, self._shown = self.list.spot(), self._shown, days
        self._fill_above()
        self._fit_undo()
        self.list.show(heights, keep=keep)
        if keep and spot is not None:
            # The same day stays where it is, whatever was added or folded above it.
            day = before[spot[0]].first
            found = (at for at, each in enumerate(days) if each.first <= day <= each.last)
            section = next(found, None)
            if section is not None:
                self.list.go_to(section, *spot[1:])

    def show_rows(self, days: frozenset[date]) -> None:
        """Show rows that have been read."""
        shown = self.presenter.sections
        self.list.refill([at for at, each in enumerate(shown) if each.first in days])

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say what was changed, with a way back."""
        tell(self._shell, self.presenter.steps, sentence, undo=undo, redo=redo)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def none_that_day(self, day: date) -> None:
        """Record that there was no twitch on a day."""
        self.presenter.none_that_day(day)

    def add_to(self, day: date) -> None:
        """Ask what to add to a day."""
        missing = any(
            each.first == day and each.state is DayState.NOT_LOGGED
            for each in self.presenter.sections
        )
        self._add_to(day, self.none_that_day if missing else None)

    def open_row(self, entry: EntryRow | None) -> None:
        """Open an entry or a check-in for editing."""
        if entry is not None:
            self._edit(entry)

    def _arrow(self, _card: Any, day: date, days: int) -> None:
        self.presenter.step(day, days)
        self.calendar.grid.take_focus()

    def _arrange(self, *_args: Any) -> None:
        """Put the month beside the days where there is room, else above them."""
        self._fit_undo()
        if self._shell.wide == self._wide:
            return
        self._wide = self._shell.wide
        margin = dp(24 if self._wide else 16)
        self.bar.margin = self.list.inset = margin
        self._body.clear_widgets()
        self._beside.clear_widgets()
        self._fill_above()
        if self._wide:
            self._beside.width = dp(CALENDAR_WIDTH) + margin
            self._beside.padding = (margin, 0, 0, 0)
            self._beside.add_widget(self.calendar)
            self._beside.add_widget(Widget())
            self._body.add_widget(self._beside)
        self._body.add_widget(self.list)

    def _fit_undo(self) -> None:
        """Offer undo where there is something to undo and no rail that offers it."""
        step, shown = self.presenter.undo, self._undo.parent is not None
        self._undo.tooltip = _("Undo: {step}").format(step=step)
        if shown != bool(step and not self._shell.railed):
            (self.bar.remove_widget if shown else self.bar.add_widget)(self._undo)

    def _fill_above(self) -> None:
        """Put above the days what belongs there: the month on a phone, and what to do at first."""
        wanted = ([] if self._wide else [self.calendar]) + ([self._empty] * self.presenter.empty)
        if list(reversed(self._above.children)) != wanted:
            self._above.clear_widgets()
            for widget in wanted:
                self._above.add_widget(widget)
        margin = self.list.inset
        self._above.padding = (margin, 0, margin, dp(4)) if wanted else 0
        self.list.set_head(self._above if wanted else None)


build = DiaryScreen
