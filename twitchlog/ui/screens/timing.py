"""Keep the timer in sight, wherever the person is; its modules wait until one runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock

from twitchlog.presenters.timer import TimerPresenter
from twitchlog.translation import _

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.presenters.services import Services
    from twitchlog.presenters.timer import TimerPage
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.logging import Logging
    from twitchlog.ui.screens.timer import TimerFace
    from twitchlog.ui.screens.timer_parts import TimerBar

PAGE_TICK_S: Final = 0.25
BAR_TICK_S: Final = 1.0


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
        logging.show_timer = self.open
        self.presenter = TimerPresenter(services, self)
        self.presenter.refresh()

    def open(self) -> None:
        """Show the page, in the right pane where there is one."""
        if self._face is None:
            from twitchlog.ui.screens.timer import TimerFace

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

    def leave(self) -> None:
        """Show no timer any more: the diary it runs in is closed."""
        self._running = False
        self._beat_again()

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
        presenter = self.presenter
        self._logging.ask_place(_("Where is it?"), presenter.choose_place, presenter.offer_places)

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
            from twitchlog.ui.screens.timer_parts import TimerBar

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
        presenter = self.presenter
        self._logging.ask_place(_("Where was it?"), presenter.stop_at, presenter.offer_places)

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
