"""What the diary's tests share: every row of a file, a clock that moves, a diary with an entry."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from support import server as servers
from support.rows import Rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


ON_BOTH = frozenset(
    {
        "test_bulk",
        "test_clock_counts",
        "test_elsewhere",
        "test_length_counts",
        "test_search",
        "test_search_tapped",
        "test_several_devices",
        "test_undo",
    }
)
"""The tests that run on a file and on a server each time: where the two could differ most."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run the chosen tests on both, unless they look into the file itself (`in_file`)."""
    chosen = metafunc.module.__name__.rpartition(".")[2] in ON_BOTH
    if not chosen or "kept_in" not in metafunc.fixturenames or servers.VARIABLE in os.environ:
        return
    if not any(mark.name == "in_file" for mark in metafunc.definition.iter_markers()):
        metafunc.parametrize("kept_in", ["file", "server"], indirect=True)


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


@pytest.fixture
def grown(logged, later):
    """A diary with a backup of one entry, and a second entry since."""
    logged.backups.make()
    later(hours=1)
    logged.twitches.log(["tongue"], note="second")
    return logged
