"""The log sheet's view, as far as its presenter is concerned."""

from __future__ import annotations

from typing import Any


class LogView:
    """Keep what the presenter showed and said."""

    def __init__(self) -> None:
        self.page: Any = None
        self.said: list[str] = []
        self.closed = 0
        self.timed = 0

    def show(self, page: Any) -> None:
        self.page = page

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        self.said.append(sentence + (" [Undo]" if undo else "") + (" [Redo]" if redo else ""))

    def finished(self) -> None:
        self.closed += 1

    def timing(self) -> None:
        self.timed += 1

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)
