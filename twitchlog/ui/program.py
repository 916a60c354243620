"""The kivy program: the window, its shell and screens, and what happens while it is open."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from kivy.base import ExceptionHandler, ExceptionManager
from kivy.clock import Clock as Frames
from kivy.core.window import Window
from kivymd.app import MDApp

from twitchlog.announcements import Announcements
from twitchlog.background import Lane
from twitchlog.domain.errors import DiaryError, TwitchLogError
from twitchlog.presenters.services import Services, say_to
from twitchlog.translation import _
from twitchlog.ui import screens, theme
from twitchlog.ui.navigation import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.background import Lanes
    from twitchlog.clock import Clock
    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes
    from twitchlog.settings import SettingsFile

BACKUP_LOOK_S = 60
RAISE_LOOK_S = 0.5
PREPARE_S = 1.0
"""So long after Today is shown the form that logs is made ready."""
LOAD_S = 1.2
"""So long after Today is shown what Patterns is made of is loaded."""
MADE_S = 2.5
"""So long after Today is shown all that stays for good has been made."""


class Program(MDApp):
    """The running program: the window first, and life in it once `open_diary` has answered."""

    def __init__(
        self,
        *,
        open_diary: Callable[[], Diary],
        lanes: Lanes,
        clock: Clock,
        settings: SettingsFile,
        raise_asked: Callable[[], bool],
        ui_map: str | None = None,
        stop_at_first_frame: bool = False,
    ) -> None:
        super().__init__()
        self.theme_cls = theme.OurTheme()
        self.title = "TwitchLog"
        self.exit_code = 0
        self._open_diary = open_diary
        self._lanes, self._clock, self._settings = lanes, clock, settings
        self._raise_asked = raise_asked
        self._ui_map = ui_map
        self._stop_at_first_frame = stop_at_first_frame
        self._diary: Diary | None = None
        self._services: Services | None = None
        self._ways: screens.Ways | None = None
        self.shell: Shell | None = None

    def build(self) -> Shell:
        """Make the empty shell; the screens follow when the diary is open."""
        values = self._settings.values
        theme.apply(
            self,
            look_name=values.look,
            text_scale=values.text_scale,
            less_motion=values.less_motion,
        )
        self.shell = Shell(ready=False)
        screens.add_tabs(self.shell, lambda: self._ways)
        for bar in (self.shell.bottom, self.shell.rail):
            bar.show("today")
        if not self._stop_at_first_frame:
            ExceptionManager.add_handler(_GoOn(self.shell))
        return self.shell

    def on_start(self) -> None:
        """Draw the first frame, then open the diary: its modules would only hold the frame up."""
        Window.bind(on_flip=self._first_frame, on_request_close=self._let_go)
        Frames.schedule_interval(lambda _s: self._look_for_second_start(), RAISE_LOOK_S)
        Frames.schedule_interval(lambda _s: self._back_up_if_due(), BACKUP_LOOK_S)
        if self._ui_map:
            from twitchlog.ui.ui_map import UiMap

            UiMap(self.shell, self._ui_map).start()

    def on_stop(self) -> None:
        """Save what is being typed before the lanes close."""
        self._let_go()

    def diary_opened(self, diary: Diary) -> None:
        """Build the screens on an open diary and show Today."""
        self._diary = diary
        self._services = Services(diary, self._lanes, Announcements(), diary.clock, self._settings)
        self._ways = screens.Ways(self.shell, self._services)
        screens.add_keys(self.shell, self._ways)
        self.shell.shortcuts.update(
            {
                "ctrl+z": lambda: self._turn(redo=False),
                "ctrl+shift+z": lambda: self._turn(redo=True),
                "ctrl+y": lambda: self._turn(redo=True),
            }
        )
        self.shell.ready = True
        self.shell.go("today")
        if self._stop_at_first_frame:
            Window.bind(on_flip=self._first_entries)
        else:
            Frames.schedule_once(lambda _s: self._ways.logging.prepare(), PREPARE_S)
            Frames.schedule_once(
                lambda _s: self._lanes.submit(Lane.DRAW, screens.load_patterns), LOAD_S
            )
            # The garbage collector looks at all there is, and no frame is drawn meanwhile.
            Frames.schedule_once(lambda _s: gc.freeze(), MADE_S)

    def diary_failed(self, problem: Exception) -> None:
        """Say why the diary could not be opened; the file is as it was."""
        from twitchlog.ui.screens import failure

        if isinstance(problem, TwitchLogError):
            sentence, self.exit_code = problem.sentence, problem.exit_code
        else:
            sentence, self.exit_code = _("Something unexpected went wrong. It is as it was."), 1
            _report(problem)
        self.shell.push(failure.build(sentence, close=self.stop))

    def close_diary(self) -> None:
        """Close the diary in its own thread, behind all that was still to be written."""
        gc.unfreeze()
        if self._diary is None:
            return
        opened, self._diary = self._diary, None
        self._lanes.submit(Lane.DIARY, lambda: _close(opened))

    def _turn(self, *, redo: bool) -> None:
        def said(_value: object, changes: Changes) -> None:
            pattern = _("Redone: {step}") if redo else _("Undone: {step}")
            self.shell.snack(pattern.format(step=changes.name))

        self._services.write(
            lambda diary: diary.redo() if redo else diary.undo(), said, _Says(self.shell)
        )

    def _look_for_second_start(self) -> None:
        if self._raise_asked():
            Window.restore()
            Window.raise_window()

    def _back_up_if_due(self) -> None:
        diary = self._diary
        if diary is None:
            return

        def look() -> None:
            diary.preferences.refresh()  # the command line may have chosen anew
            if diary.backups.due():
                diary.backups.make()

        self._lanes.submit(Lane.DIARY, look, failed=say_to(_Says(self.shell)))

    def _let_go(self, *_args: object) -> None:
        """Leave the field that has the focus: what stands there is saved with that."""
        Window.release_all_keyboards()

    def _first_frame(self, *_args: object) -> None:
        Window.unbind(on_flip=self._first_frame)
        if self._stop_at_first_frame:
            print(f"first frame {time.monotonic():.6f}", flush=True)  # noqa: T201 - measured
        self._lanes.submit(
            Lane.DIARY, self._open_diary, done=self.diary_opened, failed=self.diary_failed
        )

    def _first_entries(self, *_args: object) -> None:
        if self._lanes.idle:
            Window.unbind(on_flip=self._first_entries)
            print(f"first entries {time.monotonic():.6f}", flush=True)  # noqa: T201 - measured
            self.stop()


class _Says:
    """A view that says what did not work in a snackbar."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def complain(self, sentence: str) -> None:
        self._shell.snack(sentence)


class _GoOn(ExceptionHandler):
    """Report an unforeseen error and go on; what was acknowledged is on the disk."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell

    def handle_exception(self, problem: BaseException) -> int:
        """Say it calmly; the kind and place go to the terminal, never the person's words."""
        if not isinstance(problem, Exception):
            return ExceptionManager.RAISE
        _report(problem)
        self._shell.snack(_("Something did not work. Your diary is safe; please try again."))
        return ExceptionManager.PASS


def _report(problem: Exception) -> None:
    """Tell the terminal what kind of error arose where, and nothing that a person wrote."""
    place, trace = "", problem.__traceback__
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    print(f"{type(problem).__name__} at {place}", file=sys.stderr)  # noqa: T201 - for a terminal


def _close(diary: Diary) -> None:
    try:
        diary.close()
    except DiaryError as problem:
        print(problem.sentence, file=sys.stderr)  # noqa: T201 - for a terminal
