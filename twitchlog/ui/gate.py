"""What keeps the diary from sight: it asks for the password, and locks what is open."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kivy.clock import Clock as Frames
from kivy.core.window import Window

from twitchlog.background import Lane
from twitchlog.diary import door
from twitchlog.domain.errors import TwitchLogError
from twitchlog.presenters.idle import Idle
from twitchlog.presenters.services import say_to
from twitchlog.presenters.unlock import Patience, Unlock
from twitchlog.translation import _
from twitchlog.ui import clipboard
from twitchlog.ui.unforeseen import Says, report
from twitchlog.ui.widgets import focus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kivy.uix.widget import Widget

    from twitchlog.ui.program import Program

IDLE_LOOK_S = 1.0
DIARIES = (".sqlite", ".sqlite3", ".db")


class State(StrEnum):
    """How far the way to the diary has come."""

    CLOSED = "closed"
    ASKS = "asks"
    OPEN = "open"
    LOCKED = "locked"
    FAILED = "failed"


class Gate:
    """The lock screen of one program, and what brings it up.

    While it is locked, the shell with all that is open in it is kept in memory and out of the
    window, and so is the diary: a timer runs on, backups are made, and nothing typed is lost.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._patience: dict[Path, Patience] = {}
        self._held: Widget | None = None
        self.idle = Idle(program.door.clock)

    def watch(self) -> None:
        """Lock by itself from now on, where that is chosen."""
        touched = self.idle.touched
        # Both ends of a key: the first may have been taken by whoever it was meant for.
        Window.bind(
            on_touch_down=touched, on_key_down=touched, on_key_up=touched, mouse_pos=touched
        )
        Window.bind(on_minimize=self._minimized)
        Frames.schedule_interval(lambda _s: self.look(), IDLE_LOOK_S)

    def ask(self) -> None:
        """Ask for the password of the diary that is to be opened, unless that is being asked."""
        program = self._program
        if program.state is State.ASKS:
            return
        program.state = State.ASKS
        self._show(
            Lane.DIARY,
            program.door.open_with,
            program.diary_opened,
            program.diary_failed,
            lost=self._begin_anew,
        )

    @property
    def locks(self) -> bool:
        """Whether the diary is in sight and has a password, so that it can be locked."""
        program = self._program
        return program.state is State.OPEN and program.diary.key is not None

    def lock_now(self) -> None:
        """Lock because the person says so, or say what is missing for that."""
        if self._program.state is State.OPEN and not self.locks:
            self._program.say(_("A diary can be locked once it has a password: see Settings."))
        self.lock()

    def lock(self) -> None:
        """Take the diary out of sight, where it is in sight and has a password."""
        if not self.locks:
            return
        program = self._program
        diary = program.diary
        self._held = focus.focused()
        # What stands in the field is saved as if one had left it.
        Window.release_all_keyboards()
        clipboard.clear()
        program.session.submit(Lane.DRAW, diary.attachments.put_away)
        program.state, program.door.by_keychain = State.LOCKED, False
        self._show(
            Lane.DRAW,
            lambda typed, by_key: door.fit(diary.key, typed, by_key),
            self._unlocked,
            self._stay,
        )

    def open_another(self) -> None:
        """Ask for the file of another diary and open that in this window."""
        from twitchlog.ui import choosing

        choosing.ask_file(
            self._program.root,
            self._program.door.address.path.parent,
            title=_("Open another diary"),
            endings=DIARIES,
            chosen=self._go_to,
        )

    def _show(
        self,
        lane: Lane,
        attempt: Callable[[str, bool], Any],
        opened: Callable[[Any], None],
        failed: Callable[[Exception], None],
        lost: Callable[[], None] | None = None,
    ) -> None:
        from twitchlog.ui.screens import lock

        path = self._program.door.address.path

        def right(answer: Any) -> None:
            opened(answer)
            if presenter.by_key:
                self._program.offer_password()

        presenter = Unlock(
            self._program.lanes,
            lane,
            attempt=attempt,
            opened=right,
            failed=failed,
            patience=self._patience.setdefault(path, Patience()),
        )
        screen = lock.LockScreen(presenter, open_another=self.open_another, lost=lost)
        self._program.show(screen)

    def _begin_anew(self) -> None:
        """Offer an empty diary where nobody can open the one that is there any more."""
        from twitchlog.diary.backups.copying import local
        from twitchlog.diary.sealed.begin_anew import aside_folder, put_aside
        from twitchlog.ui.screens import begin_anew

        program = self._program
        path, now = program.door.address.path, local(program.door.clock)

        def done(folder: Path) -> None:
            said = _("This is a new diary. The old one is in the folder “{folder}”.")
            program.open_anew(say=said.format(folder=folder.name))

        def begin() -> None:
            program.lanes.submit(
                Lane.DIARY,
                lambda: put_aside(path, now),
                done=done,
                failed=say_to(Says(program.root.snack)),
            )

        begin_anew.ask(program.root, aside_folder(path, now).name, begin)

    def _stay(self, problem: Exception) -> None:
        """Stay locked where what was typed could not even be tried."""
        report(problem)
        self._program.root.snack(_("Something did not work. Your diary is safe; please try again."))

    def _unlocked(self, _fits: object) -> None:
        self.idle.begin()
        program = self._program
        program.state, program.door.by_keychain = State.OPEN, True
        program.show(program.shell)
        program.shell.bring_back()
        held, self._held = self._held, None
        if held is not None and held.get_root_window() is not None:
            focus.take(held)

    def look(self) -> None:
        """Lock where nobody has touched anything for the chosen minutes."""
        minutes = self._program.door.settings.values.lock_after
        # Looked at in any case: the next look asks what happened since this one.
        passed = self.idle.look()
        if minutes and passed >= minutes:
            self.lock()

    def _minimized(self, *_args: Any) -> None:
        if self._program.door.settings.values.lock_minimized:
            self.lock()

    def _go_to(self, path: Path) -> None:
        from twitchlog.diary import address

        try:
            self._program.open_anew(address.of_file(path.absolute()))
        except TwitchLogError as problem:
            self._program.root.snack(problem.sentence)
