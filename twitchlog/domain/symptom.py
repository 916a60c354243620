"""Other symptoms, asked for by name: what was answered, yes and no alike, with its date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.domain.moment import Moment
    from twitchlog.domain.profile import PartialDate

PERSISTENT_DAYS: Final = 14
PERSISTENT_WINDOW: Final = 21
"""Persistent twitching: the same place on at least 14 of the last 21 logged days."""


@dataclass(frozen=True, slots=True)
class SymptomKind:
    """A symptom that can be asked for; a `sign` is one a doctor should hear of first."""

    id: str
    name: str
    sign: bool = False

    @property
    def label(self) -> str:
        """Its name in the language in use."""
        return _(self.name)


SYMPTOMS: Final = {
    kind.id: kind
    for kind in (
        SymptomKind("weakness", mark("Weakness"), sign=True),
        SymptomKind("muscle-loss", mark("Loss of muscle size"), sign=True),
        SymptomKind("feeling", mark("Change in feeling"), sign=True),
        SymptomKind("speaking", mark("Trouble speaking"), sign=True),
        SymptomKind("swallowing", mark("Trouble swallowing"), sign=True),
        SymptomKind("breathing", mark("Trouble breathing"), sign=True),
        SymptomKind("cramps", mark("Cramps")),
        SymptomKind("stiffness", mark("Stiffness")),
        SymptomKind("pain", mark("Pain")),
        SymptomKind("tiredness", mark("Tiredness")),
        SymptomKind("weight-loss", mark("Weight loss")),
        SymptomKind("fever", mark("Fever")),
    )
}


WEEKLY: Final = (
    "weakness",
    "muscle-loss",
    "feeling",
    "cramps",
    "stiffness",
    "tiredness",
    "speaking",
    "swallowing",
    "breathing",
)
"""What the weekly check asks for, in its order; those that matter most to a doctor are signs."""
WEEK_DAYS: Final = 7
"""So many days after a whole weekly check the next one is offered."""
LOGGED_FIRST: Final = 3
"""So many days must be logged before the first one is offered."""
_WEEKLY_GAP: Final = (5, 9)
_WEEKLY_LEAST: Final = 3


class Amount(IntEnum):
    """How much of a symptom there is, in three words."""

    LITTLE = 1
    SOME = 2
    LOT = 3

    @property
    def word(self) -> str:
        """The word for it, in the language in use."""
        return _(_AMOUNT_WORDS[self])


_AMOUNT_WORDS: Final = {
    Amount.LITTLE: mark("A little"),
    Amount.SOME: mark("Some"),
    Amount.LOT: mark("A lot"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What is answered about a symptom; of a *no*, nothing but `present` counts.

    `where` and `words` are the user's own, `sites` are ids of places, `since` is when it began.
    """

    present: bool
    where: str = ""
    words: str = ""
    since: PartialDate | None = None
    amount: Amount | None = None
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SymptomAnswer:
    """One answer about one symptom on one day, as `Said` has it."""

    id: str
    kind: str
    day: date
    made: Moment
    present: bool
    where: str = ""
    words: str = ""
    since: PartialDate | None = None
    amount: Amount | None = None
    sites: tuple[str, ...] = ()

    @property
    def said(self) -> Said:
        """The answer without its day."""
        return Said(self.present, self.where, self.words, self.since, self.amount, self.sites)


def is_weekly(days: Iterable[date]) -> bool:
    """Tell whether a symptom was asked for about once a week: three times, mostly a week apart."""
    asked = sorted(set(days))
    if len(asked) < _WEEKLY_LEAST:
        return False
    gaps = [(later - before).days for before, later in pairwise(asked)]
    least, most = _WEEKLY_GAP
    return least <= median(gaps) <= most


def spell_start(answers: Iterable[SymptomAnswer], kind: str) -> date | None:
    """Return the first day of the spell that a symptom is in: the first yes after no or never.

    `answers` stand in the order of their days; None where the newest answer is not a yes.
    """
    begun: date | None = None
    for answer in answers:
        if answer.kind == kind:
            begun = (begun or answer.day) if answer.present else None
    return begun
