"""Open a backup, or what is to become one, as a plain database file, with the key that fits it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.diary import connecting
from twitchlog.diary.sealed import kept_keys
from twitchlog.domain.errors import NeedsPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.diary.sealed.kept_keys import KeptKey
    from twitchlog.diary.sealed.keys import Key


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys at hand: that of the diary, those it keeps in itself, and one that was typed."""

    key: Key | None = None
    kept: tuple[KeptKey, ...] = ()
    typed: Key | None = None

    def fitting(self, path: Path) -> Key | None:
        """Return the key of the file at `path`, None for a plain one.

        Raises NeedsPassword where none of these is it, and OSError.
        """
        if not connecting.is_sealed(path):
            return None
        salt = connecting.salt_of(path)
        for key in (self.key, self.typed, *kept_keys.former(self.kept)):
            if key is not None and key.salt == salt:
                return key
        raise NeedsPassword(
            _("This backup has another password than your diary has now. Give that one.")
        )

    def merged(self, others: tuple[KeptKey, ...]) -> tuple[KeptKey, ...]:
        """Return the keys kept here, and those of `others` that are not among them."""
        known = {each.id for each in self.kept}
        return (*self.kept, *(each for each in others if each.id not in known))


@contextlib.contextmanager
def opened_file(
    path: Path, key: Key | None, *, writes: bool = False
) -> Iterator[sqlite3.Connection]:
    """Give a connection to the file, closed afterwards.

    Raises NeedsPassword, or one of `connecting.errors()`: it is damaged or has another key.
    """
    with contextlib.closing(connecting.connect(path, key, read_only=not writes)) as file:
        yield file
