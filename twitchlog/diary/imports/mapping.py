"""How the columns of a table are read: proposed from their names and cells, changed by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.diary.imports.dates import DateOrder

SKIP: Final = "skip"
FIELDS: Final = {
    SKIP: mark("Leave out"),
    "when": mark("Date and time"),
    "date": mark("Date"),
    "time": mark("Time"),
    "zone": mark("Time zone"),
    "place": mark("Place"),
    "side": mark("Side"),
    "duration": mark("How long (seconds)"),
    "duration-min": mark("How long (minutes)"),
    "duration-h": mark("How long (hours)"),
    "strength": mark("How strong"),
    "triggers": mark("What went with it"),
    "tick": mark("Went with it: yes or no"),
    "note": mark("Note"),
    "id": mark("Number of the entry"),
}
"""What a column may hold, by id; the factors of a day come on top, by their own ids."""
SEVERAL: Final = frozenset({SKIP, "tick", "triggers", "note"})
"""Fields that more than one column may have."""
_OF_A_TWITCH: Final = frozenset(
    {"place", "side", "duration", "duration-min", "duration-h", "strength", "triggers", "tick"}
)


def field_label(field: str) -> str:
    """Return the name of a field in the language in use."""
    return _(FIELDS[field]) if field in FIELDS else FACTORS[field].label


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its `name` in the file, the `field` it is read as, the `scale` of its numbers."""

    name: str
    field: str = SKIP
    scale: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How every column of a table is read; `order` is None until day and month are told apart.

    `asks_order` says that the person has to say it: all dates may be read in two ways.
    """

    columns: tuple[Column, ...]
    order: DateOrder | None = None
    asks_order: bool = False
    twitches: bool = False

    def where(self, field: str) -> int | None:
        """Return the position of the first column with that field."""
        return next((n for n, column in enumerate(self.columns) if column.field == field), None)

    def every(self, field: str) -> tuple[int, ...]:
        """Return the positions of all columns with that field."""
        return tuple(n for n, column in enumerate(self.columns) if column.field == field)

    @property
    def factors(self) -> tuple[tuple[int, Column], ...]:
        """The columns that hold a factor of the day, each with its position."""
        return tuple(
            (n, column) for n, column in enumerate(self.columns) if column.field in FACTORS
        )

    @property
    def about_twitches(self) -> bool:
        """Whether a line is, or may be, a twitch."""
        return self.twitches or any(column.field in _OF_A_TWITCH for column in self.columns)

    def with_field(self, position: int, field: str) -> Mapping:
        """Return the mapping with one column read as `field`; it is taken from any other."""
        if field not in FIELDS and field not in FACTORS:
            raise BadInput(
                _("“{field}” is not something that is recorded. Known are: {known}.").format(
                    field=field[:40], known=", ".join((*FIELDS, *FACTORS))
                )
            )
        columns = [
            replace(column, field=SKIP)
            if column.field == field and field not in SEVERAL and n != position
            else column
            for n, column in enumerate(self.columns)
        ]
        columns[position] = replace(columns[position], field=field)
        return replace(self, columns=tuple(columns))

    def with_order(self, order: DateOrder | None) -> Mapping:
        """Return the mapping with the order of day and month that the person gave, if any."""
        return self if order is None else replace(self, order=order)

    def with_named(self, names: Iterable[tuple[str, str]]) -> Mapping:
        """Return the mapping with columns, by name, read as the fields given; raise BadInput."""
        changed = self
        for name, field in names:
            found = next(
                (
                    n
                    for n, column in enumerate(self.columns)
                    if column.name.casefold() == name.strip().casefold()
                ),
                None,
            )
            if found is None:
                raise BadInput(
                    _("No column is called “{name}”. There are: {known}.").format(
                        name=name[:40], known=", ".join(column.name for column in self.columns)
                    )
                )
            changed = changed.with_field(found, field.strip())
        return changed

    def missing(self) -> str | None:
        """Return what must still be said before lines can be read, in one sentence, or None."""
        if self.where("date") is None and self.where("when") is None:
            return _("Choose the column that holds the date.")
        if self.asks_order and self.order is None:
            return _("Say whether the day or the month comes first: these dates can be both.")
        if not self.about_twitches and not self.factors and self.where("note") is None:
            return _("Choose at least one column to bring in beside the date.")
        return None
