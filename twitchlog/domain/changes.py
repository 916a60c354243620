"""What a write changed, so that a screen can decide whether it is concerned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import date

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """The outcome of one committed step: its `name`, the `kinds` of things and the days touched.

    `kinds` holds names of the diary's rooms, such as `twitches`, `checkins`, `medications` or `bin`
    (`tables.KIND_OF`). `step` numbers the step, so that a later edit of the same entry can join it.
    With `everything`, other days than the named ones may have been touched, too.
    """

    name: str
    kinds: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()
    step: int | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What a write made of it, and what it changed; handed out once it is committed."""

    value: T
    changes: Changes
