"""A full disk and a file system without locks, made by `fault.c` under one folder."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from torture.outcome import Outcome

_HERE: Final = Path(__file__).parent
NO_COMPILER: Final = "needs Linux and a C compiler (cc) to make a disk that is full"


class Faults:
    """What `fault.c` does to the files under `folder`; only in a process started with it."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.fault_count.restype = ctypes.c_long
        self._library.fault_under(os.fsencode(folder))

    def full_from(self, call: int) -> None:
        """Fill the disk from that call on that takes room: 1 is the next."""
        self._library.fault_full(ctypes.c_long(call), errno.ENOSPC)

    def room(self) -> None:
        """Make room again, and count anew."""
        self._library.fault_full(ctypes.c_long(-1), errno.ENOSPC)

    @property
    def calls(self) -> int:
        """How many calls took room, or would have."""
        return int(self._library.fault_count())

    def refuse_locks(self, number: int) -> None:
        """Let every lock of a file fail with that errno; 0 lets them be."""
        self._library.fault_locks(number)


def built(folder: Path, source: str) -> Path | None:
    """Return a library made of `source`, to be loaded before all others; None where none can be."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    library = folder / Path(source).with_suffix(".so")
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", library, _HERE / source, "-ldl"]
    made = subprocess.run(command, capture_output=True, check=False)
    return None if made.returncode else library


def with_faults(name: str, part: str, folder: Path, seed: int, amount: int) -> Outcome:
    """Run `part` ("module:function") in a process that can have faults; skip where none can."""
    outcome = Outcome(name)
    library = built(folder, "fault.c")
    if library is None:
        outcome.skipped = NO_COMPILER
        return outcome
    work = folder / "work"
    work.mkdir()
    answer = subprocess.run(
        [sys.executable, "-m", "torture.faulty", part, work, str(seed), str(amount)],
        env=os.environ | {"LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
        check=False,
    )
    if answer.returncode:
        outcome.lost(f"the process ended with {answer.returncode}: {answer.stderr[-800:]}")
        return outcome
    told = json.loads(answer.stdout)
    outcome.tried.update(told["tried"])
    outcome.losses += told["losses"]
    outcome.note = told["note"]
    return outcome
