"""What a write changed, so that a screen can decide whether it is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar, TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one committed step: its `name`, the `kinds` of things and the days touched.

    `kinds` holds table names of the diary: `twitches`, `checkins`, `symptoms`, `profile`, `timer`,
    `bin`.
    """

    name: str
    kinds: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What a write made of it, and what it changed; handed out once it is committed."""

    value: T
    changes: Changes
