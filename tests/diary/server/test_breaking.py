"""A server that goes away: "not saved" means not saved, and what was saved is never doubled."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from support import server as servers
from support.broken_line import BrokenLine
from twitchlog.diary import Diary, address
from twitchlog.diary.server import settling
from twitchlog.domain.errors import DiaryBusy, ServerAway, Unsettled


@pytest.fixture
def line(server):
    """A line to the server that can be broken; a socket's path must be short."""
    with (
        tempfile.TemporaryDirectory(prefix="twitchlog-line-", dir="/tmp") as folder,
        BrokenLine(Path(folder), server.folder) as held,
    ):
        yield held


@pytest.fixture
def over_the_line(server, server_diary, line, clock):
    """The diary of `server_diary`, opened over that line."""
    where = address.named(server_diary.address.server.replace(str(server.folder), str(line.folder)))
    with Diary.open(where, clock=clock) as diary:
        yield diary


def notes(diary: Diary) -> list[str]:
    return [each.note for each in diary.twitches.newest()]


def test_what_broke_off_before_the_commit_is_not_saved_and_said_so(
    over_the_line, server_diary, line
):
    over_the_line.twitches.log(["calf-left"], note="safe")
    line.break_at = "before"
    with pytest.raises(ServerAway) as told:
        over_the_line.twitches.log(["calf-left"], note="lost")
    assert "not saved" in told.value.sentence
    assert notes(server_diary) == ["safe"]
    over_the_line.twitches.log(["calf-left"], note="again")
    assert sorted(notes(server_diary)) == ["again", "safe"]


def test_what_broke_off_after_the_commit_is_saved_and_nothing_is_said(
    over_the_line, server_diary, line
):
    line.break_at = "after"
    written = over_the_line.twitches.log(["calf-left"], note="kept")
    assert line.broke == 1
    assert notes(server_diary) == ["kept"]
    assert server_diary.next_undo_number() == written.changes.step
    over_the_line.undo()
    assert notes(server_diary) == []


@pytest.mark.parametrize("when", ["before", "after"])
def test_while_nobody_knows_whether_it_was_saved_that_is_said(
    over_the_line, server_diary, line, when, monkeypatch
):
    monkeypatch.setattr(settling, "PATIENCE_S", 0.3)
    line.stays, line.break_at = True, when
    with pytest.raises(Unsettled) as told:
        over_the_line.twitches.log(["calf-left"], note="who knows")
    assert "not saved" not in told.value.sentence
    assert notes(server_diary) == (["who knows"] if when == "after" else [])
    line.stays = False
    assert notes(over_the_line) == notes(server_diary)


def test_after_the_server_was_started_anew_the_diary_goes_on(clock):
    server = servers.new(quick=False)
    try:
        where = address.named(server.address("template1"))
        with Diary.open(where, clock=clock) as diary:
            diary.twitches.log(["calf-left"], note="acknowledged")
            server.stop(crash=True)
            with pytest.raises(ServerAway):
                diary.twitches.log(["calf-left"], note="never")
            with pytest.raises(ServerAway):
                diary.twitches.newest()
            server.start()
            assert notes(diary) == ["acknowledged"]
            diary.twitches.log(["tongue"], note="again")
            assert sorted(notes(diary)) == ["acknowledged", "again"]
            diary.changed = False
    finally:
        servers.end(server)


def test_a_writer_who_waits_too_long_is_told_and_changes_nothing(server_diary, clock):
    hasty = address.named(f"{server_diary.address.server}&options=-c%20lock_timeout%3D100ms")
    with (
        Diary.open(hasty, clock=clock) as other,
        server_diary.unrecorded(),
        pytest.raises(DiaryBusy),
    ):
        other.twitches.log(["calf-left"])
    assert notes(server_diary) == []


def test_nothing_a_person_wrote_stands_in_the_words_of_an_error(server, server_diary):
    database = servers.database_of(server_diary.address)
    server.run("ALTER TABLE twitches ADD CONSTRAINT short CHECK (note = '')", database=database)
    with pytest.raises(Exception, match="did not accept") as told:
        server_diary.twitches.log(["calf-left"], note="my secret")
    problem: BaseException | None = told.value
    while problem is not None:
        assert not (problem is told.value and "my secret" in str(problem))
        problem = problem.__cause__
