"""Diaries of ten years with up to a million twitches, written past the program but into its tables.

What `diaries.write` does in minutes takes seconds here: the file is made by `Diary.open`, so the
schema with its indexes, rules and triggers is the real one, and then it is filled by sqlite3 alone.
The rows go in in the order of time with random keys, as they do in a diary that grew: pages of an
index built at the end would be fuller than any person's. The triggers of the search stay: they cost
less than a tenth of the time.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench import long_life, years_care, years_rows
from bench.programs import ROOT
from bench.years_rows import Filling
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

DAYS: Final = 3650
LAST: Final = date(2026, 6, 18)
SIZES: Final = (36_500, 365_000, 1_000_000)
KEPT: Final = ROOT / "build" / "bench-diaries"


def clock() -> FixedClock:
    """Return the clock of these diaries: it stands still in the evening of their last day."""
    return FixedClock(Moment.of(datetime.combine(LAST, time(21, 45), tzinfo=UTC), long_life.ZONE))


def kept(entries: int, *, folder: Path = KEPT, days: int = DAYS) -> Path:
    """Return a diary of ten years with so many twitches, made on first use and then kept.

    One that was made for other tables, or by another version of this module, is made anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{entries}-{days}-{_version(folder)}.sqlite"
    if not path.exists():
        for old in folder.glob(f"{entries}-{days}-*"):
            old.unlink()
        partial = folder / f"{entries}.part"
        make(partial, entries=entries, days=days)
        partial.replace(path)
    return path


def make(path: Path, *, entries: int, days: int = DAYS) -> None:
    """Write a diary of `days` days up to `LAST` with so many twitches into a new file."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    with Diary.open(path, clock=clock()) as diary:
        years_care.fill(diary, days=days, last=LAST)
        diary.changed = False
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as file:
        # A file that is lost is made again: nothing waits for the disk, no page is written twice.
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-2000000"):
            file.execute(f"PRAGMA {pragma}")
        file.execute("BEGIN EXCLUSIVE")
        with _counted_at_the_end(file):
            Filling(file, entries=entries, days=days, last=LAST).fill()
        file.execute("COMMIT")
        file.execute("PRAGMA journal_mode=WAL")


@contextlib.contextmanager
def _counted_at_the_end(file: sqlite3.Connection) -> Iterator[None]:
    """Take away the triggers that count the entries of places and days, and count once instead."""
    triggers = file.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        " AND (name GLOB 'site_days_*' OR name GLOB 'entry_days_*')"
    ).fetchall()
    for name, _sql in triggers:
        file.execute(f"DROP TRIGGER {name}")
    yield
    for counted in _COUNTED:
        file.execute(counted)
    for _name, sql in triggers:
        file.execute(sql)


_COUNTED: Final = (
    """
INSERT INTO site_days (site, local_day, entries)
SELECT site, local_day, count(*) FROM twitches
JOIN (
    SELECT twitch_id, site FROM twitch_sites
    UNION ALL SELECT DISTINCT twitch_id, '' FROM twitch_sites
) ON twitch_id = id
GROUP BY local_day, site
""",
    """
INSERT INTO entry_days (local_day, entries)
SELECT local_day, count(*) FROM twitches GROUP BY local_day
""",
)


def _version(folder: Path) -> str:
    """Return a mark of the tables as they are now and of what fills them."""
    empty = folder / "empty.sqlite"
    empty.unlink(missing_ok=True)
    with Diary.open(empty) as diary:
        diary.changed = False
    with contextlib.closing(sqlite3.connect(empty)) as file:
        tables = file.execute("SELECT sql FROM sqlite_schema ORDER BY name").fetchall()
    empty.unlink()
    mark = hashlib.sha256(repr(tables).encode())
    for module in (__file__, long_life.__file__, years_care.__file__, years_rows.__file__):
        mark.update(Path(module).read_bytes())
    return mark.hexdigest()[:10]
