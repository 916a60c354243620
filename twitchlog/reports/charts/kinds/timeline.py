"""Twitching over time, for the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.kinds import over_time
from twitchlog.reports.charts.kinds.over_time import DayBars, Label, Step, TimeBar
from twitchlog.reports.charts.spec import NoPicture, Row, Table
from twitchlog.reports.patterns.comparison import FEWEST_LOGGED, Change, Comparison, halves
from twitchlog.reports.patterns.series import Tally, running_mean, tally
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures


def tell(figures: Figures, _ask: Ask) -> DayBars | NoPicture:
    """Return the chart over time for the screen; no picture under seven logged days."""
    if figures.logged < FEWEST_LOGGED:
        return _too_few_days(figures)
    compared = halves(figures.days)
    step, bars = over_time.bars(figures)
    first, last = figures.period.first, figures.period.last
    return DayBars(
        headline=_timeline_headline(figures, compared),
        note=_timeline_note(figures, step),
        alt=over_time.alt_text(figures, step),
        first=first,
        last=last,
        step=step,
        bars=bars,
        smooth=running_mean(figures.days) if step is Step.DAY else (),
        ticks=tuple(over_time.day_ticks(first, last)),
        brackets=_brackets(figures, compared),
        table=_table(step, bars),
    )


def _table(step: Step, bars: tuple[TimeBar, ...]) -> Table:
    value = _("Twitches") if step is Step.DAY else _("Twitches a logged day")
    return Table((_("Days"), value), tuple(map(_row, bars)))


def _row(bar: TimeBar) -> Row:
    days = words.full_date(bar.first)
    if bar.last > bar.first:
        days = _("{first} to {last}").format(first=days, last=words.full_date(bar.last))
    value = {
        DayState.TWITCHES: f"{bar.value:,.4g}",
        DayState.NONE: "0",
        DayState.NOT_LOGGED: _("not logged"),
    }[bar.state]
    return Row((days, value), f"{days}: {value}", Query(period=Period(bar.first, bar.last)))


def _timeline_headline(figures: Figures, compared: Comparison) -> str:
    if not figures.entries:
        return _("No twitches on any of {n} logged days").format(n=figures.logged)
    if compared.change is Change.TOO_EARLY:
        return _("Twitching on {days} logged days").format(
            days=words.of(figures.twitching, figures.logged)
        )
    sentence = {
        Change.MORE: _("Twitching on {n} of the last {logged} logged days, more than {before}"),
        Change.FEWER: _("Twitching on {n} of the last {logged} logged days, fewer than {before}"),
        Change.SAME: _(
            "Twitching on {n} of the last {logged} logged days, about as often as {before}"
        ),
    }[compared.change]
    return sentence.format(
        n=compared.later.twitching,
        logged=compared.later.logged,
        before=words.before(compared.earlier_days),
    )


def _timeline_note(figures: Figures, step: Step) -> str:
    logged = _("Logged on {days} days.").format(days=words.of(figures.logged, figures.period.days))
    if step is Step.DAY:
        return logged
    return f"{over_time.mean_words(step)} {logged}"


def _brackets(figures: Figures, compared: Comparison) -> tuple[Label, ...]:
    first, last = figures.period.first, figures.period.last
    if compared.earlier.logged == 0 or compared.later.logged == 0 or figures.period.days < 14:
        return (Label(first, last, _logged_days(tally(figures.days))),)
    middle = first + timedelta(days=compared.earlier_days)
    return (
        Label(first, middle - timedelta(days=1), _logged_days(compared.earlier)),
        Label(middle, last, _logged_days(compared.later)),
    )


def _logged_days(days: Tally) -> str:
    return _("{days} logged days").format(days=words.of(days.twitching, days.logged))


def _too_few_days(figures: Figures) -> NoPicture:
    logged = figures.logged
    whole = figures.diary_starts is None or figures.diary_starts >= figures.period.first
    if whole:
        headline = _("Your first picture comes after {n} days").format(n=FEWEST_LOGGED)
        note = ngettext(
            "{n} day is logged so far. A quiet day counts too.",
            "{n} days are logged so far. A quiet day counts too.",
            logged,
        ).format(n=logged)
    else:
        headline = _("Too few logged days in this time")
        note = _("{days} days are logged; a picture needs {n}. A quiet day counts too.").format(
            days=words.of(logged, figures.period.days), n=FEWEST_LOGGED
        )
    return NoPicture(headline=headline, note=note, alt=f"{headline}. {note}")


def _read(diary: Diary, ask: Ask) -> Figures:
    return diary.figures.read(ask.period)


CHART: Final = Chart("timeline", mark("Over time"), DAYS, _read, tell)
