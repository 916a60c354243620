"""Check the rows: what belongs together, days and times, and what undo and the bin keep."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, text

from twitchlog.diary import images, moments, removed, tables
from twitchlog.diary.checkup import derived
from twitchlog.diary.transfer.check import checked
from twitchlog.domain.checkup import Finding, Remedy
from twitchlog.domain.errors import BadInput
from twitchlog.translation import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Table

    from twitchlog.diary.diary import Diary

_TIMED: Final = tuple(
    table.name
    for table in tables.metadata.sorted_tables
    if {"utc_ms", "local_day", "local_minute"} <= set(table.columns.keys())
)
_LOOKED_AT_ELSEWHERE: Final = derived.NAMES | {
    tables.steps.name,
    tables.bin_.name,
    tables.secrets.name,
}
_NOT_OF_ITS_TIME: Final = """
SELECT count(*) FROM (
    SELECT local_day AS day, local_minute AS minute,
        (utc_ms + offset_min * 60000) / 60000 AS local FROM {table}
) WHERE minute <> ((local % 1440) + 1440) % 1440
    OR NOT (
        day = date(local * 60, 'unixepoch')
        OR (minute < 300 AND day = date(local * 60, 'unixepoch', '-1 day'))
    )
"""
"""A day may end up to five hours after midnight, and what was chosen may have changed since."""


def row_findings(diary: Diary) -> Iterable[Finding]:
    """Read every row as the screens will: its dates, its words, what it keeps as JSON."""
    unread = 0
    with diary.reading() as connection:
        for table in tables.metadata.sorted_tables:
            if table.name in _LOOKED_AT_ELSEWHERE:
                continue
            for row in connection.execute(select(table)).mappings():
                unread += not _possible(table, dict(row))
    if unread:
        yield Finding(
            "rows",
            ngettext(
                "{n} record holds something that is not possible there, so it cannot be shown. "
                "Save what can be read into a new diary, or bring back a backup.",
                "{n} records hold something that is not possible there, so they cannot be shown. "
                "Save what can be read into a new diary, or bring back a backup.",
                unread,
            ).format(n=unread),
            Remedy.RESCUE,
        )


def link_findings(diary: Diary) -> Iterable[Finding]:
    """Find what belongs to an entry that is not there."""
    with diary.reading() as connection:
        lost = len(connection.execute(text("PRAGMA foreign_key_check")).all())
    if lost:
        yield Finding(
            "links",
            ngettext(
                "{n} detail belongs to an entry that is not there, so it is shown nowhere. It does "
                "no harm; an older backup may still have the entry.",
                "{n} details belong to entries that are not there, so they are shown nowhere. "
                "They do no harm; an older backup may still have the entries.",
                lost,
            ).format(n=lost),
        )


def day_findings(diary: Diary) -> Iterable[Finding]:
    """Find entries whose day is not the one that their time and place on earth say."""
    with diary.reading() as connection:
        wrong = sum(
            connection.execute(text(_NOT_OF_ITS_TIME.format(table=name))).scalar_one()
            for name in _TIMED
        )
    if wrong:
        yield Finding(
            "days",
            ngettext(
                "{n} entry stands on another day than its time says. Look it up and set its time "
                "again.",
                "{n} entries stand on other days than their times say. Look them up and set their "
                "times again.",
                wrong,
            ).format(n=wrong),
        )


def undo_findings(diary: Diary) -> Iterable[Finding]:
    """Read every step that can be undone, and everything in the bin."""
    with diary.reading() as connection:
        steps = connection.execute(select(tables.steps.c.images)).scalars().all()
        binned = connection.execute(select(tables.bin_.c.rows)).scalars().all()
    unread = sum(not _loads(each) for each in steps)
    if unread:
        yield Finding(
            "undo",
            ngettext(
                "{n} step can no longer be undone. The entries are not touched by that.",
                "{n} steps can no longer be undone. The entries are not touched by that.",
                unread,
            ).format(n=unread),
        )
    unread = sum(removed.unpack(each) is None for each in binned)
    if unread:
        yield Finding(
            "undo",
            ngettext(
                "{n} thing in the bin cannot be brought back; an older backup may still have it.",
                "{n} things in the bin cannot be brought back; an older backup may still have "
                "them.",
                unread,
            ).format(n=unread),
        )


def _possible(table: Table, row: dict[str, Any]) -> bool:
    """Whether a row is one that the screens can show; its day is looked at elsewhere."""
    try:
        if table.name in _TIMED:
            date.fromisoformat(row["local_day"])
            stamp = {name: row[name] for name in ("utc_ms", "offset_min", "zone")}
            row["local_day"] = moments.from_row(stamp).day.isoformat()
        checked(table, row)
    except (BadInput, ValueError, OverflowError, TypeError):
        return False
    return True


def _loads(held: str) -> bool:
    try:
        images.load(held)
    except images.UNREADABLE:
        return False
    return True
