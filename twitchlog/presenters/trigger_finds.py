"""The days looked at for the triggers: read, worked out, and kept until the diary changes."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import WeakMethod

from twitchlog.background import Lane
from twitchlog.domain.period import Period
from twitchlog.presenters.services import say_to
from twitchlog.presenters.trigger_page import Asked
from twitchlog.presenters.trigger_words import tell
from twitchlog.reports.triggers.daily import Tried
from twitchlog.reports.triggers.trial import follow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes
    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.trigger_choices import TriggerChoices
    from twitchlog.presenters.services import Complains, Services
    from twitchlog.presenters.trigger_days import TriggerDays
    from twitchlog.presenters.trigger_page import Found
    from twitchlog.reports.triggers.trial import Trial

CONCERNS: Final = frozenset(
    {
        "twitches", "checkins", "doses", "factors", "bin", "trigger_choices", "experiments",
        "medications", "treatments",
    }
)  # fmt: skip
"""The kinds of changes after which the days have to be looked at anew."""
_KEPT: Final = 3


@dataclass(frozen=True, slots=True)
class _Kept:
    today: date
    days: TriggerDays
    found: Found


class Finds:
    """Has the days looked at; what was found is kept while the diary and the day are the same."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._kept: deque[_Kept] = deque(maxlen=_KEPT)
        self._changes = 0
        # Held weakly, as every listener: the news must not keep alive what was let go.
        changed = WeakMethod(self._changed)

        def hear(changes: Changes) -> None:
            drop = changed()
            if drop is not None:
                drop(changes)

        services.news.listen(hear)

    def want(self, days: TriggerDays, then: Callable[[Found], None], view: Complains) -> None:
        """Hand what was found to `then`: at once where it is known, else once it is worked out.

        An answer that a change has overtaken meanwhile is dropped: the view asks again.
        """
        today, at = self._services.clock.now().day, self._changes
        for kept in self._kept:
            if (kept.today, kept.days) == (today, days):
                then(kept.found)
                return

        def read(diary: Diary) -> Asked:
            starts, trial = diary.days.first_logged(), diary.experiments.current(today)
            period = days.period(today=today, diary_starts=starts)
            given = diary.counts.exposures(period)
            choices = diary.trigger_choices.read()
            return Asked(
                given=given,
                hours=diary.counts.hours(period),
                choices=choices,
                habits=frozenset(each.id for each in diary.experiments.habits()),
                today=today,
                whole=days.whole,
                tried=Tried.of(trial, today),
                under_way=trial is not None,
                over=_over(diary, today),
                suspect=_suspect(diary, choices, given),
            )

        def was_read(asked: Asked) -> None:
            # Working it out goes where the pictures are drawn: the diary has to stay free.
            self._services.background.submit(
                Lane.DRAW, lambda: tell(asked), done=told, failed=say_to(view)
            )

        def told(found: Found) -> None:
            if at == self._changes:
                self._kept.append(_Kept(today, days, found))
                then(found)

        self._services.read(read, was_read, view)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & CONCERNS:
            self._changes += 1
            self._kept.clear()


def _over(diary: Diary, today: date) -> tuple[Trial, ...]:
    """Return the trials that are over, with what they showed."""
    return tuple(
        follow(each, diary.counts.days(Period(each.first, each.last)), today=today)
        for each in diary.experiments.all()
        if not each.state(today).under_way
    )


def _suspect(diary: Diary, choices: TriggerChoices, given: Exposures) -> Factor | None:
    """Return the factor that was named, as far as it is known here."""
    if choices.suspect is None:
        return None
    known = {each.id: each for each in diary.factors.all()} | dict(given.factors)
    return known.get(choices.suspect.factor)
