"""A view of Today that keeps what it is told."""

from __future__ import annotations

from typing import Any


class View:
    def __init__(self) -> None:
        self.page: Any = None
        self.said: list[str] = []
        self.entry = ""
        self.timers = 0

    def show(self, page: Any) -> None:
        self.page = page

    def tell(
        self, sentence: str, *, undo: bool = True, redo: bool = False, entry: str = ""
    ) -> None:
        self.said.append(sentence + (" [Undo]" if undo else "") + (" [Redo]" if redo else ""))
        self.entry = entry

    def timer_started(self) -> None:
        self.timers += 1

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)
