"""Say how far a long import is, and stop it when asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.domain.errors import TwitchLogError
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancelled(TwitchLogError):
    """The person stopped the import; nothing was written."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. Nothing was brought in."))


def _quiet(_done: int, _total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """`progress` is told bytes read and bytes in all; `cancelled` is asked whether to stop."""

    progress: Callable[[int, int], None] = _quiet
    cancelled: Callable[[], bool] = _never

    def at(self, done: int, total: int) -> None:
        """Say how far it is; raise Cancelled when it shall stop."""
        if self.cancelled():
            raise Cancelled
        self.progress(min(done, total), total)
