"""Read the rows of a table one by one; a broken line costs itself, not those after it."""

from __future__ import annotations

import csv
from collections import deque
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.sniffing import readable
from twitchlog.diary.imports.watch import Watch
from twitchlog.domain.imports import Problem
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from twitchlog.diary.imports.sniffing import Sniffed

_TOLD_EVERY: Final = 2000
_BROKEN: Final = 40
"""After so many broken quotations each line is read by itself, or reading would take for ever."""

Row = tuple[int, list[str]]


class _Feed:
    """Hands out physical lines, and takes back those that a broken one has swallowed."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._back: deque[str] = deque()
        self.held: list[str] = []
        self.given = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._file)
        self.given += 1
        self.held.append(line)
        return line

    def take_back(self) -> None:
        """Keep the first line of what was handed out since the last whole row; return the rest."""
        rest = self.held[1:]
        self._back.extendleft(reversed(rest))
        self.given -= len(rest)


def rows(sniffed: Sniffed, watch: Watch | None = None) -> Iterator[Row | Problem]:
    """Yield the rows below the header, each with its line number, and what cannot be read.

    Empty lines are passed over. Raises Cancelled.
    """
    watch = watch or Watch()
    with (
        readable(sniffed.path),
        sniffed.path.open("rb") as raw,
        TextIOWrapper(raw, sniffed.encoding, errors="surrogateescape", newline="") as file,
    ):
        feed = _Feed(file)
        reader: Iterator[list[str]] = csv.reader(feed, delimiter=sniffed.delimiter, strict=True)
        broken, since = 0, 0
        held = feed.held
        while True:
            held.clear()
            first = feed.given + 1
            try:
                cells = next(reader)
            except StopIteration:
                break
            except csv.Error:
                broken += 1
                feed.take_back()
                if first > sniffed.header_line:
                    yield _unreadable(first, feed.held[0])
                if broken == _BROKEN:
                    reader = _Single(feed, sniffed.delimiter)
                continue
            since += 1
            if since >= _TOLD_EVERY:
                since = 0
                watch.at(raw.tell(), sniffed.size)
            if first <= sniffed.header_line or not cells:
                continue
            if sniffed.mixed and not _readable(cells):
                yield Problem(first, "", _("This line holds letters that cannot be read."))
            else:
                yield first, cells
        watch.at(sniffed.size, sniffed.size)


class _Single:
    """Reads each physical line as a row of its own."""

    def __init__(self, feed: _Feed, delimiter: str) -> None:
        self._feed, self._delimiter = feed, delimiter

    def __iter__(self) -> _Single:
        return self

    def __next__(self) -> list[str]:
        line = next(self._feed)
        return next(csv.reader([line], delimiter=self._delimiter, strict=True), [])


def _readable(cells: list[str]) -> bool:
    text = "".join(cells)
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _unreadable(line: int, text: str) -> Problem:
    if '"' in text:
        sentence = _("A quotation mark in this line is not closed.")
    else:
        sentence = _("This line is too long to be read.")
    return Problem(line, "", sentence)
