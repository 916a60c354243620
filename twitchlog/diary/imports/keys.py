"""Stable ids for what is read from a file, so that a second import finds it there."""

from __future__ import annotations

import re
from hashlib import sha1
from typing import Final
from uuid import UUID

NAMESPACE: Final = UUID("6d2c1f9a-63a5-5c0e-9a55-6f0f6d0f7a11")
"""The namespace of every id made from a line of a file (RFC 9562, version 5)."""

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SEED: Final = sha1(NAMESPACE.bytes, usedforsecurity=False)


def day_key(day: str, factor: str) -> str:
    """Return the UUID, in text, of what a file says of a factor on a whole day, written in ISO.

    It is the same for every file: one amount a day, whichever program measured it first.
    """
    return Keys("day").of(f"{day}\x1f{factor}")


class Keys:
    """Gives ids for the lines of one file.

    A line's id depends on what the line says, not on how its columns are read, so that the same
    file read with another mapping adds nothing. Lines that say the same are numbered: two twitches
    in one minute at one place stay two, and the same two at the next import.
    """

    def __init__(self, kind: str) -> None:
        self._seed = _SEED.copy()
        self._seed.update(kind.encode())
        self._seen: dict[bytes, int] = {}
        self._own: set[str] = set()

    def given(self, text: str) -> str:
        """Return the id of a line that names its own: a UUID stands as it is, the first time.

        So a table that this program wrote finds its entries again in the diary it came from.
        """
        key = text.lower()
        if _UUID.fullmatch(key) is None or key in self._own:
            return self.of(text)
        self._own.add(key)
        return key

    def of(self, content: str) -> str:
        """Return the UUID, in text, of the next line that says `content`."""
        made = self._seed.copy()
        made.update(content.encode("utf-8", "surrogatepass"))
        digest = made.digest()
        again = self._seen.get(digest)
        if again is None:
            self._seen[digest] = 1
        else:
            self._seen[digest] = again + 1
            made.update(b"\x1e%d" % again)
            digest = made.digest()
        text = digest.hex()
        variant = "89ab"[digest[8] >> 4 & 3]
        return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"
