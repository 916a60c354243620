"""Privacy in Settings: whether the diary has a password, and when it locks by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.background import Lane
from twitchlog.diary.sealed import keychain
from twitchlog.domain.changes import Changes
from twitchlog.presenters.services import Complains, say_to
from twitchlog.settings import LOCK_AFTER
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services
    from twitchlog.settings import Settings

CONCERNS: Final = frozenset({"password", "backups"})
CHANGED: Final = "password"


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    """What Settings and the pages behind it say about the password."""

    has_password: bool
    on_server: bool
    said: str
    lock_said: str
    keychain: bool
    pending: str
    has_sheet: bool


class PrivacyView(Complains, Protocol):
    """What the presenter tells the rows of Settings."""

    def show(self, page: PrivacyPage) -> None:
        """Show how private the diary is."""
        ...


class PrivacyPresenter:
    """Says how private the diary is, and keeps what is chosen about locking it."""

    def __init__(self, services: Services, view: PrivacyView) -> None:
        self._services, self._view = services, view

    @property
    def values(self) -> Settings:
        """What is chosen on this computer."""
        return self._services.settings.values

    @property
    def offered(self) -> list[tuple[int, str, bool]]:
        """The minutes to choose from, with their words and whether they are chosen."""
        chosen = self.values.lock_after
        return [(minutes, _in_short(minutes), minutes == chosen) for minutes in LOCK_AFTER]

    def refresh(self) -> None:
        """Read it again."""
        values = self.values
        self._services.read(lambda diary: page_of(diary, values), self._view.show, self._view)

    def lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without input from now on, 0 never."""
        self._services.settings.change(lock_after=minutes)
        self.refresh()

    def lock_minimized(self, *, on: bool) -> None:
        """Lock whenever the window is minimised, or no longer."""
        self._services.settings.change(lock_minimized=on)

    def keep_in_keychain(self, *, on: bool) -> None:
        """Have the computer's keychain keep the key of the diary, or forget it."""
        diary = self._services.diary

        def work() -> None:
            key = diary.key
            if key is not None:
                (keychain.keep if on else keychain.forget)(diary.path, key)

        def failed(problem: Exception) -> None:
            self.refresh()
            say_to(self._view)(problem)

        self._services.background.submit(
            Lane.DIARY, work, done=lambda _none: self._changed(), failed=failed
        )

    def _changed(self) -> None:
        self._services.news.publish(Changes("", frozenset({CHANGED})))


def page_of(diary: Diary, values: Settings) -> PrivacyPage:
    """Read how private a diary is; to be called in its lane."""
    on_server, has_password = diary.address.on_server, diary.password.is_set
    return PrivacyPage(
        has_password=has_password,
        on_server=on_server,
        said=_said(on_server=on_server, has_password=has_password),
        lock_said=after(values.lock_after),
        keychain=has_password and keychain.is_chosen(diary.path),
        pending=_pending(0 if on_server else diary.password.pending),
        has_sheet=has_sheet(diary, values),
    )


def has_sheet(diary: Diary, values: Settings) -> bool:
    """Tell whether a recovery sheet was made for the key the diary has now."""
    return diary.key is not None and values.sheet == diary.key.salt.hex()


def bring_one_along(diary: Diary) -> bool | None:
    """Write one more backup or file anew that an interrupted change left; None where none was left.

    Returns whether there is more to do. Where one cannot be, all others are tried, and that is all
    until the next start.
    """
    room = diary.password
    before = 0 if diary.address.on_server else room.pending
    if not before:
        return None
    room.go_on_here(most=1)
    left = room.pending
    if left == before:
        room.go_on_here()
        return False
    return left > 0


def after(minutes: int) -> str:
    """Say after how long the diary locks by itself."""
    if not minutes:
        return _("Never")
    return ngettext(
        "After {n} minute without a tap", "After {n} minutes without a tap", minutes
    ).format(n=minutes)


def _in_short(minutes: int) -> str:
    if not minutes:
        return _("Never")
    return ngettext("After {n} minute", "After {n} minutes", minutes).format(n=minutes)


def _said(*, on_server: bool, has_password: bool) -> str:
    if on_server:
        return _("Your diary is on a server; who can read it there is the server's matter")
    if has_password:
        return _("On; the diary is encrypted")
    return _("Off; who can use this computer can read the diary")


def _pending(left: int) -> str:
    if not left:
        return ""
    return ngettext(
        "{n} older file is still to be written anew. This goes on by itself.",
        "{n} older files are still to be written anew. This goes on by itself.",
        left,
    ).format(n=left)
