"""What of the factors is not judged, named by the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.triggers.daily import FEWEST_SWITCHES
from twitchlog.reports.triggers.judging import Verdict
from twitchlog.reports.triggers.reasons import Reason, of_left, of_open
from twitchlog.reports.visit.factor_names import name_of
from twitchlog.reports.visit.prose import Prose, prose
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


def not_judged(look: Look, factors: Mapping[str, Factor], *, counted: bool) -> Prose:
    """Name what is not judged by the reason, which is the one that the app says; or only count."""

    def named(columns: Sequence[Column]) -> str:
        if counted:
            return str(len(columns))
        return ", ".join(
            _("{factor} the day before").format(factor=name_of(factors[each.factor]))
            if each.coding.lag
            else name_of(factors[each.factor])
            for each in columns
        )

    by_reason: dict[Reason, list[Column]] = {}
    for judged in look.group(Verdict.NOT_ENOUGH):
        by_reason.setdefault(of_open(judged), []).append(judged.column)
    for left in look.table.left_out:
        by_reason.setdefault(of_left(left), []).append(left.column)
    unclear = [each.column for each in look.group(Verdict.UNCLEAR)]
    reasons = [(_(pattern), by_reason.get(reason, [])) for reason, pattern in _REASONS.items()]
    if counted:
        reasons = [(_("Not judged: {names}."), [column for _p, some in reasons for column in some])]
    groups = [
        (_("Unclear: {names}."), unclear),
        *reasons,
        (_("Left out by the patient: {names}."), look.table.unseen),
    ]
    return Prose.joined(
        prose(pattern, names=named(columns), n=FEWEST_SWITCHES)
        for pattern, columns in groups
        if columns
    )
