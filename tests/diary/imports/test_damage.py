from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from support.damage import read_damaged
from twitchlog.diary.imports import read_file, sniff
from twitchlog.diary.imports.dates import DateOrder
from twitchlog.domain.errors import TwitchLogError
from twitchlog.domain.imports import Choices
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    import pytest

FILES = Path(__file__).parents[2] / "data" / "imports"
SOUND = [path.read_bytes() for path in sorted(FILES.iterdir())]


def test_a_damaged_file_ends_in_a_sentence_never_in_a_fault(
    tmp_path: Path, choices: Choices
) -> None:
    counts = read_damaged(SOUND, range(1500), tmp_path / "damaged", choices)
    assert sum(counts.values()) == 1500
    assert min(counts.values()) > 50


@settings(max_examples=150, deadline=None)
@given(
    cells=st.lists(st.lists(st.text(max_size=30), min_size=1, max_size=6), min_size=1, max_size=8)
)
def test_any_table_ends_in_records_or_in_sentences(
    cells: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "table.csv"
    lines = ["date,place,note,duration,strength,sleep", *(",".join(row) for row in cells)]
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    choices = Choices("Europe/Berlin", Moment(1_781_800_000_000, 120, "Europe/Berlin"))
    with suppress(TwitchLogError):
        list(read_file(sniff(path), choices, order=DateOrder.DAY_FIRST))
