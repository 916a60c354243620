"""Trials as rows: read them, and tell a plan that is not the one its seed gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from twitchlog.diary import moments, removed, tables
from twitchlog.diary.factors import load_factors
from twitchlog.domain import experiment as trials
from twitchlog.domain.errors import BadInput
from twitchlog.domain.experiment import LONGEST_BLOCK, Experiment, Kept, Plan, draw
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from twitchlog.diary.images import Row
    from twitchlog.domain.factor import Factor

OWNER = "experiment_id"


@dataclass(frozen=True, slots=True)
class Damaged:
    """A trial whose stored blocks are not those of its seed: it is told, and never used."""

    id: str
    factor: str
    on: str
    off: str
    first: date


def to_row(experiment: Experiment) -> Row:
    """Return the row of a trial, without what was kept to."""
    plan, stopped = experiment.plan, experiment.stopped
    return {
        "id": experiment.id,
        **moments.to_columns(experiment.made),
        "factor": experiment.factor,
        "on_words": experiment.on,
        "off_words": experiment.off,
        "first_day": experiment.first.isoformat(),
        "block_days": plan.block_days,
        "seed": plan.seed,
        "blocks": "".join("01"[first_on] for first_on in plan.first_on),
        "stopped_day": stopped.isoformat() if stopped else None,
        "why_stopped": experiment.why_stopped,
    }


def from_row(row: Mapping[Any, Any], kept: Mapping[date, Kept]) -> Experiment | Damaged:
    """Return the trial that a row keeps; `Damaged` where its plan was not drawn from its seed."""
    blocks, first = row["blocks"], date.fromisoformat(row["first_day"])
    plan = Plan(row["seed"], row["block_days"], tuple(each == "1" for each in blocks))
    if plan != draw(plan.seed, pairs=plan.pairs, block_days=plan.block_days):
        return Damaged(row["id"], row["factor"], row["on_words"], row["off_words"], first)
    return Experiment(
        id=row["id"],
        factor=row["factor"],
        on=row["on_words"],
        off=row["off_words"],
        plan=plan,
        first=first,
        made=moments.from_row(row),
        stopped=date.fromisoformat(row["stopped_day"]) if row["stopped_day"] else None,
        why_stopped=row["why_stopped"],
        kept=MappingProxyType(dict(kept)),
    )


def check_plan_row(row: Mapping[Any, Any]) -> None:
    """Raise ValueError for a row from elsewhere that no plan can be read from.

    One with other blocks than those of its seed is let through: it is told wherever it is read.
    """
    blocks = row["blocks"]
    if not 1 <= row["block_days"] <= LONGEST_BLOCK or set(blocks) - {"0", "1"}:
        raise ValueError(blocks)
    days = draw(row["seed"], pairs=len(blocks), block_days=row["block_days"]).days
    if date.max - date.fromisoformat(row["first_day"]) < timedelta(days=days):
        raise ValueError(row["first_day"])


def load(connection: Connection, experiment_id: str | None = None) -> list[Experiment | Damaged]:
    """Return every trial, or the one of that id if it is there; the first day last first."""
    own, days = tables.experiments, tables.experiment_days
    query = select(own).order_by(own.c.first_day.desc(), own.c.utc_ms.desc(), own.c.id)
    answers = select(days).order_by(days.c.local_day)
    if experiment_id is not None:
        query = query.where(own.c.id == experiment_id)
        answers = answers.where(days.c[OWNER] == experiment_id)
    kept: dict[str, dict[date, Kept]] = {}
    for row in connection.execute(answers):
        by_day = kept.setdefault(row.experiment_id, {})
        by_day[date.fromisoformat(row.local_day)] = Kept(row.kept)
    rows = connection.execute(query).mappings().all()
    begun = _begun(connection) if rows else []
    return [_with_earlier(from_row(row, kept.get(row["id"], {})), begun) for row in rows]


def _with_earlier(
    found: Experiment | Damaged, begun: list[tuple[str, int]]
) -> Experiment | Damaged:
    if isinstance(found, Damaged):
        return found
    drawn = found.made.utc_ms
    earlier = sum(factor == found.factor and made < drawn for factor, made in begun)
    return replace(found, earlier=earlier) if earlier else found


def _begun(connection: Connection) -> list[tuple[str, int]]:
    """Return of which factor each trial is that was begun, and when it was drawn.

    One in the bin counts as well: else a trial could be binned and begun anew until it pleases.
    """
    own, bin_ = tables.experiments, tables.bin_
    rows: list[tuple[Mapping[Any, Any], str | None]] = [
        (row, row["stopped_day"]) for row in connection.execute(select(own)).mappings()
    ]
    query = select(bin_).where(bin_.c.kind == own.name)
    for binned in connection.execute(query).mappings():
        for name, row in removed.unpack(binned["rows"]) or ():
            if name == own.name:
                over = row["stopped_day"] or moments.from_row(binned).day.isoformat()
                rows.append((row, over))
    return [
        (row["factor"], row["utc_ms"])
        for row, over in rows
        if over is None or over >= row["first_day"]
    ]


def under_way(found: list[Experiment | Damaged], today: date) -> Experiment | None:
    """Return the trial that is planned or running; a damaged one is neither."""
    return trials.under_way((each for each in found if isinstance(each, Experiment)), today)


def check_alone(connection: Connection, today: date, row: Row | None = None) -> None:
    """Raise BadInput where a trial is planned or running already; one that is over has room."""
    if row is not None and under_way([from_row(row, {})], today) is None:
        return
    other = under_way(load(connection), today)
    if other is not None:
        raise BadInput(
            _(
                "One trial at a time: that of {name} is planned or running. Stop it first, or wait "
                "for its end."
            ).format(name=factor_of(connection, other.factor).label_lower)
        )


def factor_of(connection: Connection, factor_id: str) -> Factor:
    """Return the factor that is tried; a plain one where it is not known any more."""
    return load_factors(connection).get(factor_id) or factor_or_unknown(factor_id)
