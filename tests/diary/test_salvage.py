"""Saving what can be read of a damaged diary into a new one."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from torture.damaged import made
from twitchlog.diary import Diary, checkup, connecting, tables
from twitchlog.diary.rescue.salvage import salvage
from twitchlog.diary.rescue.shapes import LEFT
from twitchlog.diary.sealed import keys
from twitchlog.domain.errors import NeedsPassword

DATA = Path(__file__).parents[1] / "data"
PAGE = 4096
INNER = {0x02, 0x05}  # how a page begins that only leads to others
KEY = keys.Key(bytes(range(32)), bytes(range(16)))


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A diary with some of everything, its newest entries only in the write-ahead log."""
    return made(tmp_path_factory.mktemp("sound") / "plain")


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """The same with a password."""
    return made(tmp_path_factory.mktemp("sound") / "sealed", KEY)


@pytest.fixture
def case(tmp_path, sound):
    """A copy of the sound diary that may be damaged."""
    for file in sound.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    return tmp_path / "diary.sqlite"


def content(path, key=None):
    """Return every row by table but what follows from others; reads a copy, as SQLite would."""
    with contextlib.closing(connecting.connect(path, key)) as file:
        return {
            table.name: set(file.execute(f'SELECT * FROM "{table.name}"'))  # noqa: S608 - our own names
            for table in tables.metadata.sorted_tables
            if table.name not in LEFT
        }


def saved(path, key=None, **given):
    """Rescue the diary at `path`; return what was said and every row of the new one."""
    before = [file.read_bytes() for file in sorted(path.parent.iterdir())]
    said = salvage(path, path.with_name("saved.sqlite"), key, **given)
    files = sorted(path.parent.iterdir())
    assert [file.read_bytes() for file in files if not file.name.startswith("saved")] == before
    return said, content(said.path, key)


def whole(path, key=None):
    """Return every row of a diary and its log, read through a copy of both."""
    copy = path.with_name("copy.sqlite")
    for end in ("", "-wal"):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(path.with_name(path.name + end), copy.with_name(copy.name + end))
    rows = content(copy, key)
    for each in path.parent.glob("copy.sqlite*"):
        each.unlink()
    return rows


def pages_of(path, name):
    """Return the root page of a table or an index."""
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as file:
        asked = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return file.execute(asked, (name,)).fetchone()[0]


def overwrite(path, at, what):
    with path.open("r+b") as file:
        file.seek(at)
        file.write(what)


def test_nothing_of_a_sound_diary_is_lost_and_the_new_one_is_sound(case, clock):
    expected = whole(case)
    heard = []
    said, rows = saved(case, progress=lambda *each: heard.append(each))
    assert rows == expected
    assert (said.aside, said.aside_path) == (0, None)
    assert said.contents.entries == len(expected["twitches"])
    assert heard
    with Diary.open(said.path, clock=clock) as diary:
        assert checkup.full(diary).findings == ()
        assert diary.next_undo() is not None


def test_nothing_of_a_diary_with_a_password_is_lost_and_the_new_one_has_it_too(
    tmp_path, sealed, clock
):
    for file in sealed.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    path = tmp_path / "diary.sqlite"
    expected = whole(path, KEY)
    with pytest.raises(NeedsPassword):
        salvage(path, tmp_path / "saved.sqlite")
    said, rows = saved(path, KEY)
    assert rows == expected
    assert connecting.is_sealed(said.path)


@pytest.mark.parametrize(
    ("at", "what"),
    [(0, b"\0" * 16), (0, b"\xff" * 100), (16, b"\x02\x00"), (0, b"\0" * PAGE)],
    ids=["its name", "its first bytes", "the size of its pages", "its list of tables"],
)
def test_a_diary_whose_beginning_is_gone_is_read_by_its_rows_alone(case, at, what):
    expected = whole(case)
    case.with_name(case.name + "-wal").unlink()
    stored = whole(case)
    overwrite(case, at, what)
    _said, rows = saved(case)
    assert rows == stored
    assert stored != expected


def test_rows_behind_a_branch_that_is_gone_are_found(case):
    expected = whole(case)
    for name in ("twitches", "exposures", "twitch_sites"):
        overwrite(case, (pages_of(case, name) - 1) * PAGE, b"\0" * PAGE)
    _said, rows = saved(case)
    assert rows["twitches"] == expected["twitches"]
    assert rows["exposures"] == expected["exposures"]


def test_rows_on_a_page_that_has_lost_its_beginning_are_found(case):
    expected = whole(case)["checkins"]
    case.with_name(case.name + "-wal").unlink()
    content, number = case.read_bytes(), pages_of(case, "checkins")
    while content[start := (number - 1) * PAGE] in INNER:
        number = int.from_bytes(content[start + 8 : start + 12], "big")  # its last child
    overwrite(case, (number - 1) * PAGE, b"\xee" * 60)
    _said, rows = saved(case)
    assert rows["checkins"] == expected


def test_rows_on_pages_that_changed_places_go_where_they_belong(case):
    expected = whole(case)
    case.with_name(case.name + "-wal").unlink()
    first, second = (pages_of(case, name) - 1 for name in ("medications", "treatments"))
    content = bytearray(case.read_bytes())
    one, other = (slice(page * PAGE, (page + 1) * PAGE) for page in (first, second))
    content[one], content[other] = content[other], content[one]
    case.write_bytes(content)
    _said, rows = saved(case)
    assert rows["medications"] == expected["medications"]
    assert rows["treatments"] == expected["treatments"]


