"""A chart of Patterns: what it reads of the diary, and what it tells of that."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.period import Period
    from twitchlog.reports.charts.spec import Words

T = TypeVar("T")
_LATE_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Ask:
    """What a chart is asked for: the days it is about, and what was chosen for it.

    `diary_starts` is the first logged day of the diary, None for an empty one; `options` are the
    ids chosen of a spec's `choices`, by their option.
    """

    period: Period
    today: date
    diary_starts: date | None
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def past(self) -> bool:
        """Whether the days ended before today: then their last ones are not *the last days*."""
        return self.period.last < self.today

    def is_late(self, day: date | None) -> bool:
        """Tell whether a logged day may be called one of *the last*, without being named.

        So it may where the period is not past and the day is of the week up to today: a person
        who stopped logging months ago is not told of those days as if they were now.
        """
        return day is not None and not self.past and (self.today - day).days < _LATE_DAYS


@dataclass(frozen=True, slots=True)
class Chart(Generic[T]):
    """A chart: `read` takes the numbers from the diary, `tell` makes words and a picture of them.

    `concerns` are the kinds of changes after which it has to be read anew. What it tells is a
    `Spec`, a `NoPicture`, or words alone where there is never a picture. Reading adds up in SQL
    and runs where the diary is; telling runs elsewhere, so that the diary stays free.
    """

    kind: str
    name: str
    concerns: frozenset[str]
    read: Callable[[Diary, Ask], T]
    tell: Callable[[T, Ask], Words]

    @property
    def title(self) -> str:
        """What it is called, in the language in use."""
        return _(self.name)


DAYS: Final = frozenset({"twitches", "checkins", "bin"})
"""The concerns of a chart made of twitches and of the days that were logged."""
