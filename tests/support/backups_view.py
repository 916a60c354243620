"""A view of the backups that only remembers what it was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


class BackupsView:
    """What the page of the backups would show."""

    def __init__(self) -> None:
        self.page: Any = None
        self.detail: Any = None
        self.said: list[str] = []
        self.complaints: list[str] = []
        self.busy_with: list[str] = []
        self.asked: list[tuple[str, str]] = []
        self.anew: list[str] = []
        self.undo: Callable[[], None] = lambda: None
        self.gone: Callable[[], None] = lambda: None

    def show(self, page: Any) -> None:
        self.page = page

    def show_backup(self, detail: Any) -> None:
        self.detail = detail

    def busy(self, sentence: str) -> None:
        self.busy_with.append(sentence)

    def ask_password(self, name: str, sentence: str) -> None:
        self.asked.append((name, sentence))

    def hold_back(self, sentence: str, undo: Callable[[], None], gone: Callable[[], None]) -> None:
        self.said.append(sentence)
        self.undo, self.gone = undo, gone

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        del undo, redo
        self.said.append(sentence)

    def complain(self, sentence: str) -> None:
        self.complaints.append(sentence)

    def opened_anew(self, sentence: str) -> None:
        self.anew.append(sentence)
