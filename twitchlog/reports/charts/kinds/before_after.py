"""Before and after a change: the level of the twitching on either side, and no verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.kinds import around_words as said
from twitchlog.reports.charts.kinds.around import Around, read
from twitchlog.reports.charts.kinds.over_time import Label, TimeBar, day_ticks
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Row, Spec, Table
from twitchlog.reports.patterns.level import Side, sides
from twitchlog.reports.patterns.smooth import Point, curve
from twitchlog.translation import _, mark, numeral

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.checkin import DayCount


@dataclass(frozen=True, slots=True)
class SideLevel:
    """The twitches a logged day from a day to a day, and the ends of their likely range.

    Both ends are None where there was no twitch.
    """

    first: date
    last: date
    mean: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter(Spec):
    """The days around a date: a bar a day, a line at the date, the level of either side, a curve.

    `event` stands at the line with its `day`, and is empty for a day of one's own. `levels` are
    those that the headline names, none where there are too few days. `curve` has one point a day,
    None where there is none; its own range stands in the table. `sides` are the words under the
    axis; the first rows of the table belong to them, the others to the bars.
    """

    first: date
    last: date
    at: date
    event: str
    day: str
    bars: tuple[TimeBar, ...]
    levels: tuple[SideLevel, ...]
    curve: tuple[Point | None, ...]
    ticks: tuple[Label, ...]
    sides: tuple[Label, ...]

    drawer: ClassVar[str] = "before_after:draw_before_after"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, and with a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        plot = 190 if width >= WIDE_FROM else 140
        return round(plot + (96 + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        states = {bar.state for bar in self.bars}
        entries = [Entry("thin", _("twitches a day"))] if DayState.TWITCHES in states else []
        if DayState.NONE in states:
            entries.append(Entry("ring", _("none that day")))
        if DayState.NOT_LOGGED in states:
            entries.append(Entry("hatch", _("not logged")))
        if any(level.high is not None for level in self.levels):
            entries.append(Entry("band", _("a logged day, with the likely range")))
        elif self.levels:
            entries.append(Entry("level", _("a logged day")))
        if any(self.curve):
            entries.append(Entry("fine", _("smoothed")))
        return entries


def tell(around: Around, _ask: Ask) -> BeforeAfter | NoPicture:
    """Return the days around the change, or what is missing to show them."""
    choices = said.choices(around)
    if around.at is None:
        return said.nothing_chosen(around, choices)
    before, since = sides(around.days, around.at)
    if not before.logged and not since.logged:
        return said.nothing_logged(around, choices)
    enough = before.level is not None and since.level is not None
    points = (*curve(before.days), *curve(since.days)) if enough else (None,) * len(around.days)
    headline = said.headline(around, before, since)
    note = said.note(around, before, since)
    first, last = around.days[0].day, around.days[-1].day
    return BeforeAfter(
        headline=headline,
        note=note,
        alt=said.alt(headline, note, first, last),
        table=_table(before, since, points),
        choices=choices,
        own_days=Period(first, last),
        first=first,
        last=last,
        at=around.at,
        event=around.chosen.label if around.chosen else "",
        day=said.when(around),
        bars=tuple(TimeBar(day.day, day.day, day.state, float(day.count)) for day in around.days),
        levels=tuple(_level(side) for side in (before, since) if enough),
        curve=points,
        ticks=tuple(day_ticks(first, last, today=around.today)),
        sides=tuple(
            Label(side.days[0].day, side.days[-1].day, text)
            for side in (before, since)
            if side.days
            for text in (said.below(side, compared=enough),)
        ),
    )


def _level(side: Side) -> SideLevel:
    """Return what is drawn of the level of a side that has one."""
    level = side.level
    assert level is not None
    return SideLevel(side.days[0].day, side.days[-1].day, level.mean, level.low, level.high)


def _table(before: Side, since: Side, points: tuple[Point | None, ...]) -> Table:
    """Return a row for each side, then one for each day; the curve where there is one."""
    smooth = (_("Smoothed (likely)"),) if any(points) else ()
    columns = (_("Day"), _("Twitches"), *smooth)
    sides = [
        _side_row(name, side, len(columns))
        for name, side in zip(said.sides(), (before, since), strict=True)
        if side.days
    ]
    days = zip((*before.days, *since.days), points, strict=True)
    return Table(columns, (*sides, *(_day_row(day, point, len(columns)) for day, point in days)))


def _side_row(name: str, side: Side, columns: int) -> Row:
    logged = _("{days} logged").format(days=words.of_days(side.logged, len(side.days)))
    held = any(day.count for day in side.days)
    within = Query(period=Period(side.days[0].day, side.days[-1].day)) if held else None
    level = said.level(side.level) if side.level else _("too few days")
    cells = (f"{name}, {logged}", *(said.level_cells(side.level) if side.level else (level, "")))
    return Row(cells[:columns], f"{name}: {level}, {logged}", within)


def _day_row(day: DayCount, point: Point | None, columns: int) -> Row:
    name = words.full_date(day.day)
    value = _("not logged") if day.state is DayState.NOT_LOGGED else numeral(day.count)
    cells = (name, value, said.curve_point(point) if point else "")
    within = Query(period=Period(day.day, day.day)) if day.count else None
    return Row(cells[:columns], said.day(day, point), within)


CHART: Final = Chart(
    "before-after",
    mark("Before and after"),
    DAYS | {"medications", "treatments"},
    read,
    tell,
)
