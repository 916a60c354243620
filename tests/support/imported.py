"""Sort what an importer found: records of one kind, problems by line, what was left out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from twitchlog.domain.imports import LeftOut, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.domain.imports import Found


def records(found: Iterable[Found], kind: type) -> list[Any]:
    """Return what was found of one kind."""
    return [item for item in found if isinstance(item, kind)]


def problems(found: Iterable[Found]) -> dict[int, str]:
    """Return the sentence about each line that cannot be read."""
    return {item.line: item.sentence for item in found if isinstance(item, Problem)}


def left_out(found: Iterable[Found]) -> Counter[str]:
    """Return what has no counterpart here, counted."""
    counts: Counter[str] = Counter()
    for item in found:
        if isinstance(item, LeftOut):
            counts[item.what] += item.count
    return counts
