"""Started where there is no screen, the program says so and names the way that needs none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere a screen is always there"
)
def test_without_a_screen_it_says_so_in_a_sentence_and_makes_no_diary(tmp_path):
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    diary = tmp_path / "diary.sqlite"
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "--diary", diary],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert "needs a screen" in sentence
    assert "twitchlog --help" in sentence
    assert not diary.exists()
