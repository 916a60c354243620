"""Photos, videos and documents of entries: copied in, kept once each, in backups too."""

from __future__ import annotations

import re
import time
import uuid
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog import paths
from twitchlog.diary import dialect, moments, records, removed, tables
from twitchlog.diary.file_store import FileStore, Seals
from twitchlog.diary.images import searchable
from twitchlog.diary.sealed import kept_keys
from twitchlog.diary.sealed.file_seal import FileSeal
from twitchlog.diary.sealed.opened_files import OpenedFiles
from twitchlog.domain.attachment import Attachment
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput, DiaryError, NotFound
from twitchlog.domain.phrase import phrase
from twitchlog.domain.text import NAME_LIMIT, clean_line
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary

_YOUNG_S: Final = 24 * 3600
_HASH: Final = re.compile(r'"sha256": ?"([0-9a-f]{64})"')
OWNERS: Final = {
    table.name: table for table in (tables.twitches, tables.tests, tables.appointments)
}


class Attachments:
    """The room of the files."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self.store = self._store()
        self._seals: Seals | None = None
        self._opened = OpenedFiles()

    def _store(self) -> FileStore:
        folder = paths.files_folder(self._diary.path)
        if self._diary.address.on_server:
            from twitchlog.diary.server.files import ServerFiles

            return ServerFiles(folder, self._diary._engine)  # noqa: SLF001 - a room of the diary
        return FileStore(folder, self._known_seals)

    def add(
        self, owner: str, owner_id: str, source: Path, *, joins: int | None = None
    ) -> Written[Attachment]:
        """Copy the file at `source` in and keep it with the entry `owner_id` of the table `owner`.

        The same file a second time changes nothing. With `joins` it is part of that earlier step.
        Raises NotFound for an entry or a file that is not there, BadInput for a file that is too
        large or of a type that is not kept, and DiaryNotWritable.
        """
        if owner not in OWNERS:
            raise BadInput(_("Files cannot be kept with this kind of entry."))
        with self._diary.reading() as connection:
            records.one(connection, OWNERS[owner], owner_id)
        # Before the row: a row without its file would be a promise broken.
        stored = self.store.add(source)
        attachment = Attachment(
            id=str(uuid.uuid4()),
            owner=owner,
            owner_id=owner_id,
            added=self._diary.clock.now(),
            sha256=stored.sha256,
            bytes=stored.bytes,
            media_type=stored.media_type,
            name=clean_line(source.name[-NAME_LIMIT:]),
        )
        name = phrase("“{name}” added", name=attachment.name)
        with self._diary.operation(name, joins=joins) as operation:
            records.one(operation.connection, OWNERS[owner], owner_id)
            same = _of(operation.connection, owner_id, sha256=stored.sha256)
            if not same:
                operation.insert(tables.attachments, _row(attachment, self._diary))
        return Written(same[0] if same else attachment, operation.changes())

    def remove(self, attachment_id: str, *, joins: int | None = None) -> Written[None]:
        """Move a file's entry to the bin; the file stays until the bin is emptied.

        With `joins` it is part of that earlier step.
        """
        with self._diary.reading() as connection:
            held = records.one(connection, tables.attachments, attachment_id)
        name = phrase("“{name}” removed", name=held["name"])
        with self._diary.operation(name, joins=joins) as operation:
            now = self._diary.clock.now()
            removed.take(operation, tables.attachments, attachment_id, when=now, label=held["name"])
        return Written(None, operation.changes())

    def of(self, *owner_ids: str) -> tuple[Attachment, ...]:
        """Return the files of these entries, in the order they were added."""
        with self._diary.reading() as connection:
            return load_attachments(connection, owner_ids)

    def all(self) -> tuple[Attachment, ...]:
        """Return every file that is kept with an entry, in the order they were added."""
        with self._diary.reading() as connection:
            return load_attachments(connection)

    def read(self, attachment: Attachment) -> bytes:
        """Return what is in a file, to be shown: no copy of a sealed one is written to the disk.

        Raises NotFound where it is gone, DiaryError where it is damaged.
        """
        try:
            return self.store.read(attachment.sha256, attachment.media_type)
        except FileNotFoundError:
            raise _gone(attachment) from None
        except (OSError, ValueError):
            raise DiaryError(
                _("“{name}” is damaged and cannot be shown. It was left as it is.").format(
                    name=attachment.name
                )
            ) from None

    def opened(self, attachment: Attachment) -> Path:
        """Return where the file lies for another program to open; raise as `read` does.

        Of a sealed one that is a copy in a private folder, which is erased by `put_away`.
        """
        path = self.store.path(attachment.sha256, attachment.media_type)
        if path.exists():
            return path
        return self._opened.put(attachment.name or path.name, self.read(attachment))

    def lend(self, name: str, content: bytes) -> Path:
        """Write a private file for another program, until `put_away`; raise DiaryNotWritable."""
        return self._opened.put(name, content)

    def put_away(self) -> None:
        """Erase the copies that other programs were given: the diary is closed, or locked."""
        self._opened.erase()

    def seals_changed(self) -> None:
        """Ask the diary anew what its files are sealed with: its password was changed."""
        self._seals = None

    def _known_seals(self) -> Seals:
        if self._seals is None:
            with self._diary.reading() as connection:
                raw: Any = connection.connection.driver_connection
                known = () if dialect.is_server(connection) else seals_of(raw).known
            # The newest: it was made when the diary was given its password.
            used = known[0] if known and self._diary.key is not None else None
            self._seals = Seals(known, used)
        return self._seals

    def sweep(self) -> None:
        """Erase the files that nothing needs any more; young ones may be of an entry just made."""
        self.store.remove({path.stem for path in self.unneeded()})

    def unneeded(self) -> list[Path]:
        """Return the files that nothing needs and that are older than a day."""
        if not self.store.folder.exists():
            return []
        kept = self._needed()
        old = time.time() - _YOUNG_S
        left = (path for path in self.store.files() if path.stem not in kept)
        return [path for path in left if path.stat().st_mtime < old]

    def let_go(self, hashes: Collection[str]) -> None:
        """Erase the files of these contents that nothing in the diary refers to any more."""
        if hashes:
            names = (name for each in hashes for name in self._known_seals().names(each))
            self.store.remove(set(names) - self._needed())

    def needed(self) -> frozenset[str]:
        """Return the contents that something in the diary refers to: entries, bin and undo."""
        with self._diary.reading() as connection:
            raw: Any = connection.connection.driver_connection
            return hashes_read(raw)

    def _needed(self) -> frozenset[str]:
        with self._diary.reading() as connection:
            raw: Any = connection.connection.driver_connection
            return hashes_read(raw) if dialect.is_server(connection) else names_needed(raw)


def _gone(attachment: Attachment) -> NotFound:
    return NotFound(
        _("“{name}” is not in the diary's folder any more.").format(name=attachment.name)
    )


def load_attachments(
    connection: Connection, owner_ids: Collection[str] | None = None
) -> tuple[Attachment, ...]:
    """Return the files of these entries, or of all, in the order they were added."""
    table = tables.attachments
    query = select(table).order_by(table.c.utc_ms, table.c.id)
    if owner_ids is not None:
        query = query.where(table.c.owner_id.in_(owner_ids))
    return tuple(_attachment(row) for row in connection.execute(query).mappings())


def hashes_needed(file: sqlite3.Connection) -> frozenset[str]:
    """Return the contents that a diary file, or a backup, refers to: entries, bin and undo."""
    if not file.execute("SELECT 1 FROM sqlite_schema WHERE name = 'attachments'").fetchone():
        return frozenset()
    return hashes_read(file)


def hashes_read(file: sqlite3.Connection) -> frozenset[str]:
    """Return the same of an open diary, in a file or on a server, that has the newest tables.

    A step that is damaged needs no file: it can no longer be undone.
    """
    own = (sha256 for (sha256,) in file.execute("SELECT sha256 FROM attachments"))
    kept = file.execute("SELECT rows FROM bin UNION ALL SELECT images FROM steps")
    held = (found for (text,) in kept for found in _HASH.findall(searchable(text) or ""))
    return frozenset((*own, *held))


def names_needed(file: sqlite3.Connection) -> frozenset[str]:
    """Return every name, without ending, that a file may have which `hashes_needed` tells of."""
    known = seals_of(file)
    return frozenset(name for sha256 in hashes_needed(file) for name in known.names(sha256))


def seals_of(file: sqlite3.Connection) -> Seals:
    """Return what the files of a diary, or of a backup, may be sealed with."""
    return Seals(tuple(map(FileSeal, kept_keys.of_files(kept_keys.read(file)))))


def hashes_in(connection: Connection, entry_ids: Collection[str]) -> frozenset[str]:
    """Return the contents of the files that these things in the bin are, or hold."""
    query = select(tables.bin_.c.rows).where(tables.bin_.c.id.in_(entry_ids))
    return frozenset(
        row["sha256"]
        for rows in connection.execute(query).scalars()
        for name, row in removed.unpack(rows) or ()
        if name == tables.attachments.name
    )


def _of(connection: Connection, owner_id: str, *, sha256: str) -> list[Attachment]:
    return [each for each in load_attachments(connection, [owner_id]) if each.sha256 == sha256]


def _row(attachment: Attachment, diary: Diary) -> dict[str, Any]:
    return {
        "id": attachment.id,
        "owner": attachment.owner,
        "owner_id": attachment.owner_id,
        **moments.to_columns(attachment.added),
        "sha256": attachment.sha256,
        "bytes": attachment.bytes,
        "media_type": attachment.media_type,
        "name": attachment.name,
        **records.origin(diary),
    }


def _attachment(row: Mapping[Any, Any]) -> Attachment:
    return Attachment(
        id=row["id"],
        owner=row["owner"],
        owner_id=row["owner_id"],
        added=moments.from_row(row),
        sha256=row["sha256"],
        bytes=row["bytes"],
        media_type=row["media_type"],
        name=row["name"],
    )
