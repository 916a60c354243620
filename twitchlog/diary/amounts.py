"""The amounts of each day, from check-ins and doses together, never counted twice."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import func, select, union

from twitchlog.diary import tables
from twitchlog.domain.checkin import Logged
from twitchlog.domain.daily import daily_amount, moved, tidy

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.period import Period

Said = dict[str, dict[str, float]]
"""What check-ins say by factor id and local day."""
Doses = dict[str, dict[str, tuple[float, ...]]]
"""The doses of a day added up, by factor id and local day."""


def daily_amounts(
    connection: Connection, period: Period, *, factors: Collection[str] | None = None
) -> Mapping[str, tuple[tuple[date, float], ...]]:
    """Return each factor's (day, amount) in `period`, in order, by the rule of `daily_amount`.

    A day with neither an answer nor a dose of a factor is not among them: not recorded is not zero.
    `factors` narrows it to those ids.
    """
    said, doses = _said(connection, period, factors), _doses(connection, period, factors)
    found = {}
    for factor in sorted(said.keys() | doses.keys()):
        answered, logged = said.get(factor, {}), doses.get(factor, {})
        by_day = dict(answered)
        for day, amounts in logged.items():
            amount = daily_amount(answered.get(day), amounts)
            if amount is not None:
                by_day[day] = amount
        # Sorted factor by factor: while one long list is sorted, no frame is drawn.
        found[factor] = tuple((date.fromisoformat(day), by_day[day]) for day in sorted(by_day))
    return MappingProxyType(found)


def recorded(connection: Connection, period: Period) -> frozenset[str]:
    """Return the ids of the factors that have an amount on some day of `period`."""
    checkins, exposures, doses = tables.checkins, tables.exposures, tables.doses
    query = union(
        select(exposures.c.factor)
        .join_from(checkins, exposures)
        .where(checkins.c.local_day.between(period.first.isoformat(), period.last.isoformat())),
        select(doses.c.factor).where(
            doses.c.local_day.between(period.first.isoformat(), period.last.isoformat())
        ),
    )
    return frozenset(connection.execute(query).scalars())


def logged_on(connection: Connection, day: date) -> dict[str, Logged]:
    """Return the doses of a day added up, by factor id."""
    table = tables.doses
    query = (
        select(table.c.factor, func.sum(table.c.amount), func.count())
        .where(table.c.local_day == day.isoformat())
        .group_by(table.c.factor)
    )
    return {
        factor: Logged(tidy(amount), count)
        for factor, amount, count in connection.execute(query).all()
    }


def said_on(operation: Operation, day: str, factor: str) -> Row | None:
    """Return the row of what the check-in of `day` says of a factor, or None."""
    checkin = operation.row(tables.checkins, {"local_day": day})
    if checkin is None:
        return None
    return operation.row(tables.exposures, {"checkin_id": checkin["id"], "factor": factor})


def shift(operation: Operation, day: str, factor: str, by: float, stamp: Row) -> None:
    """Let a check-in that names an amount of a factor move by that of a dose, in the same step.

    `by` is below zero for a dose taken away; `stamp` are the columns of origin.
    """
    held = said_on(operation, day, factor)
    if held is not None and by:
        operation.update(
            tables.exposures, {"id": held["id"]}, {"amount": moved(held["amount"], by)}
        )
        operation.update(tables.checkins, {"id": held["checkin_id"]}, stamp)


def _said(connection: Connection, period: Period, factors: Collection[str] | None) -> Said:
    checkins, exposures = tables.checkins, tables.exposures
    query = (
        select(exposures.c.factor, checkins.c.local_day, exposures.c.amount)
        .join_from(checkins, exposures)
        .where(checkins.c.local_day.between(period.first.isoformat(), period.last.isoformat()))
    )
    if factors is not None:
        query = query.where(exposures.c.factor.in_(factors))
    found: Said = defaultdict(dict)
    # Added up here: to group thousands of rows takes the database longer than to hand them over.
    for factor, day, amount in connection.execute(query).all():
        by_day = found[factor]
        by_day[day] = by_day.get(day, 0.0) + amount
    return found


def _doses(connection: Connection, period: Period, factors: Collection[str] | None) -> Doses:
    table = tables.doses
    query = (
        select(table.c.factor, table.c.local_day, func.sum(table.c.amount))
        .where(table.c.local_day.between(period.first.isoformat(), period.last.isoformat()))
        .group_by(table.c.factor, table.c.local_day)
    )
    if factors is not None:
        query = query.where(table.c.factor.in_(factors))
    found: Doses = defaultdict(dict)
    for factor, day, amount in connection.execute(query).all():
        found[factor][day] = (tidy(amount),)
    return found
