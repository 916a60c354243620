"""The hour of the week: a square for each hour of each weekday."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, RAMP, Entry, key_rows
from twitchlog.reports.charts.kinds import on_clock
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Row, Spec, Table, no_picture
from twitchlog.reports.patterns.week import Week, ramp_step, week
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.reports.charts.kinds.on_clock import OnClock

_SHORT: Final = (
    mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"),
)  # fmt: skip
_PLURAL: Final = (
    mark("Mondays"), mark("Tuesdays"), mark("Wednesdays"), mark("Thursdays"), mark("Fridays"),
    mark("Saturdays"), mark("Sundays"),
)  # fmt: skip
ABOVE: Final = 17.0
"""The height of the word over the hours of sleep."""
_ROW: Final = 22.0
_ROW_WIDE: Final = 28.0
_NAMED: Final = 3
FEWEST_LOGGED: Final = 14
"""Logged days before there is a picture: two of each weekday, were they spread evenly."""
_NEARLY: Final = 1 - 1e-9
"""A mean at the end of a step belongs to it, however its last digit was rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSquares(Spec):
    """Seven rows of 24 squares: a step of the ramp, 1 to 5, or 0 for no twitch in that hour.

    A row is None for a weekday that was never logged. `names` are the weekdays, `steps` the most
    that each step in use stands for, as written; `sleep` is from and to in hours where known.
    """

    names: tuple[str, ...]
    levels: tuple[tuple[int, ...] | None, ...]
    steps: tuple[str, ...]
    sleep: tuple[float, float] | None = None

    drawer: ClassVar[str] = "hours:draw_week"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height of seven rows, the hours and the key below them."""
        row = _ROW_WIDE if width >= WIDE_FROM else _ROW
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        above = 0 if self.sleep is None else ABOVE
        return round(7 * max(row, 15 * text_scale) + (26 + above + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """What the colours mean, with only those that are in the chart."""
        first, *others = self.steps
        texts = (_("up to {n} a day").format(n=first), *others)
        entries = [Entry("square", _("none"))]
        entries += [Entry(sign, text) for sign, text in zip(RAMP, texts, strict=False)]
        if None in self.levels:
            entries.append(Entry("hatch", _("not logged")))
        return entries


@dataclass(frozen=True, slots=True)
class HoursOfWeek:
    """The entries on the clock, and how many days of each weekday, Monday first, are logged."""

    on_clock: OnClock
    logged: tuple[int, ...]


def tell(numbers: HoursOfWeek, ask: Ask) -> WeekSquares | NoPicture:
    """Return the squares of the week; no picture under ten twitches or 14 logged days."""
    counts, sleep = numbers.on_clock.counts, numbers.on_clock.sleep
    logged = sum(numbers.logged)
    if counts.entries < on_clock.FEWEST_ENTRIES or logged < FEWEST_LOGGED:
        return _not_yet(counts.entries, logged)
    found = week(counts.week, numbers.logged)
    step = ramp_step(found.highest)
    levels = tuple(
        None if row is None else tuple(ceil(mean / step * _NEARLY) for mean in row)
        for row in found.means
    )
    used = max(level for row in levels if row is not None for level in row)
    headline = _("Hours of the week: {count}").format(count=_on_days(counts.entries, logged))
    note = _note(found)
    return WeekSquares(
        headline=headline,
        note=note,
        alt=_alt(found, numbers, headline, note),
        names=tuple(_(name) for name in _SHORT),
        levels=levels,
        steps=tuple(numeral(step * at, ",.4g") for at in range(1, used + 1)),
        sleep=on_clock.hours_of(sleep),
        table=_table(found, numbers, ask),
    )


def _not_yet(entries: int, logged: int) -> NoPicture:
    headline = _("The week comes with {entries} twitches on {days} logged days").format(
        entries=on_clock.FEWEST_ENTRIES, days=FEWEST_LOGGED
    )
    note = _("In this time: {count}.").format(count=_on_days(entries, logged))
    return no_picture(headline, note)


def _on_days(count: int, logged: int) -> str:
    """Say `9 twitches on 4 logged days`."""
    twitches = ngettext("{n} twitch", "{n} twitches", count).format(n=numeral(count))
    return ngettext("{twitches} on {n} logged day", "{twitches} on {n} logged days", logged).format(
        twitches=twitches, n=numeral(logged)
    )


def _mean(mean: float) -> str:
    """Write a mean to two figures: `0.25`, `2.5`, `125`."""
    return numeral(mean, ",.0f") if mean >= 10 else numeral(mean, ".2g")


def _note(found: Week) -> str:
    known = [logged for logged in found.logged if logged]
    low, high = min(known), max(known)
    days = (
        numeral(low)
        if low == high
        else _("{low} to {high}").format(low=numeral(low), high=numeral(high))
    )
    said = ngettext(
        "Each square is a mean over the {days} logged day of its weekday.",
        "Each square is a mean over the {days} logged days of its weekday.",
        high,
    ).format(days=days)
    missing = [_(_PLURAL[at]) for at, logged in enumerate(found.logged) if not logged]
    if missing:
        said += " " + _("Not logged: {weekdays}.").format(weekdays=words.listed(missing))
    return f"{said} " + _("By chance alone some are darker than others.")


def _alt(found: Week, numbers: HoursOfWeek, headline: str, note: str) -> str:
    days = ", ".join(
        _("{weekdays}: {count}").format(
            weekdays=_(_PLURAL[at]), count=_on_days(sum(found.counts[at]), logged)
        )
        for at, logged in enumerate(found.logged)
        if logged
    )
    said = _("Squares by weekday and hour, the darker the more twitches a logged day. {days}.")
    top = ", ".join(
        _("{weekdays} {hours}: {mean}").format(
            weekdays=_(_PLURAL[weekday]), hours=on_clock.span(hour), mean=_mean(mean)
        )
        for weekday, hour, mean in found.top(_NAMED)
    )
    parts = [said.format(days=days), f"{headline}.", note]
    parts.append(_("The highest, a day: {top}.").format(top=top))
    sleep = numbers.on_clock.sleep
    if sleep is not None:
        asleep = on_clock.asleep(sleep)
        parts.append(f"{asleep[:1].upper()}{asleep[1:]}.")
    return " ".join(parts)


def _table(found: Week, numbers: HoursOfWeek, ask: Ask) -> Table:
    """Return a row for each hour of each weekday, and one for the sleep."""
    rows = [_row(found, weekday, hour, ask) for weekday in range(7) for hour in range(24)]
    if numbers.on_clock.sleep is not None:
        rows.append(on_clock.sleep_row(numbers.on_clock.sleep, columns=4))
    return Table((_("Hour from"), _("Twitches"), _("Logged days"), _("A day")), tuple(rows))


def _row(found: Week, weekday: int, hour: int, ask: Ask) -> Row:
    name, means = _(_SHORT[weekday]), found.means[weekday]
    when = _("{weekday} {hours}").format(weekday=name, hours=on_clock.span(hour))
    start = _("{weekday} {hour}").format(weekday=name, hour=words.hour(hour))
    if means is None:
        said = _("not logged")
        return Row((start, said, "0", "–"), f"{when}: {said}")
    count, logged = found.counts[weekday][hour], found.logged[weekday]
    cells = (start, numeral(count), numeral(logged), _mean(means[hour]))
    says = f"{when}: {_on_days(count, logged)}"
    if not count:
        return Row(cells, says)
    says = _("{says}, {mean} a day").format(says=says, mean=cells[-1])
    behind = Query(weekdays=frozenset({weekday}), hours=frozenset({hour}), period=ask.period)
    return Row(cells, says, behind)


def _read(diary: Diary, ask: Ask) -> HoursOfWeek:
    return HoursOfWeek(on_clock.read(diary, ask), diary.counts.logged_by_weekday(ask.period))


CHART: Final = Chart("hours", mark("Hours of the week"), DAYS, _read, tell)
