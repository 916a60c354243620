"""The write-ahead log beside a damaged file: which of its pages can be trusted.

Each frame carries a checksum over all frames before it, so one that is damaged breaks the chain for
SQLite. The frames behind it can still be judged: by the checksum that stands in the frame before.
"""

from __future__ import annotations

import struct
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD: Final = 32
_FRAME_HEAD: Final = 24
_LITTLE, _BIG = 0x377F0682, 0x377F0683
_NATIVE: Final = "<" if sys.byteorder == "little" else ">"
_WORD: Final = 0xFFFFFFFF
_USUAL: Final = 4096
Sums = tuple[int, int]


@dataclass(slots=True)
class Log:
    """What a log holds: pages as SQLite would take them, and those behind a damaged place."""

    page_bytes: int = 0
    pages: dict[int, bytes] = field(default_factory=dict)
    newer: dict[int, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Frame:
    number: int
    commits: bool
    salt: bytes
    stored: Sums
    page: bytes
    head: bytes


def read_log(path: Path) -> Log:
    """Return the pages of the log at `path` that were committed; raise OSError but for none there.

    Pages behind a damaged place are taken up to the last commit whose frames are sound.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Log()
    if len(data) < _HEAD + _FRAME_HEAD:
        return Log()
    magic, _version, size = struct.unpack(">III", data[:12])
    order = {_BIG: ">", _LITTLE: "<"}.get(magic, _NATIVE)
    sums = _pair(data[24:_HEAD])
    unbroken = magic in {_LITTLE, _BIG} and _sum(data[:24], (0, 0), order) == sums
    if not unbroken:
        size = _USUAL
    # Where the head is damaged, each frame still says the same.
    salt = data[16:24] if unbroken else data[_HEAD + 8 : _HEAD + 16]
    log = Log(page_bytes=size if unbroken else 0)
    waiting: dict[int, bytes] = {}
    for frame in _frames(data, size):
        sound = frame.salt == salt and _sum(frame.page, _sum(frame.head, sums, order), order)
        sums = frame.stored
        if sound != frame.stored:
            # Damaged, or left over from before the log began anew: then no later one is sound.
            unbroken, waiting = False, {}
            continue
        waiting[frame.number] = frame.page
        if frame.commits:
            (log.pages if unbroken else log.newer).update(waiting)
            waiting = {}
    return log


def _frames(data: bytes, size: int) -> Iterator[_Frame]:
    step = _FRAME_HEAD + size
    for at in range(_HEAD, len(data) - step + 1, step):
        number, commit = struct.unpack(">II", data[at : at + 8])
        yield _Frame(
            number,
            commit > 0,
            data[at + 8 : at + 16],
            _pair(data[at + 16 : at + 24]),
            data[at + _FRAME_HEAD : at + step],
            data[at : at + 8],
        )


def _pair(data: bytes) -> Sums:
    first, second = struct.unpack(">II", data)
    return first, second


def _sum(data: bytes, before: Sums, order: str) -> Sums:
    """Return the log's own running checksum over `data`, eight bytes a step."""
    first, second = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & _WORD
        second = (second + words[at + 1] + first) & _WORD
    return first, second
