"""What the calendar says of its days, and its exact values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.spec import Row, Table
from twitchlog.reports.patterns.series import fullest_month, months, tally
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.checkin import DayCount

_MONTHS_SAID: Final = 12


def headline(days: Sequence[DayCount]) -> str:
    """Name the month that stands out, else say on how many logged days there was twitching."""
    whole, month = tally(days), fullest_month(days)
    if not whole.twitching:
        return ngettext(
            "No twitches on {n} logged day", "No twitches on any of {n} logged days", whole.logged
        ).format(n=numeral(whole.logged))
    if month is not None:
        return _("Most often in {month}: twitching on {days} logged days").format(
            month=words.month_of_year(month.first),
            days=words.of(month.tally.twitching, month.tally.logged),
        )
    return ngettext(
        "Twitching on {days} logged day", "Twitching on {days} logged days", whole.logged
    ).format(days=words.of(whole.twitching, whole.logged))


def note(days: Sequence[DayCount], *, today: date) -> str:
    """Say how many of the days were logged, which these are, and on how many was twitching."""
    whole = tally(days)
    given = {
        "days": words.of_days(whole.logged, len(days)),
        "n": numeral(whole.twitching),
    }
    if days[-1].day < today:
        when = words.whole_span(days[0].day, days[-1].day)
        return _("{when}: logged on {days}, twitching on {n} of them.").format(when=when, **given)
    return _("Logged on {days} since {first}, twitching on {n} of them.").format(
        first=words.full_date(days[0].day), **given
    )


def alt(days: Sequence[DayCount]) -> str:
    """Say the calendar in words: month by month, over a longer time year by year."""
    parts = months(days)
    if len(parts) <= _MONTHS_SAID:
        names = [words.month_of_year(part.first) for part in parts]
        sentence = _("Days with twitching of days logged, month by month: {tallies}.")
    else:
        parts = months(days, each=12)
        names = [str(part.first.year) for part in parts]
        sentence = _("Days with twitching of days logged, year by year: {tallies}.")
    tallies = "; ".join(
        _("{when} {tally}").format(
            when=name,
            tally=words.of(part.tally.twitching, part.tally.logged) if part.tally.logged else "–",
        )
        for name, part in zip(names, parts, strict=True)
    )
    said = _("Calendar of the days, {days}.").format(
        days=words.whole_span(days[0].day, days[-1].day)
    )
    return f"{said} {sentence.format(tallies=tallies)}"


def table(days: Sequence[DayCount], *, today: date) -> Table:
    """Return a row for every day, the first one first."""
    return Table((_("Day"), _("Twitches")), tuple(_rows(days, today=today)))


def _rows(days: Sequence[DayCount], *, today: date) -> Iterator[Row]:
    """Write each number once: ten years are 3,650 rows."""
    unknown, says = _("not logged"), _("{when}: {what}")
    said: dict[int, str] = {0: _("none that day")}
    named = words.many_days((day.day for day in days), today=today)
    for day, when in zip(days, named, strict=True):
        count = day.count
        if not day.logged:
            yield Row((when, unknown), says.format(when=when, what=unknown))
        elif not count:
            yield Row((when, "0"), says.format(when=when, what=said[0]))
        else:
            if count not in said:
                said[count] = ngettext("{n} twitch", "{n} twitches", count).format(n=numeral(count))
            behind = Query(period=Period(day.day, day.day))
            yield Row((when, numeral(count)), says.format(when=when, what=said[count]), behind)
