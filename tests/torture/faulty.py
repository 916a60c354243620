"""Run one part of the torture in this process, which `fault.c` was loaded into."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

from torture.faults import Faults
from torture.outcome import Outcome


def main() -> None:
    """Print what the part that is named found."""
    part, folder, seed, amount = sys.argv[1:]
    module, function = part.split(":")
    outcome = Outcome(part)
    run = getattr(importlib.import_module(module), function)
    run(outcome, Faults(Path(folder)), Path(folder), int(seed), int(amount))
    print(json.dumps(outcome.told()))


if __name__ == "__main__":
    main()
