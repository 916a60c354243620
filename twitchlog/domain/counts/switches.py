"""The days on which a medicine or a treatment was begun, changed or ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date


class Turn(StrEnum):
    """What happened on the day."""

    STARTED = "started"
    STOPPED = "stopped"
    DOSE = "dose"


@dataclass(frozen=True, slots=True)
class Switch:
    """One such day, known exactly.

    `id` is for ever the same for the same event; `name` is that of the medicine or treatment, and
    `dose` the new dose in words, where it is known.
    """

    id: str
    name: str
    turn: Turn
    day: date
    dose: str = ""

    @property
    def label(self) -> str:
        """Say what happened: *Magnesium started*, *Magnesium: new dose, 50 mg*."""
        if self.turn is Turn.STARTED:
            return _("{name} started").format(name=self.name)
        if self.turn is Turn.STOPPED:
            return _("{name} stopped").format(name=self.name)
        if self.dose:
            return _("{name}: new dose, {dose}").format(name=self.name, dose=self.dose)
        return _("{name}: new dose").format(name=self.name)

    def same_thing(self, other: Switch) -> bool:
        """Return whether both are of one medicine or treatment: by name, for it may be re-added."""
        return self.name.casefold() == other.name.casefold()
