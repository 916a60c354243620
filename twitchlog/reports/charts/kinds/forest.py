"""All factors that were judged, below each other: the ratio of each with its likely range."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, ClassVar

from twitchlog.reports.charts.spec import Row, Spec, Table
from twitchlog.translation import _, inside, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.reports.triggers.judging import Verdict

HEAD = 26.0
ROW = 44.0
FOOT = 6.0


@dataclass(frozen=True, slots=True)
class ForestRow:
    """A factor with its step, its group in words, and the logarithms of its ratio and range."""

    name: str
    step: str
    verdict: Verdict
    group: str
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest(Spec):
    """A row for each factor, in the order of the groups, on a ratio scale; so has the table."""

    rows: tuple[ForestRow, ...]

    drawer: ClassVar[str] = "forest:draw_forest"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits the rows; the width does not matter."""
        del width
        return round((HEAD + ROW * len(self.rows) + FOOT) * text_scale)


def tell(rows: Sequence[ForestRow], summary: str) -> Forest:
    """Return the picture of at least one factor; `summary` says on how many days it rests."""
    columns = (_("Thing"), _("Verdict"), _("Times as many"), _("Likely between"))
    return Forest(
        headline=_("What goes with the twitching"),
        note=_(
            "{summary} Bars show the likely range; in the grey band there is little difference. "
            "What goes together need not cause each other."
        ).format(summary=summary),
        alt=" ".join(_said(row) for row in rows),
        table=Table(columns, tuple(_row(row) for row in rows)),
        rows=tuple(rows),
    )


def _row(row: ForestRow) -> Row:
    low, middle, high = (numeral(exp(each), ".2f") for each in (row.low, row.middle, row.high))
    between = _("{low} and {high}").format(low=low, high=high)
    name = _("{name}, {step}").format(name=row.name, step=row.step)
    return Row((name, row.group, middle, between), _said(row))


def _said(row: ForestRow) -> str:
    low, middle, high = (numeral(exp(each), ".1f") for each in (row.low, row.middle, row.high))
    return _(
        "{name}, {step}: {group}, {ratio} times as many, likely between {low} and {high} times."
    ).format(
        name=row.name, step=row.step, group=inside(row.group), ratio=middle, low=low, high=high
    )
