"""The answers about other symptoms as their chart needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.symptom import Amount


@dataclass(frozen=True, slots=True)
class SymptomMark:
    """Yes or no about one symptom on one day; `sites` are the places named for a yes."""

    kind: str
    day: date
    present: bool
    amount: Amount | None = None
    sites: tuple[str, ...] = ()
