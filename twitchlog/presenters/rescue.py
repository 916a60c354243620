"""A damaged diary: what can be read of it beside the newest backup, and which takes its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.domain.rescue import other_records
from twitchlog.presenters import words
from twitchlog.presenters.services import Complains, say_to
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.background import Background
    from twitchlog.clock import Clock
    from twitchlog.diary.rescue.rescuing import Rescuing
    from twitchlog.domain.backup import Contents
    from twitchlog.domain.rescue import GoodBackup, Saved

SAVED, BACKUP = "saved", "backup"


@dataclass(frozen=True, slots=True)
class Choice:
    """One diary that could take the place: its numbers as pairs of words, and its file."""

    key: str
    title: str
    second: str
    facts: tuple[tuple[str, str], ...]
    note: str
    path: Path
    advised: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, what can be read first; `none` says why there is nothing."""

    choices: tuple[Choice, ...]
    none: str = ""


class RescueView(Complains, Protocol):
    """What the presenter tells the page."""

    def show_reading(self) -> None:
        """Show that the damaged file is being read; the presenter's `share` says how far."""
        ...

    def show_choices(self, choices: Choices) -> None:
        """Show what could take the place of the damaged diary."""
        ...

    def show_placing(self) -> None:
        """Show that the chosen one is being put in place."""
        ...


class RescuePresenter:
    """Reads the damaged diary, compares, and puts the chosen one in its place.

    `opened` is called with a sentence once the diary can be opened again. `share`, from 0 to 1, is
    how much of the file has been read.
    """

    def __init__(
        self,
        background: Background,
        rescuing: Rescuing,
        clock: Clock,
        view: RescueView,
        opened: Callable[[str], None],
    ) -> None:
        self._background, self._rescuing, self._clock = background, rescuing, clock
        self._view, self._opened = view, opened
        self.share = 0.0

    def read(self) -> None:
        """Save what can be read, look for the newest sound backup, and show both."""
        self.share = 0.0
        self._view.show_reading()

        def work() -> Choices:
            saved = self._rescuing.save(self._heard)
            return compared(saved, self._rescuing.backup(), today=self._clock.now().day)

        self._background.submit(
            Lane.DIARY, work, done=self._view.show_choices, failed=say_to(self._view)
        )

    def choose(self, choice: Choice) -> None:
        """Put this one in the place of the damaged diary, which is kept beside it."""
        self._view.show_placing()

        def placed(kept: Path) -> None:
            self._opened(
                _("Your diary is open again. The damaged file is kept as “{name}”.").format(
                    name=kept.name
                )
            )

        self._background.submit(
            Lane.DIARY,
            lambda: self._rescuing.put_in_place(choice.path),
            done=placed,
            failed=say_to(self._view),
        )

    def _heard(self, done: int, of: int) -> None:
        self.share = done / max(of, 1)


def compared(saved: Saved, backup: GoodBackup | None, *, today: date) -> Choices:
    """Put both beside each other in words; advised is the one with more in it, if any."""
    found = saved.contents
    of_backup = _amount(backup.contents) if backup else (0, 0)
    choices = []
    if _amount(found) > (0, 0):
        choices.append(
            Choice(
                SAVED,
                _("What can be read"),
                _("Saved from the damaged file just now"),
                facts(found),
                _note(saved),
                saved.path,
                advised=_amount(found) >= of_backup,
            )
        )
    if backup is not None:
        choices.append(
            Choice(
                BACKUP,
                _("The newest backup"),
                _("Made {day}, {time}").format(
                    day=words.day_name(backup.made.date(), today=today),
                    time=f"{backup.made:%H:%M}",
                ),
                facts(backup.contents),
                _("What you logged since then is not in it."),
                backup.path,
                advised=of_backup > _amount(found),
            )
        )
    none = "" if choices else _(
        "Nothing can be read in this file any more, and no sound backup lies beside it. If you "
        "keep a copy elsewhere, open that one."
    )  # fmt: skip
    return Choices(tuple(choices), none)


def facts(held: Contents) -> tuple[tuple[str, str], ...]:
    """Return the numbers to compare a diary by, each with its name."""
    return (
        (_("Twitches"), f"{held.entries:,}"),
        (_("First day"), _said(held.first)),
        (_("Last day"), _said(held.last)),
        (_("Other records"), f"{other_records(held.tables):,}"),
    )


def _amount(held: Contents) -> tuple[int, int]:
    return held.entries, other_records(held.tables)


def _said(day: date | None) -> str:
    # Always with the year: the two may be years apart.
    return "–" if day is None else words.short_day(day, today=date.min)


def _note(saved: Saved) -> str:
    if not saved.aside or saved.aside_path is None:
        return _("Everything that could be read has found its place.")
    return ngettext(
        "{n} more row could be read but fits nowhere; it is kept in “{name}”.",
        "{n} more rows could be read but fit nowhere; they are kept in “{name}”.",
        saved.aside,
    ).format(n=saved.aside, name=saved.aside_path.name)
