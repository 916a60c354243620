"""The pages of a damaged file, with those of its write-ahead log in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from twitchlog.diary.rescue.log import read_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from twitchlog.diary.rescue.sealed import Opener

HEADER_BYTES: Final = 100
"""What stands before the first page's own content."""
_HEADER: Final = b"SQLite format 3\x00"
_USUAL: Final = 4096
_LARGEST: Final = 65_536
_SIZES: Final = frozenset(1 << power for power in range(9, 17))
_KINDS: Final = frozenset({0x02, 0x05, 0x0A, 0x0D})
_SAMPLE: Final = 2000
_MOST: Final = 0.75


class Pages:
    """The pages of the file at `path`, by number from 1; the file is only ever read.

    `newer` holds pages that stand in the log behind a place where it is damaged. Raises OSError.
    """

    def __init__(self, path: Path, opener: Opener | None = None) -> None:
        log = read_log(path.with_name(path.name + "-wal"))
        self._file = path.open("rb")
        self._opener = opener
        self._bytes = path.stat().st_size
        head = self._file.read(HEADER_BYTES).ljust(HEADER_BYTES, b"\0")
        self.size = opener.page_bytes if opener else log.page_bytes or self._find_size(head)
        reserved = head[20] if head.startswith(_HEADER) and head[20] <= _USUAL // 8 else 0
        self.usable = self.size - (opener.reserved_bytes if opener else reserved)
        self._log = {number: self._opened(number, page) for number, page in log.pages.items()}
        self.newer = {number: self._opened(number, page) for number, page in log.newer.items()}
        self.count = max(-(-self._bytes // self.size), *self._log, *self.newer, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def page(self, number: int) -> bytes | None:
        """Return a page, filled up with zeros where the file ends inside it; None without it."""
        if (held := self._log.get(number)) is not None:
            return held
        if not 1 <= number <= self.count:
            return None
        self._file.seek((number - 1) * self.size)
        page = self._file.read(self.size)
        if not page:
            return None
        return self._opened(number, page.ljust(self.size, b"\0"))

    def all(self) -> Iterator[tuple[int, bytes]]:
        """Yield every page there is, those of `newer` last."""
        for number in range(1, self.count + 1):
            page = self.page(number)
            if page is not None:
                yield number, page
        yield from self.newer.items()

    def _opened(self, number: int, page: bytes) -> bytes:
        return self._opener.page(number, page) if self._opener else page

    def _find_size(self, head: bytes) -> int:
        """Return the page size that the header names, or the usual one where that is damaged."""
        named = int.from_bytes(head[16:18], "big")
        named = _LARGEST if named == 1 else named
        if not head.startswith(_HEADER) or named not in _SIZES or named == _USUAL:
            return _USUAL
        # At several times the true size pages begin as pages too, so the smaller one counts.
        shares = {size: self._share(size) for size in (named, _USUAL)}
        return min(size for size, share in shares.items() if share >= _MOST * max(shares.values()))

    def _share(self, size: int) -> float:
        """Return how many of the first pages of that size begin as a page of rows does."""
        number = min(self._bytes // size, _SAMPLE)
        fits = 0
        for place in range(1, number):
            self._file.seek(place * size)
            start = self._file.read(8)
            rows = int.from_bytes(start[3:5], "big")
            fits += start[0] in _KINDS and start[7] < 128 and 0 < rows < size // 4
        return fits / max(number - 1, 1)
