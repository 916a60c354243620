"""How long the twitches of a period lasted, counted and ranked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_DURATIONS: Final = 5
"""Fewer than this many are listed one by one."""
EDGES_S: Final = (2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0)
"""Where one bar ends and the next begins, in seconds: plain lengths, each two to three times the
one before. The first bar holds everything shorter, the last everything from an hour on."""
QUARTERS: Final = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class LengthCounts:
    """Durations in seconds: how many entries have one, how many are `without`.

    `bars` are the counts between `EDGES_S`; a length on an edge is in the longer bar. `ranked` are
    the durations at the `ranks` that are asked for, the shortest being number 0.
    """

    recorded: int
    without: int
    bars: tuple[int, ...]
    ranked: Mapping[int, float]

    @property
    def few(self) -> tuple[float, ...]:
        """All durations, ascending, where they are few enough to be listed."""
        listed = self.recorded if self.recorded < FEWEST_DURATIONS else 0
        return tuple(self.ranked[rank] for rank in range(listed))


def ranks(recorded: int) -> tuple[int, ...]:
    """Return the ranks, from 0, that quartiles and the longest of so many durations stand on.

    A quartile lies at p (n - 1), between two neighbouring ranks. Of a few durations all are named.
    """
    if recorded < FEWEST_DURATIONS:
        return tuple(range(recorded))
    below = {int(share * (recorded - 1)) for share in QUARTERS}
    return tuple(sorted(below | {rank + 1 for rank in below} | {recorded - 1}))
