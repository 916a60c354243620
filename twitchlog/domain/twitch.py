"""A twitch (fasciculation) as it is logged: when, where, how long, how strong, what else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.domain.moment import Moment

OWN: Final = "own"
"""The kind of a trigger, or of what stopped a twitch, that is in the user's own words."""
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


class Pattern(StrEnum):
    """How the muscle moved."""

    SINGLE = "single"
    REPEATED = "repeated"
    RIPPLING = "rippling"
    CRAMP_LIKE = "cramp-like"

    @property
    def word(self) -> str:
        """The word for it, in the language in use."""
        return _(_PATTERN_WORDS[self])


_PATTERN_WORDS: Final = {
    Pattern.SINGLE: mark("Single jerks"),
    Pattern.REPEATED: mark("Again and again"),
    Pattern.RIPPLING: mark("Rippling"),
    Pattern.CRAMP_LIKE: mark("Like a cramp"),
}


class Seen(StrEnum):
    """Whether the twitch could be seen under the skin."""

    VISIBLE = "visible"
    FELT = "felt"

    @property
    def word(self) -> str:
        """The word for it, in the language in use."""
        return _(_SEEN_WORDS[self])


_SEEN_WORDS: Final = {Seen.VISIBLE: mark("Could be seen"), Seen.FELT: mark("Only felt")}


class Activity(StrEnum):
    """What the muscle was doing when it twitched."""

    REST = "rest"
    AFTER_USE = "after-use"
    FALLING_ASLEEP = "falling-asleep"

    @property
    def word(self) -> str:
        """The word for it, in the language in use."""
        return _(_ACTIVITY_WORDS[self])


_ACTIVITY_WORDS: Final = {
    Activity.REST: mark("At rest"),
    Activity.AFTER_USE: mark("After use"),
    Activity.FALLING_ASLEEP: mark("Falling asleep"),
}


@dataclass(frozen=True, slots=True)
class Relief:
    """What stopped a twitch: a built-in `kind`, or `own` with the user's `words`."""

    kind: str
    words: str = ""

    @property
    def label(self) -> str:
        """What a chip shows: the built-in word, or the user's own."""
        return self.words if self.kind == OWN else _(RELIEF_WORDS[self.kind])


RELIEF_WORDS: Final = {
    "by-itself": mark("Stopped by itself"),
    "moving": mark("Moving"),
    "stretching": mark("Stretching"),
    "pressing": mark("Pressing or rubbing"),
    "resting": mark("Resting"),
    "warmth": mark("Warmth"),
}
"""The built-in answers to what stopped it, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something that went with one twitch: a built-in `kind`, or `own` with the user's `words`."""

    kind: str
    words: str = ""

    @property
    def label(self) -> str:
        """What a chip shows: the built-in word, or the user's own."""
        return self.words if self.kind == OWN else _(TRIGGER_WORDS[self.kind])


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
    pattern: Pattern | None = None
    seen: Seen | None = None
    activity: Activity | None = None
    reliefs: tuple[Relief, ...] = ()


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
