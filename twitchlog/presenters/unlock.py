"""The lock screen: what was typed is tried off the UI thread, and wrong tries wait."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from twitchlog.domain.errors import BadInput, WrongPassword
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.background import Background, Lane

T = TypeVar("T")


class UnlockView(Protocol):
    """What the presenter tells the lock screen."""

    def work(self, *, on: bool) -> None:
        """Show that what was typed is being tried, or no longer."""
        ...

    def refuse(self, sentence: str) -> None:
        """Say below the field why it did not open; an empty sentence takes the words away."""
        ...

    def wait(self, sentence: str) -> None:
        """Say for how long nothing can be tried, or, empty, that it can be again."""
        ...


class Patience:
    """How long to wait after wrong tries in a row; kept as long as the program runs."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._failed, self._until = 0, 0.0

    @property
    def left_s(self) -> int:
        """The whole seconds until the next try, 0 where one is free."""
        return max(math.ceil(self._until - self._now()), 0)

    def wrong(self) -> None:
        """Count one wrong try."""
        from twitchlog.diary.sealed import unlocking

        self._failed += 1
        self._until = self._now() + unlocking.wait_s(self._failed)

    def right(self) -> None:
        """Forget the wrong tries."""
        self._failed, self._until = 0, 0.0


class Unlock(Generic[T]):
    """Tries passwords and recovery keys, one at a time.

    `attempt(typed, by_key)` is called in `lane`; its answer goes to `opened`. What it raises is
    said, except for troubles that are not about what was typed: `failed` hears of those. `by_key`
    tells whether the last one tried was a recovery key.
    """

    def __init__(
        self,
        background: Background,
        lane: Lane,
        *,
        attempt: Callable[[str, bool], T],
        opened: Callable[[T], None],
        failed: Callable[[Exception], None],
        patience: Patience,
    ) -> None:
        self._background, self._lane = background, lane
        self._attempt, self._opened, self._failed = attempt, opened, failed
        self._patience = patience
        self._busy = False
        self.by_key = False
        self.view: UnlockView | None = None

    def submit(self, typed: str, *, by_key: bool = False) -> None:
        """Try what was typed: the password or, `by_key`, the recovery key."""
        assert self.view is not None
        if self._busy or self._patience.left_s:
            return
        if not typed.strip():
            self.view.refuse(_("Type the recovery key.") if by_key else _("Type the password."))
            return
        self._busy, self.by_key = True, by_key
        self.view.refuse("")
        self.view.work(on=True)
        self._background.submit(
            self._lane,
            lambda: self._attempt(typed, by_key),
            done=self._right,
            failed=self._wrong,
        )

    def tick(self) -> None:
        """Say how long there is still to wait; to be called each second."""
        assert self.view is not None
        left = self._patience.left_s
        words = ngettext(
            "You can try again in {n} second.", "You can try again in {n} seconds.", left
        )
        self.view.wait(words.format(n=left) if left else "")

    def _right(self, answer: T) -> None:
        assert self.view is not None
        self._busy = False
        self._patience.right()
        self.view.work(on=False)
        self._opened(answer)

    def _wrong(self, problem: Exception) -> None:
        assert self.view is not None
        self._busy = False
        self.view.work(on=False)
        if isinstance(problem, WrongPassword):
            self._patience.wrong()
        elif not isinstance(problem, BadInput):
            self._failed(problem)
            return
        self.view.refuse(problem.sentence)
        self.tick()
