"""The Today screen: log in one tap, and what the day holds so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.presenters.today import TodayPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.also import AlsoCard
from twitchlog.ui.screens.today_cards import EveningCard, QuietCard, TilesCard, WeeklyCard, welcome
from twitchlog.ui.screens.today_rows import CheckinLines, LoggedToday
from twitchlog.ui.screens.today_trial import TrialLine, under_title
from twitchlog.ui.screens.today_visit import VisitLine
from twitchlog.ui.screens.trouble import BackupNotices
from twitchlog.ui.widgets.bars import RAIL, AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Ground
from twitchlog.ui.widgets.forms import Scroll, column, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.snackbar import ROOM
from twitchlog.ui.widgets.week import WeekStrip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from twitchlog.presenters.services import Services
    from twitchlog.presenters.today_page import TodayPage
    from twitchlog.ui.gate import Gate
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.also import Also
    from twitchlog.ui.screens.checkins import Checkins
    from twitchlog.ui.screens.logging import Logging
    from twitchlog.ui.screens.timing import Timing

LIST_WIDTH: Final = 460
COLUMN_WIDTH: Final = 640
STANDS_FROM: Final = 1160
"""So wide the window must be for the form to stand beside the list without being cramped."""
TICK_S: Final = 2.0


class TodayScreen(BoxLayout):
    """The day; in a wide window with the log form, or the timer, as a pane at the right."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        logging: Logging,
        checkins: Checkins,
        timing: Timing,
        open_day: Callable[[date], None],
        open_help: Callable[[], None],
        open_settings: Callable[[], None],
        open_doses: Callable[[date], None],
        open_weekly: Callable[[], None],
        open_visit: Callable[[str], None],
        open_trial: Callable[[str], None],
        open_taken: Callable[[tuple[str, ...]], None],
        gate: Gate,
        bring_in: Callable[[], None] = lambda: None,
        open_second_copy: Callable[[], None] = lambda: None,
        also: Iterable[Also] = (),
    ) -> None:
        super().__init__()
        self._shell, self._logging, self._checkins, self._timing = shell, logging, checkins, timing
        self._page: TodayPage | None = None
        self._seen = False
        self.presenter = presenter = TodayPresenter(services, self)
        self._actions = {
            name: IconButton(icon=icon, tooltip=tooltip, key=f"today.{name}")
            for name, icon, tooltip in (
                ("redo", "redo", _("Redo")),
                ("undo", "undo", _("Undo")),
                ("help", "help-circle-outline", _("Help")),
                ("settings", "cog-outline", _("Settings")),
            )
        }
        acts = (presenter.steps.redo, presenter.steps.undo, open_help, open_settings)
        self._foot = {}
        for (name, button), act in zip(self._actions.items(), acts, strict=True):
            button.fbind("on_release", lambda _button, act=act: act())
            self._foot[name] = shell.add_foot(f"rail.{name}", button.icon, button.tooltip, act)
        self._gate = gate
        self._lock = IconButton(icon="lock-outline", tooltip=_("Lock now"), key="today.lock")
        self._lock.fbind("on_release", lambda _button: gate.lock())
        self._bar = AppBar(title=_("Today"), key="today.bar")
        self._date = Text(ink="on_surface_variant", fit=True)
        # The bar lets its last icon reach over the margin, which the date must not do.
        self._edge = Widget(size_hint=(None, None), size=(dp(12), dp(1)))
        self._week = WeekStrip()
        self._week.fbind("on_day", lambda _strip, day: open_day(day))
        self._tiles = TilesCard()
        self._tiles.fbind("on_log", lambda _card, site: presenter.log(site))
        self._tiles.fbind("on_another", lambda _card: logging.log())
        self._tiles.fbind("on_timer", lambda _card: presenter.start_timer())
        self._quiet = QuietCard(presenter)
        self._visit = VisitLine(open_visit=open_visit, put_away=presenter.put_away)
        self._trial = TrialLine(presenter, open_trial)
        self._weekly = WeeklyCard(presenter, open_weekly)
        self._backups = BackupNotices(presenter, open_second_copy)
        self._evening = EveningCard(presenter)
        self._evening.on_change(lambda: self._check_in(self._evening.answers))
        self._logged = LoggedToday(
            edit=logging.edit,
            check_in=lambda: self._check_in({}),
            open_doses=lambda: open_doses(self._page.day),
            open_taken=open_taken,
            unfold=presenter.unfold,
        )
        self._checkins_asked = CheckinLines(checkins.open)
        self._also = AlsoCard(also)
        self._welcome = welcome(bring_in)
        self._cards = column(spacing=dp(12))
        self._left = BoxLayout(orientation="vertical")
        self._left.add_widget(self._bar)
        self._scroll = Scroll(self._cards, size_hint_x=None)
        self._left.add_widget(self._scroll)
        self._left.fbind("width", self._fit_scroll)
        self._pane = Ground(radius=dp(24), orientation="vertical", padding=(0, 0, 0, dp(4)))
        self._beside = BoxLayout(padding=(0, dp(16), dp(24), dp(16)))
        self._beside.add_widget(self._pane)
        self._refresh = Clock.create_trigger(lambda _s: presenter.refresh(), -1)
        services.news.listen(lambda _changes: self._hear())
        timing.host = self
        self._stands = False
        for name in ("width", "railed"):
            shell.fbind(name, self._arrange)
        self._tick = Clock.create_trigger(lambda _s: presenter.tick(), TICK_S, interval=True)
        self._arrange()

    def entered(self) -> None:
        """Hear that the screen came to the front."""
        self._seen = True
        self._tick()
        if self._timing.stands_in(self._pane):
            if self._timing.running:
                self._timing.seen(True)
            else:
                self.hosts(None)
        self.presenter.enter()

    def left(self) -> None:
        """Hear that the screen is out of sight."""
        self._seen = False
        self._tick.cancel()
        if self._timing.stands_in(self._pane):
            self._timing.seen(False)

    def hosts(self, timer: Widget | None) -> bool:
        """Show the timer in the right pane, or the form again; False where there is no pane."""
        if not self._stands or self.get_root_window() is None:
            return False
        swap(self._pane, timer or self._logging.standing())
        return True

    def show(self, page: TodayPage) -> None:
        """Show the day."""
        self._page = page
        railed = self._shell.railed
        self._bar.second = "" if railed else under_title(page)
        self._date.text = page.said_day if railed else ""
        self._week.show(page.week)
        self._tiles.show(page, standing=self._stands)
        self._logged.show(page.rows)
        shown = [] if page.first_start else [self._week]
        shown.append(self._tiles)
        shown += self._backups.of(page)
        if page.none is not None:
            self._quiet.show(page.none)
            shown.append(self._quiet)
        if page.trial is not None:
            self._trial.show(page.trial)
            shown.append(self._trial)
        if page.visit is not None:
            self._visit.show(page.visit)
            shown.append(self._visit)
        if page.rows:
            shown.append(self._logged.box)
        if self._checkins_asked.show(page):
            shown.append(self._checkins_asked)
        elif page.checkin is not None and (page.rows or not page.first_start):
            self._evening.show(page.checkin, page.day)
            shown.append(self._evening)
        if page.weekly:
            shown.append(self._weekly)
        if page.first_start and not page.rows:
            shown.append(self._welcome)
        else:
            shown.append(self._also)
        swap(self._cards, *shown)
        self._show_actions(page)

    def tell(
        self, sentence: str, *, undo: bool = True, redo: bool = False, entry: str = ""
    ) -> None:
        """Name what changed and offer to undo (or redo) it; `entry`: and to add its details."""
        actions = [(_("Details"), lambda: self._logging.edit(entry, fresh=True))] if entry else []
        if undo:
            actions.append((_("Undo"), self.presenter.steps.undo))
        elif redo:
            actions.append((_("Redo"), self.presenter.steps.redo))
        self._shell.snack(sentence, actions)

    def timer_started(self) -> None:
        """Open the timer."""
        self._timing.open()

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _check_in(self, answers: dict[str, float]) -> None:
        if self._page is not None:
            self._checkins.open(self._page.day, answers=answers)

    def _hear(self) -> None:
        """Refresh where it is seen; the rail's undo is seen from every screen."""
        if self._seen or self._shell.railed:
            self._refresh()

    def _show_actions(self, page: TodayPage) -> None:
        """Offer undo and redo where there is something; in the rail where there is one."""
        steps = {"undo": (page.undo, _("Undo: {step}")), "redo": (page.redo, _("Redo: {step}"))}
        for name, (step, words) in steps.items():
            for button in (self._actions[name], self._foot[name]):
                button.disabled = not step
                button.tooltip = words.format(step=step) if step else ""
        self._foot["redo"].opacity = 1 if page.redo else 0
        lock = [self._lock] if self._gate.locks else []
        here = [button for button in self._actions.values() if not button.disabled]
        railed = [self._date, *(lock or [self._edge])]
        swap(self._bar, *(railed if self._shell.railed else [*lock, *here]))

    @property
    def _gap(self) -> float:
        """How far what scrolls reaches over: beside the rail its bar stands beside the cards."""
        return dp(12) if self._shell.railed else 0

    def _fit_scroll(self, *_args: Any) -> None:
        self._scroll.width = self._left.width + self._gap

    def _arrange(self, *_args: Any) -> None:
        """Put the pane at the right where there is room, and the actions into the rail."""
        shell = self._shell
        self._stands = shell.width >= dp(STANDS_FROM)
        self._bar.role = "headline" if shell.railed else "title_large"
        self._bar.margin = 0 if shell.railed else dp(16)
        margin = 0 if shell.railed else dp(16)
        self._cards.padding = (margin, 0, margin + self._gap, dp(ROOM))
        if shell.railed:
            beside = shell.width - dp(RAIL)
            wide = LIST_WIDTH if self._stands else min(COLUMN_WIDTH, beside / dp(1) - 2 * 24)
            self._left.size_hint_x, self._left.width = None, dp(wide)
        else:
            self._left.size_hint_x = 1
        if self._stands:
            self.padding, self.spacing = (dp(24), 0, 0, 0), dp(24)
            if not self._pane.children:
                swap(self._pane, self._logging.standing())
            swap(self, self._left, self._beside)
        else:
            # One column stands in the middle of what the rail leaves.
            side = max(dp(24), (shell.width - dp(RAIL) - self._left.width) / 2)
            self.padding = (side, 0, side, 0) if shell.railed else 0
            swap(self, self._left)
            if self._timing.stands_in(self._pane):
                self._timing.seen(False)
            self._pane.clear_widgets()
        self._fit_scroll()
        if self._page is not None:
            self.show(self._page)


def build(services: Services, shell: Shell, **ways: Any) -> TodayScreen:
    """Return the screen.

    `ways` are the others it opens: `open_day` shows a day in the Diary, `open_doses` what was
    logged on it with a time besides twitches, `open_visit` an appointment, `open_trial` a trial,
    `open_taken` medicines; `also` is what else can be recorded.
    """
    return TodayScreen(services, shell, **ways)
