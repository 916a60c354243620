"""How a photo or other file is sealed: the age format, under a name that says nothing of it.

https://age-encryption.org/v1: each file has a key of its own, is written in pieces of 64 kB, and
any change of it, or a cut, is found when it is read.
"""

from __future__ import annotations

import hmac
import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

ENDING: Final = ".age"


class FileSeal:
    """Seals and opens files with one key, written as age does (`AGE-SECRET-KEY-1…`)."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "FileSeal()"

    def name(self, sha256: str) -> str:
        """Return what the file of that content is called while it is sealed.

        Without the key nobody can tell from it whether it is a file that they have as well.
        """
        return hmac.digest(self._secret.encode(), sha256.encode(), "sha256").hex()

    def seal(self, source: Any, target: Any) -> None:
        """Read all of an open file and write it sealed into another."""
        import pyrage

        pyrage.encrypt_io(source, target, [self._identity().to_public()])

    def open(self, source: Any, target: Any) -> None:
        """Read a sealed file and write what is in it; raise ValueError where it is damaged."""
        import pyrage

        try:
            pyrage.decrypt_io(source, target, [self._identity()])
        except pyrage.DecryptError as problem:
            raise ValueError(str(problem)) from problem

    def read(self, path: Path) -> bytes:
        """Return what is in a sealed file; nothing of it is written anywhere.

        Raises OSError, and ValueError where it is damaged.
        """
        target = io.BytesIO()
        with path.open("rb") as source:
            self.open(source, target)
        return target.getvalue()

    def _identity(self) -> Any:
        from pyrage import x25519

        return x25519.Identity.from_str(self._secret)


def new_secret() -> str:
    """Return a new key for files."""
    from pyrage import x25519

    return str(x25519.Identity.generate())
