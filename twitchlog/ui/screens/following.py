"""A screen that follows the diary: it refreshes while it is seen, and else when it is entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakMethod

from kivy.clock import Clock

from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from twitchlog.domain.changes import Changes
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.steps import Steps
    from twitchlog.ui.navigation import Shell


DAY_LOOK_S: Final = 5
"""How often a screen that is seen looks whether a new day has begun."""


class Following:
    """Calls `refresh(days)` once for a burst of changes to any of the `kinds` it concerns.

    `days` are those the changes touched; None where everything may have changed, as at first and
    on a new day, which is noticed while the screen is seen.
    """

    def __init__(
        self,
        services: Services,
        kinds: Collection[str],
        refresh: Callable[[frozenset[date] | None], None],
        *,
        whole: Collection[str] = (),
    ) -> None:
        self._kinds, self._whole, self._refresh = frozenset(kinds), frozenset(whole), refresh
        self._clock, self._day = services.clock, services.clock.now().day
        self._seen, self._stale = False, True
        self._days: set[date] | None = None
        self._run = Clock.create_trigger(self._run_now, -1)
        self._look = Clock.create_trigger(self._look_at_the_day, DAY_LOOK_S, interval=True)
        # Held weakly: a page that was closed and let go must not be kept alive by the news.
        changed = WeakMethod(self._changed)

        def hear(changes: Changes) -> None:
            told = changed()
            if told is not None:
                told(changes)

        services.news.listen(hear)

    def entered(self) -> None:
        """Hear that the screen came to the front."""
        self._seen = True
        self._look()
        if self._stale or self._clock.now().day != self._day:
            self._run_now()

    def left(self) -> None:
        """Hear that the screen is out of sight."""
        self._seen = False
        self._look.cancel()

    def _look_at_the_day(self, _seconds: float) -> None:
        if self._clock.now().day != self._day:
            self._run_now()

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & self._kinds:
            return
        if not self._stale:
            self._days = set()
        if self._days is not None:
            self._days |= changes.days
        if changes.everything or changes.kinds & self._whole:
            self._days = None
        self._stale = True
        if self._seen:
            self._run()

    def _run_now(self, *_args: object) -> None:
        days, self._days = self._days, None
        if self._clock.now().day != self._day:
            days, self._day = None, self._clock.now().day
        self._stale = False
        self._refresh(None if days is None else frozenset(days))


def tell(shell: Shell, steps: Steps, sentence: str, *, undo: bool, redo: bool) -> None:
    """Say what was changed in a snackbar, with a way back or forth."""
    actions = [(_("Undo"), steps.undo)] if undo else [(_("Redo"), steps.redo)] if redo else []
    shell.snack(sentence, actions)
