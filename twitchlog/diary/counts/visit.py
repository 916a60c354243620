"""What was tried, also by plan, and what is new since the last appointment, counted in days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from twitchlog.diary import experiment_rows, tables
from twitchlog.diary.appointments import load_appointments
from twitchlog.diary.counts.days import counted_days
from twitchlog.diary.counts.switches import switches
from twitchlog.diary.days import count_logged, first_logged
from twitchlog.diary.tables.places import ANY
from twitchlog.diary.treatments import load_treatments
from twitchlog.domain.experiment import Experiment
from twitchlog.domain.figures import Share, SinceVisit, Tried
from twitchlog.domain.period import Period
from twitchlog.domain.treatment import OWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.medication import Medication
    from twitchlog.domain.profile import PartialDate

BEFORE_DAYS: Final = 28
"""The stretch before a treatment that its days are put beside."""
ENOUGH_BEFORE: Final = 14
"""Logged days before a visit from which a place can be called new after it."""


def read_tried(
    connection: Connection, medicines: Sequence[Medication], *, until: date
) -> tuple[Tried, ...]:
    """Return what was tried against the twitching by `until`, the newest start first."""
    found = [
        Tried(each.name, False, each.started, each.stopped, None,
              *_shares(connection, each.started, each.stopped, until))
        for each in medicines
        if each.treats
    ] + [
        Tried(each.name, each.kind == OWN, each.started, each.stopped, each.effect,
              *_shares(connection, each.started, each.stopped, until))
        for each in load_treatments(connection)
    ]  # fmt: skip
    begun = [each for each in found if not (each.started and each.started.earliest > until)]
    return tuple(sorted(begun, key=lambda each: (-_begun(each), each.name.casefold())))


def read_since_visit(connection: Connection, period: Period, *, today: date) -> SinceVisit | None:
    """Return what is new since the last appointment up to the period's end; None without one."""
    past = [
        each.day
        for each in load_appointments(connection)
        if each.day is not None and each.day <= period.last and not each.ahead(today)
    ]
    if not past:
        return None
    day = max(past)
    yesterday = day - timedelta(days=1)
    return SinceVisit(
        day=day,
        since=_share(connection, Period(day, period.last)),
        before=_share(connection, Period(period.first, yesterday)) if day > period.first else None,
        sites=_new_sites(connection, Period(day, period.last)),
        turns=tuple(
            each for each in reversed(switches(connection, until=period.last)) if each.day >= day
        ),
    )


def read_trials(
    connection: Connection, *, until: date
) -> tuple[tuple[Experiment, tuple[DayCount, ...]], ...]:
    """Return the trials made by `until`, the newest first, each with the days of it so far."""
    made = [
        each
        for each in experiment_rows.load(connection)
        if isinstance(each, Experiment) and each.made.day <= until
    ]
    return tuple((each, _so_far(connection, each, until)) for each in made)


def _so_far(connection: Connection, trial: Experiment, until: date) -> tuple[DayCount, ...]:
    if trial.first > until:
        return ()
    return counted_days(connection, Period(trial.first, min(trial.last, until)))


def _shares(
    connection: Connection, started: PartialDate | None, stopped: PartialDate | None, until: date
) -> tuple[Share | None, Share | None]:
    """Return the days with a treatment and those before it; None each without an exact start."""
    if started is None or started.day is None or started.earliest > until:
        return None, None
    first = started.earliest
    last = min(until, stopped.earliest) if stopped else until
    during = Period(first, max(first, last))
    return _share(connection, during), _share(connection, during.before(BEFORE_DAYS))


def _share(connection: Connection, period: Period) -> Share:
    days = counted_days(connection, period)
    return Share(sum(day.count > 0 for day in days), sum(day.logged for day in days))


def _begun(tried: Tried) -> int:
    return tried.started.earliest.toordinal() if tried.started else 0


def _new_sites(connection: Connection, period: Period) -> tuple[str, ...]:
    """Return the places first named in `period`, where the diary was kept long enough before."""
    starts = first_logged(connection)
    yesterday = period.first - timedelta(days=1)
    if starts is None or starts > yesterday:
        return ()
    if count_logged(connection, Period(starts, yesterday)) < ENOUGH_BEFORE:
        return ()
    kept = tables.site_days
    first = func.min(kept.c.local_day)
    query = (
        select(kept.c.site)
        .where(kept.c.site != ANY)
        .group_by(kept.c.site)
        .having(first.between(period.first.isoformat(), period.last.isoformat()))
        .order_by(first, kept.c.site)
    )
    return tuple(connection.execute(query).scalars())
