"""Import: a table against plain csv and sqlite3, 200 MB of Apple Health, 20,000 damaged files."""

from __future__ import annotations

import contextlib
import csv
import sqlite3
import sys
import time
import uuid
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from bench.figure import Figure, in_turns
from bench.programs import COMMAND, ROOT, Programs
from support.damage import read_damaged
from twitchlog.diary import Diary
from twitchlog.diary.imports import read_file, sniff
from twitchlog.diary.imports.bringing import bring_in
from twitchlog.diary.imports.gathering import gather
from twitchlog.domain.imports import Choices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES: Final = 100_000
HEALTH_BYTES: Final = 200_000_000
HEALTH_MB: Final = 150.0
CASES: Final = 20_000
CASES_S: Final = 60.0
_PLACES: Final = ("left calf", "right calf", "left upper eyelid", "right thigh", "left biceps")
_WITH: Final = ("", "coffee", "stress; coffee", "bad sleep")
_NOTES: Final = ("", "while reading", "after the run")


def table(folder: Path, *, runs: int) -> Iterator[Figure]:
    """100,000 lines into an empty diary, told apart, checked and undoable, against the bare way."""
    path = folder / "lines.csv"
    _write_table(path, LINES)
    schema = _schema(folder / "empty.sqlite")
    numbers = count()

    def through_the_diary() -> float:
        with Diary.open(folder / f"diary-{next(numbers)}.sqlite") as diary:
            now = diary.clock.now()
            started = time.perf_counter()
            gathered = gather(read_file(sniff(path), Choices("Europe/Berlin", now)))
            outcome = bring_in(diary, gathered, name=path.name, logged=False).value
            taken = time.perf_counter() - started
            diary.changed = False
        assert outcome.added["twitches"] == LINES
        return taken

    def bare() -> float:
        return _bare_import(path, folder / f"bare-{next(numbers)}.sqlite", schema)

    ours, plain = in_turns(runs, through_the_diary, bare)
    yield Figure("import of 100,000 lines", ours, plain, 4.0, "s", "csv + executemany")


def health(folder: Path, *, runs: int) -> Iterator[Figure]:
    """200 MB of Apple Health, looked through: time against the bare parser, and peak memory."""
    path = folder / "export.xml"
    _write_health(path, HEALTH_BYTES)
    command = [*COMMAND, "--diary", str(folder / "diary.sqlite"), "import", str(path), "--dry-run"]
    choices = Choices("Europe/Berlin", Diary.open(folder / "now.sqlite").clock.now())

    def ours() -> float:
        started = time.perf_counter()
        assert gather(read_file(sniff(path), choices)).found > 1000
        return time.perf_counter() - started

    def bare() -> float:
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda _name, _attributes: None
        started = time.perf_counter()
        with path.open("rb") as file:
            parser.ParseFile(file)
        return time.perf_counter() - started

    ours_s, bare_s = in_turns(runs, ours, bare)
    yield Figure("Apple Health, 200 MB", ours_s, bare_s, 3.0, "s", "bare expat")
    peak = Programs(folder).peak_memory(command)
    yield Figure("Apple Health, peak memory", peak, HEALTH_MB, 1.0, "MB", "set limit")


def damage(folder: Path, *, runs: int) -> Iterator[Figure]:
    """20,000 damaged files of every shape: each ends in records or in sentences (CPU seconds)."""
    files = sorted((ROOT / "tests" / "data" / "imports").iterdir())
    now = datetime(2026, 6, 18, 19, tzinfo=UTC)
    from twitchlog.domain.moment import Moment

    choices = Choices("Europe/Berlin", Moment.of(now, "Europe/Berlin"))
    started = time.process_time()
    counts = read_damaged(
        [file.read_bytes() for file in files], range(CASES), folder / "damaged", choices
    )
    taken = time.process_time() - started
    told = ", ".join(f"{number:,} {what}" for what, number in counts.items())
    print(f"{sum(counts.values()):,} damaged files: {told}; no fault.", file=sys.stderr)
    yield Figure("20,000 damaged files", taken / runs, CASES_S, 1.0, "s", "set limit")


