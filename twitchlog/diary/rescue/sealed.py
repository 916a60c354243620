"""Open the pages of a sealed file one by one, also where what surrounds them is damaged.

SQLCipher 4 seals each page on its own: AES-256 in CBC mode with an initial value of its own, which
stands behind the content with a check value (HMAC-SHA512). The content is opened whatever the check
value says: damage to one byte spoils 32 bytes there, and the rows beside them can be read.
Source: https://www.zetetic.net/sqlcipher/design/
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

_HEADER: Final = b"SQLite format 3\x00"
_SALT_BYTES: Final = 16
_BLOCK: Final = 16
_CHECK_BYTES: Final = 64
_CHECK_TURN: Final = 0x3A
"""What SQLCipher turns the salt by, to make of it the salt of the check values."""
_LOOKED_AT: Final = 200


@dataclass(frozen=True, slots=True)
class Opener:
    """Opens pages with the 32 bytes of the raw key."""

    raw: bytes = field(repr=False)
    page_bytes: int = 4096
    reserved_bytes: int = _BLOCK + _CHECK_BYTES

    def page(self, number: int, page: bytes) -> bytes:
        """Return a page's content as a plain file would hold it, with zeros in the reserve."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        end = self.page_bytes - self.reserved_bytes
        start = _SALT_BYTES if number == 1 else 0
        if not any(page):
            return page  # a page that the file was cut before, or that was never written
        cipher = Cipher(algorithms.AES(self.raw), modes.CBC(page[end : end + _BLOCK]))
        opened = cipher.decryptor()
        content = opened.update(page[start:end]) + opened.finalize()
        head = _HEADER if number == 1 else b""
        return (head + content).ljust(self.page_bytes, b"\0")


def fits(path: Path, key: Key) -> bool:
    """Whether any of the file's first pages bears a check value that this key gives.

    So a right password is known also where the first page, by which SQLCipher knows it, is damaged.
    Raises OSError.
    """
    turned = bytes(byte ^ _CHECK_TURN for byte in key.salt)
    checks = hashlib.pbkdf2_hmac("sha512", key.raw, turned, 2, 32)
    opener = Opener(key.raw)
    with path.open("rb") as file:
        for number in range(1, _LOOKED_AT + 1):
            page = file.read(opener.page_bytes)
            if len(page) < opener.page_bytes:
                return False
            sealed = page[_SALT_BYTES if number == 1 else 0 : -_CHECK_BYTES]
            said = hmac.digest(checks, sealed + number.to_bytes(4, "little"), "sha512")
            if said == page[-_CHECK_BYTES:]:
                return True
    return False
