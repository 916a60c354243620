"""The key of a diary in the system's keychain, for those who ask for it: off unless chosen."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary.sealed import sidecar
from twitchlog.diary.sealed.keys import SALT_BYTES, Key
from twitchlog.domain.errors import TwitchLogError
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

_SERVICE: Final = "TwitchLog"


class KeychainTrouble(TwitchLogError):
    """The system has no keychain, or does not let us use it."""


def is_chosen(path: Path) -> bool:
    """Whether the keychain was asked to keep the key of the diary at `path`; asks no keychain."""
    return sidecar.in_keychain(path)


def keep(path: Path, key: Key) -> None:
    """Keep the key from now on; raise KeychainTrouble, and nothing is kept then."""
    try:
        _keyring().set_password(_SERVICE, str(path), (key.raw + key.salt).hex())
        sidecar.write(path, key, keychain=True)
    except Exception as problem:
        raise _trouble(problem) from problem


def find(path: Path) -> Key | None:
    """Return the key that is kept, None where none is or the keychain does not give it."""
    if not is_chosen(path):
        return None
    # What goes wrong there is of many kinds, of the system's; the password opens the diary anyway.
    with contextlib.suppress(Exception):
        held = bytes.fromhex(_keyring().get_password(_SERVICE, str(path)) or "")
        return Key(held[:-SALT_BYTES], held[-SALT_BYTES:]) if held else None
    return None


def forget(path: Path, key: Key) -> None:
    """Keep the key no longer; raise KeychainTrouble where it is still there."""
    try:
        keyring = _keyring()
        if keyring.get_password(_SERVICE, str(path)) is not None:
            keyring.delete_password(_SERVICE, str(path))
    except Exception as problem:
        raise _trouble(problem) from problem
    finally:
        with contextlib.suppress(OSError):
            sidecar.write(path, key, keychain=False)


def _keyring() -> Any:
    import keyring

    return keyring


def _trouble(problem: Exception) -> KeychainTrouble:
    from keyring.errors import KeyringLocked, NoKeyringError

    if isinstance(problem, NoKeyringError):
        return KeychainTrouble(
            _("This computer has no keychain that TwitchLog can use. Type the password instead.")
        )
    if isinstance(problem, KeyringLocked):
        return KeychainTrouble(
            _("The computer's keychain is locked. Unlock it there, then try again.")
        )
    return KeychainTrouble(_("The computer's keychain did not do this. Type the password instead."))
