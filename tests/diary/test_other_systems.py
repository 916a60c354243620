"""What Windows and macOS ask of a diary's file, as far as it can be seen on any system."""

from __future__ import annotations

import contextlib
import sys
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.diary import alone, connecting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.diary import Diary

pytestmark = pytest.mark.in_file

_HEARS: list[list[tuple[str, bool]]] = []


def _hear(event: str, said: tuple[Any, ...]) -> None:
    if event == "os.rename" and _HEARS:
        into = Path(said[1])
        _HEARS[-1].append((into.name, connecting.is_open_here(into)))


@cache
def _begin_to_hear() -> None:
    """Have Python tell of renames, once: for good, though between two tests nobody hears it."""
    sys.addaudithook(_hear)


@pytest.fixture
def renamed() -> Iterator[list[tuple[str, bool]]]:
    """Hear of each file that is renamed to: its name, and whether what lies there is open here."""
    _begin_to_hear()
    _HEARS.append([])
    yield _HEARS[-1]
    _HEARS.pop()


@pytest.fixture
def where_open_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where nothing can be put in the place of an open file."""
    monkeypatch.setattr(alone, "OPEN_STAYS", True)


@pytest.mark.usefixtures("where_open_stays")
def test_a_restore_lets_go_of_the_diary_before_the_backup_takes_its_place(
    logged: Diary, renamed: list[tuple[str, bool]]
) -> None:
    logged.backups.make()
    logged.twitches.log(["hand-left"])
    logged.backups.restore(logged.backups.list()[0])
    assert logged.twitches.count() == 1
    assert (logged.path.name, False) in renamed
    assert (logged.path.name, True) not in renamed


@pytest.mark.usefixtures("where_open_stays")
def test_a_password_lets_go_of_the_diary_before_the_locked_one_takes_its_place(
    logged: Diary, renamed: list[tuple[str, bool]]
) -> None:
    logged.password.set("a long enough one")
    assert logged.twitches.count() == 1
    assert (logged.path.name, False) in renamed
    assert (logged.path.name, True) not in renamed


def test_a_folder_on_the_network_is_named_as_sqlite_reads_it() -> None:
    shared = PureWindowsPath(r"\\server\my share\diary.sqlite")
    assert connecting.address_of(shared) == "file:////server/my%20share/diary.sqlite"
    own = PureWindowsPath(r"C:\Users\Zoë\diary.sqlite")
    assert connecting.address_of(own) == "file:///C:/Users/Zo%C3%AB/diary.sqlite"
    assert connecting.address_of(PurePosixPath("/a/b c?.sqlite")) == "file:///a/b%20c%3F.sqlite"


def test_sqlite_reads_a_path_named_like_one_on_the_network(tmp_path: Path) -> None:
    file = tmp_path / "é #1 100%.sqlite"
    uri = connecting.address_of(file).replace("file://", "file:////", 1)
    with contextlib.closing(connecting.connect(file)) as made:
        made.execute("CREATE TABLE kept (number)")
        found = made.execute("ATTACH DATABASE ? AS again", [f"{uri}?mode=ro"])
        assert not found.fetchall()
        assert made.execute("SELECT count(*) FROM again.kept").fetchone() == (0,)


def test_what_is_saved_is_on_the_disk_of_a_mac_too(diary: Diary) -> None:
    with diary.reading() as connection:
        raw: Any = connection.connection.driver_connection
        assert raw.execute("PRAGMA fullfsync").fetchone() == (1,)
