"""The exact values of the chart over time: its bars, then what happened meanwhile."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.kinds import events
from twitchlog.reports.charts.kinds.over_time import Step
from twitchlog.reports.charts.spec import Row, Table
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from twitchlog.domain.counts.over_time import Event
    from twitchlog.reports.charts.kinds.events import Sign
    from twitchlog.reports.patterns.series import Stretch


def table(
    step: Step,
    parts: Sequence[Stretch],
    notes: Sequence[int],
    signs: Sequence[Sign],
    inexact: Sequence[Event],
    *,
    today: date,
) -> Table:
    """Return a row for each bar, then for each sign, then for what has no exact day.

    `notes` is how many notes each bar has. The last column is there where it says something.
    """
    columns = [_("Days"), _("Twitches")]
    if step is not Step.DAY:
        columns.append(_("A logged day"))
    told = any(notes) or bool(signs) or bool(inexact)
    rows = [
        *(
            _bar_row(step, part, many, told=told, today=today)
            for part, many in zip(parts, notes, strict=True)
        ),
        *(
            _event_row(when, what, len(columns))
            for when, what in _happened(signs, inexact, today=today)
        ),
    ]
    return Table((*columns, *([_("What else")] if told else [])), tuple(rows))


def notes_of(parts: Sequence[Stretch], notes: Mapping[date, int]) -> tuple[int, ...]:
    """Return how many notes the days of each bar have; the bars follow each other."""
    starts, counted = [part.first for part in parts], [0] * len(parts)
    for day, many in notes.items():
        counted[bisect(starts, day) - 1] += many
    return tuple(counted)


def _bar_row(step: Step, part: Stretch, notes: int, *, told: bool, today: date) -> Row:
    days = words.span(Period(part.first, part.last), today=today)
    noted = ngettext("{n} note", "{n} notes", notes).format(n=numeral(notes)) if notes else ""
    cells: tuple[str, ...]
    if step is Step.DAY:
        value = numeral(part.entries) if part.tally.logged else _("not logged")
        cells, says = (days, value), _said_of_day(part)
    else:
        cells = (days, *_values(part))
        says = _said_of_days(part)
    if noted:
        says = _("{says}, {notes}").format(says=says, notes=noted)
    return Row(
        (*cells, noted) if told else cells,
        _("{when}: {what}").format(when=days, what=says),
        Query(period=Period(part.first, part.last)) if part.entries else None,
    )


def _values(part: Stretch) -> tuple[str, str]:
    """Write the twitches with the logged days they were counted on, and their mean."""
    if part.mean is None:
        return _("not logged"), "–"
    counted = ngettext("{count} on {n} day", "{count} on {n} days", part.tally.logged)
    return (
        counted.format(count=numeral(part.entries), n=numeral(part.tally.logged)),
        numeral(part.mean, ",.3g"),
    )


def _said_of_day(day: Stretch) -> str:
    if not day.tally.logged:
        return _("not logged")
    if not day.entries:
        return _("none that day")
    return ngettext("{n} twitch", "{n} twitches", day.entries).format(n=numeral(day.entries))


def _said_of_days(part: Stretch) -> str:
    if part.mean is None:
        return _("not logged")
    calendar = (part.last - part.first).days + 1
    return _("{mean} twitches a logged day, {days} logged").format(
        mean=numeral(part.mean, ",.3g"), days=words.of_days(part.tally.logged, calendar)
    )


def _happened(
    signs: Sequence[Sign], inexact: Sequence[Event], *, today: date
) -> Iterator[tuple[str, str]]:
    """Yield when and what: a sign with events of several days names the day of each."""
    for sign in signs:
        days = words.span(Period(sign.first, sign.last), today=today)
        say = events.said if sign.first == sign.last else events.dated
        yield days, "; ".join(map(say, sign.events))
    for event in inexact:
        yield events.date_words(event.when), events.said(event)


def _event_row(when: str, what: str, columns: int) -> Row:
    empty = ("",) * (columns - 1)
    return Row((when, *empty, what), _("{when}: {what}").format(when=when, what=what))
