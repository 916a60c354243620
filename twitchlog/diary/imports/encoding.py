"""Tell in which encoding a text file was written."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_CHUNK: Final = 1 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Encoding:
    """Python's `name` of an encoding; `longest` is the longest line in bytes, to the megabyte.

    `mixed` says that some lines are in another one: their letters cannot be trusted.
    """

    name: str
    longest: int
    mixed: bool = False


def encoding_of(path: Path) -> Encoding | None:
    """Return the encoding of the whole file; None where it is not a text."""
    with path.open("rb") as file:
        head = file.read(_CHUNK)
    marked = next((name for mark, name in _MARKS if head.startswith(mark)), None)
    if marked == "utf-16" or _is_wide(head):
        name = marked or ("utf-16-le" if head[1:2] == b"\0" else "utf-16-be")
        return _wide(path, name)
    longest, valid, has_nul = _scan(path)
    if has_nul:
        return None
    if valid:
        return Encoding(marked or "utf-8", longest)
    sample = _telling(path)
    if marked or _share_of_utf8(sample) >= _MOSTLY:
        return Encoding(marked or "utf-8", longest, mixed=True)
    return Encoding(_guess(b"\n".join(sample)), longest)


def _is_wide(head: bytes) -> bool:
    """Whether every other byte is nothing: UTF-16 without its mark."""
    sample = head[:2000]
    half = len(sample) // 2
    return half > 1 and max(sample[::2].count(0), sample[1::2].count(0)) > 0.8 * half


def _wide(path: Path, name: str) -> Encoding | None:
    longest = 0
    try:
        with path.open(encoding=name, newline="") as file:
            while line := file.readline(_CHUNK):
                longest = max(longest, len(line))
                if "\0" in line:
                    return None
    except UnicodeError:
        return None
    return Encoding(name, longest)


def _scan(path: Path) -> tuple[int, bool, bool]:
    """Return the longest line, whether all of it is UTF-8, and whether it holds zero bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    longest = run = 0
    valid = True
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if b"\0" in chunk:
                return longest, valid, True
            ends = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
            longest = max(longest, run)
            run = run + len(chunk) if ends < 0 else len(chunk) - ends
            longest = max(longest, run)
            valid = valid and _fits(decoder, chunk)
    return longest, valid and _fits(decoder, b"", final=True), False


def _fits(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _telling(path: Path) -> list[bytes]:
    """Return up to 2,000 lines that hold more than ASCII: those that tell encodings apart."""
    found: list[bytes] = []
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                found.append(line[:4000].rstrip(b"\r\n"))
                if len(found) == 2000:
                    break
    return found


def _share_of_utf8(lines: list[bytes]) -> float:
    def fits(line: bytes) -> bool:
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    return sum(map(fits, lines)) / len(lines) if lines else 1.0


def _guess(sample: bytes) -> str:
    """Return the likeliest of the one-byte encodings; cp1252 where it cannot be told."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample[:20_000], cp_isolation=["cp1252", "mac_roman", "cp1250", "cp1251"])
    best = found.best()
    usual = next((match for match in found if "cp1252" in match.could_be_from_charset), None)
    if best is None or (usual is not None and usual.chaos <= best.chaos + 0.02):
        return "cp1252"
    return best.encoding
