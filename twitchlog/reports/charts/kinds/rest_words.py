"""What the chart of the rest counts says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.rest import say_number, say_rate
from twitchlog.reports.charts import words
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.reports.charts.chart import Ask
    from twitchlog.reports.patterns.rest_rates import UsualRate


def headline(counts: Sequence[RestTally], today: date) -> str:
    """Say the newest two that can be compared: *At rest: 7 a minute on 9 Jun, 5 on 2 Jun*."""
    shown = [count for count in counts if count.comparable][-2:]
    if not shown:
        return ngettext(
            "{n} rest count, too short to compare",
            "{n} rest counts, too short to compare",
            len(counts),
        ).format(n=len(counts))
    last = shown[-1]
    said = _("At rest: {rate} on {day}").format(
        rate=say_rate(last.rate), day=words.one_day(last.moment.day, today=today)
    )
    if len(shown) < 2:
        return said
    return _("{last}, {rate} on {day}").format(
        last=said,
        rate=say_number(shown[0].rate),
        day=words.one_day(shown[0].moment.day, today=today),
    )


def usual_headline(usual: Sequence[UsualRate], today: date) -> str:
    """Say the newest two medians: *At rest: usually 5 a minute (Apr to Jun 2026), 4 before (…)*."""
    last = usual[-1]
    said = _("At rest: usually {rate} ({days})").format(
        rate=say_rate(last.median), days=words.span(last.days, today=today)
    )
    if len(usual) < 2:
        return said
    return _("{last}, {rate} before ({days})").format(
        last=said,
        rate=say_number(usual[-2].median),
        days=words.span(usual[-2].days, today=today),
    )


def note(counts: Sequence[RestTally], ask: Ask) -> str:
    """Say how many counts there are, on how many days, and how many were too short."""
    days = len({count.moment.day for count in counts})
    said = ngettext("{n} rest count, on {days}.", "{n} rest counts, on {days}.", len(counts))
    said = said.format(n=numeral(len(counts)), days=words.of_days(days, ask.period.days))
    short = sum(not count.comparable for count in counts)
    if not short:
        return said
    return f"{said} " + ngettext(
        "{n} was under a minute, too short to compare.",
        "{n} were under a minute, too short to compare.",
        short,
    ).format(n=numeral(short))


def spread(counts: Sequence[RestTally]) -> str:
    """Say how far chance alone moves the newest count that can be compared; empty without one."""
    compared = [count for count in counts if count.comparable]
    if not compared:
        return ""
    low, high = compared[-1].likely
    if len(compared) == 1:
        said = _("A count like this can come from anything between {low} and {high} a minute.")
    else:
        said = _(
            "A count like the last one can come from anything between {low} and {high} a minute. "
            "Only larger differences mean something."
        )
    return said.format(low=numeral(low, ".1f"), high=numeral(high, ".1f"))
