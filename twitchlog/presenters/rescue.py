"""A damaged diary: what can be read of it beside the newest backup, and which takes its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.domain.rescue import other_records
from twitchlog.presenters import words
from twitchlog.presenters.services import Complains, say_to
from twitchlog.translation import _, ngettext, numeral

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
    """One diary that could take the place: its numbers as pairs of words, and its file.

    `name` is what it is called within a sentence, `act` what its button says. `advice` says why it
    is the better of two.
    """

    key: str
    title: str
    name: str
    second: str
    facts: tuple[tuple[str, str], ...]
    note: str
    path: Path
    act: str
    advised: bool = True
    advice: str = ""


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
    """Put both beside each other in words; advised is the one with more in it."""
    offered = []
    if _amount(saved.contents) > (0, 0):
        offered.append((_amount(saved.contents), _of_saved(saved)))
    if backup is not None:
        offered.append((_amount(backup.contents), _of_backup(backup, today)))
    if len(offered) > 1:
        # Where both hold as much, it is what can be read: that is no older than the backup.
        best = int(offered[1][0] > offered[0][0])
        (much, choice), (less, other) = offered[best], offered[1 - best]
        offered[best] = much, replace(choice, advice=_advice(much, less, other.name))
        offered[1 - best] = less, replace(other, advised=False)
    none = "" if offered else _(
        "Nothing can be read in this file any more, and no sound backup lies beside it. If you "
        "keep a copy elsewhere, open that one."
    )  # fmt: skip
    return Choices(tuple(choice for _amount_of, choice in offered), none)


def _of_saved(saved: Saved) -> Choice:
    return Choice(
        SAVED,
        _("What can be read"),
        _("what can be read"),
        _("Saved from the damaged file just now"),
        facts(saved.contents),
        _note(saved),
        saved.path,
        _("Use what can be read"),
    )


def _of_backup(backup: GoodBackup, today: date) -> Choice:
    return Choice(
        BACKUP,
        _("The newest backup"),
        _("the backup"),
        _("Made {day}, {time}").format(
            day=words.day_name(backup.made.date(), today=today), time=f"{backup.made:%H:%M}"
        ),
        facts(backup.contents),
        _("What you logged since then is not in it."),
        backup.path,
        _("Use the backup"),
    )


def _advice(much: tuple[int, int], less: tuple[int, int], other: str) -> str:
    """Say why the one that holds so much is the better one."""
    twitches, records = much[0] - less[0], much[1] - less[1]
    if twitches:
        held = ngettext("{n} twitch", "{n} twitches", much[0]).format(n=numeral(much[0]))
        why = ngettext("{held}, one more than {other}", "{held}, {n} more than {other}", twitches)
    elif records:
        held = ""
        why = ngettext(
            "as many twitches as {other}, and one more of the other records",
            "as many twitches as {other}, and {n} more of the other records",
            records,
        )
    else:
        held, why = "", _("as much as {other}, and no older")
    n = numeral(twitches or records)
    return _("Advised: {why}").format(why=why.format(held=held, n=n, other=other))


def facts(held: Contents) -> tuple[tuple[str, str], ...]:
    """Return the numbers to compare a diary by, each with its name."""
    return (
        (_("Twitches"), numeral(held.entries)),
        (_("First day"), _said(held.first)),
        (_("Last day"), _said(held.last)),
        (_("Other records"), numeral(other_records(held.tables))),
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
        "{n} more piece could be read, but not where it belongs. It is kept in “{name}”.",
        "{n} more pieces could be read, but not where they belong. They are kept in “{name}”.",
        saved.aside,
    ).format(n=saved.aside, name=saved.aside_path.name)