def _write_table(path: Path, lines: int) -> None:
    random = Random(1)  # noqa: S311 - a table, not a secret
    at = datetime(2022, 1, 1, tzinfo=UTC)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("Date", "Time", "Place", "Duration (s)", "Severity", "Triggers", "Note"))
        for _ in range(lines):
            at += timedelta(minutes=random.randrange(1, 40))
            rows.writerow(
                (
                    f"{at:%d/%m/%Y}",
                    f"{at:%H:%M}",
                    random.choice(_PLACES),
                    random.randrange(1, 90),
                    random.randrange(1, 11),
                    random.choice(_WITH),
                    random.choice(_NOTES),
                )
            )


def _schema(path: Path) -> list[str]:
    Diary.open(path).close()
    with contextlib.closing(sqlite3.connect(path)) as file:
        # The search index makes these of its own when it is made.
        own = {name for _schema, name, kind, *_rest in file.execute("PRAGMA table_list")
               if kind == "shadow"}  # fmt: skip
        query = "SELECT name, sql FROM sqlite_master WHERE sql <> '' AND name NOT LIKE 'sqlite%'"
        return [sql for name, sql in file.execute(query) if name not in own]


def _bare_import(path: Path, target: Path, schema: list[str]) -> float:
    """Put the cells as they stand into the same tables, in one transaction; return the seconds.

    The keys are UUIDs, as those tables have: their order costs SQLite more than all else.
    """
    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as file:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON",
                       "secure_delete=ON"):  # fmt: skip
            file.execute(f"PRAGMA {pragma}")
        for statement in schema:
            file.execute(statement)
        width = len(file.execute("PRAGMA table_info(twitches)").fetchall())
        started = time.perf_counter()
        twitches, sites, triggers = [], [], []
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows)
            for number, row in enumerate(rows):
                key = str(uuid.uuid4())
                own = (key, number * 60_000, 60, "Europe/Berlin", row[0], 0, float(row[3]), None)
                rest = (row[6], 0, "bare", *[None] * (width - 11))
                twitches.append((*own, *rest))
                sites.append((key, row[2], 0))
                if row[5]:
                    triggers.append((key, row[5], "", 0))
        file.execute("BEGIN IMMEDIATE")
        marks = ", ".join("?" * width)
        file.executemany(f"INSERT INTO twitches VALUES ({marks})", twitches)  # noqa: S608 - marks alone
        file.executemany("INSERT INTO twitch_sites VALUES (?, ?, ?)", sites)
        file.executemany("INSERT INTO twitch_triggers VALUES (?, ?, ?, ?)", triggers)
        file.execute("COMMIT")
        return time.perf_counter() - started


def _write_health(path: Path, size: int) -> None:
    """Write an export as a watch makes it: mostly pulse and steps, a night of many stages a day."""
    day = date(1960, 1, 1)
    record = (
        '<Record type="{}" sourceName="Watch" unit="{}" startDate="{}" endDate="{}" value="{}"/>\n'
    )
    with path.open("w", encoding="utf-8") as file:
        written = file.write('<?xml version="1.0" encoding="UTF-8"?>\n<HealthData>\n')
        while written < size:
            on = f"{day:%Y-%m-%d}"
            lines = []
            for minute in range(0, 1440, 3):
                at = f"{on} {minute // 60:02}:{minute % 60:02}:00 +0100"
                kind = "HeartRate" if minute % 2 else "StepCount"
                lines.append(record.format(f"HKQuantityTypeIdentifier{kind}", "count", at, at, 61))
            for stage in range(24):
                start = f"{on} {stage // 4:02}:{stage % 4 * 15:02}:00 +0100"
                end = f"{on} {stage // 4:02}:{stage % 4 * 15 + 14:02}:00 +0100"
                lines.append(
                    record.format(
                        "HKCategoryTypeIdentifierSleepAnalysis", "", start, end,
                        "HKCategoryValueSleepAnalysisAsleepCore",
                    )
                )  # fmt: skip
            drunk = f"{on} 08:00:00 +0100"
            lines.append(
                record.format("HKQuantityTypeIdentifierDietaryCaffeine", "mg", drunk, drunk, 95)
            )
            written += file.write("".join(lines))
            day += timedelta(days=1)
        file.write("</HealthData>\n")
