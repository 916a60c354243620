"""The numbers that reports are made of, added up by SQLite over its indexes."""

from __future__ import annotations

from collections import Counter
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.diary.amounts import daily_amounts
from twitchlog.diary.conditions import load_conditions
from twitchlog.diary.counts.clock import clock_counts
from twitchlog.diary.counts.exposures import read_exposures
from twitchlog.diary.counts.lengths import length_counts
from twitchlog.diary.counts.places import named
from twitchlog.diary.counts.rest import rest_tallies
from twitchlog.diary.counts.visit import read_since_visit, read_trials, read_tried
from twitchlog.diary.days import first_logged, summarise
from twitchlog.diary.entries import load_twitches
from twitchlog.diary.medical_tests import load_tests
from twitchlog.diary.medicine_rows import load_medications
from twitchlog.diary.preferences import load_left_out
from twitchlog.diary.symptoms import load_symptoms
from twitchlog.diary.tables.places import ANY
from twitchlog.diary.trigger_choices import load_choices
from twitchlog.domain.figures import Figures, SiteCount, VisitFigures
from twitchlog.domain.period import Period
from twitchlog.domain.symptom import PERSISTENT_WINDOW

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.checkin import DaySummary
    from twitchlog.domain.counts.exposures import Exposures

LINKED_DAYS: Final = 730
"""So many days up to the period's end are looked at for what goes with the twitching.

Those of the period alone would often be too few, and choosing them would be a look of its own.
"""
_twitches, _sites = tables.twitches, tables.twitch_sites


class FiguresRoom:
    """The room of the figures."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def read(self, period: Period) -> Figures:
        """Return all figures of `period`, read from one state of the diary."""
        with self._diary.reading() as connection:
            return _figures(connection, period)

    def visit(self, period: Period, *, list_up_to: int = 14, whole: bool = True) -> VisitFigures:
        """Return what the visit page needs; single entries where there are at most `list_up_to`.

        For the answers alone it need not be `whole`: what was done and taken on each day of two
        years is left unread then, which takes as long as all the rest.
        """
        today = self._diary.clock.now().day
        with self._diary.reading() as connection:
            figures = _figures(connection, period)
            medicines = load_medications(connection, today=today)
            few = 0 < figures.entries <= list_up_to
            return VisitFigures(
                figures=figures,
                last_logged=_last_logged(connection, period.last),
                symptoms=load_symptoms(connection, until=period.last),
                listed=load_twitches(connection, _inside(period)) if few else (),
                medications=medicines,
                tests=load_tests(connection),
                conditions=load_conditions(connection),
                tried=read_tried(connection, medicines, until=period.last),
                since_visit=read_since_visit(connection, period, today=today),
                rest=rest_tallies(connection, period),
                exposures=_exposures(connection, figures) if whole else None,
                choices=load_choices(connection),
                trials=read_trials(connection, until=period.last),
                left_out=load_left_out(connection),
            )


def _exposures(connection: Connection, figures: Figures) -> Exposures:
    newest = Period.ending(figures.period.last, days=LINKED_DAYS)
    return read_exposures(connection, newest.since(figures.diary_starts))


def _inside(period: Period) -> ColumnElement[bool]:
    return _twitches.c.local_day.between(period.first.isoformat(), period.last.isoformat())


def _figures(connection: Connection, period: Period) -> Figures:
    inside = _inside(period)
    site_days = _site_days(connection, period)
    days = summarise(connection, period)
    entries = sum(day.count for day in days)
    return Figures(
        period=period,
        days=days,
        entries=entries,
        without_site=entries - named(connection, period),
        sites=_site_counts(site_days),
        site_days=site_days,
        clock=clock_counts(connection, period),
        lengths=length_counts(connection, period),
        strengths=_strengths(connection, inside),
        triggers=_triggers(connection, inside),
        amounts=_amounts(connection, period, days),
        first_entry=_first_entry(connection),
        diary_starts=first_logged(connection),
    )


def _site_days(connection: Connection, period: Period) -> tuple[tuple[date, str, int], ...]:
    kept = tables.site_days
    query = (
        select(kept.c.local_day, kept.c.site, kept.c.entries)
        .where(
            kept.c.site != ANY,
            kept.c.local_day.between(period.first.isoformat(), period.last.isoformat()),
        )
        .order_by(kept.c.local_day, kept.c.site)
    )
    found = connection.execute(query)
    return tuple((date.fromisoformat(day), name, count) for day, name, count in found)


def _site_counts(site_days: tuple[tuple[date, str, int], ...]) -> tuple[SiteCount, ...]:
    by_site: dict[str, list[tuple[date, int]]] = {}
    for day, name, count in site_days:
        by_site.setdefault(name, []).append((day, count))
    counts = [
        SiteCount(name, sum(count for _day, count in seen), len(seen), seen[0][0], seen[-1][0])
        for name, seen in by_site.items()
    ]
    return tuple(
        sorted(counts, key=lambda each: (-each.entries, -each.last.toordinal(), each.site))
    )


def _strengths(connection: Connection, inside: ColumnElement[bool]) -> Mapping[int, int]:
    query = (
        select(_twitches.c.strength, func.count())
        .where(inside, _twitches.c.strength.is_not(None))
        .group_by(_twitches.c.strength)
    )
    return MappingProxyType(dict(connection.execute(query).all()))


def _triggers(connection: Connection, inside: ColumnElement[bool]) -> Mapping[str, int]:
    table = tables.twitch_triggers
    query = (
        select(table.c.kind, table.c.words, func.count().label("entries"))
        .join_from(_twitches, table)
        .where(inside)
        .group_by(table.c.kind, table.c.words)
        .order_by(func.count().desc(), table.c.kind, table.c.words)
    )
    counts: Counter[str] = Counter()
    for row in connection.execute(query):
        # Somebody's own word may be one that is built in: they count together.
        counts[row.words or row.kind] += row.entries
    return MappingProxyType(dict(counts.most_common()))


def _amounts(
    connection: Connection, period: Period, days: Sequence[DaySummary]
) -> Mapping[str, tuple[tuple[date, float], ...]]:
    """Return the amounts of the logged days, out of which every mean is said."""
    logged = {day.day for day in days if day.logged}
    found = {
        factor: tuple(pair for pair in pairs if pair[0] in logged)
        for factor, pairs in daily_amounts(connection, period).items()
    }
    return MappingProxyType({factor: pairs for factor, pairs in found.items() if pairs})


def _first_entry(connection: Connection) -> date | None:
    day = connection.execute(select(func.min(_twitches.c.local_day))).scalar()
    return date.fromisoformat(day) if day else None


def _last_logged(connection: Connection, until: date) -> tuple[tuple[date, frozenset[str]], ...]:
    """Return the newest logged days up to `until`, newest first, with the sites named on each."""
    span = until.isoformat()
    logged = (
        select(_twitches.c.local_day)
        .where(_twitches.c.local_day <= span)
        .union(select(tables.checkins.c.local_day).where(tables.checkins.c.local_day <= span))
    )
    newest = logged.order_by(logged.selected_columns[0].desc()).limit(PERSISTENT_WINDOW)
    days = list(connection.execute(newest).scalars())
    if not days:
        return ()
    query = (
        select(_twitches.c.local_day, _sites.c.site)
        .join_from(_twitches, _sites)
        .where(_twitches.c.local_day.between(days[-1], days[0]))
        .distinct()
    )
    named: dict[str, set[str]] = {}
    for day, name in connection.execute(query):
        named.setdefault(day, set()).add(name)
    return tuple((date.fromisoformat(day), frozenset(named.get(day, ()))) for day in days)
