"""`NAME.seal` beside a sealed diary: tells a wrong password from damage. Nothing needs it to open.

It holds the salt of the file once more and a value that the key is known by, for two keys where a
password is just being changed. Neither helps to guess a password faster than the diary itself does.
It also says whether this computer's keychain keeps the key.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

ENDING: Final = ".seal"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Seal:
    """One key of the diary: the salt it is made with, and the value it is known by."""

    salt: bytes
    check: str


def path_of(diary: Path) -> Path:
    """Return where the sidecar of the diary at `diary` lies, there or not."""
    return diary.with_name(f"{diary.name}{ENDING}")


def read(diary: Path) -> tuple[Seal, ...]:
    """Return the keys that the sidecar knows, none where it is missing or unreadable."""
    try:
        told = [(bytes.fromhex(each["salt"]), each["check"]) for each in _held(diary)["keys"]]
    except (ValueError, LookupError, TypeError):
        return ()
    return tuple(Seal(salt, str(check)) for salt, check in told)


def in_keychain(diary: Path) -> bool:
    """Whether the keychain was asked to keep the key of this diary."""
    return _held(diary).get("keychain") is True


def write(diary: Path, *keys: Key, keychain: bool | None = None) -> None:
    """Say which keys the diary may have, and whether the keychain keeps one (None: as it was).

    Without any key the sidecar goes. Raises OSError.
    """
    target = path_of(diary)
    if not keys:
        target.unlink(missing_ok=True)
        return
    told = {
        "version": _VERSION,
        "keys": [{"salt": key.salt.hex(), "check": key.check} for key in keys],
        "keychain": in_keychain(diary) if keychain is None else keychain,
    }
    paths.write_private(target, json.dumps(told, indent=1))


def renew(diary: Path, key: Key) -> None:
    """Have the sidecar say that this key opens the diary, where it says anything else."""
    if read(diary) != (Seal(key.salt, key.check),):
        # A folder that cannot be written to says so when the diary is.
        with contextlib.suppress(OSError):
            write(diary, key)


def _held(diary: Path) -> dict[str, Any]:
    try:
        held = json.loads(path_of(diary).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}
