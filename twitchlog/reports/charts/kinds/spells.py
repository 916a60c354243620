"""Runs of twitching days, and the quiet days between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
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
"""Days not logged are seen inside a run from about this part of all days on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBars(Spec):
    """Runs of twitching days over the calendar, each as high as it has logged days.

    `days` are all days, or over longer times those not logged. `longest` is the number of a run.
    The run that goes on is drawn like all others: a row of bad days is nothing to watch.
    """

    first: date
    last: date
    runs: tuple[Spell, ...]
    longest: int
    days: tuple[TimeBar, ...]
    ticks: tuple[Label, ...]

    drawer: ClassVar[str] = "spells:draw_runs"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, and with a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        return round((150 if width >= WIDE_FROM else 100) + (38 + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        states = {day.state for day in self.days}
        entries = [Entry("thin", _("a run, as high as its days"))]
        if DayState.NONE in states:
            entries.append(Entry("ring", _("none that day")))
        if DayState.NOT_LOGGED in states:
            entries.append(Entry("hatch", _("not logged")))
        shown = (self.last - self.first).days / _FINEST
        if any(run.unknown and run.unknown >= shown for run in self.runs):
            entries.append(Entry("edged", _("a run over days not logged")))
        return entries


def tell(days: tuple[DayCount, ...], ask: Ask) -> RunBars | NoPicture:
    """Return the runs of twitching days over the calendar; a week has to be logged first."""
    found = spells(days)
    if found.logged < FEWEST_LOGGED:
        return _too_early(found.logged)
    if found.longest is None:
        return _never(found.logged)
    last = max(day.day for day in days if day.logged)
    headline, note = _headline(found, last, ask), _note(found, days, ask)
    return RunBars(
        headline=headline,
        note=note,
        alt=_alt(found, ask, headline, note),
        first=ask.period.first,
        last=ask.period.last,
        runs=found.runs,
        longest=found.runs.index(found.longest),
        days=tuple(_shown(days)),
        ticks=tuple(day_ticks(ask.period.first, ask.period.last)),
        table=_table(found, ask),
    )


def _shown(days: tuple[DayCount, ...]) -> Iterable[TimeBar]:
    """Yield all days of a short time, and of a longer one those that were not logged."""
    for day in days:
        if len(days) <= DAILY_UP_TO or not day.logged:
            yield TimeBar(day.day, day.day, day.state, 0.0)


def _headline(found: Spells, last: date, ask: Ask) -> str:
    """Say how the days end; where the `last` logged one is long past, with its date."""
    if not found.quiet:
        return _("Twitching on each of {n} logged days").format(n=numeral(found.logged))
    if not ask.is_late(last):
        return _headline_of_then(found, words.one_day(last, today=ask.today))
    if found.current is not None:
        return ngettext(
            "Twitching on the last logged day",
            "Twitching on the last {n} logged days",
            found.current.days,
        ).format(n=found.current.days)
    return ngettext(
        "No twitching on the last logged day",
        "No twitching on the last {n} logged days",
        found.quiet_now,
    ).format(n=found.quiet_now)


def _headline_of_then(found: Spells, last: str) -> str:
    if found.current is not None:
        return ngettext(
            "Twitching on {last}, the last day logged in this time",
            "Twitching on {n} logged days in a row, up to {last}",
            found.current.days,
        ).format(n=numeral(found.current.days), last=last)
    return ngettext(
        "No twitching on {last}, the last day logged in this time",
        "No twitching on {n} logged days in a row, up to {last}",
        found.quiet_now,
    ).format(n=numeral(found.quiet_now), last=last)


def _note(found: Spells, days: tuple[DayCount, ...], ask: Ask) -> str:
    quiet = ngettext(
        "{quiet} quiet day of {logged} logged days in this time",
        "{quiet} quiet days of {logged} logged days in this time",
        found.quiet,
    ).format(quiet=numeral(found.quiet), logged=numeral(found.logged))
    longest = found.longest
    if longest is None:
        return f"{quiet}."
    run = _("the longest run of twitching days was {n}, {days}").format(
        n=numeral(longest.days), days=_days(longest, ask)
    )
    said = f"{quiet}; {run}."
    if len(days) == found.logged:
        return said
    return f"{said} " + _("A day that is not logged neither ends nor lengthens a run.")


def _days(run: Spell, ask: Ask) -> str:
    """Say the days of a run, and whether it may reach beyond the time that is shown."""
    said = words.span(Period(run.first, run.last), today=ask.today)
    starts = ask.diary_starts
    reaches_back = run.first == ask.period.first and starts is not None and starts < run.first
    reaches_on = run.last == ask.period.last and ask.past
    return _("{days} or longer").format(days=said) if reaches_back or reaches_on else said


def _alt(found: Spells, ask: Ask, headline: str, note: str) -> str:
    bars = ngettext(
        "Bar for the {n} run of twitching days, over time and as high as it is long.",
        "Bars for the {n} runs of twitching days, over time and as high as they are long.",
        len(found.runs),
    ).format(n=numeral(len(found.runs)))
    latest = [f"{_days(run, ask)}: {numeral(run.days)}" for run in found.runs[-5:]]
    said = _("The latest, in logged days: {runs}.").format(runs="; ".join(latest))
    return f"{bars} {words.ended(headline)} {note} {said}"


def _table(found: Spells, ask: Ask) -> Table:
    return Table(
        (_("Twitching from first to last day"), _("Logged days"), _("Not logged")),
        tuple(_row(run, ask) for run in found.runs),
    )


def _row(run: Spell, ask: Ask) -> Row:
    days = _days(run, ask)
    says = ngettext(
        "{days}: twitching on {n} logged day",
        "{days}: twitching on {n} logged days in a row",
        run.days,
    ).format(days=days, n=numeral(run.days))
    if run.unknown:
        says = ngettext(
            "{said}, {n} day between is not logged",
            "{said}, {n} days between are not logged",
            run.unknown,
        ).format(said=says, n=numeral(run.unknown))
    cells = (days, numeral(run.days), numeral(run.unknown))
    return Row(cells, says, Query(period=Period(run.first, run.last)))


def _never(logged: int) -> NoPicture:
    headline = _("No twitching on any of {n} logged days").format(n=numeral(logged))
    note = _("A run begins with a day with twitching.")
    return no_picture(headline, note, wants_entries=False)


def _too_early(logged: int) -> NoPicture:
    headline = _("Runs of days come after {n} logged days").format(n=FEWEST_LOGGED)
    if logged:
        note = ngettext(
            "{n} day is logged in this time.", "{n} days are logged in this time.", logged
        ).format(n=logged)
    else:
        note = _("No day is logged in this time.")
    return no_picture(headline, note)


def _read(diary: Diary, ask: Ask) -> tuple[DayCount, ...]:
    return diary.days.summaries(ask.period)


CHART: Final = Chart("spells", mark("Runs of days"), DAYS, _read, tell)
