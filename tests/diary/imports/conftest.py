"""What the importers' tests share: files as they come, and all that is read of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from twitchlog.diary.imports import read_file, sniff
from twitchlog.domain.imports import Choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import FixedClock
    from twitchlog.domain.imports import Found

FILES: Final = Path(__file__).parents[2] / "data" / "imports"


@pytest.fixture
def choices(clock: FixedClock) -> Choices:
    """What a person in Berlin chooses who wants nothing filled in."""
    return Choices("Europe/Berlin", clock.now())


@pytest.fixture
def found(choices: Choices) -> Callable[..., list[Found]]:
    """Read a file of the data folder, or at a path: `found("daylio.csv")`."""

    def read(name: str | Path, **chosen: Any) -> list[Found]:
        filled = replace(choices, site=chosen.pop("site", None), minute=chosen.pop("minute", None))
        return list(read_file(sniff(FILES / name), filled, **chosen))

    return read


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], Path]:
    """Write a small table to a file: `table("date,place\\n...")`."""

    def write(text: str | bytes, name: str = "table.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write
