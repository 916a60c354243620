"""Have a diary file alone: nobody else reads or writes it while another is put in its place."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Final

from twitchlog.diary import connecting
from twitchlog.domain.errors import DiaryBusy
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

OPEN_STAYS: Final = os.name == "nt"
"""Whether no file can be put in the place of one that is open, as on Windows."""


@contextlib.contextmanager
def held_alone(
    path: Path, key: Key | None, *, sealer: bool = False
) -> Iterator[sqlite3.Connection]:
    """Give a connection to the file that lets nobody else in until it is closed.

    Its write-ahead log has been taken in, so that the file is all there is of it. A `sealer` is
    SQLCipher's for a plain file too. Raises DiaryBusy while another connection has it open, of this
    process or another, NeedsPassword, or one of `connecting.errors()`.
    """
    if connecting.is_open_here(path):
        raise _busy()
    with contextlib.closing(connecting.connect(path, key, sealer=sealer)) as file:
        file.execute("PRAGMA busy_timeout=5000")
        try:
            # Refused while another connection is there; then no write-ahead log is left behind.
            file.execute("PRAGMA journal_mode=DELETE").fetchone()
            file.execute("PRAGMA main.locking_mode=EXCLUSIVE").fetchone()
            file.execute("BEGIN EXCLUSIVE")
            mode = file.execute("PRAGMA main.journal_mode").fetchone()
            file.execute("COMMIT")
        except connecting.errors() as problem:
            if "locked" in str(problem) or "busy" in str(problem):
                raise _busy() from problem
            raise
        if mode != ("delete",):  # another came in between, and is gone again
            raise _busy()
        yield file


def give_way(file: sqlite3.Connection) -> None:
    """Let another file be put in the place of one that is held alone, which is the next thing done.

    Where that can be done while it is held, it is: nobody gets in between.
    """
    if OPEN_STAYS:
        file.close()


def _busy() -> DiaryBusy:
    return DiaryBusy(
        _(
            "The diary is open in another program or window. Close it first, and try again. "
            "Nothing was changed."
        )
    )
