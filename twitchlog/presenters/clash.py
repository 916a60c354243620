"""Two at one entry: what is here, what is there, and which of them is to stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar, cast

from twitchlog.domain.changes import Written
from twitchlog.presenters import words
from twitchlog.presenters.clash_words import differences
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes
    from twitchlog.domain.errors import ChangedElsewhere
    from twitchlog.presenters.services import Complains, Services

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Clash:
    """What to ask. `mine` and `there` say the same things in turn, or what was removed.

    `keep` and `take` do what their words, `keep_words` and `take_words`, say.
    """

    title: str
    sentence: str
    mine: str
    there: str
    keep_words: str
    take_words: str
    keep: Callable[[], None]
    take: Callable[[], None]


def clash_of(
    problem: ChangedElsewhere,
    services: Services,
    work: Callable[[Diary], Written[T] | Changes],
    then: Callable[[T | None, Changes], None],
    view: Complains,
) -> Clash:
    """Return the question about a write that would undo what was changed elsewhere.

    Either answer can be undone. Who leaves a removed entry removed has written nothing.
    """
    there = problem.there

    def insist(diary: Diary) -> Written[T] | Changes:
        if there is None:
            diary.bin.restore(problem.key)
        with diary.edits.insisting():
            return work(diary)

    def give_way(diary: Diary) -> Written[T] | Changes:
        with diary.edits.yielding():
            written = work(diary)
        changes = written.changes if isinstance(written, Written) else written
        changes = replace(changes, name=_("What was entered elsewhere stays"))
        return Written(cast("T", there), changes) if isinstance(written, Written) else changes

    def leave() -> None:
        close = getattr(view, "close", None)
        if close is not None:
            close()

    plain_view = Told(view.complain)
    mine, others = _versions(problem, today=services.clock.now().day)
    keep_words, take_words = _answers(problem)
    return Clash(
        title=_("Removed elsewhere") if there is None else _("Changed elsewhere"),
        sentence=_sentence(problem, services.clock),
        mine=mine,
        there=others,
        keep_words=keep_words,
        take_words=take_words,
        keep=lambda: services.write(insist, then, plain_view),
        take=leave if there is None else lambda: services.write(give_way, then, plain_view),
    )


class Told:
    """A view of which only the voice is left: nothing is expected a second time."""

    def __init__(self, complain: Callable[[str], None]) -> None:
        self.complain = complain


def _answers(problem: ChangedElsewhere) -> tuple[str, str]:
    """Return the words of the two buttons: what is here stays, or what is there."""
    if problem.there is None:
        return _("Bring it back with my changes"), _("Keep it removed")
    if problem.mine is None:
        return _("Remove it"), _("Leave it")
    return _("Keep mine"), _("Take theirs")


def _versions(problem: ChangedElsewhere, *, today: date) -> tuple[str, str]:
    if problem.there is None:
        return "", ""
    if problem.mine is None:
        return _("Removed"), differences(problem.opened, problem.there, today=today)[1]
    return differences(problem.mine, problem.there, today=today)


def _sentence(problem: ChangedElsewhere, clock: Clock) -> str:
    now = clock.now()
    at = now.shifted(timedelta(milliseconds=problem.at_ms - now.utc_ms))
    when = words.clock_time(at)
    if at.day != now.day:
        day = words.short_day(at.day, today=now.day)
        when = _("{time}, {day}").format(time=when, day=day)
    if problem.there is None:
        said = _(
            "This entry was removed at {time}, in another window or on another computer. What you "
            "changed is not saved yet."
        )
    elif problem.here:
        said = _("This entry was changed in another window on this computer at {time}.")
    else:
        said = _("This entry was changed on another computer at {time}.")
    return said.format(time=when)
