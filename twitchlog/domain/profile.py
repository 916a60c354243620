"""What the person says of themself for the visit page; all of it optional, none of it inferred."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from twitchlog.domain.medication import Medication

QUESTIONS: Final = (
    mark("When did you first notice it?"),
    mark("How long does it last?"),
    mark("How often do you get it?"),
    mark("Which muscles are affected?"),
    mark("Is it always in the same place?"),
    mark("Are you pregnant?"),
    mark("What other symptoms do you have?"),
)
"""The seven history questions, in the doctor's order; question n stands at index n - 1."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as exactly as it is known: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date:
        """The first calendar day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last calendar day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a day that is known exactly."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """ISO 8601 with reduced precision: 2026, 2026-06 or 2026-06-18."""
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year:04}{month}" + (f"-{self.day:02}" if self.month and self.day else "")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2026`, `2026-06` or `2026-06-18`; raise BadInput for anything else."""
        try:
            parts = [int(part) for part in text.strip().split("-")]
            # A day or month of 0 would pass for one that was left out.
            if not 1 <= len(parts) <= 3 or 0 in parts:
                raise ValueError(text)
            found = cls(*parts)
            if found.earliest.year < 1900:
                raise ValueError(text)
        except (ValueError, OverflowError):
            raise BadInput(_("Give a date as 2026, 2026-06 or 2026-06-18.")) from None
        return found


class Onset(StrEnum):
    """How fast it began, as the person remembers it."""

    SUDDEN = "sudden"
    GRADUAL = "gradual"


class Pregnant(StrEnum):
    """The user's own answer to question 6; never inferred."""

    YES = "yes"
    NO = "no"
    NOT_APPLICABLE = "not applicable"
    RATHER_NOT_SAY = "rather not say"


@dataclass(frozen=True, slots=True)
class Pregnancy:
    """The answer, the day it was given, and for *yes* the due date or the weeks on that day."""

    answer: Pregnant
    answered: date
    due: date | None = None
    weeks: int | None = None

    def weeks_on(self, day: date) -> int | None:
        """Return the weeks of pregnancy on `day`, counted on from those that were given, if any."""
        return None if self.weeks is None else self.weeks + (day - self.answered).days // 7


@dataclass(frozen=True, slots=True)
class Visit:
    """The next appointment, as far as it is known."""

    day: date | None = None
    doctor: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything the visit page takes from the person and not from the entries.

    `own_words` maps a question's number, 1 to 7, to words added to its answer. `no_medicines` is
    the day on which they said that they take none; it counts only while none is recorded as taken
    now, and none in own words (`takes_none`). `medicines`,
    `tests` and `conditions` are the user's own lines; `questions` are for the doctor, in order.
    `language` is that of the page, empty for the one that the program speaks.
    """

    name: str = ""
    born: date | None = None
    first_noticed: PartialDate | None = None
    onset: Onset | None = None
    pregnancy: Pregnancy | None = None
    own_words: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    medicines: str = ""
    no_medicines: date | None = None
    tests: str = ""
    conditions: str = ""
    visit: Visit = Visit()
    questions: tuple[str, ...] = ()
    paper: str = "a4"
    language: str = ""

    def takes_none(self, known: Iterable[Medication], today: date) -> bool:
        """Whether they said that they take no medicine, and nothing recorded says otherwise."""
        said = self.no_medicines is not None and not self.medicines.strip()
        return said and all(each.is_past(today) for each in known)
