"""Twitching over time, for the page: *day by day* with a fraction under each week."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts import words
from twitchlog.reports.charts.kinds import over_time
from twitchlog.reports.charts.kinds.over_time import DayBars, Label, Step
from twitchlog.reports.patterns.comparison import Change, recent
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.domain.figures import Figures
    from twitchlog.reports.charts.kinds.over_time import TimeBar
    from twitchlog.reports.patterns.series import Tally


def day_by_day(figures: Figures, *, today: date | None = None) -> DayBars:
    """Return the chart over time for the page: a fraction under each week, dates below.

    A date of another year than `today`, the last day unless given, has its year.
    """
    step, stretches = over_time.parts(figures.days)
    parts, together = over_time.fractions(figures.days)
    first, last = figures.period.first, figures.period.last
    bars = tuple(map(over_time.bar, stretches))
    shown = [_fraction(part.tally) for part in parts]
    example = next((part.tally for part in (*parts[1:], *parts[:1]) if part.tally.logged), None)
    return DayBars(
        headline=_page_headline(recent(figures.days).change),
        note=_page_note(bars, step, example, together),
        strong=_fraction(example) if example else "",
        alt=over_time.alt_text(figures.days, step),
        first=first,
        last=last,
        step=step,
        bars=bars,
        ticks=tuple(_page_ticks(first, last, today or last)),
        brackets=tuple(
            Label(part.first, part.last, text) for part, text in zip(parts, shown, strict=True)
        ),
    )


def _page_headline(change: Change) -> str:
    return {
        Change.MORE: _("Day by day: more often in the last 4 weeks"),
        Change.FEWER: _("Day by day: less often in the last 4 weeks"),
        Change.SAME: _("Day by day: about as often in the last 4 weeks"),
        Change.UNCLEAR: _("Day by day: no clear change in the last 4 weeks"),
        Change.TOO_EARLY: _("Day by day: too early to compare"),
    }[change]


def _page_note(bars: Sequence[TimeBar], step: Step, example: Tally | None, together: int) -> str:
    """Say what the signs mean that are in the chart, and what a fraction says."""
    states = {bar.state for bar in bars}
    meant, none = {
        Step.DAY: (_("Bars: entries a day."), _("○ none that day.")),
        Step.WEEK: (_("Bars: a week’s mean entries a logged day."), _("○ none that week.")),
        Step.MONTH: (_("Bars: a month’s mean entries a logged day."), _("○ none that month.")),
    }[step]
    signs = [meant] if DayState.TWITCHES in states else []
    signs += [none] if DayState.NONE in states else []
    signs += [_("Hatched: not logged.")] if DayState.NOT_LOGGED in states else []
    key = " ".join(signs)
    if example is None:
        return key
    meaning = {
        0: _("{fraction} = twitching on {n} of the {logged} days logged that week."),
        1: _("{fraction} = twitching on {n} of the {logged} days logged that month."),
    }.get(together, _("{fraction} = twitching on {n} of the {logged} days logged in that time."))
    return f"{key} " + meaning.format(
        fraction=_fraction(example), n=example.twitching, logged=example.logged
    )


def _fraction(days: Tally) -> str:
    return f"{days.twitching}/{days.logged}" if days.logged else "–"


def _page_ticks(first: date, last: date, today: date) -> Iterator[Label]:
    """Yield the first day, month starts more than 14 days away from it, and the last day.

    From two years on the years' starts stand for the months.
    """
    days = (last - first).days
    write = partial(words.one_day, today=today) if days < 366 else words.full_date
    yield Label(first, first, write(first))
    for at in range(15, days):
        day = first + timedelta(days=at)
        if day.day == 1 and (days <= over_time.WEEKLY_UP_TO or day.month == 1):
            yield Label(day, day, write(day))
    if last > first:
        yield Label(last, last, write(last))
