"""The check of the diary: what is looked at, what was found, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.domain.changes import Changes
from twitchlog.presenters.services import say_to
from twitchlog.presenters.steps import Tells
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.checkup import Checked
    from twitchlog.presenters.services import Services


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One part that was looked at: its title, and what was found there."""

    part: str
    title: str
    second: str
    sound: bool


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A whole check in words; `mends` and `damaged` say which buttons help."""

    title: str
    text: str
    rows: tuple[CheckRow, ...]
    mends: bool
    damaged: bool

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return all(row.sound for row in self.rows)


class CheckView(Tells, Protocol):
    """What the presenter tells the page."""

    def show_checking(self) -> None:
        """Show that the check goes on; the presenter's `share` and `part` say how far it is."""
        ...

    def show(self, page: CheckPage) -> None:
        """Show what was found."""
        ...


class CheckPresenter:
    """Checks the diary beside everything else: one can log meanwhile.

    `share`, from 0 to 1, is how much has been looked at, and `part` what is looked at now.
    """

    def __init__(self, services: Services, view: CheckView) -> None:
        self._services, self._view = services, view
        self.share, self.part = 0.0, ""

    def check(self) -> None:
        """Look at everything and show what was found."""
        self.share, self.part = 0.0, ""
        self._view.show_checking()

        def work() -> CheckPage:
            # Imported where it is needed: nobody waits for it at a start.
            from twitchlog.diary import checkup

            return page_of(checkup.full(self._services.diary, progress=self._heard))

        self._services.background.submit(
            Lane.COPY, work, done=self._view.show, failed=say_to(self._view)
        )

    def mend(self) -> None:
        """Make anew what follows from the entries, after a backup, and check again."""

        def work(diary: Diary) -> Changes:
            from twitchlog.diary import checkup

            checkup.mend(diary)
            return Changes(
                _("The lists were made anew; a backup was made before."),
                frozenset({"twitches", "checkins", "attachments", "backups"}),
            )

        def mended(_none: None, changes: Changes) -> None:
            self._view.tell(changes.name, undo=False)
            self.check()

        self._services.write(work, mended, self._view)

    def _heard(self, done: int, of: int, title: str) -> None:
        self.share, self.part = done / of, title


def page_of(checked: Checked) -> CheckPage:
    """Put a check into words."""
    rows = tuple(
        CheckRow(
            part.part,
            part.title,
            " ".join(finding.sentence for finding in part.findings) or _("Sound"),
            sound=not part.findings,
        )
        for part in checked.parts
    )
    found = len(checked.findings)
    entries = _("No twitch is in it yet.")
    if checked.entries:
        entries = ngettext("{n} twitch is in it.", "{n} twitches are in it.", checked.entries)
    return CheckPage(
        title=ngettext("{n} thing was found", "{n} things were found", found).format(n=found)
        if found
        else _("Your diary is sound"),
        text=entries.format(n=numeral(checked.entries)),
        rows=rows,
        mends=checked.mends,
        damaged=checked.damaged,
    )
