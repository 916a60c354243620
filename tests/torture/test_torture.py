"""The short form of `make torture`: a little of each part, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from torture.run import PARTS

if sys.platform == "win32":
    pytest.skip("processes are forked and killed here", allow_module_level=True)


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict[str, Any]:
    """What the short form of every part found, by part."""
    told = tmp_path_factory.mktemp("torture") / "told.json"
    answer = subprocess.run(
        [sys.executable, "-m", "torture.run", "--short", "--seed", "7", "--json", told],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.exists(), answer.stderr
    print(answer.stdout)
    return json.loads(told.read_text("utf-8"))


@pytest.mark.parametrize("part", list(PARTS))
def test_nothing_is_lost(found, part):
    outcome = found[part]
    assert outcome["losses"] == []
    if outcome["skipped"]:
        pytest.skip(outcome["skipped"])
    assert sum(outcome["tried"].values()) > 0
