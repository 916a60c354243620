"""The diaries of every released schema, and that one of them opened with all it held."""

from __future__ import annotations

import re
import shutil
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from support.rows import Rows, rows_of
from torture.book import sound
from twitchlog.diary import Diary, connecting

if TYPE_CHECKING:
    from twitchlog.diary.sealed.keys import Key

DATA: Final = Path(__file__).parent.parent / "data"
_ID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def kept_diaries() -> list[Path]:
    """Return a diary of each released schema, the oldest first."""
    return sorted(DATA.glob("diary-*.sqlite"))


def opens_whole(path: Path, kept: Path, key: Key | None = None) -> None:
    """See that the diary opens, is sound, and is what `kept` becomes undisturbed."""
    _open(path, key)
    with closing(connecting.connect(path, key)) as file:
        sound(file)
    found, expected = without_ids(rows_of(path, steps=True, key=key)), dict(_undisturbed(kept))
    if key is not None:  # it is given a key for its files
        expected["secrets"] = found["secrets"]
    assert found == expected, f"not what {kept.name} becomes undisturbed"


def _open(path: Path, key: Key | None = None) -> None:
    diary = Diary.open(path, key=key)
    diary.changed = False
    diary.close()


@cache
def _undisturbed(kept: Path) -> dict[str, list[str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "diary.sqlite"
        shutil.copy(kept, path)
        _open(path)
        return without_ids(rows_of(path, steps=True))


def without_ids(rows: Rows) -> dict[str, list[str]]:
    """Return every row of every table as text; ids, which are made by chance, are all the same."""
    return {
        table: sorted(_ID.sub("id", repr(row)) for row in found) for table, found in rows.items()
    }
