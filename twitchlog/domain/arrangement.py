"""Which charts a person wants to see first, and which not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The charts that stand `first`, in the person's order, and those that are `hidden`.

    All others follow in the order the program has for them, so that a chart of a later version
    finds its place by itself. No chart is both.
    """

    first: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def shown(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """Return those of the known kinds that are shown, in the person's order."""
        known = tuple(kinds)
        apart = {*self.first, *self.hidden}
        return (
            *(kind for kind in self.first if kind in known),
            *(kind for kind in known if kind not in apart),
        )

    def kept_away(self, kinds: Iterable[str]) -> tuple[str, ...]:
        """Return those of the known kinds that are hidden, in the program's order."""
        return tuple(kind for kind in kinds if kind in self.hidden)

    def put_first(self, kind: str) -> Arrangement:
        """Let a chart stand first, behind those that do already."""
        rest = self.let_go(kind)
        return replace(rest, first=(*rest.first, kind))

    def let_go(self, kind: str) -> Arrangement:
        """Let a chart stand where the program has it: neither first nor hidden."""
        return Arrangement(
            tuple(each for each in self.first if each != kind),
            tuple(each for each in self.hidden if each != kind),
        )

    def hide(self, kind: str) -> Arrangement:
        """Hide a chart."""
        rest = self.let_go(kind)
        return replace(rest, hidden=(*rest.hidden, kind))

    def step(self, kind: str, by: int, among: Collection[str]) -> Arrangement:
        """Let one of the first change places with the one before (-1) or after it (1).

        Only those `among` which it is seen count: others may stand between them.
        """
        seen = [each for each in self.first if each in among]
        to = seen.index(kind) + by if kind in seen else -1
        if not 0 <= to < len(seen):
            return self
        swapped = {kind: seen[to], seen[to]: kind}
        return replace(self, first=tuple(swapped.get(each, each) for each in self.first))