def test_of_a_file_cut_short_what_is_left_is_read(case):
    expected = whole(case)
    case.with_name(case.name + "-wal").unlink()
    with case.open("r+b") as file:
        file.truncate(case.stat().st_size * 4 // 5)
    said, rows = saved(case)
    assert 0 < said.contents.entries < len(expected["twitches"])
    assert rows["twitches"] < expected["twitches"]


@pytest.mark.parametrize("left", [b"", b"\0" * 5000, b"SQLite format 3\0"])
def test_of_a_file_with_nothing_in_it_nothing_is_read_and_that_is_said(tmp_path, left):
    path = tmp_path / "diary.sqlite"
    path.write_bytes(left)
    said, _rows = saved(path)
    assert (said.contents.entries, said.contents.first, said.aside) == (0, None, 0)


def test_a_log_damaged_in_the_middle_still_gives_what_stands_behind_it(case):
    expected = whole(case)
    log = case.with_name(case.name + "-wal")
    overwrite(log, log.stat().st_size // 2, b"\xee" * 10)
    broken = whole(case)
    _said, rows = saved(case)
    (newest,) = (row for row in expected["twitches"] if row[8] == "changed 7")
    assert newest not in broken["twitches"]
    assert newest in rows["twitches"]
    assert {row[0] for row in broken["twitches"]} <= {row[0] for row in rows["twitches"]}


def test_a_log_whose_first_bytes_are_damaged_is_read(case):
    expected = whole(case)
    overwrite(case.with_name(case.name + "-wal"), 0, b"\xee" * 8)
    _said, rows = saved(case)
    assert rows["twitches"] == expected["twitches"]


@pytest.mark.parametrize("path", sorted(DATA.glob("diary-*.sqlite")), ids=lambda path: path.stem)
def test_a_damaged_diary_of_an_older_version_is_read_into_one_of_today(path, tmp_path, clock, rows):
    sound = tmp_path / "sound.sqlite"
    shutil.copyfile(path, sound)
    Diary.open(sound, clock=clock).close()
    damaged = tmp_path / "old" / "diary.sqlite"
    damaged.parent.mkdir()
    damaged.write_bytes(b"\0" * 100 + path.read_bytes()[100:])
    said, _rows = saved(damaged)
    found, expected = (rows(each, steps=True) for each in (said.path, sound))
    for each in (found, expected):
        each.pop("writes")
    if path.stem == "diary-0001":  # a later version made an appointment and questions of these
        lines = said.aside_path.read_text("utf-8").splitlines()
        moved = {json.loads(line)["row"]["key"] for line in lines}
        assert moved == {"visit_day", "doctor", "questions"}
        for name in ("appointments", "questions"):
            assert found.pop(name) == []
            expected.pop(name)
    else:
        assert said.aside == 0
    assert found == expected


def test_what_fits_nowhere_is_kept_aside_and_counted(case):
    before = whole(case)
    with contextlib.closing(sqlite3.connect(case)) as file:
        entry = file.execute("SELECT id FROM twitches WHERE note LIKE 'long 3%'").fetchone()[0]
        file.execute("UPDATE twitches SET seen = 'unseen' WHERE id = ?", (entry,))
        file.execute("UPDATE questions SET appointment_id = 'lost'")
        file.execute("UPDATE test_values SET test_id = 'lost'")
        file.commit()
    said, rows = saved(case)
    lines = [json.loads(line) for line in said.aside_path.read_text("utf-8").splitlines()]
    assert {(line["table"], line["why"]) for line in lines} == {
        ("twitches", "not possible there"),
        ("twitch_sites", "its entry is lost"),
        ("test_values", "its entry is lost"),
    }
    assert said.aside == len(lines) == 2 + len(before["test_values"])
    (twitch,) = (line["row"] for line in lines if line["table"] == "twitches")
    assert (twitch["id"], twitch["seen"]) == (entry, "unseen")
    assert len(rows["questions"]) == len(before["questions"])
    assert {row[1] for row in rows["questions"]} == {None}
    assert not rows["test_values"]


def test_what_fits_nowhere_in_a_diary_with_a_password_is_kept_aside_with_it(tmp_path, sealed):
    for file in sealed.iterdir():
        shutil.copyfile(file, tmp_path / file.name)
    path = tmp_path / "diary.sqlite"
    with contextlib.closing(connecting.connect(path, KEY)) as file:
        file.execute("UPDATE twitches SET seen = 'unseen'")
    said, _rows = saved(path, KEY)
    assert said.aside
    assert b"unseen" not in said.aside_path.read_bytes()
    with contextlib.closing(connecting.connect(said.aside_path, KEY)) as file:
        assert file.execute("SELECT count(*) FROM aside").fetchone() == (said.aside,)


def test_photos_are_found_again_by_the_rescued_diary(case, clock, tmp_path):
    picture = tmp_path / "calf.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    with Diary.open(case, clock=clock) as diary:
        entry = diary.twitches.newest(1)[0]
        diary.attachments.add("twitches", entry.id, picture)
    overwrite(case, 0, b"\0" * 100)
    said = salvage(case, case.with_name("saved.sqlite"))
    said.path.replace(case)
    with Diary.open(case, clock=clock) as diary:
        (kept,) = diary.attachments.of(entry.id)
        assert diary.attachments.opened(kept).read_bytes() == picture.read_bytes()
