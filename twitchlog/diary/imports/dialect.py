"""Tell the dialect of a table: what separates its columns, and which line names them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, Final

from twitchlog.domain.imports import FileKind
from twitchlog.translation import _

_DELIMITERS: Final = (",", ";", "\t", "|")
_LOOKED_AT: Final = 200
_VALUE: Final = re.compile(r"^\s*[+-]?\d[\d\s.,:/T+Z-]*\s*([ap]m)?\s*$", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"^\ufeff?\s*sep=(.)\s*$", re.IGNORECASE)
_ATTACKS: Final = ["#", "started", "lasted"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written, and by which program."""

    LONGEST_LINE: ClassVar[int] = 2_000_000

    kind: FileKind
    delimiter: str
    header_line: int
    columns: tuple[str, ...]


def dialect_of(head: str) -> Dialect | None:
    """Return the dialect of a table that begins with `head`; None where it has no columns."""
    lines = head.splitlines(keepends=True)
    if len(lines) > 1 and not lines[-1].endswith(("\n", "\r")):
        lines.pop()
    told = _SEPARATOR.match(lines[0]) if lines else None
    skipped = 1 if told else 0
    lines = lines[skipped:]
    best: tuple[float, str] | None = None
    for delimiter in (told[1],) if told else _DELIMITERS:
        fit = _fit(lines, delimiter)
        if fit and (best is None or fit > best[0]):
            best = (fit, delimiter)
    delimiter = best[1] if best else ","
    rows = _rows(lines, delimiter)
    if not rows:
        return None
    return _named(rows, delimiter, skipped)


def _named(rows: list[tuple[int, list[str]]], delimiter: str, skipped: int) -> Dialect | None:
    for line, cells in rows:
        if [cell.strip().lower() for cell in cells[:3]] == _ATTACKS:
            names = tuple(cell.strip() for cell in cells)
            return Dialect(FileKind.MIGRAINE_BUDDY, delimiter, line + skipped, names)
    line, cells = rows[0]
    names = tuple(cell.strip().lstrip("\ufeff").strip() for cell in cells)
    lowered = {name.lower() for name in names}
    if {"category", "rating/amount"} <= lowered:
        return Dialect(FileKind.BEARABLE, delimiter, line + skipped, names)
    if {"full_date", "mood"} <= lowered:
        return Dialect(FileKind.DAYLIO, delimiter, line + skipped, names)
    if any(_VALUE.match(name) for name in names):
        made_up = tuple(_("Column {n}").format(n=number + 1) for number in range(len(names)))
        return Dialect(FileKind.TABLE, delimiter, 0, made_up)
    if len(rows) == 1 and len(names) == 1:
        return None
    return Dialect(FileKind.TABLE, delimiter, line + skipped, names)


def _rows(lines: list[str], delimiter: str) -> list[tuple[int, list[str]]]:
    """Return the first rows that are not empty, each with the number of its first line."""
    reader = csv.reader(lines, delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for cells in islice(reader, _LOOKED_AT):
            if any(cell.strip() for cell in cells):
                rows.append((before + 1, cells))
            before = reader.line_num
    except csv.Error:
        pass
    return rows


def _fit(lines: list[str], delimiter: str) -> float:
    """Return how well a delimiter explains the lines: the share of rows as wide as most."""
    widths = Counter(len(cells) for _line, cells in _rows(lines, delimiter) if len(cells) > 1)
    if not widths:
        return 0.0
    width, often = widths.most_common(1)[0]
    everything = sum(widths.values()) + sum(
        1 for _line, cells in _rows(lines, delimiter) if len(cells) == 1
    )
    return often / everything + min(width, 50) / 1000
