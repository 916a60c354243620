"""The timer: a whole page, the right pane of Today in a wide window, and a bar while it is away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.twitch import Strength
from twitchlog.presenters.timer import TimerPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.timer_parts import PlacePill, TimerBar
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, TextButton
from twitchlog.ui.widgets.forms import Question, Scroll, column, line
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.ring import Ring
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.presenters.services import Services
    from twitchlog.presenters.timer import TimerPage
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.log_sheet import Logging

PAGE_TICK_S: Final = 0.25
BAR_TICK_S: Final = 1.0
PAGE_WIDTH: Final = 412


class TimerFace(BoxLayout):
    """The page of a running timer."""

    def __init__(self, timing: Timing) -> None:
        super().__init__(orientation="vertical")
        presenter = timing.presenter
        self._timing = timing
        self._bar = AppBar(
            title=_("Timing"),
            back=True,
            back_icon="chevron-down",
            back_tooltip=_("Keep it running"),
        )
        self._bar.fbind("on_back", lambda _bar: timing.close())
        self._pill = PlacePill(key="timer.place")
        self._pill.fbind("on_release", lambda _pill: timing.ask_place())
        self._ring = Ring(key="timer.ring")
        self._strength = Segmented(
            options=[(int(each), each.word) for each in Strength], key="timer.strength"
        )
        self._strength.fbind(
            "on_choice", lambda _row, value: presenter.choose_strength(Strength(value))
        )
        self._safe = Text(ink="on_surface_variant")
        stop = FilledButton(
            text=_("Stop and save"), icon="stop", tall=dp(64), size_hint_x=1, key="timer.stop"
        )
        stop.fbind("on_release", lambda _button: presenter.stop())
        away = TextButton(
            text=_("Throw this one away"), key="timer.away", pos_hint={"center_x": 0.5}
        )
        away.fbind("on_release", lambda _button: presenter.throw_away())
        safe = line(
            Icon(icon="content-save-outline", pos_hint={"center_y": 0.5}), self._safe,
            spacing=dp(12),
        )  # fmt: skip
        upper = column(
            _centred(self._pill, dp(64)),
            _centred(self._ring, dp(300)),
            Question(_("How strong, so far?"), self._strength),
            spacing=dp(8),
        )
        lower = column(safe, stop, away, spacing=dp(12))
        lower.padding = (0, dp(8), 0, dp(16))
        inner = BoxLayout(orientation="vertical", size_hint_x=None)
        self._upper = Scroll(upper)
        inner.add_widget(self._upper)
        inner.add_widget(lower)
        self._inner = inner
        middle = AnchorLayout()
        middle.add_widget(inner)
        middle.fbind("width", self._fit)
        self.add_widget(self._bar)
        self.add_widget(middle)

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self._timing.seen(True)

    def left(self) -> None:
        """Hear that the page is gone."""
        self._timing.seen(False)

    def show(self, page: TimerPage) -> None:
        """Show the time so far."""
        self._bar.second = page.started
        self._pill.site, self._pill.text = page.site, page.place
        self._ring.share, self._ring.time, self._ring.unit = page.minute, page.time, page.unit
        self._strength.value = None if page.strength is None else int(page.strength)
        self._safe.text = page.safe

    def _fit(self, _middle: Any, width: float) -> None:
        self._inner.width = min(width, dp(PAGE_WIDTH)) - 2 * dp(24)


class Timing:
    """Keeps page and bar in step with the one running timer.

    `host` is the screen that can show the page in its right pane.
    """

    def __init__(self, services: Services, shell: Shell, logging: Logging) -> None:
        self._shell, self._logging = shell, logging
        self.host: Any = None
        self._face: TimerFace | None = None
        self._bar: TimerBar | None = None
        self._open = False
        self._beat: Any = None
        self._running = False
        self.presenter = TimerPresenter(services, self)
        self.presenter.refresh()

    def open(self) -> None:
        """Show the page, in the right pane where there is one."""
        if self._face is None:
            self._face = TimerFace(self)
        self.presenter.refresh()
        if self._open:
            return
        if self._face.parent is not None:
            self._face.parent.remove_widget(self._face)
        if self.host is not None and self.host.hosts(self._face):
            self.seen(True)
        else:
            self._shell.push(self._face)

    def close(self) -> None:
        """Put the page away; the timer goes on in the bar."""
        if self._shell.page is self._face:
            self._shell.pop()
        elif self.host is not None:
            self.host.hosts(None)
            self.seen(False)

    def seen(self, on: bool) -> None:
        """Hear whether the page is in sight."""
        self._open = on
        self._beat_again()
        self.presenter.tick()

    def stands_in(self, pane: Widget) -> bool:
        """Return whether the page is what `pane` holds."""
        return self._face is not None and self._face.parent is pane

    @property
    def running(self) -> bool:
        """Whether a timer is running."""
        return self._running

    def ask_place(self) -> None:
        """Ask for the place of the running timer."""
        self._logging.ask_place(_("Where is it?"), self.presenter.choose_place)

    def show(self, page: TimerPage) -> None:
        """Show the timer, as a page or as the bar."""
        if not self._running:
            self._running = True
            self._beat_again()
        if self._open and self._face is not None:
            self._face.show(page)
            self._shell.timer_bar = None
            return
        if self._face is not None:
            self._face.show(page)
        if self._bar is None:
            self._bar = TimerBar(self.presenter.stop, key="timer.bar")
            self._bar.fbind("on_release", lambda _bar: self.open())
        self._bar.text = page.bar
        self._shell.timer_bar = self._bar

    def no_timer(self) -> None:
        """Show that none is running."""
        self._running = False
        self._beat_again()
        self._shell.timer_bar = None
        if self._open:
            self.close()

    def ask_where(self) -> None:
        """Let the person choose the place, and stop there."""
        self._logging.ask_place(_("Where was it?"), self.presenter.stop_at)

    def stopped(self, sentence: str, *, entry: str = "") -> None:
        """Leave, name what changed and offer to undo it; `entry`: and to add its details."""
        actions = [(_("Details"), lambda: self._logging.edit(entry))] if entry else []
        undo = self._shell.shortcuts.get("ctrl+z")
        if undo:
            actions.append((_("Undo"), undo))
        self._shell.snack(sentence, actions)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _beat_again(self) -> None:
        if self._beat is not None:
            self._beat.cancel()
            self._beat = None
        if self._running:
            pace = PAGE_TICK_S if self._open else BAR_TICK_S
            self._beat = Clock.schedule_interval(lambda _s: self.presenter.tick(), pace)


def _centred(widget: Any, high: float) -> AnchorLayout:
    box = AnchorLayout(size_hint_y=None, height=high)
    box.add_widget(widget)
    return box
