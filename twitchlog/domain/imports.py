"""What is read from a file of another program, before any of it is in the diary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.moment import Moment
    from twitchlog.domain.twitch import Strength, Trigger


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
