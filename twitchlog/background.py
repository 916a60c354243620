"""Lanes of one thread each: DIARY for what touches the file, DRAW for pictures, COPY for backups.

A finished backup is no part of the file: it is copied elsewhere, tested and cleaned in COPY, so
that a slow stick never holds up an entry.
"""

from __future__ import annotations

import os
import queue
import threading
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

LAST_S: Final = 30.0
"""How long the end of the program waits for what is being done in COPY."""


def calculate_in_one_thread() -> None:
    """Keep numpy to one thread, before it is imported, unless a person chose otherwise.

    Our matrices are small: several threads would only wait for each other, and for the lanes.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class Lane(StrEnum):
    """Which thread does the work; within a lane, jobs are done in the order they were given."""

    DIARY = "diary"
    DRAW = "draw"
    COPY = "copy"


class Background(Protocol):
    """Does work off the UI thread and hands the answer back on it."""

    def submit(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` in `lane`, then call `done` with its answer, or `failed`, on the UI thread."""
        ...


class Lanes:
    """The background of the running program.

    `post` runs a callable on the UI thread; `unhandled` hears, there, of a failure that nobody
    else takes.
    """

    def __init__(
        self,
        post: Callable[[Callable[[], None]], None],
        unhandled: Callable[[Exception], None],
    ) -> None:
        self._post = post
        self.unhandled = unhandled
        self._queues: dict[Lane, queue.SimpleQueue[Callable[[], None] | None]] = {}
        self._threads: dict[Lane, threading.Thread] = {}
        self._open = 0
        self._closed = False
        self._counting = threading.Lock()

    @property
    def idle(self) -> bool:
        """Whether everything that was submitted has been done and its answer handed on."""
        with self._counting:
            return self._open == 0

    def submit(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` in `lane`, then call `done` with its answer, or `failed`, on the UI thread.

        Once the lanes are closed nothing is taken on any more.
        """
        if self._closed:
            return

        def job() -> None:
            try:
                answer = work()
            except Exception as problem:  # noqa: BLE001 - a lane must outlive every job
                hear, told = failed or self.unhandled, problem
                self._hand_on(lambda: hear(told))
            else:
                self._hand_on(lambda: done(answer) if done is not None else None)

        with self._counting:
            self._open += 1
        self._queue(lane).put(job)

    def _hand_on(self, call: Callable[[], None]) -> None:
        def handed() -> None:
            try:
                call()
            finally:
                with self._counting:
                    self._open -= 1

        self._post(handed)

    def close(self) -> None:
        """Finish what was submitted, then end the threads.

        What COPY does with other disks may hang: it is waited for LAST_S, and no longer.
        """
        self._closed = True
        for waiting in self._queues.values():
            waiting.put(None)
        for lane, thread in self._threads.items():
            if lane is not Lane.COPY:
                thread.join()
        if Lane.COPY in self._threads:
            self._threads[Lane.COPY].join(LAST_S)
        self._queues.clear()
        self._threads.clear()

    def _queue(self, lane: Lane) -> queue.SimpleQueue[Callable[[], None] | None]:
        if lane not in self._queues:
            waiting: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
            thread = threading.Thread(
                target=_drain, args=(waiting,), name=f"lane-{lane}", daemon=lane is Lane.COPY
            )
            self._queues[lane], self._threads[lane] = waiting, thread
            thread.start()
        return self._queues[lane]


class Session:
    """The lanes for as long as one diary is shown.

    Once it is over, screens that were left behind can ask for nothing, and hear of nothing.
    """

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes
        self._over = False

    def submit(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` as the lanes do; what was given before the end is still done."""
        if self._over:
            return

        def answered(answer: T) -> None:
            if done is not None and not self._over:
                done(answer)

        def went_wrong(problem: Exception) -> None:
            if not self._over:
                (failed or self._lanes.unhandled)(problem)

        self._lanes.submit(lane, work, done=answered, failed=went_wrong)

    def end(self) -> None:
        """Take nothing on any more, and keep the answers that are still to come to itself."""
        self._over = True


def _drain(waiting: queue.SimpleQueue[Callable[[], None] | None]) -> None:
    while (job := waiting.get()) is not None:
        job()
        del job  # while it waits for the next one, it must not keep what asked for the last


class Immediate:
    """The background of presenter tests: work is done at once, on the caller's thread."""

    def submit(
        self,
        lane: Lane,  # noqa: ARG002 - the same signature as the lanes
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` now, then call `done` or `failed`; raise where nobody takes a failure."""
        try:
            answer = work()
        except Exception as problem:
            if failed is None:
                raise
            failed(problem)
        else:
            if done is not None:
                done(answer)
