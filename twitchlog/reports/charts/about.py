"""What a saved picture says of itself: which chart it is, and of which days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from twitchlog.reports.charts import words
from twitchlog.translation import ngettext

if TYPE_CHECKING:
    from twitchlog.domain.period import Period


@dataclass(frozen=True, slots=True)
class About:
    """The name of a chart, and its days: seen alone, a picture has no screen around it."""

    title: str
    days: str

    @classmethod
    def of(cls, title: str, period: Period, logged: int) -> About:
        """Return it with the days and their years: *…, logged on 81 of 90 days*."""
        sentence = ngettext(
            "{days}, logged on {of} day", "{days}, logged on {of} days", period.days
        )
        # Nothing is of the year one: so every date has its year.
        days = words.span(period, today=date.min)
        return cls(title, sentence.format(days=days, of=words.of(logged, period.days)))
