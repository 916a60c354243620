"""Children of this process: forked, so that all is imported already, and killed at will."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

FAILED: Final = "FAILED "
_LINES: Final = 40


class Child:
    """A forked process that runs `work(tell)`; what it tells stands in a pipe once it is told."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        self._read, write = os.pipe()
        self._heard, self._ended = b"", False
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid:
            os.close(write)
            return
        os.close(self._read)

        def tell(line: str) -> None:
            os.write(write, f"{line}\n".encode())

        code = 0
        try:
            work(tell)
        except BaseException:  # noqa: BLE001 - whatever it is, the parent is to hear of it
            tell(FAILED + " | ".join(_short(traceback.format_exc())))
            code = 1
        # Not through the parent's `finally` and `atexit`: this is no end of the torture.
        os._exit(code)

    def kill(self, after_s: float, *, lines: int = 0) -> list[str]:
        """Kill it so many seconds after its line of that number; return what it told.

        Counted in lines, a kill falls into the work however slow the machine is just now.
        """
        self.hear(lines)
        end = time.monotonic() + after_s
        while (left := end - time.monotonic()) > 0 and not self._ended:
            self._listen(left)
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()

    def hear(self, lines: int) -> None:
        """Wait until it has told so many lines, or has ended, or says nothing for a minute."""
        while self._heard.count(b"\n") < lines and self._listen(60.0):
            pass

    def _listen(self, most_s: float) -> bool:
        """Hear what it tells within that time; return whether there may be more."""
        if self._ended or not select.select([self._read], [], [], most_s)[0]:
            return False
        more = os.read(self._read, 65_536)
        self._heard += more
        self._ended = not more
        return bool(more)

    def wait(self) -> list[str]:
        """Return what it told until it ended."""
        while not self._ended:
            self._listen(600.0)
        os.close(self._read)
        os.waitpid(self.pid, 0)
        # The kill may have fallen into the middle of a line.
        return self._heard[: self._heard.rfind(b"\n") + 1].decode().splitlines()


def _short(trace: str) -> list[str]:
    """Return the lines of a traceback that say where in our own code it was, and the last."""
    lines = trace.splitlines()
    own = [line for line in lines if "File " in line and "site-packages" not in line]
    return [*own[-_LINES:], lines[-1][:800]]
