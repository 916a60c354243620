"""Backups as values: what there is, what one holds, what failed, and where a second copy goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from pathlib import Path

KEPT_FOR: Final = timedelta(days=30)
"""How long a backup stays whatever happens, where it is not one of the usual run."""


class Why(StrEnum):
    """Why a backup was made: in the usual run, by hand, or before the diary became another.

    `REPLACED`: another file had come in the place of the one that was open.
    """

    CHANGE = "change"
    HAND = "hand"
    RESTORE = "restore"
    UPGRADE = "upgrade"
    REPLACED = "replaced"


class Part(StrEnum):
    """What can fail: backups beside the diary, the second copy, or the test of the newest."""

    OWN = "own"
    SECOND = "second"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, the local time it was made, its entries and its size in bytes.

    `entries` is None where it cannot be read; it is `sealed` where no known key opens it, else it
    is damaged. `tested` is the local time at which it was last restored for a test, and `sound`
    what came of that.
    """

    path: Path
    made: datetime
    entries: int | None
    bytes: int
    why: Why = Why.CHANGE
    sealed: bool = False
    tested: datetime | None = None
    sound: bool = True

    def kept_until(self) -> datetime | None:
        """Return until when it stays whatever happens; None for one of the usual run."""
        return None if self.why is Why.CHANGE else self.made + KEPT_FOR


@dataclass(frozen=True, slots=True)
class Contents:
    """What a diary file holds: its entries, its first and last logged day, its rows by table."""

    entries: int
    first: date | None
    last: date | None
    revision: str = ""
    tables: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: where the diary of before was kept, and how many files are missing."""

    kept: Path
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Trouble:
    """What has not worked since a local time, when it was tried last, and what was said of it."""

    part: Part
    since: datetime
    last: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class Tested:
    """When the newest backup was last tested (local time), which one, and what came of it.

    `sentence` says what was wrong; empty where all was well.
    """

    name: str
    when: datetime
    sentence: str = ""

    @property
    def sound(self) -> bool:
        """Whether it held what it should hold."""
        return not self.sentence


@dataclass(frozen=True, slots=True)
class SecondCopy:
    """A second copy elsewhere: the folder chosen, where in it the copies lie, and how it stands.

    `keep` is how many stay at most, 0 for as many as beside the diary. `last` is the local time of
    the newest copy, `missing_since` since when the folder has not been there.
    """

    chosen: Path
    folder: Path
    keep: int = 0
    last: datetime | None = None
    missing_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Holders:
    """The backups that still hold something: beside the diary, and among the second copies.

    `unread` is how many cannot be read, so that nobody knows what they hold; `out_of_reach`: there
    are second copies, and their folder is not there now.
    """

    own: tuple[Path, ...] = ()
    second: tuple[Path, ...] = ()
    unread: int = 0
    out_of_reach: bool = False

    @property
    def all(self) -> tuple[Path, ...]:
        """All of them that can be reached."""
        return (*self.own, *self.second)
