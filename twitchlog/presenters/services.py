"""What every presenter is given: the diary, the lanes to reach it by, and the news of changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from twitchlog.background import Lane
from twitchlog.domain.changes import Changes, Written
from twitchlog.domain.errors import ChangedElsewhere, Replaced, TwitchLogError

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.announcements import Announcements
    from twitchlog.background import Background
    from twitchlog.clock import Clock
    from twitchlog.diary import Diary
    from twitchlog.presenters.clash import Clash
    from twitchlog.settings import SettingsFile

T = TypeVar("T")


class Complains(Protocol):
    """A view that can say, calmly, that something did not work."""

    def complain(self, sentence: str) -> None:
        """Show one sentence about what did not work."""
        ...


@dataclass(slots=True)
class Clashes:
    """Where it is asked whose change is to stay; the window sets `ask` once it can.

    And `replaced`, which offers to go on with a file that came in the place of the diary's.
    """

    ask: Callable[[Clash], None] | None = None
    replaced: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Services:
    """The parts of the running program that presenters share; calls come from the UI thread."""

    diary: Diary
    background: Background
    news: Announcements[Changes]
    clock: Clock
    settings: SettingsFile
    clashes: Clashes = field(default_factory=Clashes)

    def read(self, work: Callable[[Diary], T], then: Callable[[T], None], view: Complains) -> None:
        """Read in the DIARY lane, then hand the answer to `then` on the UI thread."""
        self.background.submit(Lane.DIARY, lambda: work(self.diary), done=then, failed=say_to(view))

    def write(
        self,
        work: Callable[[Diary], Written[T] | Changes],
        then: Callable[[T | None, Changes], None],
        view: Complains,
    ) -> None:
        """Write in the DIARY lane; once committed announce the changes, then call `then`.

        `then` gets the value written (None for undo and redo) and the changes. A form that has
        `opened` is saved against that: where the entry was changed elsewhere since, `view` is told,
        and it is asked whose change is to stay.
        """
        opened = getattr(view, "opened", None)

        def expecting(diary: Diary) -> Written[T] | Changes:
            if opened is None:
                return work(diary)
            from twitchlog.diary.entry_kinds import expected

            with diary.edits.expecting(expected(diary, opened)):
                return work(diary)

        def committed(answer: Written[T] | Changes) -> None:
            value, changes = (
                (answer.value, answer.changes) if isinstance(answer, Written) else (None, answer)
            )
            self.news.publish(changes)
            then(value, changes)

        def failed(problem: Exception) -> None:
            say_to(view)(problem)
            if isinstance(problem, Replaced) and problem.there and self.clashes.replaced:
                self.clashes.replaced()
            if isinstance(problem, ChangedElsewhere) and self.clashes.ask is not None:
                from twitchlog.presenters.clash import clash_of

                self.clashes.ask(clash_of(problem, self, work, then, view))

        self.background.submit(
            Lane.DIARY, lambda: expecting(self.diary), done=committed, failed=failed
        )


def say_to(view: Complains) -> Callable[[Exception], None]:
    """Return what tells `view` of an error that has a sentence; any other is raised again."""

    def failed(problem: Exception) -> None:
        if not isinstance(problem, TwitchLogError):
            raise problem
        view.complain(problem.sentence)

    return failed
