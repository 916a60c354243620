"""The rows on one page: cells, what overflowed to other pages, and values out of bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.diary.rescue.pages import HEADER_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.diary.rescue.pages import Pages

Value = int | float | str | bytes | None

TABLE_LEAF: Final = 0x0D
TABLE_INNER: Final = 0x05
INDEX_LEAF: Final = 0x0A
INDEX_INNER: Final = 0x02
KINDS: Final = frozenset({TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER})
_LARGEST: Final = 64 << 20
_FIXED: Final = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


@dataclass(frozen=True, slots=True)
class Cell:
    """One row as it was stored: its number (0 in an index) and its values.

    It was `cut` where its end could not be read, and is `exact` where its length is that of its
    values. `at` and `end` say which bytes of the page it takes.
    """

    number: int
    values: tuple[Value, ...]
    cut: bool
    exact: bool
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of rows: its kind, where its cells are said to stand, and its bytes."""

    kind: int
    data: bytes
    starts: tuple[int, ...]
    body: int


def open_page(number: int, data: bytes) -> Page | None:
    """Return a page of rows, or None for any other."""
    base = HEADER_BYTES if number == 1 else 0
    kind = data[base]
    if kind not in KINDS:
        return None
    head = 12 if kind in {TABLE_INNER, INDEX_INNER} else 8
    cells = int.from_bytes(data[base + 3 : base + 5], "big")
    first = base + head
    cells = min(cells, (len(data) - first) // 2)
    starts = struct.unpack(f">{cells}H", data[first : first + 2 * cells])
    return Page(kind, data, starts, first + 2 * cells)


def children(page: Page, number: int) -> tuple[int, ...]:
    """Return the numbers of the pages below one that is not a leaf."""
    if page.kind not in {TABLE_INNER, INDEX_INNER}:
        return ()
    base = HEADER_BYTES if number == 1 else 0
    below = [int.from_bytes(page.data[at : at + 4], "big") for at in page.starts]
    return (*below, int.from_bytes(page.data[base + 8 : base + 12], "big"))


def cells(pages: Pages, page: Page) -> Iterator[Cell]:
    """Yield the rows of a page that can be read, in the page's order."""
    if page.kind == TABLE_INNER:
        return
    for at in page.starts:
        found = cell(pages, page, at)
        if found is not None:
            yield found


def cell(pages: Pages, page: Page, at: int) -> Cell | None:
    """Return the row that begins at `at`, or None where none can begin there."""
    data, start, number = page.data, at, 0
    if not page.body <= at < pages.usable:
        return None
    try:
        if page.kind == INDEX_INNER:
            at += 4
        length, at = varint(data, at)
        if page.kind == TABLE_LEAF:
            number, at = varint(data, at)
        if not 0 < length <= _LARGEST:
            return None
        local = _local(length, pages.usable, table=page.kind == TABLE_LEAF)
        if at + local > pages.usable:
            return None
        payload, end = data[at : at + local], at + local
        if local < length:
            payload += _overflowed(pages, data[end : end + 4], length - local)
            end += 4
        read = record(payload, length)
    except (IndexError, struct.error):
        return None
    if read is None:
        return None
    values, taken = read
    return Cell(_signed(number), values, len(payload) < length, taken == length, start, end)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """Return the number that begins at `at`, up to nine bytes long, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, place + 1
    return (value << 8) | data[at + 8], at + 9


def record(payload: bytes, length: int) -> tuple[tuple[Value, ...], int] | None:
    """Return the values of a row of `length` bytes, of which only `payload` may be there.

    The second is how many bytes the values take; None where it is no row at all.
    """
    head, at = varint(payload, 0)
    if not at <= head <= len(payload):
        return None
    types = []
    body = head
    while at < head:
        kind, at = varint(payload, at)
        if kind in {10, 11}:
            return None
        size = _FIXED[kind] if kind < 12 else (kind - 12) // 2
        types.append((kind, body, size))
        body += size
    if at != head or body > length:
        return None
    values = (_value(kind, payload[start : start + size], size) for kind, start, size in types)
    return tuple(values), body


def _value(kind: int, data: bytes, size: int) -> Value:
    if kind >= 12:
        return data.decode("utf-8", "replace").replace("\0", "\ufffd") if kind % 2 else data
    if kind in {8, 9}:
        return kind - 8
    if kind == 0 or len(data) < size:
        return None
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    return int.from_bytes(data, "big", signed=True)


def _local(length: int, usable: int, *, table: bool) -> int:
    """Return how many bytes of a row stand on the page itself; the rest overflows."""
    most = usable - 35 if table else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    fits = least + (length - least) % (usable - 4)
    return fits if fits <= most else least


def _overflowed(pages: Pages, pointer: bytes, wanted: int) -> bytes:
    """Return what overflowed to a chain of pages, as far as the chain can be followed."""
    parts, seen = [], set()
    number = int.from_bytes(pointer, "big")
    while wanted > 0 and number not in seen:
        seen.add(number)
        page = pages.page(number)
        if page is None:
            break
        part = page[4 : min(pages.usable, 4 + wanted)]
        parts.append(part)
        wanted -= len(part)
        number = int.from_bytes(page[:4], "big")
    return b"".join(parts)


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number
