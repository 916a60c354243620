"""The key of a sealed diary: from the password, from the printed recovery key, back to words."""

from __future__ import annotations

import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

ITERATIONS: Final = 256_000
"""How often SQLCipher 4 turns a password over with HMAC-SHA512 (PBKDF2), so that guessing is slow.

Source: https://www.zetetic.net/sqlcipher/sqlcipher-api/#kdf_iter
"""
SALT_BYTES: Final = 16
_KEY_BYTES: Final = 32
_SYMBOLS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_MISREAD: Final = str.maketrans("018", "OIB")
_GROUPS: Final = 13
_OF_KEY: Final = 4
"""Symbols of a group that are of the key; one more checks them."""


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a sealed file: 32 bytes made from the password, and the salt they were made with.

    Neither is ever shown by accident: `repr` hides both.
    """

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def literal(self) -> str:
        """The key as SQLCipher takes it where it need not derive it (`x'…'`, in quotes)."""
        return f"\"x'{self.raw.hex()}{self.salt.hex()}'\""

    @property
    def check(self) -> str:
        """A value by which the key is known again, from which it cannot be found."""
        return hmac.digest(self.raw, b"TwitchLog: is this the key?" + self.salt, "sha512").hex()[
            :32
        ]


def new_salt() -> bytes:
    """Return 16 random bytes for a password that is set anew."""
    return secrets.token_bytes(SALT_BYTES)


def derive(password: str, salt: bytes) -> Key:
    """Return the key that a password makes, exactly as SQLCipher 4 itself derives it.

    It takes about a tenth of a second, on purpose: do it once, not for every connection. Letters
    with accents count the same however the keyboard put them together (NFC).
    """
    # Not hashlib's: where Python is linked with an older OpenSSL that takes a third longer.
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return Key(PBKDF2HMAC(SHA512(), _KEY_BYTES, salt, ITERATIONS).derive(typed), salt)


def to_recovery(key: Key) -> str:
    """Return the key as text to print: thirteen groups of five, the last of each checks it."""
    number = int.from_bytes(key.raw, "big") << (_GROUPS * _OF_KEY * 5 - _KEY_BYTES * 8)
    bits = _GROUPS * _OF_KEY * 5
    values = [number >> (bits - 5 * (place + 1)) & 31 for place in range(_GROUPS * _OF_KEY)]
    groups = (values[start : start + _OF_KEY] for start in range(0, len(values), _OF_KEY))
    return "-".join(
        "".join(_SYMBOLS[value] for value in (*group, _checked(place, group)))
        for place, group in enumerate(groups)
    )


def from_recovery(text: str, salt: bytes) -> Key:
    """Return the key that was printed as `text`; raise BadInput that names the group to look at.

    Small letters, other separators, and 0, 1 and 8 for O, I and B are taken as they are meant.
    """
    typed = [each for each in text.upper().translate(_MISREAD) if not _separates(each)]
    length = _GROUPS * (_OF_KEY + 1)
    wrong = next((place for place, each in enumerate(typed) if each not in _SYMBOLS), None)
    if wrong is None and len(typed) != length:
        raise BadInput(
            _("A recovery key has {length} letters and digits; these are {n}.").format(
                length=length, n=len(typed)
            )
        )
    if wrong is not None:
        raise _typing_mistake(wrong // (_OF_KEY + 1))
    values: list[int] = []
    for place in range(_GROUPS):
        start = place * (_OF_KEY + 1)
        *group, check = (_SYMBOLS.index(each) for each in typed[start : start + _OF_KEY + 1])
        if _checked(place, group) != check:
            raise _typing_mistake(place)
        values += group
    number = 0
    for value in values:
        number = number << 5 | value
    number >>= _GROUPS * _OF_KEY * 5 - _KEY_BYTES * 8
    return Key(number.to_bytes(_KEY_BYTES, "big"), salt)


def is_recovery(text: str) -> bool:
    """Whether this is as long as a recovery key."""
    return sum(1 for each in text if not _separates(each)) == _GROUPS * (_OF_KEY + 1)


def _separates(symbol: str) -> bool:
    return symbol.isspace() or symbol in "-–—_.,:;"


def _typing_mistake(place: int) -> BadInput:
    return BadInput(
        _("There is a typing mistake in group {n} of the recovery key.").format(n=place + 1)
    )


def _checked(place: int, group: Iterable[int]) -> int:
    """Return the check of a group, a number of GF(32) (x⁵+x²+1) that also knows its place.

    One wrong symbol, two that changed places, and two groups that did are all found.
    """
    check = place + 1
    for value in group:
        check = (check ^ value) << 1
        if check & 32:
            check ^= 0b100101
    return check
