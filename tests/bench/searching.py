"""What is measured of the search: 100,000 notes, with filters, and what was tapped in ten years."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import time
from typing import TYPE_CHECKING, Final

from bench import years
from bench.figure import Figure, in_turns
from twitchlog.diary import Diary, moments, tables
from twitchlog.domain.phrase import phrase
from twitchlog.domain.searching import Query
from twitchlog.domain.twitch import Strength
from twitchlog.presenters.search import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOTES: Final = 100_000
_WORDS: Final = (
    "after", "before", "coffee", "tea", "stairs", "reading", "cold", "warm", "desk", "garden",
    "short", "long", "again", "sofa", "walk", "train", "night", "morning", "phone", "rest",
)  # fmt: skip
_SITES: Final = ("calf-left", "calf-right", "eyelid-left", "thumb-right", "thigh-left")
_RARE: Final = "xylophone"
_TAPPED: Final = {"s": 5.0, "coffee": 2.5, "stress high": 2.5, "tiredness": 2.5}
"""What is typed, and its goal: a single letter begins words of two entries in three."""


def notes(folder: Path, *, runs: int, count: int = NOTES) -> Iterator[Figure]:
    """Find a rare word, a common one and a filtered one, against a raw LIKE over the same file."""
    path = folder / "notes.sqlite"
    with Diary.open(path) as diary:
        _fill(diary, count)
        with contextlib.closing(sqlite3.connect(path)) as bare:

            def found(query: Query) -> float:
                started = time.perf_counter()
                assert diary.search.find(query).hits
                return time.perf_counter() - started

            def scanned() -> float:
                started = time.perf_counter()
                like = "SELECT id, utc_ms FROM twitches WHERE note LIKE ? ORDER BY utc_ms DESC"
                assert bare.execute(like, ["%xylophone%"]).fetchall()
                return time.perf_counter() - started

            strong = frozenset({Strength.STRONG})
            scan_s, rare_s, many_s, narrow_s = in_turns(
                runs,
                scanned,
                lambda: found(Query(text=_RARE)),
                lambda: found(Query(text="coffee left calf")),
                lambda: found(Query(text="coffee", parts=frozenset({"calf"}), strengths=strong)),
            )
        diary.changed = False
    against = "raw LIKE over the notes"
    yield Figure(
        f"search {count:,} notes, a rare word", rare_s * 1e3, scan_s * 1e3, 1.0, "ms", against
    )
    yield Figure(
        "search, words in notes and places", many_s * 1e3, scan_s * 1e3, 20.0, "ms", against
    )
    yield Figure(
        "search, a word and two filters", narrow_s * 1e3, scan_s * 1e3, 10.0, "ms", against
    )


def tapped(_folder: Path, *, runs: int) -> Iterator[Figure]:
    """Find what was tapped over ten years, against reading and sorting the twitches by sqlite3."""
    path = years.kept(36_500)
    with (
        Diary.open(path, clock=years.clock()) as diary,
        contextlib.closing(sqlite3.connect(path)) as bare,
    ):

        def found(text: str) -> float:
            started = time.perf_counter()
            assert diary.search.find(Query(text=text), at_least=AT_ONCE).hits
            return time.perf_counter() - started

        def read() -> float:
            started = time.perf_counter()
            every = "SELECT id, utc_ms, local_day, note FROM twitches ORDER BY utc_ms DESC"
            assert bare.execute(every).fetchall()
            return time.perf_counter() - started

        read_s, *found_s = in_turns(
            runs, read, *(lambda text=text: found(text) for text in _TAPPED)
        )
        diary.changed = False
    for (text, goal), took in zip(_TAPPED.items(), found_s, strict=True):
        yield Figure(
            f"search 36,500 entries, *{text}*", took * 1e3, read_s * 1e3, goal, "ms",
            "reading every twitch, sorted",
        )  # fmt: skip


def _fill(diary: Diary, count: int) -> None:
    """Write so many twitches, each with a note of six words, in one step."""
    chance, now = random.Random(7), diary.clock.now()  # noqa: S311 - nothing secret
    twitches, sites = [], []
    for number in range(count):
        moment = now.earlier(minutes=17 * number)
        words = chance.choices(_WORDS, k=6)
        if number % 5000 == 0:
            words[2] = _RARE
        key = f"{number:032x}"
        twitches.append(
            {
                "id": key,
                **moments.to_columns(moment),
                "local_day": moment.day.isoformat(),
                "local_minute": moment.minute,
                "duration_s": 10.0,
                "strength": chance.randint(1, 4),
                "note": " ".join(words),
                "updated_ms": now.utc_ms,
                "device": diary.device,
                "pattern": None,
                "seen": None,
                "activity": None,
            }
        )
        sites.append({"twitch_id": key, "site": chance.choice(_SITES), "position": 0})
    with diary.operation(phrase("Filled")) as operation:
        operation.insert_many(tables.twitches, twitches)
        operation.insert_many(tables.twitch_sites, sites)
