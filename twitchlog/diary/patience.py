"""Work on a disk that may hang, as a stick or a share does: waited for only while it gets on."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final, TypeVar

from twitchlog.translation import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    GotOn = Callable[[], None]
    """Is called by work each time that a part of it is done."""

T = TypeVar("T")

PATIENCE_S: Final = 15.0
"""How long a disk may do nothing at all: one that slept takes about ten seconds to wake."""

UNANSWERED: Final = mark(
    "The disk with the second copies does not answer, so the copies there are as they were. They "
    "are written anew with the next second copy, once it answers."
)
"""What is said where a changed password could not reach the second copies."""


class NoAnswer(Exception):
    """The disk has done nothing for so long that it is not waited for any more."""


class Patience:
    """Waits for one disk, as long as it gets on.

    What hangs cannot be stopped: it stays behind in a thread that holds up nothing, not even the
    end of the program, and while it is there nothing else is begun on that disk.
    """

    def __init__(self) -> None:
        self._at_work = threading.Lock()
        self._moved = 0.0

    def wait_for(self, work: Callable[[GotOn], T]) -> T:
        """Do `work` and return its answer; it is given what to call whenever it got on.

        Raises NoAnswer once it, or what is still at work from before, did not for PATIENCE_S. What
        `work` raises is raised.
        """
        while not self._at_work.acquire(timeout=self._left()):
            self._insist()
        self._got_on()
        answer: Future[T] = Future()
        thread = threading.Thread(target=self._do, args=(work, answer), name="disk", daemon=True)
        thread.start()
        while True:
            try:
                return answer.result(timeout=self._left())
            except TimeoutError:
                if answer.done():
                    return answer.result()
                self._insist()

    def _do(self, work: Callable[[GotOn], T], answer: Future[T]) -> None:
        try:
            answer.set_result(work(self._got_on))
        except BaseException as problem:  # noqa: BLE001 - it is raised where it is waited for
            answer.set_exception(problem)
        finally:
            self._at_work.release()

    def _got_on(self) -> None:
        self._moved = time.monotonic()

    def _left(self) -> float:
        return max(0.0, PATIENCE_S - (time.monotonic() - self._moved))

    def _insist(self) -> None:
        """Raise NoAnswer where it has not got on for too long."""
        if not self._left():
            raise NoAnswer
