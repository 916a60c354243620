"""What a torture found: how often it was tried, and each loss in a line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

_SHOWN = 5


@dataclass(slots=True)
class Outcome:
    """The tries of one torture by kind, what was lost, and why it was skipped where it was."""

    name: str
    tried: Counter[str] = field(default_factory=Counter)
    losses: list[str] = field(default_factory=list)
    skipped: str = ""
    note: str = ""

    @property
    def ok(self) -> bool:
        """Whether nothing was lost."""
        return not self.losses

    def lost(self, what: str) -> None:
        """Take note of a loss."""
        self.losses.append(what)

    def told(self) -> dict[str, object]:
        """Return it as plain data, for a test that reads it."""
        return {
            "name": self.name,
            "tried": dict(self.tried),
            "losses": self.losses,
            "skipped": self.skipped,
            "note": self.note,
        }


def table(found: list[tuple[Outcome, int, float]]) -> str:
    """Return the outcomes, each with its seed and seconds, as lines for a terminal."""
    rows = [("", "tried", "lost", "seconds", "seed")]
    for outcome, seed, seconds in found:
        tried = "skipped" if outcome.skipped else f"{outcome.tried.total():,}"
        rows.append(
            (outcome.name, tried, str(len(outcome.losses)), f"{seconds:.1f}", str(seed)),
        )
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = []
    for row in rows:
        first, *others = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append(
            "  ".join(
                (
                    first,
                    *(
                        cell.strip().rjust(width)
                        for cell, width in zip(others, widths[1:], strict=True)
                    ),
                )
            )
        )
    for outcome, _seed, _seconds in found:
        details = ", ".join(f"{count:,} {what}" for what, count in sorted(outcome.tried.items()))
        told = outcome.skipped or "; ".join(filter(None, (details, outcome.note)))
        lines.append(f"{outcome.name}: {told}")
        lines += [f"    LOST {each}" for each in outcome.losses[:_SHOWN]]
        if len(outcome.losses) > _SHOWN:
            lines.append(f"    ... and {len(outcome.losses) - _SHOWN} more")
    return "\n".join(lines)
