"""The hour of the day: the dial of 24 hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Spec
from twitchlog.reports.patterns.rhythm import (
    BusySpan,
    HourOfDay,
    Rhythm,
    busiest_span,
    by_hour,
    hour_of_day,
)
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures

FEWEST_ENTRIES: Final = 10
DARKER_HOURS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HourDial(Spec):
    """24 hourly counts around a clock with midnight on top.

    `busiest` are the hours drawn darker; `sleep` is from and to in hours where it is known.
    """

    hours: tuple[int, ...]
    busiest: tuple[int, ...]
    sleep: tuple[float, float] | None = None

    drawer: ClassVar[str] = "dial:draw_dial"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height of the dial with the hours around it."""
        return round(min(width, (200 if width >= WIDE_FROM else 144) + 44 * text_scale))


def tell(figures: Figures, _ask: Ask) -> HourDial | NoPicture:
    """Return the 24-hour dial; no picture under ten twitches."""
    hours = by_hour(figures.minutes)
    span = busiest_span(hours, width=DARKER_HOURS)
    if figures.entries < FEWEST_ENTRIES or span is None:
        return _not_yet(figures)
    found = hour_of_day(figures.minutes)
    return HourDial(
        headline=_headline(figures, span, found),
        note=_note(found),
        alt=_dial_alt(hours, figures),
        hours=hours,
        busiest=tuple((span.start + step) % 24 for step in range(DARKER_HOURS)),
    )


def _headline(figures: Figures, span: BusySpan, found: HourOfDay) -> str:
    given = {
        "count": words.of(span.entries, figures.entries),
        "start": words.hour(span.start),
        "end": words.hour(span.end or 24),
    }
    if found.verdict is Rhythm.NO_PEAK:
        return _("No clear time of day: at most {count} between {start} and {end}").format(**given)
    return _("Most often {when}: {count} between {start} and {end}").format(
        when=words.in_part(span.part), **given
    )


def _note(found: HourOfDay) -> str:
    if found.verdict is Rhythm.TOO_EARLY:
        return ngettext(
            "{n} more day with two or more twitches, then the app can say if this is more than"
            " chance.",
            "{n} more days with two or more twitches, then the app can say if this is more than"
            " chance.",
            found.missing_days,
        ).format(n=found.missing_days)
    if found.verdict is Rhythm.PEAK:
        return _("That is more than chance alone would do.")
    return _("The differences between the hours may be chance.")


def _dial_alt(hours: tuple[int, ...], figures: Figures) -> str:
    counted = ", ".join(
        _("{start} to {end}: {n}").format(start=words.hour(at), end=words.hour(at + 1), n=count)
        for at, count in enumerate(hours)
        if count
    )
    return _("Clock of the {n} twitches by hour. {hours}. None at other hours.").format(
        n=figures.entries, hours=counted
    )


def _not_yet(figures: Figures) -> NoPicture:
    headline = _("The clock comes with {n} twitches").format(n=FEWEST_ENTRIES)
    note = ngettext(
        "{n} twitch is logged in this time.",
        "{n} twitches are logged in this time.",
        figures.entries,
    ).format(n=figures.entries)
    return NoPicture(headline=headline, note=note, alt=f"{headline}. {note}")


def _read(diary: Diary, ask: Ask) -> Figures:
    return diary.figures.read(ask.period)


CHART: Final = Chart("dial", mark("Time of day"), DAYS, _read, tell)
