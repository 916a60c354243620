"""Count the answers about the twitches: strength, movement, seen or felt, at rest or after use."""

from __future__ import annotations

from datetime import date
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import case, func, select

from twitchlog.diary import tables
from twitchlog.domain.counts.answers import Answers, DayAnswers, Movement
from twitchlog.domain.twitch import Activity, Pattern, Seen, Strength

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, Connection

    from twitchlog.domain.period import Period

_own: Final = tables.twitches.c


def strengths(connection: Connection, period: Period) -> Answers:
    """Count the strengths of each day; the index by day holds all that is read."""
    (answers,) = _answers(connection, period, ((_own.strength, [int(each) for each in Strength]),))
    return answers


def movement(connection: Connection, period: Period) -> Movement:
    """Count the three answers of each day in one pass over its twitches."""
    questions = (
        (_own.pattern, [str(each) for each in Pattern]),
        (_own.seen, [str(each) for each in Seen]),
        (_own.activity, [str(each) for each in Activity]),
    )
    return Movement(*_answers(connection, period, questions))


def _answers(
    connection: Connection,
    period: Period,
    questions: Sequence[tuple[Column[Any], Sequence[str | int]]],
) -> list[Answers]:
    """Count the values of some columns.

    One sum a value, so that SQLite goes through the days in the order of the index: grouped by
    value it would sort every twitch first, which takes twice as long.
    """
    span = (period.first.isoformat(), period.last.isoformat())
    sums = [
        func.count(case((column == value, 1))) for column, values in questions for value in values
    ]
    query = (
        select(_own.local_day, func.count(), *sums)
        .where(_own.local_day.between(*span))
        .group_by(_own.local_day)
        .order_by(_own.local_day)
    )
    found = [
        (date.fromisoformat(day), entries, tuple(given))
        for day, entries, *given in connection.execute(query)
    ]
    checkins = tables.checkins.c.local_day
    said = connection.execute(select(checkins).where(checkins.between(*span))).scalars()
    quiet = frozenset(map(date.fromisoformat, said)) - {day for day, _entries, _given in found}
    ends = accumulate((len(values) for _column, values in questions), initial=0)
    return [
        Answers(
            period,
            end - start,
            tuple(DayAnswers(day, entries, given[start:end]) for day, entries, given in found),
            quiet,
        )
        for start, end in pairwise(ends)
    ]
