"""Printers as CUPS has them: programs called lpstat and lp, which keep what they are given."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no CUPS")


@dataclass(frozen=True, slots=True)
class Cups:
    """What was printed lies in `folder`: a line for each word of the command, and the page."""

    folder: Path

    @property
    def told(self) -> list[str]:
        told = self.folder / "told"
        return told.read_text("utf-8").splitlines() if told.exists() else []

    @property
    def page(self) -> bytes:
        return (self.folder / "page").read_bytes()


def install(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *printers: str,
    usual: str = "",
    refuses: str = "",
) -> Cups:
    """Put the programs before all others; `refuses` is a sentence with which lp refuses."""
    folder.mkdir(exist_ok=True)
    usual = f"system default destination: {usual}" if usual else "no system default destination"
    names = "\\n".join(printers)
    _program(
        folder / "lpstat",
        f"""case "$LC_ALL$1" in
C-e) printf '{names}\\n' ;;
C-d) echo '{usual}' ;;
*) exit 1 ;;
esac""",
    )
    takes = f"""printf '%s\\n' "$@" > '{folder}/told.part'
cat > '{folder}/page'
mv '{folder}/told.part' '{folder}/told'"""
    _program(folder / "lp", f'echo "$0: {refuses}" >&2; exit 1' if refuses else takes)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return Cups(folder)


def _program(path: Path, lines: str) -> None:
    path.write_text(f"#!/bin/sh\n{lines}\n", "utf-8")
    path.chmod(0o755)
