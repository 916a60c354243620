"""The diary as one JSON file: every row of every table, the bin and the files, but not undo."""

from __future__ import annotations

import base64
import contextlib
import json
import os
from typing import TYPE_CHECKING, Any, Final, TextIO

from sqlalchemy import select

from twitchlog.diary import tables
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Table

    from twitchlog.diary.diary import Diary

FORMAT: Final = "twitchlog-diary"
VERSION: Final = 1
_NOT_CARRIED: Final = {
    tables.steps,
    tables.writes,
    tables.secrets,
    tables.search_texts,
    tables.site_days,
    tables.entry_days,
}
_LAST: Final = (tables.attachments, tables.bin_)
"""What hangs on rows of any table, though no foreign key says so."""
CARRIED: Final = (
    *(t for t in tables.metadata.sorted_tables if t not in {*_NOT_CARRIED, *_LAST}),
    *_LAST,
)
"""Every table of the file, parents before children."""

Rows = dict[str, list[dict[str, Any]]]


def save(
    diary: Diary, target: Path, *, cancelled: Callable[[], bool] = lambda: False
) -> int | None:
    """Write the whole diary to `target`; return how many rows, or None where it was cancelled.

    The file has its name only once all of it is on the disk. Raises ReportNotSaved.
    """
    partial = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with diary.reading() as connection, private(partial) as file:
            count = _write(diary, connection, file, cancelled)
        if count is not None:
            partial.replace(target)
    except (OSError, ValueError) as problem:
        raise ReportNotSaved(
            _("The file was not saved: {reason}. Your diary is safe.").format(
                reason=reason_of(problem)
            )
        ) from problem
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return count


@contextlib.contextmanager
def private(path: Path) -> Iterator[TextIO]:
    """Open a new text file that its owner alone may read; it is on the disk at the end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _write(
    diary: Diary, connection: Connection, file: TextIO, cancelled: Callable[[], bool]
) -> int | None:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "schema": tables.REVISION,
        "made": diary.clock.now().local.isoformat(timespec="seconds"),
    }
    file.write(f'{json.dumps(head)[:-1]},\n"tables": {{')
    count = 0
    for number, table in enumerate(CARRIED):
        file.write(f"{',' if number else ''}\n{json.dumps(table.name)}: [")
        for index, row in enumerate(_rows(connection, table)):
            if index % 1000 == 0 and cancelled():
                return None
            file.write(",\n" if index else "\n")
            json.dump(row, file, ensure_ascii=False, separators=(",", ":"))
            count += 1
        file.write("]")
    file.write('},\n"files": {')
    for number, (name, content) in enumerate(_files(diary, connection)):
        if cancelled():
            return None
        text = base64.b64encode(content).decode()
        file.write(f'{"," if number else ""}\n{json.dumps(name)}: "{text}"')
    file.write("}}\n")
    return count


def _rows(connection: Connection, table: Table) -> Iterator[dict[str, Any]]:
    query = select(table).order_by(*table.primary_key)
    found = connection.execution_options(yield_per=1000).execute(query).mappings()
    return (dict(row) for row in found)


def _files(diary: Diary, connection: Connection) -> Iterator[tuple[str, bytes]]:
    """Yield the files that the rows refer to, those of things in the bin as well."""
    from twitchlog.diary.attachments import hashes_read

    raw: Any = connection.connection.driver_connection
    return diary.attachments.store.contents(hashes_read(raw))
