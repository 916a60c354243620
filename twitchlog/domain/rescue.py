"""A damaged diary, and what could take its place, in numbers to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from twitchlog.domain.backup import Contents

_OTHERS: Final = (
    "checkins", "doses", "symptoms", "rest_counts", "medications", "dose_changes", "intakes",
    "treatments", "conditions", "tests", "appointments", "questions", "experiments", "attachments",
)  # fmt: skip
"""The tables whose rows are records of their own, beside the twitches."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What could be read of a damaged diary, in a new one at `path`.

    `aside` rows fitted nowhere: they stand in the file `aside_path`, None where there are none.
    """

    path: Path
    contents: Contents
    aside: int
    aside_path: Path | None


@dataclass(frozen=True, slots=True)
class GoodBackup:
    """The newest backup that is sound: where it lies, the local time it was made, what it holds."""

    path: Path
    made: datetime
    contents: Contents


def other_records(tables: Mapping[str, int]) -> int:
    """Return how many records there are beside the twitches, from the rows by table."""
    return sum(tables.get(name, 0) for name in _OTHERS)
