"""Torture the program, print a table; `make torture` calls this.

With words (`make torture ARGS="kills undo"`) only those parts run. `--short` is what `make test`
does; `--seed N` repeats a run; `--json PATH` writes what was found.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from support import memory
from torture.clock_jumps import clock_jumps
from torture.damaged import damaged
from torture.disk_full import disk_full
from torture.erased import erased
from torture.hammer import hammer
from torture.kills import kills
from torture.odd_places import odd_places
from torture.outcome import Outcome, table
from torture.outputs import outputs
from torture.privacy import privacy
from torture.sealed import sealed
from torture.server_hammer import server_hammer
from torture.undoing import undoing
from torture.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PARTS: Final[dict[str, tuple[Callable[[Path, int, int], Outcome], int, int]]] = {
    "kills": (kills, 1_000, 10),
    "upgrade": (upgrade, 100_000, 4),
    "full": (disk_full, 100_000, 2),
    "outputs": (outputs, 100_000, 4),
    "places": (odd_places, 20, 2),
    "clock": (clock_jumps, 2_000, 30),
    "undo": (undoing, 500, 3),
    "erase": (erased, 200, 3),
    "hammer": (hammer, 60, 1),
    "sealed": (sealed, 200, 1),
    "server": (server_hammer, 60, 1),
    "privacy": (privacy, 100, 1),
    "damage": (damaged, 500, 6),
}
"""What there is, and how much of each in the long and in the short form."""


def main(arguments: Sequence[str]) -> int:
    """Run the named parts, or all; return 0 when nothing was lost."""
    options = _options(arguments)
    found = []
    for name in options.parts or PARTS:
        part, long, short = PARTS[name]
        if not options.short:
            print(f"Torturing: {name} ...", file=sys.stderr, flush=True)
        began = time.monotonic()
        prefix = "twitchlog-torture-"
        with tempfile.TemporaryDirectory(prefix=prefix, dir=memory.folder()) as folder:
            outcome = part(Path(folder).resolve(), options.seed, short if options.short else long)
        found.append((outcome, options.seed, time.monotonic() - began))
    print(table(found))
    if options.json:
        told = {
            name: each[0].told() for name, each in zip(options.parts or PARTS, found, strict=True)
        }
        options.json.write_text(json.dumps(told), "utf-8")
    return 0 if all(outcome.ok for outcome, _seed, _seconds in found) else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[*PARTS, []])
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--json", type=Path)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
