from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from support.damage import read_damaged
from twitchlog.diary.imports import read_file, sniff
from twitchlog.diary.imports.bringing import bring_in, look
from twitchlog.diary.imports.dates import DateOrder
from twitchlog.domain.errors import TwitchLogError
from twitchlog.domain.imports import Choices
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from twitchlog.diary import Diary
    from twitchlog.domain.imports import Gathered

FILES = Path(__file__).parents[2] / "data" / "imports"
SOUND = [path.read_bytes() for path in sorted(FILES.iterdir())]


def test_a_damaged_file_ends_in_a_sentence_never_in_a_fault(
    tmp_path: Path, choices: Choices
) -> None:
    counts = read_damaged(SOUND, range(1000), tmp_path / "damaged", choices)
    assert sum(counts.values()) == 1000
    assert min(counts.values()) > 50


def test_what_is_left_of_a_damaged_file_comes_in_whole_and_goes_again_with_one_undo(
    tmp_path: Path, choices: Choices, diary: Diary, rows: Callable[..., Any]
) -> None:
    empty = {name: found for name, found in rows(diary.path).items() if name != "steps"}
    brought = 0

    def bring(gathered: Gathered) -> None:
        nonlocal brought
        said = look(diary, gathered, logged=True)
        written = bring_in(diary, gathered, name="damaged", logged=True)
        assert written.value == said
        if written.changes.step is not None:
            brought += 1
            diary.undo()
        left = {name: found for name, found in rows(diary.path).items() if name != "steps"}
        assert left == empty

    read_damaged(SOUND, range(5000, 5120), tmp_path / "damaged", choices, bring)
    assert brought > 30


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
