"""Two processes of two threads each use one diary at the same time: nobody loses anything."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Final

from torture.book import backups_of, notes_of, sound
from torture.children import FAILED, Child
from torture.outcome import Outcome
from twitchlog.diary import Diary, connecting
from twitchlog.domain.errors import DiaryBusy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PROCESSES: Final = 2
_THREADS: Final = 2
_BACKUP_SHARE: Final = 0.005


class Worker(threading.Thread):
    """Logs, edits, removes, brings back and reads until the time is over; knows what it wrote."""

    def __init__(self, diary: Diary, mark: str, until: float) -> None:
        super().__init__(name=mark)
        self._diary = diary
        self._mark = mark
        self._until = until
        self._random = Random(mark)
        self.there: dict[str, str] = {}
        self.binned: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.problem = ""

    def run(self) -> None:
        try:
            while time.monotonic() < self._until:
                self._act()
        except Exception as problem:  # noqa: BLE001 - the parent is to hear of it
            self.problem = repr(problem)

    def _act(self) -> None:
        acts = [self._log, self._log, self._read]
        acts += [self._edit, self._remove] if self.there else []
        acts += [self._bring_back] if self.binned else []
        act = self._random.choice(acts)
        if self._random.random() < _BACKUP_SHARE:
            act = self._back_up
        try:
            act()
        except DiaryBusy:
            # Said to the person in a sentence, and nothing was acknowledged.
            self.counts["told that it is busy"] += 1
        else:
            self.counts[act.__name__.strip("_").replace("_", " ")] += 1

    def _fresh(self) -> str:
        return f"{self._mark}-{self.counts.total()}"

    def _log(self) -> None:
        note = self._fresh()
        self.there[self._diary.twitches.log(["calf-left"], note=note).value.id] = note

    def _edit(self) -> None:
        key, note = self._random.choice(list(self.there)), self._fresh()
        held = self._diary.twitches.get(key)
        assert held.note == self.there[key], f"{held.note} where {self.there[key]} was written"
        self._diary.twitches.edit(replace(held, note=note))
        self.there[key] = note

    def _remove(self) -> None:
        key = self._random.choice(list(self.there))
        self._diary.twitches.remove(key)
        self.binned[key] = self.there.pop(key)

    def _bring_back(self) -> None:
        key = self._random.choice(list(self.binned))
        self._diary.bin.restore(key)
        self.there[key] = self.binned.pop(key)

    def _read(self) -> None:
        self._diary.twitches.newest(20)

    def _back_up(self) -> None:
        self._diary.backups.make()


def hammer(folder: Path, seed: int, amount: int) -> Outcome:
    """Hammer one diary for `amount` seconds from every thread of every process."""
    outcome = Outcome(f"{_PROCESSES} processes of {_THREADS} threads on one diary")
    path = folder / "diary.sqlite"
    Diary.open(path).close()

    def work(mark: str) -> Callable[[Callable[[str], None]], None]:
        return lambda tell: _hammered(path, mark, amount, tell)

    children = [Child(work(f"{seed}-{number}")) for number in range(_PROCESSES)]
    expected: set[str] = set()
    for child in children:
        for line in child.wait():
            if line.startswith(FAILED):
                outcome.lost(line)
                continue
            told = json.loads(line)
            expected |= set(told["notes"])
            outcome.tried.update(told["counts"])
            if told["problem"]:
                outcome.lost(told["problem"])
    try:
        _check(path, expected)
    except AssertionError as problem:
        outcome.lost(str(problem))
    return outcome


def _check(path: Path, expected: set[str]) -> None:
    found = notes_of(path)
    lost, strange = len(expected - found), len(found - expected)
    assert not lost, f"{lost} entries are gone"
    assert not strange, f"{strange} entries were never acknowledged"
    for backup in backups_of(path):
        with closing(connecting.connect(backup)) as file:
            sound(file)


def _hammered(path: Path, mark: str, seconds: int, tell: Callable[[str], None]) -> None:
    diary = Diary.open(path)
    until = time.monotonic() + seconds
    workers = [Worker(diary, f"{mark}-{number}", until) for number in range(_THREADS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    diary.close()
    for worker in workers:
        notes = list(worker.there.values())
        tell(json.dumps({"notes": notes, "counts": worker.counts, "problem": worker.problem}))
