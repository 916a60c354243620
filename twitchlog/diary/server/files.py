"""Photos and other files of a diary on a server: kept there, so that every computer has them.

This computer keeps those it has shown or added as files, too, and asks the server but once. The
server's are written before the row that names them, and without the lock of the writer: a large
video on a slow line must not keep other computers from logging.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING, BinaryIO, Final

from twitchlog.diary.file_store import FileStore, Stored
from twitchlog.diary.server import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

STATEMENT: Final = """
CREATE TABLE file_parts (
    sha256 text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (sha256, number)
)
"""
"""What makes the table of the parts; only a server has it."""

_PART: Final = 1 << 20
_HAS: Final = "SELECT 1 FROM file_parts WHERE sha256 = %s LIMIT 1"
_PUT: Final = "INSERT INTO file_parts VALUES (%s, %s, %s, %b) ON CONFLICT DO NOTHING"
_PARTS: Final = "SELECT content FROM file_parts WHERE sha256 = %s AND number = %s"
_KINDS: Final = "SELECT sha256, media_type FROM file_parts WHERE number = 0 AND sha256 = ANY(%s)"
# What an entry came to need meanwhile, on another computer, stays.
_GO: Final = """
DELETE FROM file_parts WHERE sha256 = ANY(%s)
    AND NOT EXISTS (SELECT 1 FROM attachments WHERE attachments.sha256 = file_parts.sha256)
"""


class ServerFiles(FileStore):
    """The files of a diary on a server, and those of them that this computer has in `folder`."""

    def __init__(self, folder: Path, opened: Engine) -> None:
        super().__init__(folder)
        self._opened = opened

    def _keep(self, opened: BinaryIO, media_type: str) -> Stored:
        stored = super()._keep(opened, media_type)
        with words.plain_errors(), self._opened.connect() as connection:
            send(connection, self.path(stored.sha256, media_type), stored.sha256, media_type)
        return stored

    def read(self, sha256: str, media_type: str) -> bytes:
        """Return the content of that hash; raise FileNotFoundError, ValueError where damaged."""
        self.fetch([sha256])
        content = super().read(sha256, media_type)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError(sha256)
        return content

    def contents(self, hashes: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield those of these contents that there are, each as its hash, an ending, and itself."""
        self.fetch(hashes)
        yield from super().contents(hashes)

    def remove(self, hashes: Iterable[str]) -> None:
        """Erase the files of these contents here, and on the server unless an entry needs them."""
        gone = list(hashes)
        super().remove(gone)
        if gone:
            with (
                words.plain_errors(),
                self._opened.connect() as connection,
                connection.execution_options(writes=True).begin(),
            ):
                connection.exec_driver_sql(_GO, (gone,))

    def fetch(self, hashes: Collection[str]) -> None:
        """Bring those of these contents here that only the server has."""
        with words.plain_errors(), self._opened.connect() as connection:
            fetch(connection, self, hashes)


def send(connection: Connection, path: Path, sha256: str, media_type: str) -> None:
    """Put a file on the server, all of it or nothing, unless it is there; raise OSError."""
    with path.open("rb") as file, connection.begin():
        if connection.exec_driver_sql(_HAS, (sha256,)).first() is None:
            number = 0
            while part := file.read(_PART):
                connection.exec_driver_sql(_PUT, (sha256, number, media_type, part))
                number += 1


def fetch(connection: Connection, store: FileStore, hashes: Collection[str]) -> None:
    """Write those of these contents into `store` that it lacks and the server has.

    A file half fetched is never left under its name, nor is one that is not what its name says.
    Raises OSError.
    """
    here = {path.stem for path in store.files()}
    wanted = [sha256 for sha256 in hashes if sha256 not in here]
    if not wanted:
        return
    found = connection.exec_driver_sql(_KINDS, (wanted,)).all()
    for sha256, media_type in found:
        target = store.path(sha256, media_type)
        for folder in (store.folder, target.parent):
            folder.mkdir(mode=0o700, exist_ok=True)
        partial = target.with_suffix(f".{os.getpid()}.part")
        try:
            if _write(connection, sha256, partial) == sha256:
                partial.replace(target)
        finally:
            with contextlib.suppress(OSError):
                partial.unlink(missing_ok=True)


def _write(connection: Connection, sha256: str, target: Path) -> str:
    """Write the parts of a file to a private one, on the disk; return the hash of what came."""
    digest, number = hashlib.sha256(), 0
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with target.open("wb") as file:
        while row := connection.exec_driver_sql(_PARTS, (sha256, number)).first():
            digest.update(row[0])
            file.write(row[0])
            number += 1
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()
