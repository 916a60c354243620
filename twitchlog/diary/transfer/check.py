"""What a row from elsewhere must be, before the diary takes it: types, dates, known words."""

from __future__ import annotations

import json
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Integer, Text

from twitchlog.diary import experiment_rows, moments, tables
from twitchlog.diary.profile import is_field
from twitchlog.diary.trigger_choices import is_choice
from twitchlog.domain.errors import BadInput
from twitchlog.domain.experiment import Kept
from twitchlog.domain.medication import IntakeKind
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.rest import LONGEST_S
from twitchlog.domain.symptom import Amount
from twitchlog.domain.treatment import Effect
from twitchlog.domain.twitch import OWN, RELIEF_WORDS, TRIGGER_WORDS, Activity, Pattern, Seen
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Column, Table

LONGEST_TEXT: Final = 1_000_000
_WIDEST: Final = 2**63
_OF_THE_MOMENT: Final = frozenset({"twitches", "doses", "rest_counts", "intakes"})
"""The tables whose day is that of their moment; a check-in may be of any day."""
_PARTIAL: Final = frozenset({"since", "started", "stopped"})
_BY_KEY: Final = {tables.profile: is_field, tables.trigger_choices: is_choice}
"""The tables that keep a JSON value under a key, and what tells whether it may stand there."""


def checked(table: Table, row: Any) -> dict[str, Any]:
    """Return a row of a document with every column of its table; raise BadInput.

    Columns that were added to the schema later have what the migration gives them.
    """
    if not isinstance(row, dict) or not row.keys() <= set(table.columns.keys()):
        raise _refused(table)
    missing = [
        column.name
        for column in table.columns
        if column.name not in row and not column.nullable and column.server_default is None
    ]
    if missing:
        raise _refused(table)
    whole = tables.completed(table, row)
    if not all(_fits(column, whole[column.name]) for column in table.columns):
        raise _refused(table)
    try:
        _check_times(table, whole)
        _check_kept(table, whole)
        _check_words(table, whole)
    except (ValueError, OverflowError, TypeError, KeyError, BadInput):
        raise _refused(table) from None
    return whole


def _refused(table: Table) -> BadInput:
    return BadInput(
        _(
            "The file holds something in “{table}” that is not possible there. It may be damaged. "
            "Nothing was brought in."
        ).format(table=table.name)
    )


def _fits(column: Column[Any], value: Any) -> bool:
    """Tell whether a value is of the column's type, and of a size that can be kept."""
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Text):
        return isinstance(value, str) and len(value) <= LONGEST_TEXT and "\0" not in value
    if isinstance(value, bool):
        return False
    if isinstance(column.type, Integer):
        return isinstance(value, int) and -_WIDEST <= value < _WIDEST
    return isinstance(value, int | float) and isfinite(value)


def _check_times(table: Table, row: Mapping[str, Any]) -> None:
    """Read every date as the rooms will; raise ValueError, OverflowError or BadInput."""
    if "utc_ms" in row:
        moment = moments.from_row(row)
        moment.local.isoformat()
        # A night is of the day before, and where the date line skipped that, of one more before.
        if table.name in _OF_THE_MOMENT and not 0 <= moment.back <= 2:
            raise ValueError(row["local_day"])
    for name in ("local_day", "day", "answered", "first_day", "stopped_day"):
        value = row.get(name)
        if value is None:
            continue
        if name == "day" and table.name != tables.appointments.name:
            PartialDate.parse(value)
        elif date.fromisoformat(value).isoformat() != value:
            raise ValueError(value)
    for name in _PARTIAL & row.keys():
        if row[name] is not None and str(PartialDate.parse(row[name])) != row[name]:
            raise ValueError(row[name])


def _check_kept(table: Table, row: Mapping[str, Any]) -> None:
    """Look into what is kept as JSON or letters: removed rows, values by key, blocks of a plan."""
    if table is tables.bin_:
        kept = json.loads(row["rows"])
        if not kept or kept[0][0] != row["kind"] or kept[0][1]["id"] != row["id"]:
            raise ValueError(row["id"])
        for name, held in kept:
            checked(tables.metadata.tables[name], held)
    elif table in _BY_KEY and not _BY_KEY[table](row["key"], json.loads(row["value"])):
        raise ValueError(row["key"])
    elif table is tables.experiments:
        experiment_rows.check_plan_row(row)


def _check_words(table: Table, row: Mapping[str, Any]) -> None:
    """Look at what a reader cannot do without; an unknown place or symptom it can show as it is."""
    for (name, column), known in _KNOWN.items():
        if name == table.name and row[column] is not None and row[column] not in known:
            raise ValueError(row[column])
    if table is tables.rest_counts and not 0 < row["length_s"] <= LONGEST_S:
        raise ValueError(row["length_s"])
    if table is tables.rest_taps and row["after_ms"] < 0:
        raise ValueError(row["after_ms"])


_KNOWN: Final = {
    ("twitches", "pattern"): frozenset(Pattern),
    ("twitches", "seen"): frozenset(Seen),
    ("twitches", "activity"): frozenset(Activity),
    ("twitch_triggers", "kind"): frozenset((*TRIGGER_WORDS, OWN)),
    ("twitch_reliefs", "kind"): frozenset((*RELIEF_WORDS, OWN)),
    ("symptoms", "amount"): frozenset(Amount),
    ("treatments", "effect"): frozenset(Effect),
    ("intakes", "kind"): frozenset(IntakeKind),
    ("experiment_days", "kept"): frozenset(Kept),
}
"""Tables and columns that hold one of a few words, and those words."""
