"""Diaries of a known size, written in one go."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.moment import Moment
from twitchlog.domain.site import COMMON, SITES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SEED: Final = 20260618


def write(path: Path, *, days: int, a_day: int, last: date) -> None:
    """Write a diary of `days` days up to `last`, with `a_day` twitches and a check-in on each.

    Row by row through the door it would take minutes; here the rows go straight to the tables.
    """
    clock = FixedClock(Moment.of(datetime.combine(last, time(23, 0), tzinfo=UTC), "UTC"))
    Diary.open(path, clock=clock).close()
    chance = random.Random(_SEED)
    calendar = [last - timedelta(days=back) for back in range(days)]
    twitches = [row for day in calendar for row in _twitches(day, a_day, chance)]
    checkins = [_checkin(day) for day in calendar]
    with contextlib.closing(sqlite3.connect(path)) as file, file:
        _insert(file, "twitches", twitches)
        _insert(file, "twitch_sites", _sites(twitches, chance))
        _insert(file, "twitch_triggers", _triggers(twitches, chance))
        _insert(file, "checkins", checkins)
        _insert(file, "exposures", _exposures(checkins, chance))


def _twitches(day: date, count: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    for _ in range(count):
        minute = chance.randrange(6 * 60, 23 * 60)
        yield {
            **_when(day, minute, chance),
            "local_minute": minute,
            "duration_s": chance.choice([None, 1.0, 5.0, 20.0, 60.0, 300.0]),
            "strength": chance.choice([None, 1, 2, 3, 4]),
            "note": "",
        }


def _checkin(day: date) -> dict[str, Any]:
    return {**_when(day, 22 * 60), "none_said": 0, "note": ""}


def _when(day: date, minute: int, chance: random.Random | None = None) -> dict[str, Any]:
    moment = Moment.of(datetime.combine(day, time(*divmod(minute, 60)), tzinfo=UTC), "UTC")
    return {
        "id": str(uuid.UUID(int=chance.getrandbits(128)) if chance else uuid.uuid4()),
        "utc_ms": moment.utc_ms,
        "offset_min": 0,
        "zone": "UTC",
        "local_day": day.isoformat(),
        "updated_ms": moment.utc_ms,
        "device": "bench",
    }


def _sites(twitches: list[dict[str, Any]], chance: random.Random) -> Iterator[dict[str, Any]]:
    often, all_sites = list(COMMON), list(SITES)
    for twitch in twitches:
        site = chance.choice(often if chance.random() < 0.8 else all_sites)
        yield {"twitch_id": twitch["id"], "site": site, "position": 0}


def _triggers(twitches: list[dict[str, Any]], chance: random.Random) -> Iterator[dict[str, Any]]:
    for twitch in twitches:
        if chance.random() < 0.3:
            kind = chance.choice(["caffeine", "stress", "exercise"])
            yield {"twitch_id": twitch["id"], "kind": kind, "words": "", "position": 0}


def _exposures(checkins: list[dict[str, Any]], chance: random.Random) -> Iterator[dict[str, Any]]:
    for checkin in checkins:
        amounts = {"sleep": chance.uniform(4, 9), "caffeine": 95.0 * chance.randrange(5)}
        for factor, amount in {**amounts, "stress": float(chance.randrange(4))}.items():
            yield {
                "id": str(uuid.UUID(int=chance.getrandbits(128))),
                "checkin_id": checkin["id"],
                "factor": factor,
                "amount": amount,
            }


def _insert(file: sqlite3.Connection, table: str, rows: Any) -> None:
    rows = list(rows)
    names = list(rows[0])
    marks = ", ".join(f":{name}" for name in names)
    file.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
