"""The whole program inside this process: the real window, diary and lanes, driven frame by frame.

For pictures and for tests of screens; `support.program` starts it as a process of its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from support import window as windows
from twitchlog import translation
from twitchlog.background import Lanes

if TYPE_CHECKING:
    from types import TracebackType

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary


class Inside:
    """The program on one diary; `settings` are those of the settings file, such as `look`."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        size: tuple[int, int] = windows.SIZE,
        **settings: Any,
    ) -> None:
        self.window = windows.the_window()
        windows.clear(self.window, size=size)
        from kivy.clock import Clock as Frames

        from twitchlog.diary.address import of_file
        from twitchlog.diary.door import Door
        from twitchlog.ui.program import Program

        self._problem: Exception | None = None
        self._lanes = Lanes(
            post=lambda call: Frames.schedule_once(lambda _seconds: call()), unhandled=self._failed
        )
        door = Door(of_file(path), clock)
        door.settings.change(**{"less_motion": True, **settings})
        self.program = Program(door=door, lanes=self._lanes)
        try:
            self.program._run_prepare()  # what `run` does before its own loop of frames
            self.settle()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def shell(self) -> Any:
        return self.program.shell

    @property
    def diary(self) -> Diary:
        """The diary the program has open."""
        opened: Diary = self.program._services.diary
        return opened

    def settle(self) -> None:
        """Run frames until nothing is under way and a few frames in a row changed nothing."""
        windows.rest(lambda: not self._lanes.idle)
        if self._problem is not None:
            raise self._problem

    def see(self, key: str) -> Any | None:
        """Return the uppermost widget called `key`; for `row.*` the first that starts so."""
        shown = [
            widget
            for widget in self.program.root.walk(restrict=True)
            if _visible(widget, self.window)
        ]
        if key.endswith("*"):
            return next((it for it in shown if _key(it).startswith(key[:-1])), None)
        return next((it for it in reversed(shown) if _key(it) == key), None)

    def touch(self, widget: Any) -> None:
        """Touch a widget in its middle, and let the program do what follows."""
        windows.tap(widget)
        self.settle()

    def tap(self, key: str) -> None:
        """Touch the widget called `key`, and let the program do what follows."""
        widget = self.see(key)
        assert widget is not None, f"nothing called {key!r} is shown"
        self.touch(widget)

    def picture(self, path: Path) -> Path:
        """Save what the window shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        windows.paint()
        # kivy puts a number into the name, so that it never writes over a picture
        return Path(self.window.screenshot(name=str(path))).replace(path)

    def close(self) -> None:
        """Close the diary and take everything off the window."""
        from kivy.base import ExceptionManager

        ExceptionManager.handlers.clear()
        translation.activate()  # the next one may speak another language
        try:
            windows.clear(self.window)
            windows.pump()
        finally:  # a thread that is left waiting would keep the process from its end
            self.program.close_diary()
            self._lanes.close()

    def _failed(self, problem: Exception) -> None:
        self._problem = problem


def _key(widget: Any) -> str:
    return str(getattr(widget, "key", ""))


def _visible(widget: Any, window: Any) -> bool:
    """Tell whether the middle of a widget with a key lies in the window and is drawn."""
    if not _key(widget) or widget.opacity == 0 or widget.get_root_window() is None:
        return False
    x, y = widget.to_window(*widget.center)
    return bool(0 <= x < window.width and 0 <= y < window.height)
