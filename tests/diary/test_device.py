"""The id of this computer, by which undo knows its own steps."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from twitchlog import paths
from twitchlog.diary.device import device_id

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.in_file


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that is not there yet."""
    folder = tmp_path / "data"
    monkeypatch.setattr(paths, "data_folder", lambda: folder)
    return folder


def test_programs_that_start_for_the_first_time_at_once_have_the_same_id(folder: Path) -> None:
    together = Barrier(8)

    def start(_number: int) -> str:
        together.wait()
        return device_id()

    with ThreadPoolExecutor(8) as programs:
        (known,) = set(programs.map(start, range(8)))
    assert known == device_id() == str(uuid.UUID(known))
    assert (folder / "device").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("left", ["", "no id", "é"])
def test_a_file_without_an_id_has_one_again_that_stays(folder: Path, left: str) -> None:
    folder.mkdir()
    (folder / "device").write_text(left, "utf-8")
    assert device_id() == device_id()


def test_where_nothing_can_be_kept_there_is_an_id_all_the_same(folder: Path) -> None:
    folder.write_text("nobody's folder", "utf-8")
    assert uuid.UUID(device_id())
