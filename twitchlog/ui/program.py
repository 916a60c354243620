"""The kivy program: the window, its shell and screens, and what happens while it is open."""

from __future__ import annotations

import gc
import sys
import time
from typing import TYPE_CHECKING

from kivy.base import ExceptionManager
from kivy.core.window import Window
from kivymd.app import MDApp

from twitchlog.announcements import Announcements
from twitchlog.background import Lane, Session
from twitchlog.domain.errors import (
    Damaged,
    DiaryError,
    NeedsPassword,
    TwitchLogError,
    WrongPassword,
)
from twitchlog.presenters.elsewhere import Elsewhere
from twitchlog.presenters.services import Services
from twitchlog.translation import _, activate
from twitchlog.ui import clash, making_ready, screens, theme
from twitchlog.ui.gate import Gate, State
from twitchlog.ui.navigation import Shell
from twitchlog.ui.replaced import Replacement
from twitchlog.ui.rounds import Rounds
from twitchlog.ui.unforeseen import GoOn, Says, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.background import Lanes
    from twitchlog.diary import Diary
    from twitchlog.diary.address import Address
    from twitchlog.diary.door import Door
    from twitchlog.diary.sealed.keys import Key
    from twitchlog.domain.changes import Changes

    Offer = Callable[[screens.Ways], list[tuple[str, Callable[[], None]]]]


