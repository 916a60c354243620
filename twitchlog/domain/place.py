"""The muscle sites a twitch is logged at: each part of the body with its side, and their names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.parts import PARTS
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from twitchlog.domain.parts import Part, Region


class Side(StrEnum):
    """The person's own left or right, or the middle of the body."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"

    @property
    def label(self) -> str:
        """The word on a button, in the language in use."""
        return _(_SIDE_LABELS[self])


_SIDE_LABELS: Final = {
    Side.LEFT: mark("Left"),
    Side.RIGHT: mark("Right"),
    Side.MIDDLE: mark("Middle"),
}
_NAMES: Final = {Side.LEFT: mark("left {place}"), Side.RIGHT: mark("right {place}")}


@dataclass(frozen=True, slots=True)
class Site:
    """One place in the body, with a side; every name is given in the language in use."""

    id: str
    side: Side
    kind: Part

    @property
    def part(self) -> str:
        """The id without the side."""
        return self.kind.id

    @property
    def region(self) -> Region:
        """The stretch of the body it belongs to."""
        return self.kind.region

    @property
    def lay(self) -> str:
        """What people call it: `calf`."""
        return _(self.kind.lay)

    @property
    def muscle(self) -> str:
        """What doctors call it: `gastrocnemius`."""
        return _(self.kind.muscle)

    @property
    def where(self) -> str:
        """Where it lies, in a few plain words."""
        return _(self.kind.where)

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other names it is found by."""
        return (
            tuple(word.strip() for word in _(self.kind.also).split(",")) if self.kind.also else ()
        )

    @property
    def label_lower(self) -> str:
        """Its name inside a sentence: `left calf`."""
        return self.sided(self.lay)

    def sided(self, name: str) -> str:
        """Return one of its names with its side: `left gastrocnemius`."""
        if self.side is Side.MIDDLE:
            return name
        return _(_NAMES[self.side]).format(place=name)

    @property
    def name(self) -> str:
        """Its name by itself: `Left calf`."""
        words = self.label_lower
        return words[:1].upper() + words[1:]


def _sites() -> Iterator[Site]:
    for part in PARTS:
        if part.paired:
            yield Site(f"{part.id}-{Side.LEFT}", Side.LEFT, part)
            yield Site(f"{part.id}-{Side.RIGHT}", Side.RIGHT, part)
        else:
            yield Site(part.id, Side.MIDDLE, part)


SITES: Final[Mapping[str, Site]] = MappingProxyType({place.id: place for place in _sites()})
"""Every site by id, from head to foot."""

COMMON: Final = (
    "eyelid-left", "eyelid-right", "calf-left", "calf-right", "hand-left", "thigh-left",
)  # fmt: skip
"""What is offered before anything was logged."""
