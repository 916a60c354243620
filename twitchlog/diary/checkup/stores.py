"""Check what lies beside the entries: photos and files, the version, the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from twitchlog.diary import engine, tables
from twitchlog.domain.checkup import Finding, Remedy
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.diary.diary import Diary


def version_findings(diary: Diary) -> Iterable[Finding]:
    """See that the file says which program it belongs to, and which schema it has."""
    with diary.reading() as connection:
        mark = connection.execute(text("PRAGMA application_id")).scalar_one()
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if mark != engine.APPLICATION_ID or revision != tables.REVISION:
        yield Finding(
            "version",
            _(
                "The file does not say which version of TwitchLog it is of. Bring back a backup, "
                "or save what can be read into a new diary."
            ),
            Remedy.RESCUE,
        )


def file_findings(diary: Diary) -> Iterable[Finding]:
    """Read every photo and file that an entry has, and look for those that nothing needs."""
    room = diary.attachments
    gone: list[str] = []
    altered: list[str] = []
    for each in {one.sha256: one for one in room.all()}.values():
        try:
            if not room.store.is_unaltered(each.sha256, each.media_type):
                altered.append(each.name)
        except FileNotFoundError:
            gone.append(each.name)
    if gone:
        yield Finding(
            "files",
            ngettext(
                "{n} photo or file of an entry is missing ({name}). If you have it, put it with "
                "the entry again; the folder “files” among the backups may hold it.",
                "{n} photos or files of entries are missing ({name} …). If you have them, put them "
                "with the entries again; the folder “files” among the backups may hold them.",
                len(gone),
            ).format(n=len(gone), name=gone[0]),
        )
    if altered:
        yield Finding(
            "files",
            ngettext(
                "{n} photo or file is not as it was when it was put in ({name}). If you have it, "
                "put it with the entry again.",
                "{n} photos or files are not as they were when they were put in ({name} …). If you "
                "have them, put them with the entries again.",
                len(altered),
            ).format(n=len(altered), name=altered[0]),
        )
    orphans = room.unneeded()
    if orphans:
        yield Finding(
            "files",
            ngettext(
                "{n} file in the diary's folder belongs to no entry. It can go.",
                "{n} files in the diary's folder belong to no entry. They can go.",
                len(orphans),
            ).format(n=len(orphans)),
            Remedy.MEND,
        )


def backup_findings(diary: Diary) -> Iterable[Finding]:
    """See that each backup can be read; one with another password may be sound."""
    listed = diary.backups.list()
    unread = [each.path for each in listed if each.entries is None and not each.sealed]
    if unread:
        yield Finding(
            "backups",
            ngettext(
                "{n} backup cannot be read ({name}). Make a new one; the others are sound.",
                "{n} backups cannot be read ({name} …). Make a new one.",
                len(unread),
            ).format(n=len(unread), name=unread[0].name),
        )
