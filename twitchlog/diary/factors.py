"""What the person records of each day: built-in factors and their own, in their order."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog.diary import records, tables
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.factor import FACTORS, OWN_MOST, Factor, Kind, factor_or_unknown
from twitchlog.domain.phrase import phrase
from twitchlog.domain.text import clean_line
from twitchlog.domain.wording import named
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.phrase import Phrase

NAME_LIMIT: Final = 40
UNIT_LIMIT: Final = 20
_LIMITS: Final = {
    Kind.SCALE: (10.0, "0-10"),
    Kind.LEVEL: (3.0, "level"),
    Kind.YES_NO: (1.0, "yes/no"),
}


class FactorsRoom:
    """The room of the factors. None is ever lost with its answers: it can only be hidden."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def all(self) -> tuple[Factor, ...]:
        """Return every factor in the person's order, the hidden ones too."""
        with self._diary.reading() as connection:
            return tuple(load_factors(connection).values())

    def get(self, factor_id: str) -> Factor:
        """Return one factor; raise NotFound."""
        with self._diary.reading() as connection:
            return _one(load_factors(connection), factor_id)

    def find(self, name: str) -> Factor:
        """Return the factor of that id or name, in any case; raise BadInput with what is known."""
        known = self.all()
        for factor in known:
            if factor.is_called(name):
                return factor
        found = named(name, known, lambda factor: (factor.id, factor.label))
        if found is not None:
            return found
        raise BadInput(
            _("“{name}” is not recorded here. Known are: {known}.").format(
                name=name[:NAME_LIMIT], known=", ".join(each.label for each in known)
            )
        )

    def add(
        self, name: str, kind: Kind, *, unit: str = "", most: float | None = None,
        habit: bool = False, asked: bool = True,
    ) -> Written[Factor]:  # fmt: skip
        """Add a factor of the person's own, `asked` every day; `most` limits an amount a day.

        Raises BadInput for a name that is missing, taken or too long, or a limit that is not
        above zero.
        """
        made = _made(str(uuid.uuid4()), name, kind, unit, most, habit=habit)
        factor = replace(made, asked=asked)
        with self._diary.operation(phrase("{name} added", name=factor.name)) as operation:
            known = load_factors(operation.connection)
            _check_name(factor, known)
            position = max(_positions(operation.connection, known).values()) + 1
            self._put(operation, factor, position)
        return Written(factor, operation.changes())

    def edit(self, factor: Factor) -> Written[Factor]:
        """Change name, unit, limit and habit of the person's own factor, or what is asked of any.

        Raises BadInput as `add` does, and where another unit would change the meaning of what is
        recorded already.
        """
        return self._change(factor, phrase("{name} changed", name=factor.term))

    def _change(self, factor: Factor, step: Phrase) -> Written[Factor]:
        with self._diary.operation(step) as operation:
            known = load_factors(operation.connection)
            held = _one(known, factor.id)
            changed = held
            if held.own:
                changed = _made(
                    held.id, factor.name, held.kind, factor.unit, factor.most, habit=factor.habit
                )
                _check_name(changed, known)
                if changed.unit != held.unit and has_data(operation.connection, held.id):
                    raise BadInput(
                        _("Amounts are recorded in {unit} already, so the unit stays.").format(
                            unit=held.unit or _("no unit")
                        )
                    )
            changed = replace(changed, asked=factor.asked and factor.shown, shown=factor.shown)
            if changed != held:
                self._put(operation, changed, _positions(operation.connection, known)[held.id])
        return Written(changed, operation.changes())

    def ask(self, *ids: str, asked: bool) -> Written[tuple[Factor, ...]]:
        """Ask for factors in every check-in, or only under *More to record*; as one step."""
        first = self.get(ids[0]).term
        name = (
            phrase("{name}: asked every day", name=first)
            if asked
            else phrase("{name}: asked on a tap", name=first)
        )
        with self._diary.operation(name) as operation:
            known = load_factors(operation.connection)
            places = _positions(operation.connection, known)
            changed = [replace(_one(known, each), asked=asked, shown=True) for each in ids]
            for each in changed:
                if each != known[each.id]:
                    self._put(operation, each, places[each.id])
        return Written(tuple(changed), operation.changes())

    def show(self, factor_id: str, *, shown: bool) -> Written[Factor]:
        """Hide a factor everywhere, or show it again; what was recorded stays."""
        held = self.get(factor_id)
        step = (
            phrase("{name} shown again", name=held.term)
            if shown
            else phrase("{name} hidden; what you recorded stays", name=held.term)
        )
        return self._change(replace(held, shown=shown), step)

    def move(self, factor_id: str, to: int) -> Written[tuple[Factor, ...]]:
        """Put a factor at the place `to`, counted from 0; beyond either end means the end."""
        name = phrase("{name} moved", name=self.get(factor_id).term)
        with self._diary.operation(name) as operation:
            known = load_factors(operation.connection)
            order = [name for name in known if name != factor_id]
            order.insert(max(to, 0), factor_id)
            if order != list(known):
                for position, each in enumerate(order):
                    self._put(operation, known[each], position)
        return Written(self.all(), operation.changes())

    def remove(self, factor_id: str) -> Written[Factor]:
        """Remove a factor of the person's own; one that has answers is hidden, and keeps them.

        Raises NotFound, and BadInput for a built-in one, which can be hidden.
        """
        held = self.get(factor_id)
        if not held.own:
            raise BadInput(_("{name} is built in. It can be hidden.").format(name=held.label))
        with self._diary.reading() as connection:
            if has_data(connection, factor_id):
                return self.show(factor_id, shown=False)
        with self._diary.operation(phrase("{name} removed", name=held.term)) as operation:
            operation.delete(tables.factors, {"id": factor_id})
        return Written(held, operation.changes())

    def _put(self, operation: Operation, factor: Factor, position: int) -> None:
        row = _row(factor, position)
        records.put(operation, tables.factors, row, records.origin(self._diary))


