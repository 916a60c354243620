"""The rows that ten years leave in the tables of what is logged by the day."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bench import long_life
from bench.long_life import PLACES, day_name, day_number
from twitchlog.domain.factor import FACTORS, Kind
from twitchlog.domain.symptom import WEEKLY
from twitchlog.domain.twitch import RELIEF_WORDS, TRIGGER_WORDS, Activity, Pattern, Seen

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date

_SEED: Final = 20260618
_DEVICE: Final = "bench"
_NOTES: Final = ("while reading", "after the stairs", "woke me up", "stopped when I stood up")
_STRETCH: Final = 50_000
_CUP_MG: Final = 95.0
_CHECKED_IN: Final = 0.85
_ANSWERED: Final = 0.9
_USUAL: Final = {
    "sleep": (7.2, 1.1), "sleep-quality": (6, 2), "stress": (1.1, 0.9), "anxiety": (0.9, 0.9),
    "caffeine": (240, 90), "alcohol": (4, 9), "nicotine": (1, 2), "water": (1.6, 0.5),
    "meals-skipped": (0.2, 0.6), "exercise": (25, 25), "screen-time": (5, 2),
}  # fmt: skip
"""Mean and spread of the amounts; every other factor is a little, or now and then."""


class Filling:
    """Writes the rows of one diary."""

    def __init__(self, file: sqlite3.Connection, *, entries: int, days: int, last: date) -> None:
        self._file = file
        self._entries = entries
        self._first = day_number(last) - days + 1
        self._chance = np.random.default_rng([_SEED, entries, days])
        self._logged = long_life.logged_days(self._chance, days)
        self._counts = long_life.counts(self._chance, self._logged, entries)

    def fill(self) -> None:
        """Write everything that is logged by the day."""
        self._twitches()
        self._checkins()
        self._doses()
        self._rest_counts()
        self._symptoms()

    def _twitches(self) -> None:
        found = long_life.twitches(self._chance, self._first, self._counts)
        ids = self._ids(self._entries)
        noted = self._chance.random(self._entries) < 0.04
        words = self._chance.integers(0, len(_NOTES), self._entries)
        self._insert(
            "twitches",
            id=ids,
            **self._stamp(found.moments),
            local_minute=found.moments.minute.tolist(),
            duration_s=[None if isnan(each) else each for each in found.duration_s.tolist()],
            strength=[each + 1 if each >= 0 else None for each in found.strength.tolist()],
            note=[
                _NOTES[word] if note else ""
                for note, word in zip(noted.tolist(), words.tolist(), strict=True)
            ],
            pattern=_named(found.pattern, tuple(Pattern)),
            seen=_named(found.seen, tuple(Seen)),
            activity=_named(found.activity, tuple(Activity)),
        )
        rows = [
            (id_, PLACES[place], position)
            for id_, places in zip(ids, found.sites.tolist(), strict=True)
            for position, place in enumerate(places)
            if place >= 0
        ]
        # Sorted a stretch at a time, which takes half as long and fills the pages no fuller.
        for at in range(0, len(rows), _STRETCH):
            stretch = sorted(rows[at : at + _STRETCH])
            self._insert_rows("twitch_sites", ("twitch_id", "site", "position"), stretch)
        self._went_with("twitch_triggers", ids, tuple(TRIGGER_WORDS), share=0.08)
        self._went_with("twitch_reliefs", ids, tuple(RELIEF_WORDS), share=0.05)

    def _went_with(
        self, table: str, ids: Sequence[str], kinds: Sequence[str], *, share: float
    ) -> None:
        chosen = np.flatnonzero(self._chance.random(len(ids)) < share).tolist()
        self._insert(
            table,
            twitch_id=[ids[each] for each in chosen],
            kind=[kinds[each] for each in self._drawn(len(kinds), len(chosen))],
            words=[""] * len(chosen),
            position=[0] * len(chosen),
        )

    def _checkins(self) -> None:
        quiet = self._logged & (self._counts == 0)
        asked = np.flatnonzero(
            quiet | (self._logged & (self._chance.random(len(quiet)) < _CHECKED_IN))
        )
        evening = long_life.moments(
            self._first + asked, 1290 + self._chance.random(len(asked)) * 60
        )
        ids = self._ids(len(asked))
        self._insert(
            "checkins",
            id=ids,
            **self._stamp(evening),
            none_said=quiet[asked].astype(int).tolist(),
            note=[""] * len(ids),
        )
        rows = []
        for factor in FACTORS.values():
            mean, spread = _USUAL.get(factor.id, (0.4, 0.6))
            least = 2 * _CUP_MG if factor.id == "caffeine" else factor.least
            amounts = np.clip(self._chance.normal(mean, spread, len(ids)), least, factor.most)
            digits = 0 if factor.kind is not Kind.AMOUNT or factor.most > 100 else 1
            wake = self._chance.integers(360, 500, len(ids))
            for at in np.flatnonzero(self._chance.random(len(ids)) < _ANSWERED).tolist():
                amount = round(float(amounts[at]), digits)
                clocked = factor.id == "sleep"
                ended = int(wake[at]) if clocked else None
                began = (int(wake[at]) - round(amount * 60)) % 1440 if clocked else None
                rows.append((ids[at], factor.id, amount, began, ended))
        names = ("checkin_id", "factor", "amount", "began_minute", "ended_minute")
        with_ids = zip(self._ids(len(rows)), rows, strict=True)
        self._insert_rows("exposures", ("id", *names), ((id_, *row) for id_, row in with_ids))

    def _doses(self) -> None:
        """Write two coffees of most days; what the check-in says is never less than those."""
        days = np.flatnonzero(self._logged & (self._chance.random(len(self._logged)) < 0.7))
        cups = np.repeat(days, 2)
        at = np.tile([470, 615], len(days)) + self._chance.integers(-20, 20, len(cups))
        when = long_life.moments(self._first + cups, at.astype(float))
        count = len(cups)
        self._insert(
            "doses",
            id=self._ids(count),
            **self._stamp(when),
            local_minute=when.minute.tolist(),
            factor=["caffeine"] * count,
            amount=[_CUP_MG] * count,
            preset=["filter-coffee"] * count,
            words=[""] * count,
        )

    def _rest_counts(self) -> None:
        days = np.arange(3, len(self._logged), 7)
        when = long_life.moments(self._first + days, np.full(len(days), 1230.0))
        ids, taps = self._ids(len(days)), self._chance.poisson(8, len(days)).tolist()
        self._insert(
            "rest_counts",
            id=ids,
            **self._stamp(when),
            local_minute=when.minute.tolist(),
            length_s=[120.0] * len(ids),
            note=[""] * len(ids),
        )
        rows = [
            (id_, number, after, PLACES[number % 3])
            for id_, count in zip(ids, taps, strict=True)
            for number, after in enumerate(sorted(self._drawn(120_000, count)))
        ]
        self._insert_rows("rest_taps", ("rest_count_id", "number", "after_ms", "site"), rows)

    def _symptoms(self) -> None:
        days = np.repeat(np.arange(5, len(self._logged), 7), len(WEEKLY))
        kinds = list(WEEKLY) * (len(days) // len(WEEKLY))
        when = long_life.moments(self._first + days, np.full(len(days), 1240.0))
        present = self._chance.random(len(days)) < 0.15
        amounts = self._chance.integers(1, 4, len(days))
        self._insert(
            "symptoms",
            id=self._ids(len(days)),
            kind=kinds,
            **self._stamp(when),
            present=present.astype(int).tolist(),
            place=[""] * len(days),
            words=[""] * len(days),
            amount=[
                int(many) if there else None for many, there in zip(amounts, present, strict=True)
            ],
        )

    def _stamp(self, when: long_life.Moments) -> dict[str, list[Any]]:
        count = len(when.day)
        names = {day: day_name(day) for day in set(when.day.tolist())}
        return {
            "utc_ms": when.utc_ms.tolist(),
            "offset_min": when.offset_min.tolist(),
            "zone": [long_life.ZONE] * count,
            "local_day": [names[day] for day in when.day.tolist()],
            "updated_ms": when.utc_ms.tolist(),
            "device": [_DEVICE] * count,
        }

    def _ids(self, count: int) -> list[str]:
        """Return random UUIDs of version 4."""
        text = self._chance.bytes(16 * count).hex()
        return [
            f"{text[at : at + 8]}-{text[at + 8 : at + 12]}-4{text[at + 13 : at + 16]}"
            f"-a{text[at + 17 : at + 20]}-{text[at + 20 : at + 32]}"
            for at in range(0, 32 * count, 32)
        ]

    def _drawn(self, below: int, count: int) -> list[int]:
        drawn: list[int] = self._chance.integers(0, below, count).tolist()
        return drawn

    def _insert(self, table: str, **columns: list[Any]) -> None:
        self._insert_rows(table, tuple(columns), zip(*columns.values(), strict=True))

    def _insert_rows(self, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        marks = ", ".join("?" * len(names))
        self._file.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - our names
            rows,
        )


def _named(numbers: Any, names: Sequence[str]) -> list[str | None]:
    texts = [str(each) for each in names]
    return [texts[each] if each >= 0 else None for each in numbers.tolist()]
