"""A start does not wait for what it does not need: `sys.modules` says what was imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"alembic", "crossfiledialog", "matplotlib", "scipy", "typst"}
FACE = {"kivy", "kivymd"}


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


def test_the_version_is_said_without_opening_a_diary():
    names = imported_by("twitchlog.cli", "--version", surroundings={})
    assert not names & (HEAVY | FACE | {"numpy", "pydantic", "sqlalchemy"})


def test_a_command_waits_for_its_own_module_alone():
    names = imported_by("twitchlog.cli", "sites", "calf", surroundings={})
    assert "twitchlog.commands.look" in names
    assert not names & {f"twitchlog.commands.{name}" for name in ("record", "medicine", "visit")}


@pytest.mark.window
def test_the_first_frame_waits_for_no_heavy_library(diary, screen):
    diary.twitches.log(("calf-left",))
    diary.close()
    names = imported_by(
        "twitchlog.app", "--diary", diary.path, "--first-frame", surroundings=screen.surroundings
    )
    assert names >= FACE
    assert not names & HEAVY