def load_factors(connection: Connection) -> dict[str, Factor]:
    """Return every factor by its id, in the person's order, the hidden ones too."""
    rows = {row["id"]: row for row in connection.execute(select(tables.factors)).mappings()}
    own = {name: _own(row) for name, row in rows.items() if name not in FACTORS}
    known = {
        name: replace(each, asked=bool(rows[name]["asked"]), shown=bool(rows[name]["shown"]))
        if name in rows
        else each
        for name, each in FACTORS.items()
    } | own
    places = _positions(connection, known)
    return {name: known[name] for name in sorted(known, key=places.__getitem__)}


def has_data(connection: Connection, factor_id: str) -> bool:
    """Tell whether anything was ever recorded of a factor."""
    return any(
        connection.execute(select(table.c.id).where(table.c.factor == factor_id).limit(1)).first()
        for table in (tables.exposures, tables.doses)
    )


def factor_of(known: Mapping[str, Factor], factor_id: str) -> Factor:
    """Return a factor that may be recorded; raise BadInput for one that is not known."""
    if factor_id not in known:
        raise BadInput(
            _("“{name}” is not recorded here. Known are: {known}.").format(
                name=factor_id[:NAME_LIMIT], known=", ".join(known)
            )
        )
    return known[factor_id]


def _one(known: Mapping[str, Factor], factor_id: str) -> Factor:
    if factor_id not in known:
        raise NotFound(_("That is not among the things you record any more."))
    return known[factor_id]


def _positions(connection: Connection, known: Mapping[str, Factor]) -> dict[str, int]:
    """Return where each factor stands; a built-in one that was never moved has its own place."""
    query = select(tables.factors.c.id, tables.factors.c.position)
    kept = {row.id: row.position for row in connection.execute(query)}
    built_in = {name: place for place, name in enumerate(FACTORS)}
    return {name: kept.get(name, built_in.get(name, len(known))) for name in known}


def _made(id_: str, name: str, kind: Kind, unit: str, most: float | None, *, habit: bool) -> Factor:
    called = clean_line(name, limit=NAME_LIMIT)
    if not called:
        raise BadInput(_("Give it a name first."))
    limit, fixed = _LIMITS.get(kind, (OWN_MOST if most is None else most, ""))
    if not 0 < limit <= OWN_MOST:
        raise BadInput(
            _("The most a day must be above 0, and at most {most}.").format(
                most=numeral(OWN_MOST, "g")
            )
        )
    return replace(
        factor_or_unknown(id_),
        name=called,
        unit=fixed or clean_line(unit, limit=UNIT_LIMIT),
        most=limit,
        habit=habit,
        kind=kind,
        asked=True,
        shown=True,
        doses=kind is Kind.AMOUNT,
    )


def _check_name(factor: Factor, known: Mapping[str, Factor]) -> None:
    taken = {each.label.casefold() for each in known.values() if each.id != factor.id}
    if factor.name.casefold() in taken:
        raise BadInput(
            _("“{name}” is among the things you record already.").format(name=factor.name)
        )


def _own(row: Mapping[Any, Any]) -> Factor:
    kind = Kind(row["kind"]) if row["kind"] in set(Kind) else Kind.AMOUNT
    limit, fixed = _LIMITS.get(kind, (row["most"] or OWN_MOST, row["unit"]))
    return replace(
        factor_or_unknown(row["id"]),
        name=row["name"],
        unit=fixed,
        most=limit,
        habit=bool(row["habit"]),
        kind=kind,
        asked=bool(row["asked"]),
        shown=bool(row["shown"]),
        doses=kind is Kind.AMOUNT,
    )


def _row(factor: Factor, position: int) -> Row:
    return {
        "id": factor.id,
        "name": factor.name if factor.own else "",
        "kind": factor.kind.value,
        "unit": factor.unit,
        "habit": int(factor.habit),
        "position": position,
        "shown": int(factor.shown),
        "asked": int(factor.asked),
        "most": factor.most if factor.own and factor.kind is Kind.AMOUNT else None,
    }
