"""Going back and forth over the steps of this device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.diary import elsewhere, journal
from twitchlog.domain.errors import ChangedMeanwhile
from twitchlog.translation import _

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from twitchlog.diary.expected import Edits
    from twitchlog.diary.preferences import Preferences
    from twitchlog.domain.changes import Changes


class Undoing:
    """What an open diary can take back and do again; part of `Diary`."""

    if TYPE_CHECKING:
        device: str
        session: str
        edits: Edits
        preferences: Preferences

        def reading(self) -> AbstractContextManager[Connection]:
            """Give a connection that reads."""

        def _writing(self) -> AbstractContextManager[Connection]: ...

    def undo(self) -> Changes:
        """Take this device's newest step back; raise NothingToUndo or ChangedMeanwhile.

        A step stays its device's: in a copy of the diary on another computer, there is none to take
        back at first.
        """
        return self._turn(redo=False)

    def redo(self) -> Changes:
        """Do again what was undone last; raise NothingToUndo or ChangedMeanwhile."""
        return self._turn(redo=True)

    def _turn(self, *, redo: bool) -> Changes:
        try:
            with self._writing() as connection:
                changes, images = journal.turn(connection, self.device, redo=redo)
                elsewhere.note(connection, self.session, changes)
        except journal.Stale as stale:
            with self._writing() as connection:
                journal.let_go(connection, stale.number)
                # Others may not have heard of that step yet.
                elsewhere.note(connection, self.session, elsewhere.ANYTHING)
            raise ChangedMeanwhile(_why(stale, redo=redo)) from None
        self.edits.wrote(images)
        self.preferences.refresh()
        return changes

    def next_undo(self) -> str | None:
        """Return the name of the step that undo would take back."""
        with self.reading() as connection:
            step = journal.next_step(connection, self.device, redo=False)
        return step[1] if step else None

    def next_undo_number(self) -> int | None:
        """Return the number of the step that undo would take back, as `Changes.step` gives it."""
        with self.reading() as connection:
            step = journal.next_step(connection, self.device, redo=False)
        return step[0] if step else None

    def next_redo(self) -> str | None:
        """Return the name of the step that redo would do again."""
        with self.reading() as connection:
            step = journal.next_step(connection, self.device, redo=True)
        return step[1] if step else None


def _why(stale: journal.Stale, *, redo: bool) -> str:
    if stale.damaged:
        return _("This step is damaged and was let go of. Your entries are as they were.")
    if redo:
        return _("This cannot be done again: the entry has been changed since.")
    return _("This cannot be undone any more: the entry has been changed since.")
