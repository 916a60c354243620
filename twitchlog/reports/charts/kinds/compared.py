"""What can be laid over what: the twitches and everything recorded of the days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import State

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.counts.series import DailySeries
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.charts.chart import Ask

FIRST: Final = "first"
SECOND: Final = "second"
TWITCHES: Final = "twitches"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A habit that is being tried, and the last day of its trial."""

    habit: Factor
    until: date


@dataclass(frozen=True, slots=True)
class Compared:
    """Two series and their ids; `offered` are the factors with amounts in the period.

    Without a factor to compare with, `second` is None. `withheld` is the one that is not offered
    although it has amounts: to see it over the twitches would be a look before the trial's end.
    """

    offered: tuple[Factor, ...]
    first_id: str
    second_id: str
    first: DailySeries
    second: DailySeries | None
    withheld: Withheld | None = None


def read(diary: Diary, ask: Ask) -> Compared:
    """Read the two series that are asked for; without a choice, the twitches and the first factor.

    What is not recorded in the period is not taken, and nothing is compared with itself.
    """
    recorded = diary.counts.factors_recorded(ask.period)
    withheld = _withheld(diary, ask, recorded)
    offered = tuple(each for each in recorded if withheld is None or each != withheld.habit)
    ids = [TWITCHES, *(factor.id for factor in offered)]
    first = _taken(ids, ask.options.get(FIRST), not_this="")
    second = _taken(ids, ask.options.get(SECOND), not_this=first)
    found = diary.counts.daily_series(ask.period, {first, second} - {""})
    return Compared(offered, first, second, found[first], found.get(second), withheld)


def _withheld(diary: Diary, ask: Ask, recorded: tuple[Factor, ...]) -> Withheld | None:
    """Return what is being tried, where days of its trial are among those that are looked at."""
    trial = diary.experiments.current(ask.today)
    if (
        trial is None
        or trial.state(ask.today) is not State.RUNNING
        or ask.period.last < trial.first
    ):
        return None
    habit = next((each for each in recorded if each.id == trial.factor), None)
    return None if habit is None else Withheld(habit, trial.last)


def _taken(ids: list[str], asked: str | None, *, not_this: str) -> str:
    left = [each for each in ids if each != not_this]
    if asked in left:
        return asked or ""
    return left[0] if left else ""
