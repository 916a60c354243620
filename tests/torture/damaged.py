"""Damage a diary at random places: it is never made worse, and what can be read is saved.

What is saved is compared, row by row, with what SQLite's own tool gets out of the same file
(`sqlite3 FILE .recover`), where that is installed.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from torture.outcome import Outcome
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary, checkup, connecting, tables
from twitchlog.diary.example.fill import fill
from twitchlog.diary.rescue.salvage import salvage
from twitchlog.diary.rescue.shapes import LEFT
from twitchlog.diary.sealed import keys
from twitchlog.domain.errors import TwitchLogError
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Rows = dict[str, set[tuple[Any, ...]]]

PAGE: Final = 4096
_KEY: Final = keys.Key(bytes(range(32)), bytes(range(16)))
_TABLES: Final = tuple(
    table.name for table in tables.metadata.sorted_tables if table.name not in LEFT
)
_CLOCK: Final = FixedClock(
    Moment.of(datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo("Europe/Berlin")), "Europe/Berlin")
)


def damaged(folder: Path, seed: int, count: int) -> Outcome:
    """Damage a diary `count` times, every fifth time one with a password."""
    outcome = Outcome("files damaged")
    tool = shutil.which("sqlite3")
    if tool is None:
        outcome.note = "not compared with sqlite3 .recover, which is not installed"
    sound = {key: made(folder / f"sound {key is not None}", key) for key in (None, _KEY)}
    for number in range(count):
        key = _KEY if number % 5 == 4 else None
        random = Random(f"{seed} {number}")
        case = folder / str(number)
        shutil.copytree(sound[key], case)
        how = damage(random, case)
        outcome.tried[how.split(":")[0]] += 1
        try:
            for lost in one(case, key, tool):
                outcome.lost(f"{seed} {number}: {how}: {lost}")
        except Exception as problem:  # noqa: BLE001 - each is a loss, and the next is tried
            outcome.lost(f"{seed} {number}: {how}: {type(problem).__name__} {problem}")
        shutil.rmtree(case)
    return outcome


def made(folder: Path, key: keys.Key | None = None) -> Path:
    """Make a diary with some of everything, its newest entries only in the write-ahead log."""
    folder.mkdir()
    path = folder / "making.sqlite"
    diary = Diary.open(path, clock=_CLOCK, key=key)
    fill(diary, days=30, seed=5, until=_CLOCK.now().day)
    for number in range(12):
        diary.twitches.log(["calf-left"], note=f"long {number} " * (number * 90))
    with contextlib.closing(connecting.connect(path, key)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for number in range(8):
        entry = diary.twitches.log(["foot-left", "calf-right"], note=f"new {number}").value
        diary.twitches.edit(replace(entry, note=f"changed {number}"))
    for end in ("", "-wal"):
        shutil.copyfile(folder / f"making.sqlite{end}", folder / f"diary.sqlite{end}")
    diary.changed = False
    diary.close()
    for each in folder.glob("making*"):
        each.unlink() if each.is_file() else shutil.rmtree(each)
    return folder


def damage(random: Random, folder: Path) -> str:
    """Damage the diary in `folder` in one to three ways; return what was done."""
    return "; ".join(
        random.choice(_WAYS)(random, folder / "diary.sqlite")
        for _ in range(random.choice((1, 1, 2, 3)))
    )


def one(case: Path, key: keys.Key | None, tool: str | None) -> Iterator[str]:
    """Open, check and rescue one damaged diary; yield what was lost or made worse."""
    path = case / "diary.sqlite"
    before = _bytes(path)
    opened = case / "opened"
    opened.mkdir()
    copy(path, opened / path.name)
    with contextlib.suppress(TwitchLogError):
        diary = Diary.open(opened / path.name, clock=_CLOCK, key=key)
        diary.changed = False
        try:
            checkup.quick(diary, seconds=0.1)
            checkup.full(diary)
        finally:
            diary.close()
    into = case / "saved.sqlite"
    saved = salvage(path, into, key)
    if _bytes(path) != before:
        yield "the damaged file was changed"
    with contextlib.closing(connecting.connect(into, key)) as file:
        if file.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            yield "the new diary is not sound"
        ours = _rows(file)
    with Diary.open(into, clock=_CLOCK, key=key) as diary:
        diary.changed = False
        # A time of which a byte was changed, and files that were never there, are nobody's fault.
        found = checkup.full(diary).findings
        yield from (each.sentence for each in found if each.part not in {"files", "days"})
    if tool is not None and key is None:
        aside = _aside(saved.aside_path)
        yield from _compared(ours, aside, *_recovered(tool, path))


def copy(path: Path, to: Path) -> None:
    """Copy a diary with its log."""
    for end in ("", "-wal"):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(path.with_name(path.name + end), to.with_name(to.name + end))


def _bytes(path: Path) -> list[bytes]:
    return [
        each.read_bytes()
        for each in (path, path.with_name(path.name + "-wal"))
        if each.exists()
    ]  # fmt: skip


def _rows(file: sqlite3.Connection) -> Rows:
    return {
        name: set(file.execute(f'SELECT * FROM "{name}"'))  # noqa: S608 - our own names
        for name in _TABLES
    }


def _aside(path: Path | None) -> set[tuple[Any, ...]]:
    if path is None:
        return set()
    found = set()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)["row"]
        found.add(tuple(row.get("values", row.values())))
    return found


def _recovered(tool: str, path: Path) -> tuple[Rows, set[tuple[Any, ...]]]:
    """Return what SQLite's own tool gets: rows by table, and those it cannot place."""
    own, made_ = path.with_name("tool.sqlite"), path.with_name("made.sqlite")
    copy(path, own)
    script = subprocess.run(
        [tool, own, ".recover"], capture_output=True, check=False, timeout=120
    ).stdout
    subprocess.run([tool, made_], input=script, capture_output=True, check=False, timeout=120)
    rows: Rows = {}
    loose: set[tuple[Any, ...]] = set()
    with contextlib.closing(sqlite3.connect(made_)) as file:
        file.text_factory = lambda data: data.decode("utf-8", "replace").replace("\0", "\ufffd")
        for (name,) in file.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
        ).fetchall():
            if name in _TABLES:
                every = f'SELECT * FROM "{name}"'  # noqa: S608 - a name of our own
                rows[name] = set(file.execute(every).fetchall())
            elif name.startswith("lost_and_found"):
                every = f'SELECT * FROM "{name}"'  # noqa: S608 - a name that the tool gave
                for row in file.execute(every):
                    loose.add(tuple(row[4 : 4 + row[2]]))
    return rows, loose


