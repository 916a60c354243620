"""Rows of removed entries as the bin keeps them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from twitchlog.diary import moments, tables

if TYPE_CHECKING:
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.moment import Moment

Rows = list[tuple[str, dict[str, Any]]]


def put(operation: Operation, entry_id: str, when: Moment, rows: Rows) -> None:
    """Keep the rows of an entry, parents first, as one thing in the bin."""
    operation.insert(
        tables.bin_,
        {"id": entry_id, **moments.to_columns(when), "rows": json.dumps(rows, ensure_ascii=False)},
    )


def unpack(text: str) -> Rows:
    """Return the rows of one thing in the bin, parents first."""
    return [(table, row) for table, row in json.loads(text)]
