"""One running app a diary file; a second start asks the first to come to the front."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from twitchlog import paths
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import DiaryBusy, DiaryNotWritable
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path


class AppLock:
    """Held by the one app that shows the diary at `path`; the system lets go of it on a crash."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self._request = path.with_name(f"{path.name}.raise")
        self._lock = FileLock(path.with_name(f"{path.name}.lock"), timeout=0, mode=0o600)

    def take(self) -> None:
        """Take the lock; raise DiaryBusy where another app holds it, else DiaryNotWritable."""
        try:
            # Left to itself, the lock would make a folder that everybody may read.
            paths.make_private(self._folder)
            self._lock.acquire()
        except Timeout:
            raise DiaryBusy(
                _("This diary is open in another window of TwitchLog, which comes to the front.")
            ) from None
        except OSError as problem:
            raise DiaryNotWritable(
                _(
                    "The diary's folder “{folder}” cannot be written to: {reason}. What is in it "
                    "is as it was. Choose a diary in another folder."
                ).format(folder=self._folder, reason=reason_of(problem))
            ) from None
        with contextlib.suppress(OSError):
            self._request.unlink(missing_ok=True)

    def ask_to_raise(self) -> None:
        """Ask the app that holds the lock to bring its window to the front."""
        with contextlib.suppress(OSError):
            self._request.touch(mode=0o600)

    def raise_asked(self) -> bool:
        """Whether another start has asked since the last look; the request is then taken down."""
        if not self._request.exists():
            return False
        with contextlib.suppress(OSError):
            self._request.unlink(missing_ok=True)
        return True

    def release(self) -> None:
        """Let the next app have the diary."""
        self._lock.release()
