"""What can be laid over what: the twitches and everything recorded of the days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.counts.series import DailySeries
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.charts.chart import Ask

FIRST: Final = "first"
SECOND: Final = "second"
TWITCHES: Final = "twitches"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two series and their ids; `offered` are the factors with amounts in the period.

    Without a factor to compare with, `second` is None.
    """

    offered: tuple[Factor, ...]
    first_id: str
    second_id: str
    first: DailySeries
    second: DailySeries | None


def read(diary: Diary, ask: Ask) -> Compared:
    """Read the two series that are asked for; without a choice, the twitches and the first factor.

    What is not recorded in the period is not taken, and nothing is compared with itself.
    """
    offered = diary.counts.factors_recorded(ask.period)
    ids = [TWITCHES, *(factor.id for factor in offered)]
    first = _taken(ids, ask.options.get(FIRST), not_this="")
    second = _taken(ids, ask.options.get(SECOND), not_this=first)
    found = diary.counts.daily_series(ask.period, {first, second} - {""})
    return Compared(offered, first, second, found[first], found.get(second))


def _taken(ids: list[str], asked: str | None, *, not_this: str) -> str:
    left = [each for each in ids if each != not_this]
    if asked in left:
        return asked or ""
    return left[0] if left else ""
