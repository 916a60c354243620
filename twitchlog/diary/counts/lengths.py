"""How long the twitches lasted, counted without a row for each."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.diary.counts.tally import tally
from twitchlog.diary.dialect import least, whole
from twitchlog.domain.counts.lengths import EDGES_S, LengthCounts, ranks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection

    from twitchlog.diary.counts.tally import Step
    from twitchlog.domain.period import Period

_twitches = tables.twitches
_TENTHS: Final = 10
_AFTER_A_MINUTE: Final = 540
_AFTER_AN_HOUR: Final = 4080


def length_counts(connection: Connection, period: Period) -> LengthCounts:
    """Return the counts of a period's durations, and those at the ranks that are asked for.

    They are counted in at most 5,521 steps; only a step that holds a wanted rank and more than one
    length is looked into, so that a million different lengths are never sorted.
    """
    inside = _twitches.c.local_day.between(period.first.isoformat(), period.last.isoformat())
    length = _twitches.c.duration_s
    entries = connection.execute(select(func.count()).where(inside)).scalar_one()
    known = inside & length.is_not(None)
    steps = tally(connection, _step(length), of=_twitches, where=known, spread=length)
    bars = [0] * (len(EDGES_S) + 1)
    ends = [_step_of(edge) for edge in EDGES_S]
    for step in steps:
        bars[bisect_right(ends, step.step)] += step.entries
    recorded = sum(bars)
    ranked = _ranked(connection, inside, steps, ranks(recorded))
    return LengthCounts(recorded, entries - recorded, tuple(bars), ranked)


def _ranked(
    connection: Connection,
    inside: ColumnElement[bool],
    steps: Sequence[Step],
    wanted: Iterable[int],
) -> dict[int, float]:
    """Return the durations at the wanted ranks, looked up in the steps that hold them."""
    before = list(accumulate((step.entries for step in steps), initial=0))
    found: dict[int, float] = {}
    open_: dict[int, list[int]] = {}
    for rank in wanted:
        at = bisect_right(before, rank) - 1
        low, high = steps[at].low, steps[at].high
        if low is not None and low == high:
            found[rank] = low
        else:
            open_.setdefault(at, []).append(rank)
    for at, there in open_.items():
        within = inside & _twitches.c.duration_s.between(steps[at].low, steps[at].high)
        reached = before[at]
        for seconds, count in _lengths(connection, within):
            found.update({rank: seconds for rank in there if reached <= rank < reached + count})
            reached += count
    return found


def _lengths(connection: Connection, where: ColumnElement[bool]) -> Iterable[tuple[float, int]]:
    length = _twitches.c.duration_s
    query = select(length, func.count()).where(where).group_by(length).order_by(length)
    return [(seconds, count) for seconds, count in connection.execute(query)]


def _step(seconds: ColumnElement[float]) -> ColumnElement[int]:
    """Return the step of a length: tenths of a second, after a minute seconds, then minutes.

    Each of the three grows with the length, and so does the smallest of them.
    """
    return whole(
        least(seconds * _TENTHS, seconds + _AFTER_A_MINUTE, seconds / 60.0 + _AFTER_AN_HOUR)
    )


def _step_of(seconds: float) -> int:
    return int(min(seconds * _TENTHS, seconds + _AFTER_A_MINUTE, seconds / 60 + _AFTER_AN_HOUR))
