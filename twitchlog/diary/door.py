"""The way to the one diary that the app shows: which it is, the right to it, and its opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.diary.lock import AppLock
from twitchlog.domain.errors import Damaged, DiaryBusy, DiaryNotWritable, WrongPassword
from twitchlog.settings import SettingsFile
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import Clock
    from twitchlog.diary.address import Address
    from twitchlog.diary.diary import Diary
    from twitchlog.diary.sealed.keys import Key


class Door:
    """Where the diary is, its settings on this computer, and the lock that keeps other apps out."""

    def __init__(self, address: Address, clock: Clock) -> None:
        self.address, self.clock = address, clock
        self.settings = SettingsFile(address.path)
        self.by_keychain = True
        """Whether the computer's keychain may open it; not while it was locked on purpose."""
        self._lock = AppLock(address.path)
        self._refused: DiaryNotWritable | None = None

    def take(self) -> None:
        """Take the app lock; raise DiaryBusy once the app that has it was asked to rise.

        Where nothing can be written, it is `open` that raises that: the window is to say it, for
        who started it from an icon sees no terminal.
        """
        try:
            _take(self._lock)
        except DiaryNotWritable as problem:
            self._refused = problem

    def go_to(self, address: Address) -> Callable[[], None]:
        """Lead to another diary from now on; return what lets go of the lock on the old one.

        That must be called in the same thread. Raises as `take` does; nothing has changed then.
        """
        lock, old = AppLock(address.path), self._lock
        _take(lock)
        self.address, self._lock, self._refused = address, lock, None
        self.settings = SettingsFile(address.path)
        return old.release

    @property
    def will_ask(self) -> bool:
        """Whether a password will be asked for, as far as a look at the folder can tell."""
        if self._refused is not None or not self._has_sidecar:
            return False
        from twitchlog.diary.sealed import keychain

        return not keychain.is_chosen(self.address.path)

    def open(self, key: Key | None = None) -> Diary:
        """Open the diary with its `key`, else with the one in the keychain where that is chosen.

        Raises what `Diary.open` raises.
        """
        if self._refused is not None:
            raise self._refused
        # Imported where it is opened: the window shows its first frame meanwhile.
        from twitchlog.diary.diary import Diary

        if key is None and self.by_keychain and self._has_sidecar:
            from twitchlog.diary.sealed import keychain

            key = keychain.find(self.address.path)
        try:
            return Diary.open(self.address, clock=self.clock, key=key)
        except Damaged as problem:
            problem.key = problem.key or key
            raise

    def open_with(self, typed: str, by_key: bool) -> Diary:
        """Open the diary with its password or, `by_key`, with its recovery key.

        It takes a tenth of a second, on purpose. Raises also what `unlocking.unlock` raises.
        """
        from twitchlog.diary.sealed import unlocking

        unlock = unlocking.unlock_with_recovery if by_key else unlocking.unlock
        diary = self.open(unlock(self.address.path, typed))
        self.by_keychain = True
        return diary

    @property
    def _has_sidecar(self) -> bool:
        # By its name alone: a diary without a password waits for no module of those with one.
        return self.address.path.with_name(f"{self.address.path.name}.seal").exists()

    def raise_asked(self) -> bool:
        """Whether another start has asked since the last look that the window rise."""
        return self._refused is None and self._lock.raise_asked()

    def release(self) -> None:
        """Let the next app have the diary."""
        self._lock.release()


def _take(lock: AppLock) -> None:
    try:
        lock.take()
    except DiaryBusy:
        lock.ask_to_raise()
        raise


def fit(key: Key | None, typed: str, by_key: bool) -> None:
    """Raise WrongPassword where the password, or recovery key, makes another key than this one.

    Without a key anything fits: the password was removed meanwhile. It takes a tenth of a second,
    on purpose. Raises BadInput for a mistyped recovery key.
    """
    if key is None:
        return
    import hmac

    from twitchlog.diary.sealed import keys

    made = keys.from_recovery(typed, key.salt) if by_key else keys.derive(typed, key.salt)
    if not hmac.compare_digest(made.raw, key.raw):
        raise WrongPassword(
            _("This recovery key does not open the diary.")
            if by_key
            else _("This password does not open the diary.")
        )
