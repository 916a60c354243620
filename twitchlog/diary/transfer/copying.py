"""Copy a whole diary into another, empty one, in a file or on a server, without loss."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog import paths
from twitchlog.diary import carrying, connecting
from twitchlog.diary.diary import Diary
from twitchlog.diary.sealed import sidecar
from twitchlog.domain.errors import BadInput, DiaryError
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Table

    from twitchlog.diary.address import Address

_AT_ONCE: Final = 2000


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows and files were copied, and how many files were named but not there."""

    rows: int
    files: int
    missing: int


def copy_to(
    diary: Diary, where: Address, *, progress: Callable[[float], None] | None = None
) -> Copied:
    """Copy everything, bin and undo too, into the diary `where`, which is made or still empty.

    A file has the password that the diary has; on a server the server says who may read it. What
    was written is read back and compared before it counts. Raises BadInput where something is
    there already, and DiaryError: nothing is changed then, here or there.
    """
    if where.path == diary.path:
        raise BadInput(_("That is the diary itself. Choose another place for the copy."))
    if not where.on_server and where.path.exists():
        raise _not_empty(where)
    had_files = paths.files_folder(where.path).exists()
    key = None if where.on_server else diary.key
    try:
        if key is not None:
            sidecar.write(where.path, key)
        with Diary.open(where, clock=diary.clock, key=key) as copy:
            return _copy(diary, copy, progress)
    except BaseException:
        if not where.on_server:
            _take_back(where.path, had_files=had_files)
        raise


def _copy(diary: Diary, copy: Diary, progress: Callable[[float], None] | None) -> Copied:
    files, missing = _copy_files(diary, copy)
    with diary.reading() as source, copy.unrecorded() as target:
        if not carrying.is_empty(target):
            raise _not_empty(copy.address)
        rows = carrying.carry(source, target, progress=progress)
        if not all(_same(source, target, table) for table in carrying.carried()):
            raise DiaryError(
                _("The copy is not the same as the diary and was not kept. Your diary is safe.")
            )
    return Copied(rows, files, missing)


def _copy_files(diary: Diary, copy: Diary) -> tuple[int, int]:
    """Copy the photos and other files first: a row without its file would be a promise broken."""
    needed, number = diary.attachments.needed(), 0
    for name, content in diary.attachments.store.contents(needed):
        copy.attachments.store.add_content(name, content)
        number += 1
    return number, len(needed) - number


def _same(one: Connection, other: Connection, table: Table) -> bool:
    """Whether two diaries hold the same rows of a table, every column of them."""
    return all(a == b for a, b in zip_longest(_rows(one, table), _rows(other, table)))


def _rows(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    query = select(table).order_by(*table.primary_key)
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(query):
        yield tuple(row)


def _not_empty(where: Address) -> BadInput:
    return BadInput(
        _("There is something at “{where}” already. It was left as it is.").format(
            where=where.shown
        )
    )


def _take_back(path: Path, *, had_files: bool) -> None:
    """Remove the file that was begun, and its folder of files unless that was there before."""
    for each in (path, *connecting.beside(path), sidecar.path_of(path)):
        each.unlink(missing_ok=True)
    if not had_files:
        shutil.rmtree(paths.files_folder(path), ignore_errors=True)
