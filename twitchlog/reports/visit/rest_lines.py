"""The twitches counted while sitting still: a sentence beside how often it twitches."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from twitchlog.reports.visit.dates import lasted, number
from twitchlog.reports.visit.prose import NOTHING, Prose, kept, prose
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.reports.visit.dates import Dates


def sentence(counts: Sequence[RestTally], dates: Dates) -> Prose:
    """Say the only count, or the median and the last of several; short ones are left out."""
    known = [each for each in counts if each.comparable]
    if not known:
        return NOTHING
    last = known[-1]
    day = dates.say(last.moment.day)
    if len(known) == 1:
        counted = ngettext("{n} twitch in {time}", "{n} twitches in {time}", last.count)
        said = kept(counted.format(n=last.count, time=lasted(last.length_s)))
        return prose(_("Counted at rest: {said} ({day})."), said=said, day=day)
    return prose(
        _("Counted at rest {n} times: median {middle} a minute, last {last} a minute ({day})."),
        n=len(known),
        middle=number(median(each.rate for each in known)),
        last=number(last.rate),
        day=day,
    )
