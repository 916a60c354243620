"""Put together what the lines of a file say: one amount, note and answer a day."""

from __future__ import annotations

import gc
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.imports import (
    Gathered,
    ImportedCheckin,
    ImportedDose,
    ImportedSymptom,
    ImportedTwitch,
    LeftOut,
    Problem,
)
from twitchlog.domain.text import NAME_LIMIT, NOTE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from twitchlog.domain.imports import Found


def gather(found: Iterable[Found]) -> Gathered:
    """Return all that `found` yields; amounts of a day that several lines name are put together.

    Of what can be had several times a day (caffeine, exercise) they add up, of the rest (sleep,
    stress) the largest stands. A day that then holds more than a day can is a problem.
    """
    gathering = _Gathering()
    twitches: list[ImportedTwitch] = []
    with _no_search():
        for item in found:
            if isinstance(item, ImportedTwitch):
                twitches.append(item)
            else:
                gathering.take(item)
    gathering.check_days()
    return Gathered(
        twitches=tuple(twitches),
        doses=tuple(gathering.doses),
        days=gathering.days,
        symptoms=tuple(gathering.symptoms.values()),
        problems=tuple(sorted(gathering.problems, key=lambda problem: problem.line)),
        left=dict(gathering.left.most_common()),
    )


@contextmanager
def _no_search() -> Iterator[None]:
    """Let nobody look for garbage: there is none in a hundred thousand records, only the search."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Gathering:
    """Collects what is not a twitch."""

    def __init__(self) -> None:
        self.doses: list[ImportedDose] = []
        self.days: dict[date, ImportedCheckin] = {}
        self.symptoms: dict[tuple[str, date], ImportedSymptom] = {}
        self.problems: list[Problem] = []
        self.left: Counter[str] = Counter()

    def take(self, item: Found) -> None:
        """Take one thing that was read."""
        if isinstance(item, Problem):
            self.problems.append(item)
        elif isinstance(item, LeftOut):
            self.left[item.what] += item.count
        elif isinstance(item, ImportedDose):
            self.doses.append(item)
        elif isinstance(item, ImportedSymptom):
            self._symptom(item)
        elif isinstance(item, ImportedCheckin):
            self._day(item)

    def _day(self, item: ImportedCheckin) -> None:
        held = self.days.get(item.day)
        if held is None:
            self.days[item.day] = item
            return
        amounts = dict(held.amounts)
        for factor, amount in item.amounts.items():
            before = amounts.get(factor)
            if before is None:
                amounts[factor] = amount
            elif FACTORS[factor].doses:
                amounts[factor] = before + amount
            else:
                amounts[factor] = max(before, amount)
        note = _joined(held.note, item.note, "\n", NOTE_LIMIT)
        self.days[item.day] = replace(held, amounts=amounts, note=note)

    def _symptom(self, item: ImportedSymptom) -> None:
        held = self.symptoms.setdefault((item.kind, item.day), item)
        if held is not item:
            self.symptoms[item.kind, item.day] = replace(
                held,
                present=held.present or item.present,
                where=_joined(held.where, item.where, ", ", NAME_LIMIT),
                words=_joined(held.words, item.words, "\n", NOTE_LIMIT),
            )

    def check_days(self) -> None:
        """Make a problem of each amount that no day can hold."""
        for day, item in self.days.items():
            amounts = dict(item.amounts)
            for factor, amount in item.amounts.items():
                try:
                    amounts[factor] = round(FACTORS[factor].check(amount), 6)
                except BadInput as problem:
                    del amounts[factor]
                    self.problems.append(Problem(item.line, factor, problem.sentence))
            self.days[day] = replace(item, amounts=amounts)


def _joined(one: str, other: str, between: str, limit: int) -> str:
    """Return both texts, once where they are the same, and the first where both are too long."""
    if not other or other in one:
        return one
    whole = f"{one}{between}{other}" if one else other
    return whole if len(whole) <= limit else one
