"""What was logged by the hour, for the question of what twitching follows within the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

TIMED: Final = ("caffeine", "exercise")
"""The factors whose doses are looked at within the day."""


@dataclass(frozen=True, slots=True)
class Hours:
    """`entries` are the twitches of each of the 24 hours of the clock, by local day.

    `doses` has, by factor and day, the minute of the clock at which each dose began and how many
    minutes it took. A day stands there only where its doses make up all that there was: one whose
    check-in knows of more, or that says nothing, is not known.
    """

    entries: Mapping[date, tuple[int, ...]]
    doses: Mapping[str, Mapping[date, tuple[tuple[int, float], ...]]]
