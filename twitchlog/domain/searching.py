"""What a person looks for in the diary: words, places, triggers, strength, times, days."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.period import Period
    from twitchlog.domain.twitch import Activity, Pattern, Seen, Strength, Trigger

LONGEST_QUERY = 200


class Filter(StrEnum):
    """A kind of filter; several at once narrow together."""

    PERIOD = "period"
    DAYS = "days"
    WEEKDAYS = "weekdays"
    HOURS = "hours"
    PARTS = "parts"
    SITES = "sites"
    LENGTH = "length"
    NO_DURATION = "no_duration"
    STRENGTHS = "strengths"
    PATTERNS = "patterns"
    SEEN = "seen"
    ACTIVITIES = "activities"
    TRIGGERS = "triggers"


_LENGTH: Final = ("at_least_s", "below_s")


@dataclass(frozen=True, slots=True)
class Query:
    """All that is asked for at once; what is left out does not narrow the answer.

    `parts` are part ids (`calf`), of which an entry has at least one, on either side; `sites` are
    site ids with their side (`calf-left`); `triggers`, `strengths`, `patterns`, `seen` and
    `activities` likewise. `days` are single ones, wherever they lie. `weekdays` run from 0 (Monday)
    to 6 and are those of the day an entry is of; `hours`, 0 to 23, are those its clock showed. A
    length is at least `at_least_s` seconds and below `below_s`; one that is not known is neither.
    `no_duration` asks for entries without one.
    """

    text: str = ""
    parts: frozenset[str] = frozenset()
    triggers: frozenset[Trigger] = frozenset()
    strengths: frozenset[Strength] = frozenset()
    period: Period | None = None
    sites: frozenset[str] = frozenset()
    weekdays: frozenset[int] = frozenset()
    hours: frozenset[int] = frozenset()
    at_least_s: float | None = None
    below_s: float | None = None
    patterns: frozenset[Pattern] = frozenset()
    seen: frozenset[Seen] = frozenset()
    activities: frozenset[Activity] = frozenset()
    no_duration: bool = False
    days: frozenset[date] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the text, without what is neither letter nor figure, each once."""
        plain = "".join(
            letter if letter.isalnum() or unicodedata.combining(letter) else " "
            for letter in self.text[:LONGEST_QUERY]
        )
        return tuple(dict.fromkeys(plain.lower().split()))

    @property
    def filters(self) -> tuple[Filter, ...]:
        """The kinds of filter in use, the text not counted."""
        return tuple(
            each
            for each in Filter
            if any(getattr(self, name) != getattr(_ANYTHING, name) for name in _names(each))
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, so that everything is an answer."""
        return not self.words and not self.filters

    @property
    def of_twitches(self) -> bool:
        """Whether only twitches can be an answer: every filter but that of days asks for one."""
        return bool(set(self.filters) - {Filter.PERIOD, Filter.DAYS})

    def without(self, *filters: Filter) -> Query:
        """Return the same question without these filters."""
        usual: dict[str, Any] = {
            name: getattr(_ANYTHING, name) for each in filters for name in _names(each)
        }
        return replace(self, **usual)


_ANYTHING: Final = Query()


def _names(kind: Filter) -> tuple[str, ...]:
    """Return the fields of a query that a kind of filter is kept in."""
    return _LENGTH if kind is Filter.LENGTH else (kind.value,)


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that was found: the table it is of, its id, the instant and the day it is of.

    Several of a day that are one row there are one answer, whose id names them all, as `of` does.
    """

    source: str
    id: str
    utc_ms: int
    day: date
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The newest `hits`, and of how many `entries` on how many `days` they are the newest."""

    hits: tuple[Hit, ...]
    entries: int
    days: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing older was left out."""
        return len(self.hits) >= self.entries