class Program(MDApp):
    """The running program: the window first, and life in it once the diary is open.

    `shell` holds the screens; what the window shows is `root`.
    """

    def __init__(
        self,
        *,
        door: Door,
        lanes: Lanes,
        ui_map: str | None = None,
        stop_at_first_frame: bool = False,
    ) -> None:
        super().__init__()
        self.theme_cls = theme.OurTheme()
        self.title = "TwitchLog"
        self.exit_code = 0
        self.state = State.CLOSED
        self.door = door
        self.lanes = lanes
        self.gate, self.rounds = Gate(self), Rounds(self)
        self._ui_map = ui_map
        self._stop_at_first_frame = stop_at_first_frame
        self._to_say, self._anew = "", False
        self._offer: Offer = lambda _ways: []
        self.diary: Diary | None = None
        self.session: Session | None = None
        self._services: Services | None = None
        self.elsewhere: Elsewhere | None = None
        self._ways: screens.Ways | None = None
        self.shell: Shell | None = None

    def build(self) -> Shell:
        """Make the empty shell; the screens follow when the diary is open."""
        self._wear()
        self.shell = self._make_shell()
        if not self._stop_at_first_frame:
            ExceptionManager.add_handler(GoOn(self.say))
        return self.shell

    def on_start(self) -> None:
        """Draw the first frame, then open the diary: its modules would only hold the frame up."""
        Window.bind(on_flip=self._first_frame, on_request_close=self._let_go)
        self.rounds.start()
        if self._ui_map:
            from twitchlog.ui.ui_map import UiMap

            UiMap(lambda: self.root, self._ui_map).start()
        self.gate.watch()
        if self.door.will_ask:
            self.gate.ask()

    def on_stop(self) -> None:
        """Save what is being typed before the lanes close."""
        self._let_go()

    def show(self, front: Widget) -> None:
        """Show this in the window, and nothing besides it."""
        for child in tuple(Window.children):
            Window.remove_widget(child)
        self.root = front
        Window.add_widget(front)

    def say(self, sentence: str) -> None:
        """Say a sentence at the foot of the screens."""
        self.shell.snack(sentence)

    def offer_password(self) -> None:
        """Lead whoever came in by the recovery key to a new password."""
        self.shell.snack(
            _("Opened with the recovery key. If the password is lost, choose a new one."),
            [(_("New password"), self._ways.open_new_password)],
        )

    def announce(self, changes: Changes) -> None:
        """Tell the screens that something changed; without any nobody hears of it."""
        if self._services is not None:
            self._services.news.publish(changes)

    def open_anew(
        self, address: Address | None = None, *, say: str = "", offer: Offer = lambda _ways: []
    ) -> None:
        """Close the diary and open it, or the one at `address`, as at the start.

        Then `say` that, and `offer` what the ways of the new screens lead to.
        Raises DiaryBusy where another window shows that one: nothing has changed then.
        """
        let_go = self.door.go_to(address) if address is not None else lambda: None
        # Whoever has it in sight need not type the password again; locked, it is asked for.
        key = self.diary.key if address is None and self.state is State.OPEN else None
        self._let_go()
        self.shell.leave()
        self.close_diary(then=let_go)
        self.state, self._to_say, self._offer = State.CLOSED, say, offer
        self._wear()
        self.shell = self._make_shell()
        self.show(self.shell)
        self._anew = True
        self._open(key)

    def diary_opened(self, diary: Diary) -> None:
        """Build the screens on an open diary and show Today."""
        self.state, self.exit_code, self.diary = State.OPEN, 0, diary
        self.gate.idle.begin()
        self.session = Session(self.lanes)
        self._services = Services(
            diary, self.session, Announcements(), diary.clock, self.door.settings
        )
        shell, replacement = self.shell, Replacement(self)
        self.elsewhere = Elsewhere(self._services, replacement.notice)
        self._services.clashes.ask = lambda asked: clash.ask(shell, asked)
        self._services.clashes.replaced = replacement.ask
        self._ways = ways = screens.Ways(self.shell, self._services, self)
        screens.add_keys(self.shell, ways)
        self.shell.shortcuts.update(
            {
                "ctrl+z": lambda: self._turn(redo=False),
                "ctrl+shift+z": lambda: self._turn(redo=True),
                "ctrl+y": lambda: self._turn(redo=True),
                "ctrl+l": self.gate.lock_now,
            }
        )
        if self.root is not self.shell:
            self.show(self.shell)
        self.shell.ready = True
        self.shell.go("today")
        if self._to_say:
            self.shell.snack(self._to_say, self._offer(ways))
            self._to_say = ""
        if self._stop_at_first_frame:
            Window.bind(on_flip=self._first_entries)
        else:
            making_ready.start(self, ways, anew=self._anew)

    def diary_failed(self, problem: Exception) -> None:
        """Ask for the password, or say why the diary could not be opened; it is as it was."""
        if isinstance(problem, (NeedsPassword, WrongPassword)):
            self.gate.ask()
            return
        from twitchlog.ui.screens import failure

        if self.root is not self.shell:
            self.show(self.shell)
        self.state = State.FAILED
        if isinstance(problem, TwitchLogError):
            sentence, self.exit_code = problem.sentence, problem.exit_code
        else:
            sentence, self.exit_code = _("Something unexpected went wrong. It is as it was."), 1
            report(problem)
        if isinstance(problem, Damaged) and not self.door.address.on_server:
            self._rescue(problem.key)
            return
        self.shell.push(
            failure.build(sentence, close=self.stop, open_another=self.gate.open_another)
        )

    def open_backups(self) -> None:
        """Open the list of the backups."""
        self._ways.open_backups()

    def rescue(self) -> None:
        """Close the diary, which is damaged, and offer what can be read of it, or a backup."""
        key = self.diary.key
        self.diary.changed = False  # what is damaged is not backed up
        self._let_go()
        self.shell.leave()
        self.close_diary(then=lambda: self._rescue(key))
        self.state = State.CLOSED
        self.shell = self._make_shell()
        self.show(self.shell)

    def _rescue(self, key: object) -> None:
        from twitchlog.ui.screens import rescue

        self.state = State.FAILED
        self.shell.push(rescue.build(self, key))

    def close_diary(self, *, then: Callable[[], None] = lambda: None) -> None:
        """Close the diary in its own thread, behind all that was still to be written."""
        gc.unfreeze()
        opened, self.diary = self.diary, None
        if opened is None:
            then()
            return
        self.session.end()
        self._ways.close()
        self.lanes.submit(Lane.DIARY, lambda: _close(opened), done=lambda _none: then())

    def _wear(self) -> None:
        """Take on the look and the language that were chosen for this diary."""
        values = self.door.settings.values
        activate(values.language or None)
        theme.apply(
            self,
            look_name=values.look,
            text_scale=values.text_scale,
            less_motion=values.less_motion,
        )

    def _make_shell(self) -> Shell:
        shell = Shell(ready=False)
        screens.add_tabs(shell, lambda: self._ways)
        for bar in (shell.bottom, shell.rail):
            bar.show("today")
        return shell

    def _turn(self, *, redo: bool) -> None:
        def said(_value: object, changes: Changes) -> None:
            pattern = _("“{step}” is done again") if redo else _("“{step}” is undone")
            self.say(pattern.format(step=changes.name))

        self._services.write(
            lambda diary: diary.redo() if redo else diary.undo(), said, Says(self.say)
        )

    def _let_go(self, *_args: object) -> None:
        """Leave the field that has the focus: what stands there is saved with that."""
        Window.release_all_keyboards()

    def _first_frame(self, *_args: object) -> None:
        Window.unbind(on_flip=self._first_frame)
        if self._stop_at_first_frame:
            print(f"first frame {time.monotonic():.6f}", flush=True)  # noqa: T201 - measured
        self._open()

    def _open(self, key: Key | None = None) -> None:
        self.lanes.submit(
            Lane.DIARY,
            lambda: self.door.open(key),
            done=self.diary_opened,
            failed=self.diary_failed,
        )

    def _first_entries(self, *_args: object) -> None:
        if self.lanes.idle:
            Window.unbind(on_flip=self._first_entries)
            print(f"first entries {time.monotonic():.6f}", flush=True)  # noqa: T201 - measured
            self.stop()


def _close(diary: Diary) -> None:
    try:
        diary.close()
    except DiaryError as problem:
        print(problem.sentence, file=sys.stderr)  # noqa: T201 - for a terminal
