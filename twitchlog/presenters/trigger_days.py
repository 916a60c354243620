"""Of which days the triggers are: all there are, unless others were chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period, Span
from twitchlog.reports.triggers.fitted import LONGEST
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

LONG_ENOUGH: Final = (Span.THREE_MONTHS, Span.YEAR, Span.ALL)
"""The usual periods that can have as many logged days as anything needs to be judged."""


@dataclass(frozen=True, slots=True)
class TriggerDays:
    """A usual period up to today, or days of one's own; at most the last 730 of them.

    Each choice of other days is a further look: so it is not kept from one start to the next.
    """

    span: Span | None = Span.ALL
    own: Period | None = None

    @property
    def whole(self) -> bool:
        """Whether these are all the days there are."""
        return self.span is Span.ALL

    @property
    def label(self) -> str:
        """What the chip of the days says."""
        if self.span is None:
            return _("Own dates")
        return _("All days") if self.whole else self.span.label

    def period(self, *, today: date, diary_starts: date | None) -> Period:
        """Return the days, never reaching back before the diary starts."""
        if self.own is not None:
            asked = self.own.since(diary_starts)
        else:
            asked = (self.span or Span.ALL).period(today=today, diary_starts=diary_starts)
        latest = Period.ending(asked.last, days=LONGEST)
        return Period(max(asked.first, latest.first), asked.last)

    @classmethod
    def between(cls, first: date, last: date, *, today: date) -> TriggerDays:
        """Return the days from `first` to `last`; raise BadInput where they make no sense."""
        if last < first:
            raise BadInput(_("The first day comes before the last one."))
        if last > today:
            raise BadInput(_("The last day is still to come."))
        return cls(None, Period(first, last))
