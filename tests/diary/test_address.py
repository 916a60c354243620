"""A diary is named by a file or by the address of a server, and a password in it is never shown."""

from __future__ import annotations

import pytest

from twitchlog import paths
from twitchlog.diary import address
from twitchlog.domain.errors import BadInput

SECRET = "s3cret%40word"  # noqa: S105 - made up


def test_what_is_no_address_is_a_file(tmp_path, monkeypatch):
    monkeypatch.delenv(paths.DIARY_VARIABLE, raising=False)
    assert address.named(tmp_path / "d.sqlite").path == tmp_path / "d.sqlite"
    assert not address.named("d.sqlite").on_server
    assert address.named().path == paths.diary_file()


def test_the_variable_may_hold_an_address_too(monkeypatch):
    monkeypatch.setenv(paths.DIARY_VARIABLE, "postgresql+psycopg://me@box/diary")
    assert address.named().on_server


@pytest.mark.parametrize("scheme", ["postgresql+psycopg", "postgresql", "postgres", "POSTGRESQL"])
def test_an_address_of_a_server_is_known_by_how_it_begins(scheme):
    found = address.named(f"{scheme}://me@box/diary")
    assert found.on_server
    assert found.server == "postgresql://me@box/diary"
    assert str(found) == "postgresql+psycopg://me@box/diary"


@pytest.mark.parametrize(
    "text",
    [
        f"postgresql+psycopg://me:{SECRET}@box/diary",
        f"postgresql+psycopg://me:{SECRET}@box:5433,other:5434/diary?sslmode=require",
        f"postgresql+psycopg://box/diary?user=me&password={SECRET}",
        f"postgresql+psycopg://box/diary?sslpassword={SECRET}&sslmode=verify-full",
    ],
)
def test_a_password_in_an_address_is_never_shown(text):
    found = address.named(text)
    assert SECRET in found.server
    for shown in (str(found), repr(found), found.shown, str(found.path), f"{found}"):
        assert "s3cret" not in shown
    assert address.HIDDEN in found.shown


@pytest.mark.parametrize(
    "text",
    [
        "mysql://me:s3cret@box/diary",
        "postgresql+psycopg://me:s3cret@box",
        "postgresql+psycopg://me:s3cret@box/",
        "postgresql+psycopg://me:s3cret/word@box/diary",
        "postgresql+psycopg://me:12/s3cret@box/diary",
        "postgresql+psycopg://me:#s3cret@box/diary",
        "postgresql+psycopg://me:s3cret@box:port/diary",
        "postgresql+psycopg://me:s3cret@[::1/diary",
        "postgresql+psycopg://me:a?s3cret@box/diary",
    ],
)
def test_an_address_that_is_not_clear_is_refused_without_repeating_it(text):
    with pytest.raises(BadInput) as refused:
        address.named(text)
    assert "s3cret" not in refused.value.sentence
    assert "postgresql+psycopg://" in refused.value.sentence


def test_each_database_of_each_server_has_local_files_of_its_own():
    named = [
        "me@box/diary",
        "me@box/other",
        "me@box:5433/diary",
        "me@Box-2/diary",
        "me@[::1]/diary",
        "me@[::2]/diary",
        "/diary?host=/run/one",
        "/diary?host=/run-one",
        f"me@{'long' * 30}a/diary",
        f"me@{'long' * 30}b/diary",
    ]
    found = [address.named(f"postgresql://{each}").path for each in named]
    assert len({path.stem for path in found}) == len(named)
    assert all(path.parent == paths.data_folder() / "servers" for path in found)
    assert all(len(path.name) < 90 for path in found)
    assert found[0].stem == "diary on box"
    # Who asks, and how the port is said, makes no other diary of it.
    assert address.named("postgresql://you@box:5432/diary").path == found[0]
    assert len({paths.backup_folder(path) for path in found}) == len(named)
