"""Rows of removed entries as the bin keeps them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from twitchlog.diary import images, moments, phrase_text, records, tables
from twitchlog.domain.errors import NotFound
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.phrase import Term

Rows = list[tuple[str, dict[str, Any]]]


def take(
    operation: Operation,
    table: Table,
    entry_id: str,
    *,
    when: Moment,
    label: Term,
    children: Sequence[tuple[Table, str]] = (),
) -> None:
    """Move the row `entry_id`, what hangs on it and its files to the bin, under the name `label`.

    `children` are the tables whose rows hang on it, each with the column that names it. Raises
    NotFound where the row is not there any more.
    """
    hanging: Rows = [
        (child.name, row)
        for child, column in (*children, (tables.attachments, "owner_id"))
        for row in records.clear(operation, child, column, entry_id)
    ]
    own = operation.delete(table, {"id": entry_id})
    if own is None:
        raise NotFound(_("That entry is not in the diary any more."))
    rows = [(table.name, own), *hanging]
    operation.insert(
        tables.bin_,
        {
            "id": entry_id,
            **moments.to_columns(when),
            "rows": json.dumps(rows, ensure_ascii=False),
            "kind": table.name,
            "label": phrase_text.dump(label),
        },
    )


def unpack(text: str) -> Rows | None:
    """Return the rows of one thing in the bin, parents first, with every column of today.

    None where they are damaged.
    """
    try:
        return [
            (name, tables.completed(tables.metadata.tables[name], row))
            for name, row in json.loads(text)
        ]
    except images.UNREADABLE:
        return None


def freed(operation: Operation, table: Table, row: Row) -> Row:
    """Return a row without the names of what is no longer there; raise NotFound if it needs that.

    A question keeps without its appointment; a dose without its medicine would mean nothing.
    """
    free = dict(row)
    for column in table.columns:
        for key in column.foreign_keys:
            owner = free[column.name]
            if owner is None or operation.row(key.column.table, {key.column.name: owner}):
                continue
            if not column.nullable:
                raise NotFound(
                    _("What this belongs to is not in the diary any more. Bring that back first.")
                )
            free[column.name] = None
    return free
