"""A page that lists others: in a wide window it stays at the left, and one of them beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.rows import ListRow


class Listing:
    """Marks the row whose page stands beside the list; whoever takes it on has the `shell`.

    `first_row` is the one that is opened where none was.
    """

    lists = True
    first_row: ListRow | None = None
    _tapped: ListRow | None = None
    shell: Shell

    def leads(self, *rows: ListRow) -> None:
        """Mark these rows from now on, when they are tapped."""
        for row in rows:
            row.fbind("on_release", self._tap)

    def open_first(self) -> None:
        """Open the page of the first row."""
        if self.first_row is not None:
            self.first_row.dispatch("on_release")

    def mark(self, *_args: Any) -> None:
        """Mark the row whose page stands beside."""
        self._mark(self._tapped)

    def _tap(self, row: ListRow) -> None:
        self._mark(row)

    def _mark(self, row: ListRow | None) -> None:
        if self._tapped is not None:
            self._tapped.chosen = False
        self._tapped = row
        if row is not None:
            row.chosen = self.shell.two and self.shell.list is self
