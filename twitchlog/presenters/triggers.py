"""What goes with the twitching: read, worked out, and kept until the diary changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol
from weakref import WeakMethod

from twitchlog.background import Lane
from twitchlog.domain.period import Period
from twitchlog.presenters.services import say_to
from twitchlog.presenters.trigger_words import LONGEST, TriggersPage, tell

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.domain.changes import Changes
    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.presenters.services import Complains, Services

CONCERNS: Final = frozenset({"twitches", "checkins", "doses", "factors", "bin"})
"""The kinds of changes after which the days have to be looked at anew."""


class TriggersView(Protocol):
    """What the presenter tells the page."""

    def show(self, page: TriggersPage) -> None:
        """Show what was found."""
        ...

    def complain(self, sentence: str) -> None:
        """Show one sentence about what did not work."""
        ...


@dataclass(frozen=True, slots=True)
class _Kept:
    today: date
    page: TriggersPage


class Finds:
    """Has the days looked at; what was found is kept while the diary and the day are the same."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._kept: _Kept | None = None
        self._changes = 0
        # Held weakly, as every listener: the news must not keep alive what was let go.
        changed = WeakMethod(self._changed)

        def hear(changes: Changes) -> None:
            drop = changed()
            if drop is not None:
                drop(changes)

        services.news.listen(hear)

    def want(self, then: Callable[[TriggersPage], None], view: Complains) -> None:
        """Hand what was found to `then`: at once where it is known, else once it is worked out.

        An answer that a change has overtaken meanwhile is dropped: the view asks again.
        """
        today, at = self._services.clock.now().day, self._changes
        if self._kept is not None and self._kept.today == today:
            then(self._kept.page)
            return

        def read() -> Exposures:
            return self._services.diary.counts.exposures(Period.ending(today, days=LONGEST))

        def was_read(given: Exposures) -> None:
            # Working it out goes where the pictures are drawn: the diary has to stay free.
            self._services.background.submit(
                Lane.DRAW, lambda: tell(given), done=told, failed=say_to(view)
            )

        def told(page: TriggersPage) -> None:
            if at == self._changes:
                self._kept = _Kept(today, page)
                then(page)

        self._services.background.submit(Lane.DIARY, read, done=was_read, failed=say_to(view))

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & CONCERNS:
            self._changes += 1
            self._kept = None


class TriggersPresenter:
    """Shows what was found, and again whenever the diary has changed."""

    def __init__(self, finds: Finds, view: TriggersView) -> None:
        self._finds, self._view = finds, view

    def refresh(self) -> None:
        """Have the days looked at, unless it is known what is found there."""
        self._finds.want(self._view.show, self._view)
