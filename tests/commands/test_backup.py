"""`twitchlog backup`: make, list, restore and back, carry away, test, remove."""

from __future__ import annotations

import io
import json
import shutil
from datetime import timedelta

import pytest

from twitchlog import paths
from twitchlog.diary import Diary


@pytest.fixture
def folder(tmp_path):
    return paths.backup_folder(tmp_path / "diary.sqlite")


@pytest.fixture
def two(run, clock):
    """A diary of two entries, with a backup after each."""
    run("log", "calf-left")
    clock.moment = clock.moment.shifted(timedelta(hours=1))
    run("log", "tongue")


def listed(run):
    return json.loads(run("backup", "list", "--json"))


def test_none_yet_is_said(run):
    run("log", "calf-left")
    assert run("backup", "list").splitlines()[0].split() == [
        "Name", "Entries", "kB", "Kept", "Tested",
    ]  # fmt: skip
    assert "copy" in run("backup", "--help")


@pytest.mark.in_file
def test_they_are_listed_for_a_person_and_as_data(run, two, folder):
    newest, oldest = listed(run)
    assert (newest["name"], newest["entries"]) == ("2026-06-18-22.04.00", 2)
    assert oldest["path"] == str(folder / "diary 2026-06-18 21.04.00.sqlite")
    assert (oldest["why"], oldest["kept_until"], oldest["sound"]) == ("change", None, None)
    assert run("backup", "list") == run("backup")
    assert "2026-06-18-21.04.00" in run("backup")


@pytest.mark.in_file
def test_a_restore_says_how_to_put_it_back_and_that_works(run, two, stored):
    said = run("backup", "restore", "2026-06-18 21:04").splitlines()
    assert said[0] == "Restored. The diary holds 1 entry now."
    kept = said[1].removeprefix("To put it back as it was: twitchlog backup restore ")
    assert "before a restore" in run("backup")
    assert json.loads(run("backup", "restore", kept, "--json"))["entries"] == 2
    assert stored().twitches.count() == 2


def test_make_says_where_it_is_and_takes_the_second_copy_along(run, two, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    assert run("backup", "copy-to") == "No second copies are made.\n"
    said = run("backup", "copy-to", stick, "--always", "--keep", 10)
    assert "It is not encrypted" in said
    assert "It was copied to" in run("backup", "make")
    state = json.loads(run("backup", "copy-to", "--json"))["second_copy"]
    assert (state["keep"], state["missing_since"]) == (10, None)
    stick.rename(tmp_path / "away")
    assert "is not there now" in run("backup", "make")
    assert json.loads(run("backup", "make", "--json"))["second_copy"] is None
    run("backup", "copy-to", "--never")
    assert run("backup", "copy-to") == "No second copies are made.\n"


def test_one_is_carried_away_once(run, two, tmp_path):
    said = run("backup", "copy-to", tmp_path, "--name", "2026-06-18 21")
    assert (tmp_path / "TwitchLog 2026-06-18 21.04.00.sqlite").exists()
    assert "It is not encrypted" in said


@pytest.mark.in_file
def test_the_newest_is_tested_and_one_that_fails_ends_with_a_sentence(run, two, folder):
    assert "everything is in it" in run("backup", "test")
    assert listed(run)[0]["sound"] is True
    newest = folder / "diary 2026-06-18 22.04.00.sqlite"
    newest.write_bytes(newest.read_bytes()[:5000])
    assert "did not pass its test" in run("backup", "test", ends=4)
    assert "not passed" in run("backup")
    assert "cannot be read" in run("backup")


def test_removing_wants_a_yes(run, two):
    assert "cannot be undone" in run("backup", "remove", "newest", ends=2)
    assert run("backup", "remove", "newest", "--yes") == ("Backup 2026-06-18-22.04.00 is erased.\n")
    assert len(listed(run)) == 1


def test_what_is_not_clear_is_said_and_nothing_is_done(run, two, tmp_path):
    assert "Several" in run("backup", "restore", "2026-06", ends=2)
    assert "no such backup" in run("backup", "restore", "2025", ends=2)
    assert "no such backup" in run("backup", "restore", "yesterday", ends=2)
    assert "which folder" in run("backup", "copy-to", "--always", ends=2)
    assert "not both" in run("backup", "copy-to", tmp_path, "--never", ends=2)
    assert "no folder" in run("backup", "copy-to", tmp_path / "no", "--always", ends=2)
    assert len(listed(run)) == 2


@pytest.mark.in_file
def test_a_backup_with_another_password_takes_it_from_the_input(
    run, two, tmp_path, clock, monkeypatch
):
    folder = paths.backup_folder(tmp_path / "diary.sqlite")
    its_own = "four plain words here"
    with Diary.open(tmp_path / "other" / "diary.sqlite", clock=clock) as other:
        other.twitches.log(["tongue"])
        other.password.set(its_own)
        made = other.backups.make()
    shutil.copy(made, folder / "diary 2026-06-01 10.00.00.sqlite")
    assert "another password" in run("backup")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"x{its_own}\n{its_own}\n"))
    assert "--password-stdin" in run("backup", "restore", "2026-06-01", ends=4)
    restore = ("--password-stdin", "backup", "restore", "2026-06-01")
    run(*restore, ends=4)
    assert run(*restore).startswith("Restored. The diary holds 1 entry now.")


def test_removing_can_be_told_as_data(run, two):
    said = json.loads(run("backup", "remove", "newest", "--yes", "--json"))
    assert said == {"erased": "2026-06-18-22.04.00"}
