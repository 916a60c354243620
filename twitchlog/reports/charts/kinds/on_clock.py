"""What the charts of the hour of the day share: their numbers, and the usual sleep in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts import words
from twitchlog.reports.charts.spec import NoPicture, Row, no_picture
from twitchlog.reports.patterns.sleep import usual_sleep
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.counts.clock import BedTimes, ClockCounts
    from twitchlog.reports.charts.chart import Ask
    from twitchlog.reports.patterns.sleep import Sleep

FEWEST_ENTRIES: Final = 10


@dataclass(frozen=True, slots=True)
class OnClock:
    """The entries on the clock, and the bed and wake times of the same days."""

    counts: ClockCounts
    nights: BedTimes

    @property
    def sleep(self) -> Sleep | None:
        """When the person usually sleeps, where that is known."""
        return usual_sleep(self.nights)


def read(diary: Diary, ask: Ask) -> OnClock:
    """Read the numbers of the asked period."""
    return OnClock(diary.counts.clock(ask.period), diary.counts.bed_times(ask.period))


def span(hour: int) -> str:
    """Write an hour of the day from its start to its end: `20:00 to 21:00`."""
    return _("{start} to {end}").format(start=words.hour(hour), end=words.hour(hour + 1))


def asleep(sleep: Sleep) -> str:
    """Say when the person usually sleeps: `usually asleep from 23:10 to 6:50, 21 nights`."""
    return ngettext(
        "usually asleep from {start} to {end}, {n} night",
        "usually asleep from {start} to {end}, {n} nights",
        sleep.nights,
    ).format(start=words.clock_time(sleep.began), end=words.clock_time(sleep.ended), n=sleep.nights)


def sleep_row(sleep: Sleep, *, columns: int) -> Row:
    """Return the last row of a table of so many columns: when the person usually sleeps."""
    said = asleep(sleep)
    said = f"{said[:1].upper()}{said[1:]}"
    return Row((said, *[""] * (columns - 1)), said)


def hours_of(sleep: Sleep | None) -> tuple[float, float] | None:
    """Return the usual sleep as a picture takes it: from and to in hours."""
    return None if sleep is None else (sleep.began / 60, sleep.ended / 60)


def not_yet(entries: int, headline: str) -> NoPicture:
    """Return the words for too few twitches to draw; `headline` says what comes with more."""
    if entries:
        note = ngettext(
            "{n} twitch is logged in this time.", "{n} twitches are logged in this time.", entries
        ).format(n=entries)
    else:
        note = _("No twitches are logged in this time.")
    headline = headline.format(n=FEWEST_ENTRIES)
    return no_picture(headline, note)
