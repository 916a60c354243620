"""What is read from a file of another program, before any of it is in the diary."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.moment import Moment
    from twitchlog.domain.twitch import Strength, Trigger


UUID_VERSION_AT: Final = 15
"""Which letter of an id, counted from 1, is the version of the UUID."""
BROUGHT_IN: Final = "5"
"""The version of the ids of what came from a file: those made from names, what its lines say."""


class FileKind(StrEnum):
    """What a file turned out to be."""

    TABLE = "csv"
    BEARABLE = "bearable"
    DAYLIO = "daylio"
    MIGRAINE_BUDDY = "migraine-buddy"
    APPLE_HEALTH = "apple-health"
    OWN_JSON = "twitchlog"

    @property
    def label(self) -> str:
        """What it is called in a sentence, in the language in use."""
        return _(_KIND_WORDS[self])


_KIND_WORDS: Final = {
    FileKind.TABLE: mark("A table (CSV)"),
    FileKind.BEARABLE: mark("An export of Bearable"),
    FileKind.DAYLIO: mark("An export of Daylio"),
    FileKind.MIGRAINE_BUDDY: mark("An export of Migraine Buddy"),
    FileKind.APPLE_HEALTH: mark("An export of Apple Health"),
    FileKind.OWN_JSON: mark("A whole diary of TwitchLog"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A line, counted from 1, that cannot be brought in as it stands, and why in one sentence.

    `field` names the column it is about; `line` is 0 where it is about the file.
    """

    line: int
    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something a line says that has no counterpart here; counted by `what`, so that it is said."""

    line: int
    what: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class ImportedTwitch:
    """A twitch read from `line`; `key` is a UUID in text, the same whenever that line is read."""

    key: str
    line: int
    moment: Moment
    sites: tuple[str, ...]
    duration_s: float | None = None
    strength: Strength | None = None
    triggers: tuple[Trigger, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedCheckin:
    """What a line says about a whole day: `amounts` by factor id, in the factor's unit."""

    line: int
    day: date
    amounts: Mapping[str, float]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedDose:
    """An amount taken or done at one time, in the unit of `factor`; `key` as for a twitch."""

    key: str
    line: int
    moment: Moment
    factor: str
    amount: float
    preset: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSymptom:
    """An answer about a symptom on a day; `where` and `words` are the person's own."""

    line: int
    day: date
    kind: str
    present: bool
    where: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a file says, one thing of each kind a day where there can be but one.

    `days` holds amounts and a note by the day, `left` counts what has no counterpart here.
    """

    twitches: tuple[ImportedTwitch, ...]
    doses: tuple[ImportedDose, ...]
    days: Mapping[date, ImportedCheckin]
    symptoms: tuple[ImportedSymptom, ...]
    problems: tuple[Problem, ...]
    left: Mapping[str, int]

    @property
    def found(self) -> int:
        """How many things it holds that can be brought in."""
        return len(self.twitches) + len(self.doses) + len(self.days) + len(self.symptoms)


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What of a file is added, by kind (`twitches`, `doses`, `checkins`, `symptoms`).

    `there` counts what the diary holds already, `removed` what lies in its bin, `kept` what the
    diary says otherwise of that day, which stays. `notes_left` counts the notes of days that do
    not count as logged.
    """

    added: Mapping[str, int]
    there: int = 0
    removed: int = 0
    kept: int = 0
    notes_left: int = 0
    problems: tuple[Problem, ...] = ()
    left: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def total(self) -> int:
        """How many entries are added."""
        return sum(self.added.values())


Record = ImportedTwitch | ImportedCheckin | ImportedDose | ImportedSymptom
Found = Record | Problem | LeftOut


@dataclass(frozen=True, slots=True)
class Choices:
    """What a file does not say and the person chooses once for all of it.

    `zone` is the IANA name of the clock its times were read from, `now` the moment of the import,
    `site` the place of twitches without one, `minute` the minute of the day of those without a
    time; None means that such a line is a problem.
    """

    zone: str
    now: Moment
    site: str | None = None
    minute: int | None = None
