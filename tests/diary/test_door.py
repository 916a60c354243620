"""The way to the one diary that the app shows."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from twitchlog.diary.address import of_file
from twitchlog.diary.door import Door
from twitchlog.domain.errors import DiaryNotWritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.clock import FixedClock

pytestmark = pytest.mark.in_file


def test_a_folder_that_cannot_be_written_to_is_told_in_the_window_and_another_diary_opens(
    tmp_path: Path, clock: FixedClock
) -> None:
    no_folder = tmp_path / "a file"
    no_folder.write_text("nobody's folder", "utf-8")
    door = Door(of_file(no_folder / "diary.sqlite"), clock)
    door.take()
    for _time in range(2):
        with pytest.raises(DiaryNotWritable) as told:
            door.open()
        assert "cannot be written to" in told.value.sentence
    door.go_to(of_file(tmp_path / "diary.sqlite"))()
    with door.open() as diary:
        diary.twitches.log(["calf-left"])
        assert diary.twitches.count() == 1
    door.release()


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder that nobody may look into, for whom that counts: not the system's own user."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    user = os.geteuid()
    os.seteuid(user or 65534)
    yield folder
    os.seteuid(user)
    folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="has other rights")
def test_a_folder_that_cannot_even_be_looked_into_is_told_in_the_window_too(
    closed: Path, clock: FixedClock
) -> None:
    door = Door(of_file(closed / "diary.sqlite"), clock)
    door.take()
    assert not door.will_ask
    assert not door.raise_asked()
    with pytest.raises(DiaryNotWritable, match="cannot be written to"):
        door.open()
    door.release()
