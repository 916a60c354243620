"""Keep what the search showed and said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date


class SearchView:
    """A page of the search, or the sheet of its filters, without a window."""

    def __init__(self) -> None:
        self.page: Any = None
        self.anew: list[bool] = []
        self.days: set[date] = set()
        self.said: list[str] = []

    def show(self, page: Any, *, anew: bool = False) -> None:
        """Keep the page."""
        self.page = page
        self.anew.append(anew)

    def show_rows(self, days: frozenset[date]) -> None:
        """Keep the days whose rows are there."""
        self.days |= days

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Keep what was changed."""
        self.said.append(sentence + ("" if undo and not redo else " [no undo]"))

    def complain(self, sentence: str) -> None:
        """Keep what did not work."""
        self.said.append(sentence)
