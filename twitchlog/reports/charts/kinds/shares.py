"""Shares of a few answers over time: bars of full height, one a week, a month or a quarter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts import words
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.spec import WIDE_FROM, Row, Spec, Table
from twitchlog.reports.patterns.stretches import Every
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.searching import Query
    from twitchlog.reports.patterns.answers import Given

RAMPS: Final = {
    2: ("ramp2", "ramp5"),
    3: ("ramp1", "ramp3", "ramp5"),
    4: ("ramp1", "ramp2", "ramp4", "ramp5"),
}
"""The steps of the ramp for so many answers, as far from each other as they can be."""


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One stretch of days: the share of each answer, and how many twitches have one.

    Without twitches it is *none* or *not logged*; with twitches and no answer all shares are 0.
    """

    shares: tuple[float, ...]
    answered: int
    state: DayState


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBars(Spec):
    """Stacked bars; `levels` name the answers from the foot upwards.

    `ticks` are texts under single bars, by their number.
    """

    levels: tuple[str, ...]
    bars: tuple[ShareBar, ...]
    ticks: tuple[tuple[int, str], ...]
    every: Every

    drawer: ClassVar[str] = "shares:draw_shares"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, and with a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        plot = 176 if width >= WIDE_FROM else 128
        return round(plot + (46 + KEY_ROW * rows) * text_scale)

    @property
    def signs(self) -> tuple[str, ...]:
        """The step of the ramp of each level."""
        return RAMPS[len(self.levels)]

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        states = {bar.state for bar in self.bars}
        entries = [Entry(sign, name) for sign, name in zip(self.signs, self.levels, strict=True)]
        if DayState.NONE in states:
            entries.append(Entry("ring", _("no twitches")))
        if DayState.NOT_LOGGED in states:
            entries.append(Entry("hatch", _("not logged")))
        return entries


def bars(parts: Sequence[Given]) -> tuple[ShareBar, ...]:
    """Return the bar of each stretch."""
    return tuple(ShareBar(part.shares, part.answered, _state(part)) for part in parts)


def _state(part: Given) -> DayState:
    if part.entries:
        return DayState.TWITCHES
    return DayState.NONE if part.logged else DayState.NOT_LOGGED


def ticks(parts: Sequence[Given], each: Every) -> tuple[tuple[int, str], ...]:
    """Return the dates of weeks, the names of months with the year in January, or the years.

    A month that a few days were joined to keeps its name.
    """
    found = []
    for at, part in enumerate(parts):
        start, last = part.days.first, part.days.last
        middle = start + timedelta(days=part.days.days // 2)
        if each is Every.WEEK:
            found.append((at, words.short_date(start)))
        elif each is Every.MONTH:
            january = at and middle.month == 1
            found.append((at, str(middle.year) if january else words.month(middle)))
        elif date(last.year, 1, 1) in part.days:
            found.append((at, str(last.year)))
    return tuple(found)


def table(
    parts: Sequence[Given],
    levels: Sequence[str],
    behind: Sequence[Query],
    *,
    without: str,
    today: date,
) -> Table:
    """Return a row a stretch: its days, how often each answer was given, and how many had none."""
    rows = (
        _row(part, levels, query, without=without, today=today)
        for part, query in zip(parts, behind, strict=True)
    )
    return Table((_("Days"), *levels, without), tuple(rows))


def _row(part: Given, levels: Sequence[str], query: Query, *, without: str, today: date) -> Row:
    days = words.span(part.days, today=today)
    if _state(part) is DayState.NOT_LOGGED:
        said = _("not logged")
        cells = (days, said, *("" for _level in levels))
        return Row(cells, f"{days}: {said}")
    cells = (days, *(numeral(count) for count in part.given), numeral(part.without))
    if not part.entries:
        return Row(cells, _("{days}: no twitches").format(days=days))
    said = counted(part, levels)
    if part.without:
        said = _("{said}. {without}: {n}").format(
            said=said, without=without, n=words.of(part.without, part.entries)
        )
    return Row(cells, f"{days}: {said}", query)


def counted(part: Given, levels: Sequence[str]) -> str:
    """Say how often each answer was given, and how many were: *Mild 3, Clear 2 (5 answers)*."""
    given = [
        _("{answer} {n}").format(answer=level, n=numeral(count))
        for level, count in zip(levels, part.given, strict=True)
        if count
    ]
    if not given:
        return _("no answer")
    return ngettext("{answers} ({n} answer)", "{answers} ({n} answers)", part.answered).format(
        answers=", ".join(given), n=numeral(part.answered)
    )


def each_bar(each: Every) -> str:
    """Say what a bar is, and the number above it."""
    return {
        Every.WEEK: _("The number above a week counts its answers."),
        Every.MONTH: _("The number above a month counts its answers."),
        Every.QUARTER: _("The number above a quarter counts its answers."),
    }[each]


def alt(about: str, parts: Sequence[Given], levels: Sequence[str], *, today: date) -> str:
    """Say the whole chart in words, bar by bar."""
    said = [_("Bars of shares over time: {about}.").format(about=about)]
    for part in parts:
        days = words.span(part.days, today=today)
        state = _state(part)
        if state is DayState.NOT_LOGGED:
            said.append(_("{days}: not logged.").format(days=days))
        elif state is DayState.NONE:
            said.append(_("{days}: no twitches.").format(days=days))
        else:
            said.append(f"{days}: {counted(part, levels)}.")
    return " ".join(said)
