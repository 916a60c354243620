"""What the diary's tests share: every row of a file, a clock that moves, a diary with an entry."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from support.rows import Rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


@pytest.fixture
def rows() -> Callable[..., Rows]:
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
