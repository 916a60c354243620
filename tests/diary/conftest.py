"""What the diary's tests share: the rows of a file as plain data, and a diary with an entry."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


def rows_of(path: Path, *, steps: bool = False) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(path)) as file:
        names = [
            name
            for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("sqlite_") and (steps or name != "steps")
        ]
        return {
            name: sorted(file.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)  # noqa: S608
            for name in sorted(names)
        }


@pytest.fixture
def rows() -> Callable[..., dict[str, list[tuple[Any, ...]]]]:
    """Read every row of a diary file, past the diary: `rows(diary.path)`."""
    return rows_of


@pytest.fixture
def later(clock: FixedClock) -> Callable[..., None]:
    """Move the clock on: `later(minutes=5)`."""

    def move(**by: float) -> None:
        clock.moment = clock.moment.shifted(timedelta(**by))

    return move


@pytest.fixture
def logged(diary: Diary) -> Diary:
    """A diary with one entry in it."""
    diary.twitches.log(["calf-left"], duration_s=20, note="first")
    return diary
