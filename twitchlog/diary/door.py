"""The way to the one diary that the app shows: which it is, the right to it, and its opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.diary.lock import AppLock
from twitchlog.domain.errors import DiaryBusy
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import Clock
    from twitchlog.diary.address import Address
    from twitchlog.diary.diary import Diary


class Door:
    """Where the diary is, its settings on this computer, and the lock that keeps other apps out."""

    def __init__(self, address: Address, clock: Clock) -> None:
        self.address, self.clock = address, clock
        self.settings = SettingsFile(address.path)
        self._lock = AppLock(address.path)

    def take(self) -> None:
        """Take the app lock; raise DiaryBusy once the app that has it was asked to rise."""
        _take(self._lock)

    def go_to(self, address: Address) -> Callable[[], None]:
        """Lead to another diary from now on; return what lets go of the lock on the old one.

        That must be called in the same thread. Raises as `take` does; nothing has changed then.
        """
        lock, old = AppLock(address.path), self._lock
        _take(lock)
        self.address, self._lock = address, lock
        self.settings = SettingsFile(address.path)
        return old.release

    def open(self) -> Diary:
        """Open the diary; raise what `Diary.open` raises."""
        # Imported where it is opened: the window shows its first frame meanwhile.
        from twitchlog.diary.diary import Diary

        return Diary.open(self.address, clock=self.clock)

    def raise_asked(self) -> bool:
        """Whether another start has asked since the last look that the window rise."""
        return self._lock.raise_asked()

    def release(self) -> None:
        """Let the next app have the diary."""
        self._lock.release()


def _take(lock: AppLock) -> None:
    try:
        lock.take()
    except DiaryBusy:
        lock.ask_to_raise()
        raise
