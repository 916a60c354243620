"""A diary with a password at the command line: asked for, never shown, never an argument."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed import keychain, unlocking

pytestmark = pytest.mark.in_file


ROOT = Path(__file__).resolve().parent.parent.parent
FIRST, SECOND = "correct horse", "battery staple"


@pytest.fixture
def given(monkeypatch):
    """Give lines on the input, as a pipe does: `given("one", "two")`."""

    def give(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    give()
    return give


@pytest.fixture
def locked(run, given, tmp_path):
    """The path of a diary with an entry and a password."""
    run("log", "calf-left")
    given(FIRST)
    assert "is locked now" in run("password", "set", "--password-stdin")
    given()
    return tmp_path / "diary.sqlite"


@pytest.fixture
def ring():
    """A keychain of the test's own in place of the system's."""
    import keyring
    from keyring.backend import KeyringBackend

    class Ring(KeyringBackend):
        priority = 1

        def __init__(self) -> None:
            super().__init__()
            self.held: dict[tuple[str, str], str] = {}

        def get_password(self, service, username):
            return self.held.get((service, username))

        def set_password(self, service, username, password):
            self.held[service, username] = password

        def delete_password(self, service, username):
            del self.held[service, username]

    before, ring = keyring.get_keyring(), Ring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def test_a_command_on_a_locked_diary_wants_the_password_in_one_sentence(run, locked):
    assert "--password-stdin" in run("list", ends=4)


def test_with_the_password_on_the_input_every_command_works(run, locked, given):
    given(FIRST)
    assert "Left calf" in run("--password-stdin", "list")
    given(FIRST)
    run("--password-stdin", "log", "calf-right")
    given(FIRST)
    listed = json.loads(run("--password-stdin", "list", "--json"))
    assert len(listed["twitches"]) == 2


def test_a_wrong_password_is_one_sentence_and_opens_nothing(run, locked, given):
    given("wrong horse")
    assert "does not open" in run("--password-stdin", "list", ends=4)
    given()
    assert "no password on the input" in run("--password-stdin", "list", ends=2)


def test_it_is_changed_and_removed_with_the_old_one(run, locked, given):
    given("wrong horse", SECOND)
    run("password", "change", "--password-stdin", ends=4)
    given(FIRST, SECOND)
    assert "new password" in run("password", "change", "--password-stdin")
    assert unlocking.unlock(locked, SECOND)
    given(SECOND)
    assert "not encrypted" in run("password", "remove", "--password-stdin")
    assert not connecting.is_sealed(locked)
    assert "Left calf" in run("list")


@pytest.mark.parametrize(
    ("lines", "said"), [(["short"], "at least 8"), (["   "], "Type a password")]
)
def test_a_bad_new_password_is_refused_in_words(run, given, lines, said):
    run("log", "calf-left")
    given(*lines)
    assert said in run("password", "set", "--password-stdin", ends=2)


def test_what_does_not_fit_the_diary_is_said(run, locked, given):
    assert "already" in run("password", "set", ends=2)
    given(FIRST)
    run("password", "remove", "--password-stdin")
    given(FIRST)
    assert "has no password" in run("password", "change", "--password-stdin", ends=2)


def test_the_recovery_key_opens_the_diary_in_place_of_the_password(run, locked, given):
    given(FIRST)
    shown = run("password", "recovery", "--password-stdin").strip()
    given(shown)
    assert "Left calf" in run("--password-stdin", "list")
    given(shown, SECOND)
    run("password", "change", "--password-stdin")
    given(shown)
    assert "does not open" in run("--password-stdin", "list", ends=4)


def test_status_says_it_without_the_password(run, locked):
    assert json.loads(run("password", "status", "--json")) == {
        "password": True, "keychain": False, "pending": 0,
    }  # fmt: skip
    assert "locked with a password" in run("password", "status")


def test_the_keychain_keeps_the_key_only_for_those_who_say_so(run, locked, given, ring):
    assert ring.held == {}
    given(FIRST)
    run("password", "keychain", "on", "--password-stdin")
    assert "Left calf" in run("list")
    given(FIRST, SECOND)
    run("password", "change", "--password-stdin")
    assert "Left calf" in run("list")
    run("password", "keychain", "off")
    assert ring.held == {}
    run("list", ends=4)


def test_a_computer_without_a_keychain_says_so_and_the_password_is_asked_for(run, locked, given):
    import keyring
    from keyring.backends import fail

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    try:
        given(FIRST)
        assert "no keychain" in run("password", "keychain", "on", "--password-stdin", ends=1)
        assert not keychain.is_chosen(locked)
    finally:
        keyring.set_keyring(before)


def test_what_is_saved_of_a_locked_diary_says_that_it_is_not_encrypted(
    run, locked, given, tmp_path, clock
):
    given(FIRST)
    assert "not encrypted" in run("--password-stdin", "export", tmp_path / "all.json")
    text = (tmp_path / "all.json").read_text("utf-8")
    assert "calf-left" in text
    assert "secrets" not in text
    with Diary.open(tmp_path / "other.sqlite", clock=clock) as other:
        other.changed = False
    run("--diary", tmp_path / "other.sqlite", "import", tmp_path / "all.json")


def test_a_copy_of_a_locked_diary_is_locked_with_the_same_password(run, locked, given, tmp_path):
    given(FIRST)
    assert "same password" in run("--password-stdin", "copy", "--to", tmp_path / "copy.sqlite")
    key = unlocking.unlock(tmp_path / "copy.sqlite", FIRST)
    assert b"calf-left" not in (tmp_path / "copy.sqlite").read_bytes()
    with Diary.open(tmp_path / "copy.sqlite", key=key) as copy:
        assert copy.twitches.count() == 1
        copy.changed = False


def test_what_cannot_be_encrypted_is_named_as_long_as_it_is_there(run, locked, given, tmp_path):
    aside = tmp_path / "diary rescued.sqlite"
    aside.write_bytes(b"SQLite format 3\0" + bytes(5000))
    given(FIRST)
    said = run("--password-stdin", "password", "finish", ends=1)
    assert "could not be encrypted" in said
    assert str(aside) in said
    aside.unlink()
    given(FIRST)
    assert "All backups and files" in run("--password-stdin", "password", "finish")


@pytest.mark.skipif(os.name == "nt", reason="there is no pty")
def test_at_a_terminal_it_is_asked_for_and_not_shown(locked):
    import pty

    own, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "twitchlog.cli", "--diary", str(locked), "list"],
        cwd=ROOT, stdin=its, stdout=subprocess.PIPE, stderr=its, start_new_session=True,
    )  # fmt: skip
    os.close(its)
    shown = b""
    for typed in (b"wrong horse\n", FIRST.encode() + b"\n"):
        while not shown.endswith(b"Password of the diary: "):
            shown += os.read(own, 1000)
        os.write(own, typed)
        shown += b" "
    listed, _none = process.communicate(timeout=60)
    os.close(own)
    assert process.returncode == 0
    assert b"Left calf" in listed
    assert b"does not open" in shown
    assert b"horse" not in shown
