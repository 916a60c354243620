"""Work on a disk that may hang, as a stick or a share does: waited for only while it gets on."""

from __future__ import annotations

import threading
import time
from concurrent import futures
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from twitchlog.translation import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    GotOn = Callable[[], None]
    """Is called by work each time that a part of it is done."""

T = TypeVar("T")

PATIENCE_S: Final = 15.0
"""How long a disk may do nothing at all: one that slept takes about ten seconds to wake."""

SHORT_S: Final = 1.0
"""How long one may do nothing at all that hung lately, until it gets on."""

UNANSWERED: Final = mark(
    "The disk with the second copies does not answer, so the copies there are as they were. They "
    "are written anew with the next second copy, once it answers."
)
"""What is said where a changed password could not reach the second copies."""


class NoAnswer(Exception):
    """The disk has done nothing for so long that it is not waited for any more."""


class Memory(Protocol):
    """Remembers, from one run of the program to the next, that a disk hung."""

    def hung_lately(self) -> bool:
        """Tell whether it did, and has not answered since."""
        ...

    def hangs(self) -> None:
        """Remember that it does."""
        ...

    def answers(self) -> None:
        """Forget that it did."""
        ...


class Patience:
    """Waits for one disk, as long as it gets on; only a moment where it is remembered to hang.

    What hangs cannot be stopped: it stays behind in a thread that holds up nothing, not even the
    end of the program, and while it is there nothing else is begun on that disk.
    """

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory
        self._at_work = threading.Lock()
        self._moved = 0.0
        self._short = False

    def wait_for(self, work: Callable[[GotOn], T]) -> T:
        """Do `work` and return its answer; it is given what to call whenever it got on.

        Raises NoAnswer once it, or what is still at work from before, did not for PATIENCE_S, or
        for SHORT_S where the disk hung lately and has not got on yet. What `work` raises is raised.
        """
        while not self._at_work.acquire(timeout=self._left()):
            self._insist()
        self._moved = time.monotonic()
        self._short = self._memory is not None and self._memory.hung_lately()
        answer: futures.Future[T] = futures.Future()
        thread = threading.Thread(target=self._do, args=(work, answer), name="disk", daemon=True)
        thread.start()
        while not answer.done():
            futures.wait([answer], timeout=self._left())
            if not answer.done():
                self._insist()
        if self._memory is not None:
            self._memory.answers()
        return answer.result()

    def _do(self, work: Callable[[GotOn], T], answer: futures.Future[T]) -> None:
        try:
            answer.set_result(work(self._got_on))
        except BaseException as problem:  # noqa: BLE001 - it is raised where it is waited for
            answer.set_exception(problem)
        finally:
            self._at_work.release()

    def _got_on(self) -> None:
        self._moved, self._short = time.monotonic(), False

    def _left(self) -> float:
        longest = min(SHORT_S, PATIENCE_S) if self._short else PATIENCE_S
        return max(0.0, longest - (time.monotonic() - self._moved))

    def _insist(self) -> None:
        """Raise NoAnswer where it has not got on for too long."""
        if not self._left():
            if self._memory is not None and not self._memory.hung_lately():
                self._memory.hangs()
            raise NoAnswer
