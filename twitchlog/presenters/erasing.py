"""Erase removed entries for good, and, where a person says so, from the backups too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.domain.changes import Changes
from twitchlog.presenters.services import say_to
from twitchlog.presenters.steps import Tells
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from twitchlog.diary import Diary
    from twitchlog.domain.backup import Holders
    from twitchlog.presenters.services import Services


@dataclass(frozen=True, slots=True)
class Holding:
    """How many backups still hold what is to be erased, and what is said of that."""

    backups: int = 0
    said: str = ""


class AsksToErase(Tells, Protocol):
    """A view that asks before something is erased for good."""

    def ask_erase(self, ids: tuple[str, ...], held: Holding) -> None:
        """Ask whether these are to be erased, and from the backups that hold them too."""
        ...


class Erasing:
    """Looks which backups hold removed entries, asks, and erases."""

    def __init__(self, services: Services, view: AsksToErase) -> None:
        self._services, self._view = services, view

    def ask(self, ids: tuple[str, ...]) -> None:
        """Look which backups hold removed entries, then have the view ask."""
        self._copying(
            lambda diary: diary.backups.holding(*ids),
            lambda held: self._view.ask_erase(ids, _said(held)),
        )

    def erase(self, ids: tuple[str, ...], *, clean: bool) -> None:
        """Erase removed entries for good, from the backups first where they are to be cleaned.

        What cannot be cleaned leaves the entries in the bin, so that it can be tried again.
        """
        if clean:
            self._view.tell(_("Cleaning the backups…"), undo=False)
            self._copying(lambda diary: _clean(diary, ids), lambda n: self._erase(ids, n))
        else:
            self._erase(ids, 0)

    def _erase(self, ids: tuple[str, ...], cleaned: int) -> None:
        name = ngettext("{n} entry erased for good", "{n} entries erased for good", len(ids))
        said = name.format(n=len(ids))
        if cleaned:
            too = ngettext("{said}, from {n} backup too", "{said}, from {n} backups too", cleaned)
            said = too.format(said=said, n=cleaned)

        def work(diary: Diary) -> Changes:
            diary.bin.erase(*ids)
            return Changes(said, frozenset({"bin", "backups"}))

        def done(_none: object, changes: Changes) -> None:
            if cleaned:  # one may have been made meanwhile
                self._copying(lambda diary: _clean(diary, ids), lambda _n: None)
            self._view.tell(changes.name, undo=False)

        self._services.write(work, done, self._view)

    def _copying(self, work: Callable[[Diary], Any], done: Callable[[Any], None]) -> None:
        diary = self._services.diary
        self._services.background.submit(
            Lane.COPY, lambda: work(diary), done=done, failed=say_to(self._view)
        )


def _clean(diary: Diary, ids: tuple[str, ...]) -> int:
    return diary.backups.clean(diary.backups.holding(*ids).all, *ids)


def _said(held: Holders) -> Holding:
    parts = []
    count = len(held.all)
    if count:
        still = ngettext(
            "It is still in {n} backup.",
            "It is still in {n} backups.",
            count,
        )
        parts.append(still.format(n=count))
    if held.out_of_reach:
        parts.append(_("The second copy is not there now and may hold it still."))
    if held.unread:
        unread = ngettext(
            "{n} backup cannot be read, so nobody knows what is in it.",
            "{n} backups cannot be read, so nobody knows what is in them.",
            held.unread,
        )
        parts.append(unread.format(n=held.unread))
    return Holding(count, " ".join(parts))
