"""A rest count as its chart needs it: the taps counted, not one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.domain import rest

if TYPE_CHECKING:
    from twitchlog.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class RestTally:
    """The `count` twitches of `length_s` seconds; `places` are those named, the most first."""

    moment: Moment
    length_s: float
    count: int
    places: tuple[tuple[str, int], ...] = ()

    @property
    def rate(self) -> float:
        """Twitches a minute."""
        return rest.a_minute(self.count, self.length_s)

    @property
    def comparable(self) -> bool:
        """Whether it was long enough to be compared with another."""
        return self.length_s >= rest.COMPARABLE_S

    @property
    def likely(self) -> tuple[float, float]:
        """Between which rates a minute the usual rate lies, with 95 % confidence."""
        low, high = rest.likely_count(self.count)
        return rest.a_minute(low, self.length_s), rest.a_minute(high, self.length_s)
