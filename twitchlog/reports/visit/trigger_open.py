"""What of the factors is open or not judged: named by the reason, or counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.triggers.daily import FEWEST_SWITCHES
from twitchlog.reports.triggers.judging import Verdict
from twitchlog.reports.triggers.reasons import Reason, of_left, of_open
from twitchlog.reports.visit.factor_names import name_of
from twitchlog.reports.visit.prose import NOTHING, Prose, prose
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.finder import Column, Look

_REASONS: Final = {
    Reason.FEW_DAYS: mark("Too few days: {names}."),
    Reason.FEW_SWITCHES: mark("Begun or stopped under {n} times: {names}."),
    Reason.SAME: mark("The same on every day: {names}."),
    Reason.NEARLY_SAME: mark("Nearly the same on every day: {names}."),
    Reason.TOO_SLOW: mark("Changing too slowly to tell: {names}."),
    Reason.TOO_RARE: mark("Varying too little to tell: {names}."),
    Reason.UNSETTLED: mark("No steady answer: {names}."),
    Reason.TRIED: mark("Being tried by lot: {names}."),
}


def not_judged(look: Look, factors: Mapping[str, Factor]) -> Prose:
    """Name what is not judged by the reason, which is the one that the app says."""

    def named(columns: Sequence[Column]) -> str:
        return ", ".join(
            _("{factor} the day before").format(factor=name_of(factors[each.factor]))
            if each.coding.lag
            else name_of(factors[each.factor])
            for each in columns
        )

    by_reason: dict[Reason, list[Column]] = {}
    for reason, column in _open(look):
        by_reason.setdefault(reason, []).append(column)
    groups = [
        (_("Unclear: {names}."), _unclear(look)),
        *((_(pattern), by_reason.get(reason, [])) for reason, pattern in _REASONS.items()),
        (_("Left out by the patient: {names}."), look.table.unseen),
    ]
    return Prose.joined(
        prose(pattern, names=named(columns), n=FEWEST_SWITCHES)
        for pattern, columns in groups
        if columns
    )


def how_many_open(look: Look) -> str:
    """Return `5 unclear, 4 not judged`: how many of the comparisons those are; empty for none."""
    counted = [
        (_("{n} unclear"), len(_unclear(look))),
        (_("{n} not judged"), sum(1 for _each in _open(look))),
    ]
    return ", ".join(pattern.format(n=count) for pattern, count in counted if count)


def how_many_left_out(look: Look) -> Prose:
    """Say how many factors the patient left out; nothing where there is none."""
    unseen = len(look.table.unseen)
    return prose(_("Left out by the patient: {names}."), names=unseen) if unseen else NOTHING


def _unclear(look: Look) -> list[Column]:
    return [each.column for each in look.group(Verdict.UNCLEAR)]


def _open(look: Look) -> Iterator[tuple[Reason, Column]]:
    """Yield what is not judged, each with the reason."""
    for judged in look.group(Verdict.NOT_ENOUGH):
        yield of_open(judged), judged.column
    for left in look.table.left_out:
        yield of_left(left), left.column
