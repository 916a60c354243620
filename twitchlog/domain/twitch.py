"""A twitch (fasciculation) as it is logged: when, where, how long, how strong, what else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.domain.moment import Moment

OWN_TRIGGER_LIMIT: Final = 60


class Strength(IntEnum):
    """How strong a twitch felt, in four words."""

    BARELY = 1
    MILD = 2
    CLEAR = 3
    STRONG = 4

    @property
    def word(self) -> str:
        """The word for it, in the language in use."""
        return _(_STRENGTH_WORDS[self])


_STRENGTH_WORDS: Final = {
    Strength.BARELY: mark("Barely"),
    Strength.MILD: mark("Mild"),
    Strength.CLEAR: mark("Clear"),
    Strength.STRONG: mark("Strong"),
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something that went with one twitch: a built-in `kind`, or `own` with the user's `words`."""

    kind: str
    words: str = ""

    @property
    def label(self) -> str:
        """What a chip shows: the built-in word, or the user's own."""
        return self.words if self.kind == OWN else _(TRIGGER_WORDS[self.kind])


OWN: Final = "own"
TRIGGER_WORDS: Final = {
    "caffeine": mark("Caffeine"),
    "poor-sleep": mark("Poor sleep"),
    "stress": mark("Stress"),
    "exercise": mark("Exercise"),
    "medicine": mark("Medicine"),
}
"""The built-in triggers of one twitch, in the order they are offered first."""


@dataclass(frozen=True, slots=True)
class Twitch:
    """One logged twitch. `id` is a UUID in text; `sites` are site ids, the chosen order kept."""

    id: str
    moment: Moment
    sites: tuple[str, ...]
    duration_s: float | None = None
    strength: Strength | None = None
    triggers: tuple[Trigger, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a new entry starts from: the values used last."""

    duration_s: float | None = None
    strength: Strength | None = None
    triggers: tuple[Trigger, ...] = ()


@dataclass(frozen=True, slots=True)
class RecentSite:
    """A place used lately, for a one-tap tile; `last` is its newest entry."""

    site: str
    last: Moment


@dataclass(frozen=True, slots=True)
class Timer:
    """A twitch that is going on: started, not yet stopped."""

    started: Moment
    site: str | None = None
    strength: Strength | None = None
