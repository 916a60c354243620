"""A start does not wait for what it does not need: `sys.modules` says what was imported."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from twitchlog.diary.example import fill

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {
    "alembic", "crossfiledialog", "cryptography", "keyring", "matplotlib", "psycopg", "pydantic",
    "pypdf", "pyrage", "scipy", "sqlalchemy.dialects.postgresql", "sqlcipher3", "typst",
}  # fmt: skip
FACE = {"kivy", "kivymd"}
STATISTICS = {"pandas", "scipy", "statsmodels"}


def imported_by(program: str, *arguments: object, surroundings: dict[str, str]) -> set[str]:
    """Run `main` of a module in a process of its own; return the names of all it has imported."""
    code = (
        "import contextlib, sys\n"
        f"from {program} import main\n"
        "with contextlib.suppress(SystemExit):\n"
        "    main()\n"
        "print('imported', *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env=os.environ | surroundings,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    names = [line for line in done.stdout.splitlines() if line.startswith("imported ")]
    assert names, done.stdout + done.stderr
    return set(names[-1].split()[1:])


@pytest.mark.parametrize("command", ["list", "none-today", "undo"])
def test_a_quick_command_waits_for_no_heavy_library(command, diary):
    diary.twitches.log(("calf-left",))
    diary.close()
    names = imported_by("twitchlog.cli", "--diary", diary.path, command, surroundings={})
    assert "sqlalchemy" in names
    assert not names & (HEAVY | FACE | {"numpy"})


def test_a_room_of_the_diary_is_loaded_when_it_is_entered(diary):
    path = diary.path
    diary.close()
    names = imported_by("twitchlog.cli", "--diary", path, "list", surroundings={})
    assert "twitchlog.diary.twitches" in names
    assert not names & {f"twitchlog.diary.{name}" for name in ("attachments", "backups", "search")}


def test_the_version_is_said_without_opening_a_diary():
    names = imported_by("twitchlog.cli", "--version", surroundings={})
    assert not names & (HEAVY | FACE | {"numpy", "sqlalchemy"})


def test_a_command_waits_for_its_own_module_alone():
    names = imported_by("twitchlog.cli", "sites", "calf", surroundings={})
    assert "twitchlog.commands.look" in names
    assert not names & {f"twitchlog.commands.{name}" for name in ("record", "medicine", "visit")}


def test_the_page_for_the_doctor_waits_for_no_library_of_charts(diary, tmp_path):
    fill(diary, days=90, seed=10, until=date(2026, 6, 18))
    diary.close()
    for name in ("page.pdf", "page.html"):
        names = imported_by(
            "twitchlog.cli", "report", "--diary", diary.path, "--from", "2026-03-21",
            "--to", "2026-06-18", "--out", tmp_path / name, surroundings={},
        )  # fmt: skip
        assert (tmp_path / name).exists()
        assert not names & (HEAVY | FACE) - {"typst"}
        # only paper waits for what typesets it
        assert ("twitchlog.reports.visit.press" in names) == (name == "page.pdf")


@pytest.mark.window
def test_the_first_frame_waits_for_no_heavy_library(diary, screen):
    diary.twitches.log(("calf-left",))
    diary.close()
    names = imported_by(
        "twitchlog.app", "--diary", diary.path, "--first-frame", surroundings=screen.surroundings
    )
    assert names >= FACE
    assert not names & HEAVY


@pytest.mark.window
def test_triggers_are_found_and_shown_without_a_library_of_statistics(diary, screen):
    fill(diary, days=180, seed=10, until=date(2026, 6, 18))
    diary.trigger_choices.looked(date(2026, 6, 18))
    diary.close()
    names = imported_by(
        "support.triggers_shown",
        diary.path,
        surroundings={**screen.surroundings, "PYTHONPATH": str(ROOT / "tests")},
    )
    assert names >= {"numpy", "twitchlog.reports.triggers.finder", "twitchlog.ui.screens.triggers"}
    assert not names & STATISTICS
