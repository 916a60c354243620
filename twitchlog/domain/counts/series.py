"""What was recorded of each day, as series that can be laid over each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.factor import Factor


@dataclass(frozen=True, slots=True)
class DailySeries:
    """Amounts of a thing by day; a day that is not among them was not recorded.

    `factor` is None for the twitches, whose amounts are entries on logged days.
    """

    factor: Factor | None
    amounts: Mapping[date, float] = field(default_factory=lambda: MappingProxyType({}))
