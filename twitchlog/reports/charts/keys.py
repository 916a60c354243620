"""The key under a chart: signs and what they mean, in as many rows as they need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.over_time import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY_ROW: Final = 22.0
KEY_GAP: Final = 12.0
SIGN_GAP: Final = 6.0
RAMP: Final = ("ramp1", "ramp2", "ramp3", "ramp4", "ramp5")
HAPPENED: Final = (*EventKind, "note", "several")
SIGN_WIDTHS: Final = {
    "bar": 8.0, "ring": 8.0, "dot": 8.0, "hatch": 12.0, "line": 16.0, "band": 20.0,
    "thin": 5.0, "day group": 9.0, "edged": 8.0, "range": 8.0, "half": 16.0, "square": 12.0,
    "open": 8.0, "level": 16.0, "fine": 16.0,
    **dict.fromkeys(RAMP, 12.0), **dict.fromkeys(HAPPENED, 11.0),
}  # fmt: skip
LETTER: Final = 6.2
"""About how wide a letter of the labels is, in dp."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the key: its sign and what it means.

    A sign is `bar`, `thin` (a pale bar), `edged` (one with an edge), `ring`, `dot`, `day group` (a
    dot of the second colour), `range` (an upright line), `hatch`, `line`, `band` (a line in its
    band), `level` (such a line alone), a `fine` line, `half` (a thick line), an empty `square`, an
    `open` one of the second colour, a step of the ramp, `ramp1` to `ramp5`, or one of what happened
    (`HAPPENED`).
    """

    sign: str
    text: str


def key_rows(
    entries: Iterable[Entry], *, width: float, text_scale: float
) -> tuple[tuple[Entry, ...], ...]:
    """Lay the entries out in rows of at most `width` dp; there is at least one row.

    None stands alone in the last row where the row before can spare one.
    """
    rows: list[list[Entry]] = [[]]
    used = 0.0
    for entry in entries:
        wanted = SIGN_WIDTHS[entry.sign] + SIGN_GAP + len(entry.text) * LETTER * text_scale
        if rows[-1] and used + wanted > width:
            rows.append([])
            used = 0.0
        rows[-1].append(entry)
        used += wanted + KEY_GAP
    if len(rows) > 1 and len(rows[-1]) == 1 and len(rows[-2]) > 2:
        rows[-1].insert(0, rows[-2].pop())
    return tuple(tuple(row) for row in rows)
