"""The diary as a folder of CSV files for spreadsheets: one a kind of thing, and one of the days."""

from __future__ import annotations

import csv
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog import paths
from twitchlog.diary import experiment_rows, moments, tables
from twitchlog.diary.amounts import daily_amounts
from twitchlog.diary.days import first_logged, last_logged, summarise
from twitchlog.diary.reasons import reason_of
from twitchlog.diary.transfer.document import private
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.domain.experiment import Experiment
from twitchlog.domain.period import Period
from twitchlog.domain.site import site_or_unknown
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Connection, Table

    from twitchlog.diary.diary import Diary

_LEFT_OUT: Final = {
    table.name
    for table in (
        tables.bin_,
        tables.steps,
        tables.writes,
        tables.secrets,
        tables.timer,
        tables.search_texts,
        tables.site_days,
        tables.entry_days,
        tables.twitch_sites,
        tables.twitch_triggers,
        tables.twitch_reliefs,
    )
}
"""What is no thing of its own; the places and triggers of a twitch stand in its line."""

_HIDDEN: Final = frozenset({"utc_ms", "offset_min", "zone", "updated_ms", "device"})
_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def defused(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula; a number stays one.

    A text that begins like a formula gets an apostrophe in front (OWASP, *CSV injection*).
    """
    risky = isinstance(value, str) and value.lstrip(" ").startswith(_ACTIVE)
    return f"'{value}" if risky else value


def save(diary: Diary, into: Path) -> Path:
    """Write the CSV files into a new folder in `into` and return it; raise ReportNotSaved.

    Nothing that is there is overwritten, and a folder half written is not left.
    """
    name = f"TwitchLog {diary.clock.now().day.isoformat()}"
    try:
        into.mkdir(parents=True, exist_ok=True)
        working = Path(tempfile.mkdtemp(prefix=".twitchlog-", dir=into))
        try:
            with diary.reading() as connection:
                for sheet, head, lines in _sheets(connection):
                    _write(working / f"{sheet}.csv", head, lines)
            target = paths.free_name(into / name)
            working.rename(target)
        finally:
            shutil.rmtree(working, ignore_errors=True)
    except OSError as problem:
        raise ReportNotSaved(
            _("The files were not saved: {reason}. Your diary is safe.").format(
                reason=reason_of(problem)
            )
        ) from problem
    return target


def _write(path: Path, head: Sequence[str], lines: Iterable[Sequence[Any]]) -> None:
    with private(path) as file:
        file.write("\ufeff")  # without it some spreadsheets take UTF-8 for something else
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows([defused(cell) for cell in line] for line in lines)


def _sheets(connection: Connection) -> Iterator[tuple[str, list[str], Iterable[list[Any]]]]:
    yield _days(connection)
    for table in tables.metadata.sorted_tables:
        if table is tables.twitches:
            yield _twitches(connection)
        elif table.name not in _LEFT_OUT:
            yield table.name, _head(table), (_line(table, row) for row in _rows(connection, table))


def _rows(connection: Connection, table: Table) -> Iterator[Mapping[Any, Any]]:
    order = [table.c.utc_ms] if "utc_ms" in table.c else []
    return iter(connection.execute(select(table).order_by(*order, *table.primary_key)).mappings())


def _head(table: Table) -> list[str]:
    names = [column.name for column in table.columns if column.name not in _HIDDEN]
    return (["at"] if "utc_ms" in table.c else []) + names


def _line(table: Table, row: Mapping[Any, Any]) -> list[Any]:
    cells = [row[column.name] for column in table.columns if column.name not in _HIDDEN]
    if "utc_ms" in table.c:
        cells.insert(0, moments.from_row(row).local.isoformat(timespec="seconds"))
    return cells


def _twitches(connection: Connection) -> tuple[str, list[str], Iterable[list[Any]]]:
    sites = _children(connection, tables.twitch_sites, lambda row: row["site"])
    what = {
        name: _children(connection, table, lambda row: row["words"] or row["kind"])
        for name, table in (("with", tables.twitch_triggers), ("stopped_by", tables.twitch_reliefs))
    }
    head = [*_head(tables.twitches), "places", "sites", *what]

    def lines() -> Iterator[list[Any]]:
        for row in _rows(connection, tables.twitches):
            ids = sites.get(row["id"], [])
            named = [site_or_unknown(each).name for each in ids]
            beside = ["; ".join(found.get(row["id"], [])) for found in what.values()]
            yield [*_line(tables.twitches, row), "; ".join(named), " ".join(ids), *beside]

    return tables.twitches.name, head, lines()


def _children(connection: Connection, table: Table, say: Any) -> dict[str, list[str]]:
    """Return what hangs on each twitch, in its order, in words."""
    found: dict[str, list[str]] = {}
    query = select(table).order_by(table.c.twitch_id, table.c.position)
    for row in connection.execute(query).mappings():
        found.setdefault(row["twitch_id"], []).append(say(row))
    return found


def _days(connection: Connection) -> tuple[str, list[str], Iterable[list[Any]]]:
    """Return one line a calendar day: whether it was logged, its twitches, its amounts.

    Where there was a trial, also the kind of day that its plan made of it, and if that was kept to.
    """
    first, last = first_logged(connection), last_logged(connection)
    period = Period(first, last) if first and last else None
    amounts: dict[str, dict[str, float]] = {}
    for factor, pairs in (daily_amounts(connection, period) if period else {}).items():
        for day, amount in pairs:
            amounts.setdefault(day.isoformat(), {})[factor] = amount
    named = connection.execute(select(tables.factors.c.id, tables.factors.c.name))
    own = {row.id: row.name for row in named if row.name}
    asked = sorted({factor for day in amounts.values() for factor in day})
    head = ["day", "logged", "twitches", "none_said", *(own.get(each, each) for each in asked)]
    trials = [each for each in experiment_rows.load(connection) if isinstance(each, Experiment)]
    head += ["trial", "kept"] if trials else []
    days = summarise(connection, period) if period else ()
    lines = (
        [
            day.day.isoformat(),
            int(day.logged),
            day.count if day.logged else "",
            int(day.none_said),
            *(amounts.get(day.day.isoformat(), {}).get(each, "") for each in asked),
            *(_trial_cells(trials, day.day) if trials else ()),
        ]
        for day in days
    )
    return "days", head, lines


def _trial_cells(trials: Sequence[Experiment], day: date) -> tuple[str, str]:
    """Return the words of a day in a trial and how it was kept; nothing outside one."""
    for each in trials:
        words = each.words(day)
        if words is not None:
            kept = each.kept.get(day)
            return words, kept.value if kept else ""
    return "", ""
