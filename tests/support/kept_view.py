"""A page and a form at once that keep what a presenter tells them."""

from __future__ import annotations

from typing import Any


class KeptView:
    """A fake view: `page` is what is shown, `said` what was named, `problem` what went wrong."""

    def __init__(self) -> None:
        self.page: Any = None
        self.said: list[str] = []
        self.problem = ""
        self.closed = 0

    def show(self, page: Any) -> None:
        self.page = page

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        del undo, redo
        self.said.append(sentence)

    def complain(self, sentence: str) -> None:
        self.problem = sentence

    def close(self) -> None:
        self.closed += 1
