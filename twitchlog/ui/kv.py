"""Load the kv file that lies beside a module."""

from __future__ import annotations

from pathlib import Path

from kivy.lang import Builder


def load(module_file: str) -> None:
    """Load the kv file with the same stem as `module_file`, once: `kv.load(__file__)`."""
    path = str(Path(module_file).with_suffix(".kv"))
    if path not in Builder.files:
        Builder.load_file(path, rulesonly=True)
