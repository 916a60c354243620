"""A diary on a server is made, found again, or refused in words; a password is never shown."""

from __future__ import annotations

import pytest

from support import server as servers
from twitchlog.diary import Diary, address
from twitchlog.diary.server import schema
from twitchlog.domain.errors import DiaryNotWritable, NewerDiary, NotADiary, ServerAway

MISTYPED = "mistyped one"
HOLDS = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"


@pytest.fixture
def database(server):
    """The name of an empty database."""
    with server.database() as name:
        yield name


@pytest.fixture
def where(server, database):
    return address.named(server.address(database, user=servers.USER, password=servers.PASSWORD))


def test_an_empty_database_becomes_a_diary_that_is_found_again(where, clock):
    with Diary.open(where, clock=clock) as diary:
        diary.twitches.log(["calf-left"], note="first")
    with Diary.open(where, clock=clock) as again:
        (found,) = again.twitches.on_day(clock.now().day)
        assert found.note == "first"
        assert again.next_undo() == "Left calf logged"
        again.undo()
        assert again.twitches.on_day(clock.now().day) == ()


def test_a_database_that_holds_other_tables_is_refused_and_left_as_it_is(server, database, where):
    server.run("CREATE TABLE bills (id int)", database=database)
    before = server.run(HOLDS, database=database)
    with pytest.raises(NotADiary) as refused:
        Diary.open(where)
    assert "another program" in refused.value.sentence
    assert server.run(HOLDS, database=database) == before


def test_the_tables_of_another_program_that_also_counts_revisions_are_refused(
    server, database, where
):
    server.run("CREATE TABLE alembic_version (version_num text)", database=database)
    with pytest.raises(NotADiary):
        Diary.open(where)


def test_a_newer_diary_is_refused_and_left_as_it_is(server, database, where):
    Diary.open(where).close()
    server.run("UPDATE alembic_version SET version_num = '9999'", database=database)
    with pytest.raises(NewerDiary):
        Diary.open(where)
    assert server.run("SELECT * FROM alembic_version", database=database) == [("9999",)]


def test_a_diary_made_newer_by_another_computer_takes_no_entry_of_an_older_program(
    server, database, where
):
    with Diary.open(where) as diary:
        server.run("UPDATE alembic_version SET version_num = '9999'", database=database)
        with pytest.raises(NewerDiary):
            diary.twitches.log(["calf-left"])
        assert server.run("SELECT count(*) FROM twitches", database=database) == [(0,)]


def test_a_wrong_password_is_told_and_not_shown(server, database):
    wrong = address.named(server.address(database, user=servers.USER, password=MISTYPED))
    with pytest.raises(ServerAway) as refused:
        Diary.open(wrong)
    assert "password" in refused.value.sentence
    assert "mistyped" not in refused.value.sentence


def test_the_password_may_stand_in_the_environment_or_in_a_file(
    server, database, monkeypatch, tmp_path
):
    bare = address.named(server.address(database, user=servers.USER))
    with pytest.raises(ServerAway):
        Diary.open(bare)
    monkeypatch.setenv("PGPASSWORD", servers.PASSWORD)
    Diary.open(bare).close()
    monkeypatch.delenv("PGPASSWORD")
    kept = tmp_path / "passwords"
    kept.write_text(f"*:*:*:{servers.USER}:{servers.PASSWORD}\n")
    kept.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(kept))
    Diary.open(bare).close()


def test_a_database_that_is_not_there_is_told(server):
    missing = address.named(
        server.address("no_such_one", user=servers.USER, password=servers.PASSWORD)
    )
    with pytest.raises(ServerAway) as refused:
        Diary.open(missing)
    assert "no database of that name" in refused.value.sentence


def test_a_server_that_is_not_there_is_told(tmp_path):
    nobody = address.named(f"postgresql+psycopg://me:hush-hush@/diary?host={tmp_path}")
    with pytest.raises(ServerAway) as refused:
        Diary.open(nobody)
    assert "cannot be reached" in refused.value.sentence
    assert "hush" not in refused.value.sentence


def test_a_database_in_which_one_may_make_nothing_is_told(server, database):
    server.run(f"ALTER DATABASE {database} OWNER TO CURRENT_USER", database=database)
    server.run(f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {servers.USER}", database=database)
    foreign = address.named(server.address(database, user=servers.USER, password=servers.PASSWORD))
    with pytest.raises(DiaryNotWritable):
        Diary.open(foreign)


def test_a_database_that_cannot_keep_every_letter_is_refused(server):
    server.run("CREATE DATABASE plain_letters TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    try:
        with pytest.raises(schema.DiaryError) as refused:
            Diary.open(address.named(server.address("plain_letters")))
        assert "UTF8" in refused.value.sentence
    finally:
        server.run("DROP DATABASE plain_letters WITH (FORCE)")
