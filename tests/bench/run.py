"""Measure, print a table, write `build/bench.json`; `make bench` calls this.

With words (`make bench ARGS="logging"`) only those groups are measured.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench import (
    behind,
    figures,
    imports,
    maps,
    patterns,
    report,
    sealed,
    searching,
    triggers,
    triggers_speed,
)
from bench.figure import Figure, save, table
from bench.programs import ROOT
from support import screen as screens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

BUILD: Final = ROOT / "build"
GROUPS: Final[dict[str, tuple[Callable[..., Iterable[Figure]], int]]] = {
    "start": (figures.start, 7),
    "memory": (figures.memory, 3),
    "logging": (figures.logging, 300),
    "summary": (figures.summary, 5),
    "sealed": (sealed.locked, 40),
    "map": (maps.opening, 20),
    "search": (searching.notes, 9),
    "tapped": (searching.tapped, 9),
    "patterns": (patterns.charts, 9),
    "behind": (behind.entries, 2),
    "triggers": (triggers.finder, 1),
    "judging": (triggers_speed.speed, 15),
    "import": (imports.table, 3),
    "health": (imports.health, 2),
    "damage": (imports.damage, 1),
    "report": (report.page, 5),
}


def main(arguments: Sequence[str]) -> int:
    """Measure the named groups, or all; return 0 when every figure keeps its goal."""
    unknown = set(arguments) - set(GROUPS)
    if unknown:
        print(f"There is no such group: {', '.join(sorted(unknown))}. Known: {', '.join(GROUPS)}.")
        return 2
    # What libraries log of the window and of damaged files would bury the figures.
    screens.keep_to_itself()
    logging.getLogger().addHandler(logging.NullHandler())
    BUILD.mkdir(exist_ok=True)
    found: list[Figure] = []
    for name in arguments or GROUPS:
        measure, runs = GROUPS[name]
        print(f"Measuring: {name} ...", file=sys.stderr, flush=True)
        # in the build folder, because a temporary folder may lie in memory, not on the disk
        with tempfile.TemporaryDirectory(dir=BUILD, prefix="bench-") as folder:
            found += measure(Path(folder), runs=runs)
    print(table(found))
    save(found, BUILD / "bench.json")
    return 0 if all(figure.ok for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
