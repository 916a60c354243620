"""When more entries will hardly change an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.reports.patterns.level import level
from twitchlog.reports.patterns.same_place import judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.counts.places import SiteBlock, SpreadCounts
    from twitchlog.reports.patterns.level import Level
    from twitchlog.reports.patterns.same_place import Likely

SHARE_WITHIN: Final = 0.1
"""The share of the leading place is known well enough to so much either way."""
NEW_BELOW: Final = 0.05
"""A new place is unlikely enough where fewer than one mention in twenty would be one."""
LEVEL_WITHIN: Final = 1.25
"""How many a day is known well enough to so many times more or fewer."""


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Which places: the leading one with its share, and the chance that the next is a new one."""

    site: str
    share: Likely
    new: float


def known_places(counts: SpreadCounts) -> KnownPlaces | None:
    """Return the places where they are known well enough, else None.

    The 95 % interval of the leading place's share (`same_place.judged`: from 4 fortnights and 30
    entries) has to lie within 10 points of it on both sides, and the chance of a new place has to
    be under 1 in 20.
    """
    found = judged(counts.blocks, counts.leading)
    if found.share is None or found.site is None:
        return None
    share, new = found.share, chance_of_new(counts.blocks)
    wide = max(share.high - share.value, share.value - share.low)
    if wide > SHARE_WITHIN or new >= NEW_BELOW:
        return None
    return KnownPlaces(found.site, share, new)


def chance_of_new(blocks: Sequence[SiteBlock]) -> float:
    """Return the chance that the next place named is a new one; 1 where none was named.

    Places named once / all mentions: I. J. Good, The population frequencies of species and the
    estimation of population parameters, Biometrika 40 (1953) 237-264.
    """
    named: dict[str, int] = {}
    for block in blocks:
        for site, count in block.sites.items():
            named[site] = named.get(site, 0) + count
    mentions = sum(named.values())
    return sum(count == 1 for count in named.values()) / mentions if mentions else 1.0


def known_level(days: Sequence[DayCount]) -> Level | None:
    """Return the twitches a logged day where they are known well enough, else None.

    The 95 % interval of `level.level` has to lie within 0.80 to 1.25 times the mean: the margin
    within which a difference counts as none in the trigger finder, too.
    """
    found = level(days)
    if found is None or found.low is None or found.high is None:
        return None
    within = found.high <= found.mean * LEVEL_WITHIN and found.low * LEVEL_WITHIN >= found.mean
    return found if within else None
