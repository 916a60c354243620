"""Two processes of two threads each use one diary at the same time: nobody loses anything."""

from __future__ import annotations

import contextlib
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
from twitchlog.domain.errors import DiaryBusy, ServerAway, Unsettled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.diary.address import Address

PROCESSES: Final = 2
AT_WORK: Final = "at work"
"""What a child tells once its diary is open."""
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
        self.maybe: set[str] = set()
        """Notes that may be there or not: the server went away while it saved them."""
        self._touched: tuple[str, set[str]] = ("", set())
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
        except (DiaryBusy, ServerAway):
            # Said to the person in a sentence, and nothing was acknowledged.
            self.counts["told that it cannot be done now"] += 1
        except Unsettled:
            key, notes = self._touched
            self.maybe |= notes
            self.there.pop(key, None)
            self.binned.pop(key, None)
            self.counts["told that nobody knows yet"] += 1
        else:
            self.counts[act.__name__.strip("_").replace("_", " ")] += 1

    def _fresh(self) -> str:
        return f"{self._mark}-{self.counts.total()}"

    def _log(self) -> None:
        note = self._fresh()
        self._touched = "", {note}
        self.there[self._diary.twitches.log(["calf-left"], note=note).value.id] = note

    def _edit(self) -> None:
        key, note = self._random.choice(list(self.there)), self._fresh()
        held = self._diary.twitches.get(key)
        self._touched = key, {note, held.note}
        assert held.note == self.there[key], f"{held.note} where {self.there[key]} was written"
        self._diary.twitches.edit(replace(held, note=note))
        self.there[key] = note

    def _remove(self) -> None:
        key = self._random.choice(list(self.there))
        self._touched = key, {self.there[key]}
        self._diary.twitches.remove(key)
        self.binned[key] = self.there.pop(key)

    def _bring_back(self) -> None:
        key = self._random.choice(list(self.binned))
        self._touched = key, {self.binned[key]}
        self._diary.bin.restore(key)
        self.there[key] = self.binned.pop(key)

    def _read(self) -> None:
        self._diary.twitches.newest(20)

    def _back_up(self) -> None:
        self._diary.backups.make()


def hammer(folder: Path, seed: int, amount: int) -> Outcome:
    """Hammer one diary for `amount` seconds from every thread of every process."""
    outcome = Outcome(f"{PROCESSES} processes of {_THREADS} threads on one diary")
    path = folder / "diary.sqlite"
    Diary.open(path).close()

    def work(mark: str) -> Callable[[Callable[[str], None]], None]:
        return lambda tell: hammered(path, mark, amount, tell)

    expected, maybe = heard(
        [Child(work(f"{seed}-{number}")) for number in range(PROCESSES)], outcome
    )
    try:
        compare(notes_of(path), expected, maybe)
        for backup in backups_of(path):
            with closing(connecting.connect(backup)) as file:
                sound(file)
    except AssertionError as problem:
        outcome.lost(str(problem))
    return outcome


def heard(children: list[Child], outcome: Outcome) -> tuple[set[str], set[str]]:
    """Wait for the children; return the notes that must be there, and those that may be."""
    expected: set[str] = set()
    maybe: set[str] = set()
    for child in children:
        for line in child.wait():
            if line.startswith(FAILED):
                outcome.lost(line)
                continue
            if line == AT_WORK:
                continue
            told = json.loads(line)
            expected |= set(told["notes"])
            maybe |= set(told["maybe"])
            outcome.tried.update(told["counts"])
            if told["problem"]:
                outcome.lost(told["problem"])
    return expected, maybe


def compare(found: frozenset[str], expected: set[str], maybe: set[str]) -> None:
    """Raise AssertionError where a note is gone, or one is there that was never acknowledged."""
    lost, strange = len(expected - found), len(found - expected - maybe)
    assert not lost, f"{lost} entries are gone"
    assert not strange, f"{strange} entries were never acknowledged"


def hammered(where: Path | Address, mark: str, seconds: int, tell: Callable[[str], None]) -> None:
    """Say that it is open, use it from every thread for so long, then tell what each wrote."""
    diary = Diary.open(where)
    tell(AT_WORK)
    until = time.monotonic() + seconds
    workers = [Worker(diary, f"{mark}-{number}", until) for number in range(_THREADS)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    with contextlib.suppress(ServerAway):  # the backup at the end is made the next time
        diary.close()
    for worker in workers:
        told = {"notes": list(worker.there.values()), "maybe": list(worker.maybe)}
        tell(json.dumps(told | {"counts": worker.counts, "problem": worker.problem}))
