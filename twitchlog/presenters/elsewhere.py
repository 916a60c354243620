"""Tell the screens what other windows, commands and computers wrote to the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.background import Lane
from twitchlog.domain.errors import Replaced, TwitchLogError

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.changes import Changes
    from twitchlog.presenters.services import Services

LOOK_S: Final = 2
"""How often to look, in seconds: seen within five, also where the diary is busy."""


class Elsewhere:
    """Looks whether others wrote; their changes are announced as one's own are."""

    def __init__(self, services: Services, replaced: Callable[[], None] = lambda: None) -> None:
        """Take also what is called where another file came in the place of the diary's."""
        self._services, self._replaced = services, replaced
        self._under_way = False

    def look(self) -> None:
        """Look in the DIARY lane; while the last look has no answer yet, there is no other."""
        if self._under_way:
            return
        self._under_way = True
        services = self._services
        services.background.submit(
            Lane.DIARY, services.diary.changes_elsewhere, done=self._told, failed=self._failed
        )

    def _told(self, changes: Changes | None) -> None:
        self._under_way = False
        if changes is not None:
            self._services.news.publish(changes)

    def _failed(self, problem: Exception) -> None:
        """Stay silent: what a person does next meets the same trouble, and says it."""
        self._under_way = False
        if not isinstance(problem, TwitchLogError):
            raise problem
        if isinstance(problem, Replaced) and problem.there:
            self._replaced()
