"""Look the diary over: a quick look at each start, and a whole check when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from twitchlog.diary import tables
from twitchlog.diary.checkup import derived
from twitchlog.diary.checkup import file as checkup_file
from twitchlog.diary.checkup import rows as checkup_rows
from twitchlog.diary.checkup import stores as checkup_stores
from twitchlog.domain.checkup import Checked, Finding, Looked, Remedy
from twitchlog.domain.errors import Damaged
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from twitchlog.diary.diary import Diary

QUICK_S: Final = 0.4
"""How long the look at a start may take at most, in seconds."""
_UNREADABLE: Final = (Damaged, ValueError, TypeError, LookupError, AttributeError)
"""What reading a part may end in, where rows hold what no row of theirs can."""


@dataclass(frozen=True, slots=True)
class _Part:
    id: str
    title: str
    look: Callable[[Diary], Iterable[Finding]]


_PARTS: Final = (
    _Part("version", mark("The version"), checkup_stores.version_findings),
    _Part("file", mark("The file, page by page"), checkup_file.file_findings),
    _Part("rows", mark("What was written"), checkup_rows.row_findings),
    _Part("links", mark("What belongs together"), checkup_rows.link_findings),
    _Part("days", mark("Days and times"), checkup_rows.day_findings),
    _Part("derived", mark("What counts and searches"), checkup_file.derived_findings),
    _Part("undo", mark("Undo and the bin"), checkup_rows.undo_findings),
    _Part("files", mark("Photos and files"), checkup_stores.file_findings),
    _Part("backups", mark("The backups"), checkup_stores.backup_findings),
)


def quick(diary: Diary, *, seconds: float = QUICK_S) -> tuple[Finding, ...]:
    """Look for damage for at most `seconds`; return what was found, at most one finding.

    A diary on a server is the server's to look after: there nothing is found.
    """
    if diary.address.on_server:
        return ()
    try:
        found = (
            *checkup_file.size_findings(diary),
            *checkup_stores.version_findings(diary),
            *checkup_file.quick_findings(diary, seconds),
        )
    except Damaged:
        found = (checkup_file.damage(1),)
    return found[:1]


def full(diary: Diary, *, progress: Callable[[int, int, str], None] | None = None) -> Checked:
    """Check everything; `progress` hears how many parts are done, of how many, and what is next.

    Changes nothing. A part that cannot be read because the file is damaged says so and does not
    keep the others from being looked at. May be called from any thread. Raises BadInput for a
    diary on a server.
    """
    diary.address.insist_on_file()
    looked = []
    for done, part in enumerate(_PARTS):
        if progress is not None:
            progress(done, len(_PARTS), _(part.title))
        try:
            found = tuple(part.look(diary))
        except _UNREADABLE:
            unread = _("It cannot be read as a whole, because the file is damaged.")
            found = (Finding(part.id, unread, Remedy.RESCUE),)
        looked.append(Looked(part.id, _(part.title), found))
    return Checked(tuple(looked), _entries(diary))


def mend(diary: Diary) -> Path:
    """Make anew what follows from the entries, and let unneeded files go; return the backup.

    A backup is made first. No entry is changed, so there is nothing to undo. Raises
    DiaryNotWritable or another DiaryError; the diary is then as it was. BadInput for one on a
    server.
    """
    diary.address.insist_on_file()
    backup = diary.backups.make()
    with diary.unrecorded() as connection:
        derived.make_anew(connection.connection.driver_connection)
    diary.attachments.sweep()
    return backup


def _entries(diary: Diary) -> int:
    try:
        with diary.reading() as connection:
            return int(connection.execute(select(func.count(tables.twitches.c.id))).scalar_one())
    except Damaged:
        return 0
