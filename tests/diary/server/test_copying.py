"""A diary goes to a server and back without loss, and never over another one."""

from __future__ import annotations

from datetime import date

import pytest

from support.rows import rows_of
from twitchlog.diary import Diary, address
from twitchlog.diary.example import fill
from twitchlog.diary.transfer.copying import copy_to
from twitchlog.domain.errors import BadInput

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
HOSTILE = "it's 100 % \\ „tab\there“\nnew line 🦵 \\N \\. NULL"


@pytest.fixture
def lived(tmp_path, clock):
    """A diary of two months with something in every corner: files, bin, undone steps."""
    with Diary.open(tmp_path / "lived.sqlite", clock=clock) as diary:
        fill(diary, days=60, seed=3, until=date(2026, 6, 18))
        kept = diary.twitches.log(["calf-left"], duration_s=1 / 3, note=HOSTILE).value
        gone = diary.twitches.log(["tongue"], note="gone").value
        photo = tmp_path / "calf.png"
        photo.write_bytes(PNG)
        diary.attachments.add("twitches", kept.id, photo)
        diary.twitches.remove(gone.id)
        diary.twitches.log(["tongue"], note="undone")
        diary.undo()
        yield diary


def test_to_a_server_and_back_every_row_is_the_same(lived, server, tmp_path, clock):
    back = address.of_file(tmp_path / "back.sqlite")
    with server.diary() as there:
        done = copy_to(lived, there)
        with Diary.open(there, clock=clock) as on_server:
            assert copy_to(on_server, back) == done
            assert on_server.next_undo() == lived.next_undo()
            assert on_server.next_redo() == lived.next_redo()
            assert on_server.search.usual_parts() == lived.search.usual_parts()
            on_server.changed = False
    assert (done.files, done.missing) == (1, 0)
    before, after = rows_of(lived.path, steps=True), rows_of(back.path, steps=True)
    for rows in (before, after):
        rows.pop("writes")
    assert after == before
    with Diary.open(back.path, clock=clock) as again:
        (photo,) = again.attachments.all()
        assert again.attachments.read(photo) == PNG


def test_steps_go_on_after_those_that_were_copied(lived, server, clock):
    with server.diary() as there:
        copy_to(lived, there)
        with Diary.open(there, clock=clock) as on_server:
            last = on_server.next_undo_number()
            written = on_server.twitches.log(["calf-left"])
            assert written.changes.step > last
            on_server.undo()
            assert on_server.next_undo_number() == last


def test_a_diary_that_holds_something_is_never_copied_over(lived, server, tmp_path, clock):
    with server.diary() as there:
        with Diary.open(there, clock=clock) as on_server:
            on_server.twitches.log(["tongue"])
        with pytest.raises(BadInput):
            copy_to(lived, there)
        with Diary.open(there, clock=clock) as on_server:
            assert on_server.twitches.count() == 1
    other = tmp_path / "other.sqlite"
    other.write_text("not empty")
    with pytest.raises(BadInput):
        copy_to(lived, address.of_file(other))
    assert other.read_text() == "not empty"


def test_a_copy_that_failed_leaves_nothing_behind(lived, server, tmp_path):
    target = tmp_path / "folder" / "copy.sqlite"

    def break_off(_part: float) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        copy_to(lived, address.of_file(target), progress=break_off)
    assert not list(target.parent.glob("copy*"))
    with server.diary() as there:
        with pytest.raises(RuntimeError):
            copy_to(lived, there, progress=break_off)
        copy_to(lived, there)


def test_the_diary_itself_is_no_place_for_a_copy(lived):
    with pytest.raises(BadInput):
        copy_to(lived, lived.address)
