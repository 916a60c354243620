"""How long the entries behind a part of a chart take to be found, in a diary of ten years."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from bench import years
from bench.figure import Figure
from bench.patterns import QUERY_MS, opened
from twitchlog.presenters.search import AT_ONCE
from twitchlog.reports.charts.catalogue import CHARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bench.patterns import Kept, Long
    from twitchlog.domain.searching import Query
    from twitchlog.reports.charts.spec import Words

PARTS: Final = 12
"""So many parts of each chart are looked behind, over all of its table."""


def entries(
    _folder: Path, *, runs: int, sizes: Sequence[int] = tuple(QUERY_MS), kept: Kept = years.kept
) -> Iterator[Figure]:
    """The slowest of the parts of each chart, as the page of entries asks for it."""
    for size in sizes:
        with opened(kept(size), size) as long:
            for chart in CHARTS:
                asked = _parts(long.told(chart))
                if asked:
                    slowest = max(_found(long, query, runs) for query in asked)
                    name = f"{chart.kind}, entries behind a part at {size:,}"
                    yield Figure(name, slowest, QUERY_MS.get(size, 1.0), 1.0, "ms", "set")


def _parts(told: Words) -> list[Query]:
    behind = [row.behind for row in told.table.rows if row.behind is not None]
    return behind[:: max(len(behind) // PARTS, 1)][:PARTS]


def _found(long: Long, query: Query, runs: int) -> float:
    """Return the milliseconds of the quickest of some runs."""
    taken = []
    for _run in range(runs):
        started = time.perf_counter()
        assert long.diary.search.find(query, at_least=AT_ONCE).hits
        taken.append((time.perf_counter() - started) * 1e3)
    return min(taken)
