"""The methods side by side, in words for a terminal: shares in per cent ± their errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.alarms import METHODS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.alarms import Rate, Tally
    from support.series import Life


@dataclass(frozen=True, slots=True)
class Cell:
    """Diaries of one kind; `told` is the share in which people are told that a trigger is found."""

    name: str
    life: Life
    told: float | None = None


def alarms_table(rows: Sequence[tuple[Cell, Tally]]) -> str:
    """Return how often each method calls an inert factor."""
    lines = [
        "",
        "Inert factors called at p < 0.05: a factor / any in a diary",
        f"{'':34}" + "".join(f"{method:>24}" for method in METHODS) + "   after correction, judged",
    ]
    for cell, seen in rows:
        both = (f"{_pair(seen.per_factor(each), seen.any_alarm(each)):>24}" for each in METHODS)
        named = _pair(seen.any_named(), seen.any_named(possibly=True))
        part = 100 * seen["judged"] / seen["inert"]
        lines.append(f"{cell.name:34}" + "".join(both) + f"{named:>22}   {part:.0f} %")
    return "\n".join([*lines, "After correction: any linked / any at least possibly linked."])


def found_table(rows: Sequence[tuple[Cell, Tally]]) -> str:
    """Return how often a planted factor is found, beside what people are told."""
    head = f"{'Found at q < 0.10':48}{'found':>18}{'told':>8}{'alone, p < 0.05':>20}"
    lines = ["", head + f"{'interval holds':>20}{'another linked':>20}"]
    for cell, seen in rows:
        told = f"{100 * cell.told:.0f} %" if cell.told is not None else ""
        lines.append(
            f"{cell.name:48}{seen.found!s:>18}{told:>8}{seen.found_alone!s:>20}"
            f"{seen.coverage!s:>20}{seen.any_named()!s:>20}"
        )
    return "\n".join(lines)


def _pair(one: Rate, other: Rate) -> str:
    return " / ".join(f"{100 * each.share:.1f} ±{100 * each.error:.1f}" for each in (one, other))
