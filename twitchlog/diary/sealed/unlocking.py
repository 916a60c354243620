"""From a password, or the printed recovery key, to the key that opens a sealed diary."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from twitchlog import paths
from twitchlog.diary import connecting
from twitchlog.diary.rescue.sealed import fits
from twitchlog.diary.sealed import keys, sidecar
from twitchlog.domain.errors import BadInput, Damaged, DiaryError, WrongPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

_FREE_TRIES: Final = 3
_LONGEST_WAIT_S: Final = 60


def unlock(path: Path, password: str) -> Key:
    """Return the key of the sealed diary at `path`.

    It takes a tenth of a second, on purpose. Raises WrongPassword, Damaged where the password is
    right but the file is not, and OSError.
    """
    return _first_that_opens(path, [keys.derive(password, salt) for salt in _salts(path)])


def unlock_with_recovery(path: Path, text: str) -> Key:
    """Return the key of the diary at `path` from its printed recovery key.

    Raises BadInput for a typing mistake, WrongPassword for the key of another diary or of an
    earlier password, Damaged, and OSError.
    """
    try:
        return _first_that_opens(path, [keys.from_recovery(text, salt) for salt in _salts(path)])
    except WrongPassword:
        raise WrongPassword(
            _(
                "This recovery key does not open the diary. A sheet from before a change of the "
                "password opens nothing."
            )
        ) from None


def unlock_with_either(path: Path, typed: str) -> Key:
    """Return the key from what may be the password or the recovery key; raise as both do."""
    if keys.is_recovery(typed):
        with contextlib.suppress(WrongPassword, BadInput):
            return unlock_with_recovery(path, typed)
    return unlock(path, typed)


def opens(path: Path, key: Key) -> bool:
    """Whether this key opens the file; raises the errors of the database for other troubles."""
    with contextlib.closing(connecting.connect(path, key)) as file:
        try:
            file.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except connecting.errors() as problem:
            if "not a database" in str(problem):
                return False
            raise
    return True


def refusal(path: Path, *tried: Key) -> DiaryError:
    """Return what is to be said where none of these keys opens the file."""
    known = {(seal.salt, seal.check) for seal in sidecar.read(path)}
    right = [key for key in tried if (key.salt, key.check) in known or fits(path, key)]
    if right:
        return _damaged(path, right[0])
    if known:
        return WrongPassword(_("This password does not open the diary."))
    return WrongPassword(
        _("This password does not open the diary. If you are sure of it, the file is damaged.")
    )


def wait_s(failed: int) -> int:
    """Return how many seconds to wait after so many wrong tries in a row: none, then 1, 2, 4 …."""
    if failed < _FREE_TRIES:
        return 0
    return min(_LONGEST_WAIT_S, 1 << min(failed - _FREE_TRIES, 10))


def _salts(path: Path) -> list[bytes]:
    """Return the salt in the file's first bytes, then others that it may have had.

    Its sidecar knows them, or else its backups, which have the same.
    """
    kept = [seal.salt for seal in sidecar.read(path)]
    if not kept:
        from twitchlog.diary.backups import naming  # only here: its room needs all the rest

        newest = naming.files(paths.backup_folder(path))[:1]
        kept = [connecting.salt_of(backup) for backup in newest if connecting.is_sealed(backup)]
    return list(dict.fromkeys((connecting.salt_of(path), *kept)))


def _first_that_opens(path: Path, tried: list[Key]) -> Key:
    from twitchlog.diary.file_words import plain_errors

    with plain_errors(path):
        for key in tried:
            if _fits(path, key):
                sidecar.renew(path, key)
                return key
    raise refusal(path, *tried)


def _fits(path: Path, key: Key) -> bool:
    """Whether this key opens the file; raise Damaged where it does, and what it opens is broken."""
    try:
        return opens(path, key)
    except connecting.errors() as problem:
        if "malformed" not in str(problem):
            raise
        raise _damaged(path, key) from problem


def _damaged(path: Path, key: Key) -> Damaged:
    return Damaged(
        _(
            "The password is right, but “{name}” is damaged. It was left as it is. What can be "
            "read can be saved into a new diary, or a backup brought back (twitchlog rescue)."
        ).format(name=path.name),
        key=key,
    )
