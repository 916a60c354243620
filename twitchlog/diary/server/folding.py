"""How SQLite's full-text index reads letters, so that a search on a server finds the same.

The index cuts texts into words at certain signs, and reads capital letters and those with accents
as plain ones. Which, it is asked itself: what a server knows of letters depends on how it was set
up, and is something else.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TABLES: Final = (
    """CREATE VIRTUAL TABLE asked
    USING fts5(words, content='', detail=none, tokenize='unicode61 remove_diacritics 2')""",
    "CREATE VIRTUAL TABLE told USING fts5vocab(asked, 'row')",
)
_LAST: Final = 0x1FFFF
"""Letters above this are Chinese, or not given out: they are read as they are."""
_SURROGATES: Final = range(0xD800, 0xE000)
_BLOCK: Final = 64
_MARK: Final = 4
_END: Final = "q"


@dataclass(frozen=True, slots=True)
class Folding:
    """Which letters are read as which others, which are passed over, and which end a word.

    `ends` is the inside of a class of letters in a regular expression of PostgreSQL.
    """

    letters: str
    read_as: str
    passed_over: str
    ends: str


@cache
def folding() -> Folding:
    """Ask SQLite's index how it reads every letter there is."""
    every = [chr(code) for code in range(1, _LAST + 1) if code not in _SURROGATES]
    blocks = ["".join(every[at : at + _BLOCK]) for at in range(0, len(every), _BLOCK)]
    # Most letters are read as they are: only where a block is not, each is asked for.
    changed = [letter for block, read in _read(blocks) if read != block for letter in block]
    read_as: dict[str, str] = {}
    passed_over, ends = [], []
    for letter, read in _read(changed):
        if read is None:
            ends.append(letter)
        elif read == "":
            passed_over.append(letter)
        elif read != letter:
            read_as[letter] = read
    return Folding("".join(read_as), "".join(read_as.values()), "".join(passed_over), _ranges(ends))


def _read(texts: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each text and how the index reads it, as a part of a word; None where it ends one."""
    found: dict[int, str | None] = {}
    with closing(sqlite3.connect(":memory:")) as file:
        for statement in _TABLES:
            file.execute(statement)
        marked = " ".join(f"{_mark(at)}{text}{_END}" for at, text in enumerate(texts))
        file.execute("INSERT INTO asked VALUES (?)", (marked,))
        for (term,) in file.execute("SELECT term FROM told"):
            at, rest = _place(term[:_MARK]), term[_MARK:]
            if at is not None and at not in found:
                found[at] = rest.removesuffix(_END) if rest.endswith(_END) else None
    for at, text in enumerate(texts):
        yield text, found.get(at)


def _mark(place: int) -> str:
    """Return four letters, `a` to `p`, that stand for a number and are read as they are."""
    return "".join(chr(ord("a") + (place >> shift & 15)) for shift in (12, 8, 4, 0))


def _place(mark: str) -> int | None:
    """Return the number that a mark stands for; None where it is none: the end of a block."""
    digits = [ord(letter) - ord("a") for letter in mark]
    if len(digits) < _MARK or not all(0 <= digit < 16 for digit in digits):
        return None
    return sum(digit << shift for digit, shift in zip(digits, (12, 8, 4, 0), strict=True))


def _ranges(letters: Iterable[str]) -> str:
    """Return letters as ranges, each end written by its number."""
    runs = groupby(enumerate(sorted(map(ord, letters))), lambda pair: pair[1] - pair[0])
    said = []
    for _offset, run in runs:
        codes = [code for _at, code in run]
        first, last = codes[0], codes[-1]
        said.append(_code(first) if first == last else f"{_code(first)}-{_code(last)}")
    return "".join(said)


def _code(code: int) -> str:
    return f"\\U{code:08X}"
