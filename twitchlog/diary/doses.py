"""Drinks, cigarettes, walks: what is logged with a time of its own, several a day."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from twitchlog.diary import amounts, moments, records, removed, tables
from twitchlog.diary.factors import factor_of, load_factors
from twitchlog.domain.changes import Written
from twitchlog.domain.daily import tidy
from twitchlog.domain.dose import PRESETS, Dose, Effort, dose_term, say_amount
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import Factor, Kind, factor_or_unknown
from twitchlog.domain.imports import BROUGHT_IN, UUID_VERSION_AT
from twitchlog.domain.phrase import phrase, phrases
from twitchlog.domain.text import NAME_LIMIT, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.period import Period

_EARLIEST: Final = date(1900, 1, 1)
_RECENT_DOSES: Final = 200
"""How many of the newest doses the one-tap list looks at."""


class Doses:
    """The room of the doses.

    A dose alone does not make a day a logged one: it says nothing about twitches. Where the day's
    check-in names an amount of the same factor, that moves with every dose, in the same step.
    """

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def log(
        self,
        factor: str,
        amount: float | None = None,
        *,
        preset: str = "",
        moment: Moment | None = None,
        effort: Effort | None = None,
        words: str = "",
    ) -> Written[Dose]:
        """Log a dose, now unless `moment` says when; without `amount` it is the preset's.

        Raises BadInput for an unknown factor or preset, an amount that is not possible (alone or
        with the day's others), or a time still to come. Nothing is written then.
        """
        if amount is None:
            amount = PRESETS[preset].amount if preset in PRESETS else None
        if amount is None:
            raise BadInput(_("Say how much it was first."))
        when = moment or self._diary.clock.now()
        dose = Dose(str(uuid.uuid4()), when, factor, amount, preset, effort, words)
        with self._diary.reading() as connection:
            known = load_factors(connection)
        checked = self._checked(dose, known)
        name = phrase("{dose} logged", dose=dose_term(checked, known[factor]))
        with self._diary.operation(name) as operation:
            self._insert(operation, checked, known[factor])
        return Written(checked, operation.changes())

    def edit(self, dose: Dose, *, joins: int | None = None) -> Written[Dose]:
        """Replace the dose of that id; raises NotFound, and BadInput as `log` does."""
        with self._diary.reading() as connection:
            known = load_factors(connection)
            held = _dose(records.one(connection, tables.doses, dose.id))
        checked = self._checked(dose, known, held=held)
        name = phrase("{dose} changed", dose=dose_term(checked, known[checked.factor]))
        with self._diary.operation(name, joins=joins) as operation:
            before = records.one(operation.connection, tables.doses, dose.id)
            if _dose(before) != checked:
                row = self._row(checked)
                stamp = records.origin(self._diary)
                operation.update(tables.doses, {"id": dose.id}, row | stamp)
                for (day, factor), by in _shifts(before, row).items():
                    amounts.shift(operation, day, factor, by, stamp)
                _check_day(operation, checked, known[checked.factor])
        return Written(checked, operation.changes())

    def remove(self, *ids: str) -> Written[int]:
        """Move doses to the bin; return how many there were. Raises NotFound."""
        with self._diary.reading() as connection:
            known = load_factors(connection)
            held = [_dose(records.one(connection, tables.doses, each)) for each in ids]
        labels = [dose_term(each, _known(known, each.factor)) for each in held]
        if len(labels) == 1:
            name = phrase("{dose} removed", dose=labels[0])
        else:
            name = phrases("{n} entry removed", "{n} entries removed", len(ids))
        stamp = records.origin(self._diary)
        with self._diary.operation(name) as operation:
            for dose, label in zip(held, labels, strict=True):
                row = records.one(operation.connection, tables.doses, dose.id)
                when = self._diary.clock.now()
                removed.take(operation, tables.doses, dose.id, when=when, label=label)
                amounts.shift(operation, row["local_day"], row["factor"], -row["amount"], stamp)
        return Written(len(ids), operation.changes())

    def get(self, dose_id: str) -> Dose:
        """Return one dose; raise NotFound."""
        with self._diary.reading() as connection:
            return _dose(records.one(connection, tables.doses, dose_id))

    def on_day(self, day: date) -> tuple[Dose, ...]:
        """Return the doses of one local day, the oldest first."""
        return self._load(tables.doses.c.local_day == day.isoformat())

    def between(self, period: Period) -> tuple[Dose, ...]:
        """Return the doses of a period, the oldest first."""
        first, last = period.first.isoformat(), period.last.isoformat()
        return self._load(tables.doses.c.local_day.between(first, last))

    def all(self) -> tuple[Dose, ...]:
        """Return every dose, the oldest first."""
        return self._load()

    def recent(self, limit: int = 6) -> tuple[Dose, ...]:
        """Return the last dose of each kind that was logged last, the newest first.

        What came from a file, a telephone's record of sleep and walks, is nobody's usual drink.
        """
        table = tables.doses
        query = (
            select(table)
            .where(func.substr(table.c.id, UUID_VERSION_AT, 1) != BROUGHT_IN)
            .order_by(table.c.utc_ms.desc(), table.c.id)
            .limit(_RECENT_DOSES)
        )
        with self._diary.reading() as connection:
            known = load_factors(connection)
            found = [_dose(row) for row in connection.execute(query).mappings()]
        kinds: dict[tuple[Any, ...], Dose] = {}
        for dose in found:
            if _known(known, dose.factor).shown:
                kinds.setdefault((dose.factor, dose.preset, dose.words, dose.amount), dose)
        return tuple(kinds.values())[:limit]

    def _load(self, where: ColumnElement[bool] | None = None) -> tuple[Dose, ...]:
        query = select(tables.doses).order_by(tables.doses.c.utc_ms, tables.doses.c.id)
        if where is not None:
            query = query.where(where)
        with self._diary.reading() as connection:
            return tuple(_dose(row) for row in connection.execute(query).mappings())

    def _insert(self, operation: Operation, dose: Dose, factor: Factor) -> None:
        row, stamp = self._row(dose), records.origin(self._diary)
        operation.insert(tables.doses, {"id": dose.id, **row, **stamp})
        amounts.shift(operation, row["local_day"], row["factor"], dose.amount, stamp)
        _check_day(operation, dose, factor)

    def _checked(
        self, dose: Dose, known: Mapping[str, Factor], *, held: Dose | None = None
    ) -> Dose:
        factor = factor_of(known, dose.factor)
        if factor.kind is not Kind.AMOUNT or not factor.doses:
            raise BadInput(
                _("{name} is asked once a day, in the check-in.").format(name=factor.label)
            )
        preset = PRESETS.get(dose.preset)
        if dose.preset and (preset is None or preset.factor != dose.factor):
            raise BadInput(_("“{name}” is not known.").format(name=dose.preset[:40]))
        if not dose.amount > 0:
            raise BadInput(_("Give an amount above 0."))
        # A time that is kept already stands, even if the machine's clock was set back since.
        if held is None or held.moment != dose.moment:
            self._check_moment(dose.moment)
        words = clean_line(dose.words, limit=NAME_LIMIT)
        return replace(dose, amount=factor.check(dose.amount), words=words)

    def _check_moment(self, moment: Moment) -> None:
        if moment.utc - self._diary.clock.now().utc > timedelta(minutes=1):
            raise BadInput(_("That time is still to come. Choose one that has passed."))
        if moment.day < _EARLIEST:
            raise BadInput(_("That day is too long ago to be right."))

    def _row(self, dose: Dose) -> Row:
        return {
            **moments.to_columns(dose.moment),
            "local_day": dose.moment.day.isoformat(),
            "local_minute": dose.moment.minute,
            "factor": dose.factor,
            "amount": dose.amount,
            "preset": dose.preset,
            "effort": None if dose.effort is None else int(dose.effort),
            "words": dose.words,
        }


def _known(known: Mapping[str, Factor], name: str) -> Factor:
    return known.get(name) or factor_or_unknown(name)


def _shifts(before: Row, after: Row) -> dict[tuple[str, str], float]:
    """Return by how much each day's amount of a factor moves when a dose is changed."""
    shifts: dict[tuple[str, str], float] = defaultdict(float)
    shifts[before["local_day"], before["factor"]] -= before["amount"]
    shifts[after["local_day"], after["factor"]] += after["amount"]
    return shifts


def _check_day(operation: Operation, dose: Dose, factor: Factor) -> None:
    """Refuse a dose that makes the day hold more than a day can; raise BadInput."""
    on_day = amounts.logged_on(operation.connection, dose.day)[dose.factor].amount
    said = amounts.said_on(operation, dose.day.isoformat(), dose.factor)
    total = tidy(max(on_day, said["amount"] if said is not None else 0.0))
    if total > factor.most:
        raise BadInput(
            _("That would make {total} in one day; up to {most} can be recorded.").format(
                total=say_amount(total, factor), most=say_amount(factor.most, factor)
            )
        )


def _dose(row: Mapping[Any, Any]) -> Dose:
    return Dose(
        id=row["id"],
        moment=moments.from_row(row),
        factor=row["factor"],
        amount=row["amount"],
        preset=row["preset"],
        effort=None if row["effort"] is None else Effort(row["effort"]),
        words=row["words"],
    )
