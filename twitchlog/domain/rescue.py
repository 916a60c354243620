"""What is known of a damaged diary and of what could take its place, in numbers to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tally:
    """How much a diary file holds: twitches, the first and last day with one, all else recorded."""

    entries: int
    first: date | None
    last: date | None
    others: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What could be read of a damaged diary, in a new one at `path`.

    `rows` counts what went into each table. `aside` rows fitted nowhere: they stand in the file
    `aside_path`, and are None and 0 where there are none.
    """

    path: Path
    tally: Tally
    rows: Mapping[str, int]
    aside: int
    aside_path: Path | None


@dataclass(frozen=True, slots=True)
class GoodBackup:
    """The newest backup that is sound: where it lies, the local time it was made, what it holds."""

    path: Path
    made: datetime
    tally: Tally
