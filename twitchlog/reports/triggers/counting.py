"""How much was looked at, in one set of counts for every place that says it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.finder import Look


def summary(look: Look, days: int) -> str:
    """Say on how many of the `days` this rests, how many things were looked at and judged.

    Things are as many as can be chosen; comparisons as many as rows, beside those within the day.
    """
    logged = ngettext("{logged} of {n} day logged.", "{logged} of {n} days logged.", days).format(
        logged=numeral(look.table.observed), n=numeral(days)
    )
    looked = ngettext(
        "{n} thing looked at, {judged} could be judged.",
        "{n} things looked at, {judged} could be judged.",
        look.things,
    )
    if not look.could_be_judged:
        looked = ngettext(
            "{n} thing looked at; it cannot be judged yet.",
            "{n} things looked at; none can be judged yet.",
            look.things,
        )
    elif look.looked_at > look.things:
        looked = ngettext(
            "{n} thing looked at in {many} comparisons, {judged} of them could be judged.",
            "{n} things looked at in {many} comparisons, {judged} of them could be judged.",
            look.things,
        )
    looked = looked.format(n=look.things, many=look.looked_at, judged=look.could_be_judged)
    return f"{logged} {looked}"


def counts(look: Look, days: int, names: Mapping[str, Factor]) -> str:
    """Say the summary, which things stand in two comparisons, and how many set the bar."""
    said = [summary(look, days)]
    often = Counter(column.factor for column in look.compared)
    said += [
        _("{name} is compared with the same day and with the day after.").format(
            name=names[factor].label
        )
        for factor, times in often.items()
        if times > 1
    ]
    if look.counted:
        said.append(
            ngettext(
                "{n} comparison has days enough to be tested and sets the bar.",
                "{n} comparisons set the bar: those with days enough to be tested.",
                look.counted,
            ).format(n=look.counted)
        )
    if look.once_seen:
        said.append(
            ngettext(
                "{n} of these you left out after you had seen it.",
                "{n} of these you left out after you had seen them.",
                look.once_seen,
            ).format(n=look.once_seen)
        )
    return " ".join(said)
