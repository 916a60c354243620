"""What a person looks for in the diary: words, places, triggers, strength, days."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.period import Period
    from twitchlog.domain.twitch import Strength, Trigger

LONGEST_QUERY = 200


@dataclass(frozen=True, slots=True)
class Query:
    """All that is asked for at once; what is left out does not narrow the answer.

    `parts` are part ids (`calf`), of which an entry has at least one, on either side; `triggers`
    and `strengths` likewise.
    """

    text: str = ""
    parts: frozenset[str] = frozenset()
    triggers: frozenset[Trigger] = frozenset()
    strengths: frozenset[Strength] = frozenset()
    period: Period | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text, without what is neither letter nor figure, each once."""
        plain = "".join(
            letter if letter.isalnum() or unicodedata.combining(letter) else " "
            for letter in self.text[:LONGEST_QUERY]
        )
        return tuple(dict.fromkeys(plain.lower().split()))

    @property
    def filters(self) -> int:
        """How many kinds of filter are in use, the text not counted."""
        return sum(bool(each) for each in (self.parts, self.triggers, self.strengths, self.period))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, so that everything is an answer."""
        return not self.words and not self.filters


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that was found: the table it is of, its id, the instant and the day it is of."""

    source: str
    id: str
    utc_ms: int
    day: date
