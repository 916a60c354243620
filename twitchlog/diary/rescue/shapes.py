"""Which table a row is of, told by what it holds: where the list of tables is damaged too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import REAL, Integer

from twitchlog.diary import tables
from twitchlog.diary.checkup import derived
from twitchlog.diary.device import device_id
from twitchlog.domain.site import SITES
from twitchlog.domain.twitch import RELIEF_WORDS, TRIGGER_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Table

    from twitchlog.diary.rescue.cells import Value

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ID: Final = re.compile(r"[!-~]{1,64}")
_LATEST_MS: Final = 253_402_300_800_000
"""The end of the year 9999."""
_CHOICES: Final = frozenset({"left_out", "suspect", "first_looked"})
_SIGNS: Final[Mapping[str, Callable[[tuple[Value, ...]], bool]]] = {
    "twitch_sites": lambda row: row[1] in SITES and not _DAY.fullmatch(str(row[0])),
    "twitch_triggers": lambda row: row[1] in TRIGGER_WORDS,
    "twitch_reliefs": lambda row: row[1] in RELIEF_WORDS,
    "profile": lambda row: row[0] not in _CHOICES,
    "trigger_choices": lambda row: row[0] in _CHOICES,
}
"""What tells a table from another whose rows look alike."""

_EARLIER: Final = {"steps": ("number", "name", "undone", "images")}
"""Tables that were made anew with another order of columns, and the order of before."""


@dataclass(frozen=True, slots=True)
class _Column:
    """What may stand in one column, and whether it may be empty."""

    name: str
    kind: type
    empty: bool
    names_a_row: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of one table look like."""

    table: Table
    numbered: bool
    least: int
    most: int
    columns: tuple[_Column, ...]
    alias: int | None
    """Where the table's own number stands, which the row itself does not hold."""
    earlier: tuple[_Column, ...] = ()
    """The columns of an earlier schema, where they stood in another order."""

    @property
    def name(self) -> str:
        """The table's name."""
        return str(self.table.name)

    def fits(self, row: tuple[Value, ...]) -> bool:
        """Whether a row as it was stored may be one of this table; says nothing of its rules."""
        if self.earlier and len(row) == len(self.earlier):
            return all(map(_may_hold, self.earlier, row))
        if not self.least <= len(row) <= self.most:
            return False
        return all(map(_may_hold, self.columns, row))

    @property
    def has_sign(self) -> bool:
        """Whether its rows bear a sign that no other table's bear."""
        return self.name in _SIGNS

    def surely(self, row: tuple[Value, ...]) -> bool:
        """Whether the row bears the sign of this table, if it has one."""
        sign = _SIGNS.get(self.name)
        return sign is None or sign(row)

    def named(self, number: int, row: tuple[Value, ...]) -> dict[str, Any]:
        """Return the row by its columns, with what was added to the table since it was written."""
        found: dict[str, Any] = {}
        columns = self.columns
        if self.earlier and len(row) == len(self.earlier):
            columns, found = self.earlier, {"device": device_id(), "session": ""}
        for place, (column, value) in enumerate(zip(columns, row, strict=False)):
            if place == self.alias:
                found[column.name] = number
            elif column.kind is float and isinstance(value, int):
                found[column.name] = float(value)
            else:
                found[column.name] = value
        return tables.completed(self.table, found)


def _may_hold(column: _Column, value: Value) -> bool:
    if value is None:
        return column.empty
    if column.kind is float:
        return isinstance(value, (int, float))
    if column.kind is int:
        return isinstance(value, int) and abs(value) < 1 << 63 and _plausible(column.name, value)
    if not isinstance(value, str):
        return False
    if column.name == "local_day":
        return _DAY.fullmatch(value) is not None
    return not column.names_a_row or _ID.fullmatch(value) is not None


def _plausible(name: str, value: int) -> bool:
    if name in {"utc_ms", "updated_ms"}:
        return abs(value) < _LATEST_MS
    if name == "offset_min":
        return abs(value) <= 18 * 60
    return name != "local_minute" or 0 <= value < 1440


def _column(column: Any, *, is_alias: bool) -> _Column:
    kind = float if isinstance(column.type, REAL) else str
    return _Column(
        column.name,
        int if isinstance(column.type, Integer) else kind,
        empty=is_alias or bool(column.nullable),
        names_a_row=column.name == "id" or bool(column.foreign_keys),
    )


def _shape(table: Table) -> Shape:
    columns = list(table.columns)
    needed = [
        place for place, column in enumerate(columns)
        if not column.nullable and column.server_default is None
    ]  # fmt: skip
    keys = list(table.primary_key)
    alias = keys[0] if len(keys) == 1 and isinstance(keys[0].type, Integer) else None
    made = {each.name: _column(each, is_alias=each is alias) for each in columns}
    numbered = table.dialect_options["sqlite"]["with_rowid"] is not False
    return Shape(
        table=table,
        numbered=numbered,
        # An index may look like a table without row numbers but for the last columns.
        least=needed[-1] + 1 if numbered else len(columns),
        most=len(columns),
        columns=tuple(made.values()),
        earlier=tuple(made[name] for name in _EARLIER.get(str(table.name), ())),
        alias=None if alias is None else columns.index(alias),
    )


SHAPES: Final[Mapping[str, Shape]] = {
    table.name: _shape(table) for table in tables.metadata.sorted_tables
}
"""The shape of every table, parents before children."""
LEFT: Final = derived.NAMES | {tables.writes.name}
"""What is not gathered: what follows from other rows, and what only tells windows that are open."""
