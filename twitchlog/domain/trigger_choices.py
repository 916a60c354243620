"""What a person chose for the question of what goes with the twitching, and when they looked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Suspect:
    """The one factor that a person named to be tested alone, and the day they did.

    `before_looking`: no factor had been judged and shown by then.
    """

    factor: str
    named: date
    before_looking: bool


@dataclass(frozen=True, slots=True)
class TriggerChoices:
    """The factors left out by their ids, the suspect, and the day of the first look at a verdict.

    `first_looked` is None as long as no factor was ever judged and shown.
    """

    left_out: frozenset[str] = frozenset()
    suspect: Suspect | None = None
    first_looked: date | None = None
