"""The keys that a diary keeps for itself: of its files, and of before its password was changed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from twitchlog.diary import tables
from twitchlog.diary.sealed import file_seal
from twitchlog.diary.sealed.keys import SALT_BYTES, Key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from twitchlog.diary.diary import Diary

FILES: Final = "files"
FORMER: Final = "former"


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A row of the table `secrets`; `value` is a key of files as age writes it, or one in hex."""

    id: str
    kind: str
    value: str
    utc_ms: int

    def __repr__(self) -> str:
        return f"KeptKey({self.kind})"

    @property
    def key(self) -> Key:
        """The key of the diary from before, where it is one."""
        raw = bytes.fromhex(self.value)
        return Key(raw[:-SALT_BYTES], raw[-SALT_BYTES:])


def of_key(key: Key, utc_ms: int) -> KeptKey:
    """Return the row that keeps a key which the diary is about to have had."""
    return KeptKey(key.check, FORMER, (key.raw + key.salt).hex(), utc_ms)


def new_of_files(utc_ms: int) -> KeptKey:
    """Return a row with a new key for files."""
    return KeptKey(str(uuid.uuid4()), FILES, file_seal.new_secret(), utc_ms)


def read(file: sqlite3.Connection | Any) -> tuple[KeptKey, ...]:
    """Return the keys that an open diary or backup keeps, the newest first."""
    if not file.execute("SELECT 1 FROM sqlite_schema WHERE name = 'secrets'").fetchone():
        return ()
    rows = file.execute("SELECT id, kind, value, utc_ms FROM secrets ORDER BY utc_ms DESC, id")
    return tuple(KeptKey(*row) for row in rows)


def of(diary: Diary) -> tuple[KeptKey, ...]:
    """Return the keys that an open diary keeps; one on a server keeps none."""
    if diary.address.on_server:
        return ()
    with diary.reading() as connection:
        raw: Any = connection.connection.driver_connection
        return read(raw)


def write(file: sqlite3.Connection | Any, kept: Iterable[KeptKey]) -> None:
    """Have the file keep exactly these; one of an older schema is given the table for it."""
    made = CreateTable(tables.secrets, if_not_exists=True).compile(dialect=sqlite.dialect())
    file.execute(str(made).strip())
    file.execute("DELETE FROM secrets")
    file.executemany(
        "INSERT INTO secrets (id, kind, value, utc_ms) VALUES (?, ?, ?, ?)",
        [(each.id, each.kind, each.value, each.utc_ms) for each in kept],
    )


def ensure_of_files(file: sqlite3.Connection | Any, utc_ms: int) -> None:
    """See that a diary with a password has a key for its files; only inside a transaction."""
    kept = read(file)
    if not of_files(kept):
        write(file, (new_of_files(utc_ms), *kept))


def former(kept: Iterable[KeptKey]) -> tuple[Key, ...]:
    """Return the keys that the diary had before."""
    return tuple(each.key for each in kept if each.kind == FORMER)


def of_files(kept: Iterable[KeptKey]) -> tuple[str, ...]:
    """Return the keys of the files; new ones are sealed with the first."""
    return tuple(each.value for each in kept if each.kind == FILES)
