"""How the twitches of a day go with the amount of one factor: a curve, its band, groups of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from twitchlog.domain.factor import LEVELS, Kind
from twitchlog.domain.searching import Query
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.spec import WIDE_FROM, Row, Spec, Table
from twitchlog.translation import _, inside, ngettext, numeral, said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.curve import DoseGroup, DoseResponse, Point

BELOW_AXIS = 40.0
"""Room for the amounts and their unit below the plot, in dp at text size 1."""
ABOVE_PLOT = 40.0
"""Room for what is counted, and for the number of days over the highest group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseCurve(Spec):
    """An adjusted curve over amounts, and the groups of days it was worked out from.

    `axis` names the amounts, `named` are those with a word of their own: for yes or no and for
    levels these alone are written, else `named` is empty and numbers are. The table has a row for
    each group.
    """

    axis: str
    named: tuple[tuple[float, str], ...]
    curve: tuple[Point, ...]
    groups: tuple[DoseGroup, ...]

    drawer: ClassVar[str] = "dose_response:draw_dose_response"
    grows: ClassVar[bool] = True

    @property
    def of_two(self) -> bool:
        """Whether there are just two amounts: then there is no line between them."""
        return len(self.curve) == 2

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, and with a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        plot = 190 if width >= WIDE_FROM else 150
        return round(plot + (ABOVE_PLOT + BELOW_AXIS + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """The key."""
        curve = Entry("range", _("likely range")) if self.of_two else Entry(
            "band", _("curve with its likely range")
        )  # fmt: skip
        return [curve, Entry("day group", _("average of days, and their number"))]


def tell(found: DoseResponse, factor: Factor, days: Sequence[frozenset[date]]) -> DoseCurve:
    """Return the picture of one factor; `days` are those of each group of `found`."""
    two = len(found.curve) == 2
    axis = _axis(factor)
    rows = tuple(
        _row(group, found, factor, behind) for group, behind in zip(found.groups, days, strict=True)
    )
    columns = (axis, _("Days"), _("Twitches a day, adjusted"), _("Curve (likely)"))
    note = _("As if your days had been alike in everything else that is known of them.")
    if not two and factor.kind is Kind.AMOUNT:
        note = _("{note} The range is for the difference from your average of {amount}.").format(
            note=note, amount=amount(found.reference, factor)
        )
    elif not two:
        note = _("{note} The range is for the difference from your average day.").format(note=note)
    return DoseCurve(
        headline=_("Twitches on a logged day, by {name}").format(name=factor.label_lower),
        note=note,
        alt=_alt(found, factor),
        table=Table(columns, rows),
        axis=axis,
        named=_named(found, factor),
        curve=found.curve,
        groups=found.groups,
    )


def amount(value: float, factor: Factor) -> str:
    """Write an amount with its unit: *120 mg*, *6.5 h*, *2.1*."""
    number = _number(value)
    unit = factor.unit_label
    return _("{n} {unit}").format(n=number, unit=unit) if unit else number


def rate(value: float) -> str:
    """Write twitches a day, with one decimal below 10."""
    return numeral(value, ".1f") if value < 9.95 else numeral(value, ",.0f")


def _number(value: float) -> str:
    rounded = round(value) if abs(value) >= 20 else round(value, 1)
    return numeral(rounded, ",g")


def _axis(factor: Factor) -> str:
    if factor.unit_label:
        return _("{name} ({unit})").format(name=factor.label, unit=factor.unit_label)
    return factor.label


def _named(found: DoseResponse, factor: Factor) -> tuple[tuple[float, str], ...]:
    """Return the amounts that have a word: yes and no, some and none, the levels."""
    if _is_yes_no(found):
        words = (
            (_("no"), _("yes"))
            if factor.kind is Kind.YES_NO
            else (said("no amount of it", "none"), _("any"))
        )
        return ((0.0, words[0]), (1.0, words[1]))
    if factor.kind is Kind.LEVEL:
        low, high = found.curve[0].amount, found.curve[-1].amount
        return tuple(
            (float(at), inside(_(word))) for at, word in enumerate(LEVELS) if low <= at <= high
        )
    return ()


def _is_yes_no(found: DoseResponse) -> bool:
    return [point.amount for point in found.curve] == [0.0, 1.0]


def _between(group: DoseGroup, found: DoseResponse, factor: Factor) -> str:
    """Say which amounts a group has: *0 to 80 mg*, *a lot*, *yes*."""
    words = dict(_named(found, factor))
    if group.least == group.most:
        return words.get(group.least) or amount(group.least, factor)
    return _("{low} to {high}").format(low=_number(group.least), high=amount(group.most, factor))


def _row(group: DoseGroup, found: DoseResponse, factor: Factor, behind: frozenset[date]) -> Row:
    between, point = _between(group, found, factor), _at(found, group.amount)
    curve = _("{rate} ({low} to {high})").format(
        rate=rate(point.rate), low=rate(point.low), high=rate(point.high)
    )
    says = ngettext(
        "{between}: {n} day, {rate} twitches a day, adjusted",
        "{between}: {n} days, {rate} twitches a day, adjusted",
        group.days,
    ).format(between=between, n=numeral(group.days), rate=rate(group.adjusted))
    cells = (between, numeral(group.days), rate(group.adjusted), curve)
    return Row(cells, f"{says[:1].upper()}{says[1:]}", Query(days=behind) if behind else None)


def _at(found: DoseResponse, value: float) -> Point:
    """Return the point of the curve that is nearest to an amount."""
    return min(found.curve, key=lambda point: abs(point.amount - value))


def _alt(found: DoseResponse, factor: Factor) -> str:
    first, last = found.curve[0], found.curve[-1]
    words = dict(_named(found, factor))
    ends = [
        _("{rate} twitches a day at {amount} (likely {low} to {high})").format(
            rate=rate(point.rate),
            amount=words.get(point.amount) or amount(point.amount, factor),
            low=rate(point.low),
            high=rate(point.high),
        )
        for point in (first, last)
    ]
    groups = "; ".join(_group_says(group, found, factor) for group in found.groups)
    return _("{name}: {first}, {last}. Groups of days: {groups}.").format(
        name=factor.label, first=ends[0], last=ends[1], groups=groups
    )


def _group_says(group: DoseGroup, found: DoseResponse, factor: Factor) -> str:
    return ngettext(
        "{between}, {rate} on {n} day", "{between}, {rate} on {n} days", group.days
    ).format(
        between=_between(group, found, factor), rate=rate(group.adjusted), n=numeral(group.days)
    )
