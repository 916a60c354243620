"""The log sheet, just opened from Today, in a diary with nothing in it."""

from __future__ import annotations

import pytest

from support.inside import Inside


@pytest.fixture
def path(tmp_path):
    """A diary that is not there yet."""
    return tmp_path / "diary.sqlite"


@pytest.fixture
def program(path, clock):
    """The whole program with the sheet open."""
    with Inside(path, clock=clock) as opened:
        opened.tap("fab")
        yield opened