def _compared(
    ours: Rows, aside: set[tuple[Any, ...]], theirs: Rows, loose: set[tuple[Any, ...]]
) -> Iterator[str]:
    for name, rows in theirs.items():
        missing = rows - ours[name] - aside
        if missing:
            first = min(missing, key=repr)
            yield f"{len(missing)} of {len(rows)} rows of {name} are missing: {first}"
    every = set().union(*ours.values(), aside)
    begun = {row[:11] for row in every}
    whole = [
        row for row in loose if _like_a_row(row) and row not in every and row[:11] not in begun
    ]
    if whole:
        yield f"{len(whole)} loose rows are missing: {whole[0]}"


def _like_a_row(row: tuple[Any, ...]) -> bool:
    """Whether a row that belongs nowhere is one of an entry: an id, and more than an index has."""
    return len(row) > 5 and isinstance(row[0], str) and len(row[0]) == 36


def _flip(random: Random, path: Path) -> str:
    size, times = path.stat().st_size, random.choice((1, 3, 40))
    with path.open("r+b") as file:
        for _ in range(times if size else 0):
            file.seek(random.randrange(size))
            file.write(bytes([random.randrange(256)]))
    return f"bytes changed: {times}"


def _overwrite(random: Random, path: Path) -> str:
    size, length = path.stat().st_size, random.choice((16, 300, 3 * PAGE))
    at = random.randrange(max(size, 1))
    with path.open("r+b") as file:
        file.seek(at)
        file.write(random.randbytes(min(length, size - at)))
    return f"bytes overwritten: {length} at {at}"


def _zero(random: Random, path: Path) -> str:
    pages = path.stat().st_size // PAGE
    first, length = random.randrange(max(pages, 1)), random.choice((1, 1, 4))
    with path.open("r+b") as file:
        file.seek(first * PAGE)
        file.write(bytes(max(0, min(length, pages - first)) * PAGE))
    return f"pages of zeros: {length} from {first + 1}"


def _truncate(random: Random, path: Path) -> str:
    size = random.randrange(path.stat().st_size + 1)
    with path.open("r+b") as file:
        file.truncate(size)
    return f"cut short: to {size}"


def _header(random: Random, path: Path) -> str:
    at, length = random.randrange(100), random.choice((1, 4, 100))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(at)
        file.write(random.randbytes(max(0, min(length, size - at))))
    return f"first bytes changed: {length} at {at}"


def _swap(random: Random, path: Path) -> str:
    pages = path.stat().st_size // PAGE
    one_, other = (random.randrange(max(pages, 1)) * PAGE for _ in range(2))
    content = bytearray(path.read_bytes())
    first, second = content[one_ : one_ + PAGE], content[other : other + PAGE]
    content[one_ : one_ + PAGE], content[other : other + PAGE] = second, first
    path.write_bytes(content)
    return f"pages swapped: {one_ // PAGE + 1} and {other // PAGE + 1}"


def _log(random: Random, path: Path) -> str:
    way = random.choice((_flip, _overwrite, _truncate, _header))
    return f"log: {way(random, path.with_name(path.name + '-wal'))}"


def _row_places(random: Random, path: Path) -> str:
    pages = path.stat().st_size // PAGE
    page = random.randrange(max(pages, 1))
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(random.randbytes(random.choice((1, 8, 60)) if pages else 0))
    return f"start of a page changed: {page + 1}"


_WAYS: Final[tuple[Callable[[Random, Path], str], ...]] = (
    _flip, _overwrite, _zero, _truncate, _header, _swap, _log, _row_places,
)  # fmt: skip
