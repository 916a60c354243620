"""Read a table line by line as a mapping says; look at its first lines beforehand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.dates import OrderVotes
from twitchlog.diary.imports.guessing import (
    dated_column,
    guess_mapping,
    has_scale,
    scale_of,
)
from twitchlog.diary.imports.lines import LineReader
from twitchlog.diary.imports.rows import rows
from twitchlog.domain.errors import BadInput
from twitchlog.domain.imports import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.diary.imports.mapping import Mapping
    from twitchlog.diary.imports.sniffing import Sniffed
    from twitchlog.diary.imports.watch import Watch
    from twitchlog.domain.imports import Choices, Found

_SAMPLE: Final = 200


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line as it stands and as it would be logged: several records, or a problem."""

    line: int
    cells: tuple[str, ...]
    found: tuple[Found, ...]


def proposed(sniffed: Sniffed) -> Mapping:
    """Propose how to read a table: names and first lines for the fields, all lines for the rest.

    What tells day from month, and one scale from another, may stand in the last line.
    """
    sample = [row[1] for row in islice(_rows_alone(sniffed), _SAMPLE)]
    return decide(sniffed, guess_mapping(sniffed.columns, sample))


def decide(sniffed: Sniffed, mapping: Mapping) -> Mapping:
    """Return the mapping with the order of its dates and the scales told by the whole columns."""
    position = dated_column(mapping)
    scaled = [n for n, column in enumerate(mapping.columns) if has_scale(column.field)]
    votes = OrderVotes()
    seen: dict[int, set[str]] = {n: set() for n in scaled}
    open_order = position is not None and mapping.order is None
    if not open_order and not scaled:
        return mapping
    for _line, cells in _rows_alone(sniffed):
        if open_order and position is not None and position < len(cells):
            open_order = not votes.see(cells[position])
        for n in scaled:
            if n < len(cells) and len(seen[n]) < _SAMPLE:
                seen[n].add(cells[n])
        if not scaled and not open_order:
            break
    columns = tuple(
        replace(column, scale=scale_of(column.field, seen[n])) if n in seen else column
        for n, column in enumerate(mapping.columns)
    )
    order = mapping.order or votes.decided
    return replace(mapping, columns=columns, order=order, asks_order=votes.must_ask)


def read_csv(
    sniffed: Sniffed, mapping: Mapping, choices: Choices, watch: Watch | None = None
) -> Iterator[Found]:
    """Yield what every line says, as records and problems, in the order of the file.

    Raises BadInput where the mapping is not complete, and Cancelled.
    """
    sentence = mapping.missing()
    if sentence is not None:
        raise BadInput(sentence)
    reader = LineReader(mapping, choices, decimal_comma=sniffed.decimal_comma)
    for row in rows(sniffed, watch):
        if isinstance(row, Problem):
            yield row
        else:
            yield from reader.read(*row)


def preview(
    sniffed: Sniffed, mapping: Mapping, choices: Choices, *, limit: int = 20
) -> tuple[PreviewLine, ...]:
    """Return the first lines, each as it stands and as it would be logged.

    Nothing is read of them while the mapping is not complete.
    """
    ready = mapping.missing() is None
    reader = LineReader(mapping, choices, decimal_comma=sniffed.decimal_comma) if ready else None
    lines: list[PreviewLine] = []
    for row in islice(rows(sniffed), limit):
        if isinstance(row, Problem):
            lines.append(PreviewLine(row.line, (), (row,)))
            continue
        line, cells = row
        found = tuple(reader.read(line, list(cells))) if reader else ()
        lines.append(PreviewLine(line, tuple(cells), found))
    return tuple(lines)


def _rows_alone(sniffed: Sniffed) -> Iterator[tuple[int, list[str]]]:
    return (row for row in rows(sniffed) if not isinstance(row, Problem))
