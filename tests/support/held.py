"""A background whose answers come late: work is done when asked for, as in a lane that is busy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.background import Lane


class Held:
    """Keep every job until `go`, then do the work in order, and hand the answers on after it."""

    def __init__(self) -> None:
        self._jobs: list[tuple[Callable[[], Any], Any, Any]] = []

    def submit(
        self,
        lane: Lane,  # noqa: ARG002 - the same signature as the lanes
        work: Callable[[], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._jobs.append((work, done, failed))

    def go(self) -> None:
        """Do all that waits; what that gives rise to is done in its turn."""
        while self._jobs:
            jobs, self._jobs = self._jobs, []
            answers = [answer for job in jobs if (answer := _do(*job))]
            for answer in answers:
                answer()


def _do(work: Any, done: Any, failed: Any) -> Callable[[], None] | None:
    try:
        answer = work()
    except Exception as problem:
        if failed is None:
            raise
        told = problem
        return lambda: failed(told)
    return (lambda: done(answer)) if done is not None else None
