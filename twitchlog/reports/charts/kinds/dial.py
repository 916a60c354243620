"""The hour of the day: the dial of 24 hours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.kinds import on_clock
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Row, Spec, Table
from twitchlog.reports.patterns.rhythm import (
    BusySpan,
    HourOfDay,
    Rhythm,
    busiest_span,
    hour_of_day,
    trimmed,
)
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.reports.charts.kinds.on_clock import OnClock
    from twitchlog.reports.patterns.sleep import Sleep

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


def tell(numbers: OnClock, ask: Ask) -> HourDial | NoPicture:
    """Return the 24-hour dial; no picture under ten twitches."""
    counts, sleep = numbers.counts, numbers.sleep
    hours, entries = counts.hours, counts.entries
    span = busiest_span(hours, width=DARKER_HOURS)
    if entries < on_clock.FEWEST_ENTRIES or span is None:
        return on_clock.not_yet(entries, _("The clock comes with {n} twitches"))
    found = hour_of_day(counts)
    return HourDial(
        headline=_headline(trimmed(span, hours), found, entries),
        note=f"{_note(found)} {_circles(max(hours))}",
        alt=_alt(hours, sleep),
        hours=hours,
        busiest=tuple((span.start + step) % 24 for step in range(DARKER_HOURS)),
        sleep=on_clock.hours_of(sleep),
        table=_table(hours, sleep, ask),
    )


def _table(hours: tuple[int, ...], sleep: Sleep | None, ask: Ask) -> Table:
    """Return a row for each hour, and one for the sleep."""
    rows = [_row(hour, hours, ask) for hour in range(24)]
    if sleep is not None:
        rows.append(on_clock.sleep_row(sleep, columns=2))
    return Table((_("Hours"), _("Twitches")), tuple(rows))


def _row(hour: int, hours: tuple[int, ...], ask: Ask) -> Row:
    says = ngettext("{hours}: {count} twitch", "{hours}: {count} twitches", sum(hours)).format(
        hours=on_clock.span(hour), count=words.of(hours[hour], sum(hours))
    )
    behind = Query(hours=frozenset({hour}), period=ask.period) if hours[hour] else None
    return Row((on_clock.span(hour), numeral(hours[hour])), says, behind)


def _headline(span: BusySpan, found: HourOfDay, entries: int) -> str:
    given = {
        "count": words.of(span.entries, entries),
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
        return _(
            "More than chance alone would often do. It may also be the hour at which you sit down "
            "to log."
        )
    return _("The differences between the hours may be chance.")


def _circles(most: int) -> str:
    """Say what the circles stand for: a sector begins at the hole in the middle."""
    return ngettext(
        "The outer circle is {n} twitch, the dotted one half of that.",
        "The outer circle is {n} twitches, the dotted one half of that.",
        most,
    ).format(n=numeral(most))


def _alt(hours: tuple[int, ...], sleep: Sleep | None) -> str:
    counted = ", ".join(
        f"{on_clock.span(hour)}: {numeral(count)}" for hour, count in enumerate(hours) if count
    )
    said = _("Clock of the {n} twitches by hour. {hours}. None at other hours.").format(
        n=numeral(sum(hours)), hours=counted
    )
    if sleep is None:
        return said
    asleep = on_clock.asleep(sleep)
    return f"{said} {asleep[:1].upper()}{asleep[1:]}."


CHART: Final = Chart("dial", mark("Time of day"), DAYS, on_clock.read, tell)
