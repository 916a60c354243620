"""Other symptoms, asked for by name: what was answered, yes and no alike, with its date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.moment import Moment

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


@dataclass(frozen=True, slots=True)
class SymptomAnswer:
    """One answer about one symptom on one day; `where` and `words` are the user's own."""

    id: str
    kind: str
    day: date
    made: Moment
    present: bool
    where: str = ""
    words: str = ""
