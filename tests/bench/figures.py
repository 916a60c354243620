"""What is measured: the start, a committed twitch, the summary of ten years, memory, commands."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
import time
import uuid
from datetime import date
from typing import TYPE_CHECKING, Final

from bench import diaries
from bench.figure import Figure, in_turns
from bench.programs import APP, BARE, COMMAND, Programs
from twitchlog.diary import Diary
from twitchlog.domain.twitch import Strength, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TODAY: Final = date(2026, 6, 18)
SUMMARY_S: Final = 2.0
SUMMARY_MB: Final = 150.0


def start(folder: Path, *, runs: int) -> Iterator[Figure]:
    """Start to first frame and entries, against a bare kivymd app; commands, against the app."""
    programs, diary = Programs(folder), folder / "usual.sqlite"
    diaries.write(diary, days=90, entries=450, last=TODAY)
    own = [*APP, "--diary", str(diary), "--first-frame"]
    command = [*COMMAND, "--diary", str(diary)]
    bare_s, app_s, entries_s, version_s, list_s = in_turns(
        runs,
        lambda: programs.first("frame", BARE),
        lambda: programs.first("frame", own),
        lambda: programs.first("entries", own),
        lambda: programs.wall([*COMMAND, "--version"]),
        lambda: programs.wall([*command, "list"]),
    )
    yield Figure("start to first frame", app_s, bare_s, 1.5, "s", "bare kivymd app")
    yield Figure("start to Today's entries", entries_s, bare_s, 2.5, "s", "bare kivymd app")
    yield Figure("twitchlog --version", version_s, app_s, 0.5, "s", "app's first frame")
    yield Figure("twitchlog list", list_s, entries_s, 0.6, "s", "app's first entries")


def memory(folder: Path, *, runs: int) -> Iterator[Figure]:
    """Resident memory at rest after the start, against a bare kivymd app."""
    programs, diary, shown = Programs(folder), folder / "usual.sqlite", folder / "shown.json"
    diaries.write(diary, days=90, entries=450, last=TODAY)
    own = [*APP, "--diary", str(diary), "--ui-map", str(shown)]
    bare_mb, app_mb = in_turns(
        runs,
        lambda: programs.resident_memory([*BARE, "--stay"]),
        lambda: programs.resident_memory(own, shown=shown),
    )
    yield Figure("memory after the start", app_mb, bare_mb, 1.5, "MB", "bare kivymd app")


def logging(folder: Path, *, runs: int) -> Iterator[Figure]:
    """A committed twitch through the diary, against a bare INSERT into a file set up the same."""
    with (
        Diary.open(folder / "logged.sqlite") as diary,
        contextlib.closing(_bare_file(folder / "bare.sqlite")) as bare,
    ):
        sites, triggers = ("calf-left",), (Trigger("caffeine"),)

        def through_the_diary() -> float:
            started = time.perf_counter()
            diary.twitches.log(sites, duration_s=20.0, strength=Strength(2), triggers=triggers)
            return time.perf_counter() - started

        def bare_insert() -> float:
            started = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(_INSERT, (str(uuid.uuid4()), next(_COUNTER), *_VALUES))
            bare.execute("COMMIT")
            return time.perf_counter() - started

        bare_s, diary_s = in_turns(runs, bare_insert, through_the_diary)
    yield Figure("a committed twitch", diary_s * 1e3, bare_s * 1e3, 3.0, "ms", "bare INSERT")


def summary(folder: Path, *, runs: int, years: int = 10) -> Iterator[Figure]:
    """`twitchlog summary` on 3,650 entries a year: time, and the most memory held."""
    programs, diary = Programs(folder), folder / "years.sqlite"
    diaries.write(diary, days=365 * years, entries=3650 * years, last=TODAY)
    command = [*COMMAND, "--diary", str(diary), "summary"]
    wall_s, peak_mb = in_turns(
        runs, lambda: programs.wall(command), lambda: programs.peak_memory(command)
    )
    name = f"summary of {3650 * years:,} entries"
    yield Figure(f"{name}, time", wall_s, SUMMARY_S, 1.0, "s", "set")
    yield Figure(f"{name}, memory", peak_mb, SUMMARY_MB, 1.0, "MB", "set")


_COUNTER: Final = itertools.count()
_VALUES: Final = (120, "Europe/Berlin", "2026-06-18", 1264, 20.0, 2, "", 1781809440000, "bench")
_INSERT: Final = "INSERT INTO twitches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def _bare_file(path: Path) -> sqlite3.Connection:
    """Make a file with one table like the diary's, and the diary's pragmas."""
    bare = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        bare.execute(f"PRAGMA {pragma}")
    bare.execute(
        "CREATE TABLE twitches (id TEXT PRIMARY KEY, utc_ms INTEGER, offset_min INTEGER,"
        " zone TEXT, local_day TEXT, local_minute INTEGER, duration_s REAL, strength INTEGER,"
        " note TEXT, updated_ms INTEGER, device TEXT) STRICT"
    )
    return bare
