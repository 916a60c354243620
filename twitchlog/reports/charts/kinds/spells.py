"""Breaks: logged days without twitching, one after the other, over the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.kinds.over_time import DAILY_UP_TO, Label, TimeBar, day_ticks
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Row, Spec, Table, no_picture
from twitchlog.reports.patterns.spells import Spell, Spells, spells
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.checkin import DayCount

FEWEST_LOGGED: Final = 7
_FINEST: Final = 200
"""Days not logged are seen inside a break from about this part of all days on."""

_BETWEEN: Final = mark("A break is told apart by days with twitching before or after it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakBars(Spec):
    """Breaks without twitching over the calendar, each as high as it has logged days.

    `days` are all days, or over longer times those not logged. `longest` is the number of a break.
    All are drawn alike: a row of days, good or bad, is nothing to watch.
    """

    first: date
    last: date
    breaks: tuple[Spell, ...]
    longest: int
    days: tuple[TimeBar, ...]
    ticks: tuple[Label, ...]

    drawer: ClassVar[str] = "spells:draw_breaks"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, and with a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        return round((150 if width >= WIDE_FROM else 100) + (38 + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        states = {day.state for day in self.days}
        entries = [Entry("thin", _("a break, as high as its days"))]
        if DayState.NOT_LOGGED in states:
            entries.append(Entry("hatch", _("not logged")))
        shown = (self.last - self.first).days / _FINEST
        if any(each.unknown and each.unknown >= shown for each in self.breaks):
            entries.append(Entry("edged", _("a break over days not logged")))
        return entries


def tell(days: tuple[DayCount, ...], ask: Ask) -> BreakBars | NoPicture:
    """Return the breaks without twitching; a week has to be logged first, and a twitch."""
    found = spells(days)
    if found.logged < FEWEST_LOGGED:
        return _too_early(found.logged)
    if found.quiet == found.logged:
        return _never(found.logged)
    if found.longest is None:
        return _always(found.logged)
    headline, note = _headline(found), _note(found, days, ask)
    return BreakBars(
        headline=headline,
        note=note,
        alt=_alt(found, ask, headline, note),
        first=ask.period.first,
        last=ask.period.last,
        breaks=found.breaks,
        longest=found.breaks.index(found.longest),
        days=tuple(_shown(days)),
        ticks=tuple(day_ticks(ask.period.first, ask.period.last, today=ask.today)),
        table=_table(found, ask),
    )


def _shown(days: tuple[DayCount, ...]) -> Iterable[TimeBar]:
    """Yield all days of a short time, and of a longer one those that were not logged."""
    for day in days:
        if len(days) <= DAILY_UP_TO or not day.logged:
            yield TimeBar(day.day, day.day, day.state, 0.0)


def _headline(found: Spells) -> str:
    """Say how many breaks there are and how long the longest is, not how the days end."""
    assert found.longest is not None
    longest = ngettext("{n} logged day", "{n} logged days", found.longest.days).format(
        n=numeral(found.longest.days)
    )
    return ngettext(
        "One break without twitching, of {longest}",
        "{n} breaks without twitching, the longest {longest}",
        len(found.breaks),
    ).format(n=numeral(len(found.breaks)), longest=longest)


def _note(found: Spells, days: tuple[DayCount, ...], ask: Ask) -> str:
    quiet = ngettext(
        "{quiet} quiet day of {logged} logged days in this time",
        "{quiet} quiet days of {logged} logged days in this time",
        found.quiet,
    ).format(quiet=numeral(found.quiet), logged=numeral(found.logged))
    longest = found.longest
    if longest is None:
        return f"{quiet}."
    when = _("the longest break was {days}").format(days=_days(longest, ask))
    said = f"{quiet}; {when}."
    if len(days) == found.logged:
        return said
    return f"{said} " + _("A day that is not logged neither ends nor lengthens a break.")


def _days(run: Spell, ask: Ask) -> str:
    """Say the days of a break, and whether it may reach beyond the time that is shown."""
    said = words.span(Period(run.first, run.last), today=ask.today)
    starts = ask.diary_starts
    reaches_back = run.first == ask.period.first and starts is not None and starts < run.first
    reaches_on = run.last == ask.period.last and ask.past
    return _("{days} or longer").format(days=said) if reaches_back or reaches_on else said


def _alt(found: Spells, ask: Ask, headline: str, note: str) -> str:
    bars = ngettext(
        "Bar for the {n} break without twitching, over time and as high as it is long.",
        "Bars for the {n} breaks without twitching, over time and as high as they are long.",
        len(found.breaks),
    ).format(n=numeral(len(found.breaks)))
    latest = [f"{_days(each, ask)}: {numeral(each.days)}" for each in found.breaks[-5:]]
    said = _("The latest, in logged days: {runs}.").format(runs="; ".join(latest))
    return f"{bars} {words.ended(headline)} {note} {said}"


def _table(found: Spells, ask: Ask) -> Table:
    return Table(
        (_("No twitching from first to last day"), _("Logged days"), _("Not logged")),
        tuple(_row(each, ask) for each in found.breaks),
    )


def _row(run: Spell, ask: Ask) -> Row:
    days = _days(run, ask)
    says = ngettext(
        "{days}: no twitching on {n} logged day",
        "{days}: no twitching on {n} logged days",
        run.days,
    ).format(days=days, n=numeral(run.days))
    if run.unknown:
        says = ngettext(
            "{said}, {n} day between is not logged",
            "{said}, {n} days between are not logged",
            run.unknown,
        ).format(said=says, n=numeral(run.unknown))
    cells = (days, numeral(run.days), numeral(run.unknown))
    return Row(cells, says)


def _never(logged: int) -> NoPicture:
    headline = _("No twitching on any of {n} logged days").format(n=numeral(logged))
    return no_picture(headline, _(_BETWEEN), wants_entries=False)


def _always(logged: int) -> NoPicture:
    headline = _("Twitching on each of {n} logged days").format(n=numeral(logged))
    return no_picture(headline, _(_BETWEEN), wants_entries=False)


def _too_early(logged: int) -> NoPicture:
    headline = _("Days without twitching come after {n} logged days").format(n=FEWEST_LOGGED)
    if logged:
        note = ngettext(
            "{n} day is logged in this time.", "{n} days are logged in this time.", logged
        ).format(n=logged)
    else:
        note = _("No day is logged in this time.")
    return no_picture(headline, note)


def _read(diary: Diary, ask: Ask) -> tuple[DayCount, ...]:
    return diary.days.summaries(ask.period)


CHART: Final = Chart("spells", mark("Days without twitching"), DAYS, _read, tell)
