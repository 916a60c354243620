"""The answers of a check-in as they stand, and how each tap changes them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from twitchlog.domain.answer_words import COFFEE_MG
from twitchlog.domain.checkin import Detail
from twitchlog.domain.daily import tidy
from twitchlog.domain.dose import DRINKS, PRESETS, Effort
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.presenters.checkin_values import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.factor import Factor


@dataclass(slots=True)
class Answers:
    """All answers until they are saved together; a question without one has no amount.

    `cups` counts servings by preset, `wrong` holds a sentence for each field that cannot be read,
    `opened` the questions opened by a tap, `folded` those that stand as a line, `detailed` those
    whose exact answer is in sight.
    """

    amounts: dict[str, float] = field(default_factory=dict)
    details: dict[str, Detail] = field(default_factory=dict)
    cups: dict[str, int] = field(default_factory=dict)
    note: str = ""
    diet: str = ""
    wrong: dict[str, str] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    folded: set[str] = field(default_factory=set)
    detailed: set[str] = field(default_factory=set)

    def put(self, name: str, amount: float | None, detail: Detail | None = None) -> None:
        """Take an answer, and what is known of it, in place of another; None takes it back."""
        self.wrong.pop(name, None)
        if amount is None:
            self.amounts.pop(name, None)
            self.open(name)
        else:
            self.amounts[name] = amount
        if detail is not None:
            self.details[name] = detail
        elif name == "sleep" or not amount:
            self.details.pop(name, None)
        self._uncount(name)
        if name == "caffeine":
            self.count_coffees()

    def turn(self, name: str, amount: float) -> None:
        """Take an answer; the same one again takes it back."""
        self.put(name, None if self.amounts.get(name) == amount else amount)

    def add_cup(self, factor: Factor | None, name: str, preset: str) -> None:
        """Count one more serving; `NONE` starts again from nothing."""
        if preset == NONE:
            self.put(name, 0.0)
            return
        total = tidy(self.amounts.get(name, 0.0) + (PRESETS[preset].amount or 0.0))
        if total <= (factor or factor_or_unknown(name)).most:
            self.amounts[name] = total
            self.cups[preset] = self.cups.get(preset, 0) + 1
            self.wrong.pop(name, None)

    def turn_one_of(self, names: Sequence[str], name: str) -> None:
        """Turn one of several over; who answers for one has seen the others, so they are *no*."""
        if name != NONE:
            before = {each: self.amounts.get(each, 0.0) for each in names}
            self.amounts.update({**before, name: 1.0 - before[name]})
        elif all(self.amounts.get(each) == 0 for each in names):
            for each in names:
                del self.amounts[each]
        else:
            self.amounts.update(dict.fromkeys(names, 0.0))

    def turn_kind(self, preset: str) -> None:
        """Say which exercise it was; the same again takes it back."""
        held = self.details.get("exercise", Detail())
        kind = "" if held.preset == preset else preset
        self.details["exercise"] = replace(held, preset=kind)

    def turn_effort(self, effort: Effort) -> None:
        """Say how hard it was; the same again takes it back."""
        held = self.details.get("exercise", Detail())
        chosen = None if held.effort is effort else effort
        self.details["exercise"] = replace(held, effort=chosen)

    def open(self, name: str) -> None:
        """Let a question stand among the others, with its answers in sight."""
        self.folded.discard(name)
        if name not in self.opened:
            self.opened.append(name)

    def turn_details(self, name: str) -> None:
        """Show the exact answer of a question, or put it away."""
        self.detailed ^= {name}

    def count_coffees(self) -> None:
        """Take an amount that is just so many coffees for coffees; else nothing is counted."""
        self._uncount("caffeine")
        cups, rest = divmod(self.amounts.get("caffeine", 0.0), COFFEE_MG)
        if cups and not rest:
            self.cups[DRINKS[0].id] = int(cups)

    def _uncount(self, name: str) -> None:
        self.cups = {each: n for each, n in self.cups.items() if PRESETS[each].factor != name}
