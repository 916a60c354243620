"""Start programs on the hidden screen and measure them from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from support import screen as screens

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).resolve().parent.parent.parent
COMMAND: Final = (
    sys.executable,
    "-c",
    "from twitchlog.cli import program; raise SystemExit(program())",
)
BARE: Final = (sys.executable, str(Path(__file__).with_name("bare_app.py")))
APP: Final = (sys.executable, str(ROOT / "main.py"))
BYTECODE: Final = ROOT / "build" / "bytecode"
_SETTLING_S: Final = 2.0
_MB: Final = 1e6
_PEAK: Final = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(usage.ru_maxrss)
sys.exit(process.returncode)
"""
"""A small program that starts another: what the bench itself holds would count as the other's."""


@dataclass(frozen=True, slots=True)
class Programs:
    """Programs that have `home` as their home folder and the hidden screen as their screen."""

    home: Path

    def first(self, what: str, command: Sequence[str]) -> float:
        """Return the seconds from the start of the process to its first *frame* or *entries*.

        The program prints when each is on the screen.
        """
        started = time.monotonic()
        lines = self._run(command).splitlines()
        shown = next(line for line in lines if line.startswith(f"first {what} "))
        return float(shown.rpartition(" ")[2]) - started

    def wall(self, command: Sequence[str], *, typed: str = "") -> float:
        """Return the seconds that a command takes from start to end, given `typed` as its input."""
        started = time.perf_counter()
        self._run(command, typed=typed)
        return time.perf_counter() - started

    def answer(self, command: Sequence[str]) -> dict[str, float]:
        """Return what a command prints last, one line of JSON."""
        found: dict[str, float] = json.loads(self._run(command).splitlines()[-1])
        return found

    def peak_memory(self, command: Sequence[str]) -> float:
        """Return the most memory that a command held at a time, in MB."""
        most = float(self._run([sys.executable, "-c", _PEAK, *command]).splitlines()[-1])
        # Linux counts in kibibytes, macOS in bytes
        return most * (1 if sys.platform == "darwin" else 1024) / _MB

    def resident_memory(self, command: Sequence[str], *, shown: Path | None = None) -> float:
        """Return the resident memory in MB of a program at rest after its start.

        A program that does not print its first frame writes the file `shown` with it.
        """
        if shown is not None:
            shown.unlink(missing_ok=True)
        process = self._start(command, stdout=subprocess.PIPE)
        try:
            if shown is None:
                assert process.stdout is not None
                assert process.stdout.readline().startswith("first frame ")
            while shown is not None and not shown.exists():
                _rest(process, 0.05)
            _rest(process, _SETTLING_S)
            return psutil.Process(process.pid).memory_info().rss / _MB
        finally:
            process.kill()
            process.communicate()

    def _surroundings(self) -> dict[str, str]:
        surroundings = os.environ | screens.own_home(self.home) | screens.hidden().surroundings
        surroundings.pop("TWITCHLOG_DIARY", None)
        # As it is installed: compiled once, and not anew at every start.
        surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
        surroundings["PYTHONPYCACHEPREFIX"] = str(BYTECODE)
        return surroundings

    def _run(self, command: Sequence[str], *, typed: str = "") -> str:
        done = subprocess.run(
            command,
            input=typed,
            env=self._surroundings(),
            cwd=ROOT,
            text=True,
            check=False,
            capture_output=True,
            timeout=120,
        )
        assert done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stderr}"
        return done.stdout

    def _start(
        self, command: Sequence[str], *, stdout: int = subprocess.DEVNULL
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            command,
            env=self._surroundings(),
            cwd=ROOT,
            text=True,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
        )


def _rest(process: subprocess.Popen[str], seconds: float) -> None:
    """Let the program go on for a while; fail when it ends."""
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        return
    raise AssertionError(f"the program ended with {code}")
