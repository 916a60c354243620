"""One figure of the bench: what was measured, held against what was measured beside it."""

from __future__ import annotations

import json
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

FIELDS: Final = ("name", "measured", "limit", "ratio", "goal", "ok", "unit")


@dataclass(frozen=True, slots=True)
class Figure:
    """`measured` and `limit` are in `unit`; `goal` is the most that their ratio may be.

    `limit` is what the same run measured of the thing to compare with, or a figure set once and
    for all; `against` says which.
    """

    name: str
    measured: float
    limit: float
    goal: float
    unit: str
    against: str

    @property
    def ratio(self) -> float:
        return self.measured / self.limit

    @property
    def ok(self) -> bool:
        return self.ratio <= self.goal

    def row(self) -> dict[str, Any]:
        """Return the figure as it stands in `bench.json`."""
        return {
            "name": self.name,
            "measured": round(self.measured, 4),
            "limit": round(self.limit, 4),
            "ratio": round(self.ratio, 3),
            "goal": self.goal,
            "ok": self.ok,
            "unit": self.unit,
        }


def in_turns(runs: int, *measures: Callable[[], float]) -> list[float]:
    """Take each measure in turn, `runs` times after one unmeasured round; return the medians.

    Taking turns spreads whatever else the machine does evenly over all of them.
    """
    found: list[list[float]] = [[] for _ in measures]
    for measure in measures:
        measure()
    for _ in range(runs):
        for values, measure in zip(found, measures, strict=True):
            values.append(measure())
    return [statistics.median(values) for values in found]


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as a table for a terminal."""
    head = ("figure", "measured", "against", "ratio", "goal", "")
    lines = [head, *(_cells(figure) for figure in figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def save(figures: Iterable[Figure], path: Path) -> None:
    """Write the figures as `bench.json`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [figure.row() for figure in figures]
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        f"{figure.measured:.4g} {figure.unit}",
        f"{figure.limit:.4g} {figure.unit} {figure.against}",
        f"{figure.ratio:.2f}",
        f"at most {figure.goal:g}",
        "ok" if figure.ok else "OVER",
    )
