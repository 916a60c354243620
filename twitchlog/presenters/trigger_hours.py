"""The hours after a drink or exercise among the triggers, and what lies behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.presenters.trigger_icons import icon_of
from twitchlog.presenters.trigger_page import Behind, Interval, TriggerGroup, TriggerRow, unbroken
from twitchlog.reports.triggers import words
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.trigger_page import Asked, Found
    from twitchlog.reports.triggers.hours import AfterDose

HOURS: Final = "hours:"
"""Before the key of a row: the same factor stands among the days, too."""


def hours_group(after: Sequence[AfterDose], asked: Asked) -> TriggerGroup:
    """Return the group of what was looked at by the hour."""
    rows = tuple(_row(each, asked.given.factors[each.factor]) for each in after)
    apart = ngettext("{n} more comparison", "{n} more comparisons", len(rows)).format(n=len(rows))
    return TriggerGroup(_("Within the day"), "clock-outline", apart, rows)


def behind_hours(each: AfterDose) -> list[Behind]:
    """Return which days it rests on, and what is different from looking at days."""
    days = ngettext(
        "{n} day with twitches on which all of it has its time. On {of} of them there are hours "
        "after it.",
        "{n} days with twitches on which all of it has its time. On {of} of them there are hours "
        "after it.",
        each.days,
    ).format(n=numeral(each.days), of=numeral(each.with_it))
    different = _(
        "Hours of the same day are compared: those that begin within two hours after it, and the "
        "others. So it does not matter how the day was. How twitches usually come and go with the "
        "clock is taken into account. The hour of it is left out: who has the diary open for a "
        "coffee also logs the twitch of that minute."
    )
    return [Behind(_("Which days"), days), Behind(_("What is different here"), different)]


def hours_looked_at(found: Found) -> str:
    """Say how many things were looked at by the hour, which have a bar of their own."""
    many = len(found.after)
    return ngettext(
        "{n} comparison within the day. The bar for it is set apart from that of the days.",
        "{n} comparisons within the day. The bar for them is set apart from that of the days.",
        many,
    ).format(n=many)


def _row(each: AfterDose, factor: Factor) -> TriggerRow:
    hour = each.found
    interval = (
        None if hour is None else Interval(hour.interval[0], hour.log_rate_ratio, hour.interval[1])
    )
    return TriggerRow(
        key=f"{HOURS}{each.factor}",
        factor=each.factor,
        icon=icon_of(factor),
        label=factor.label,
        step=_("in the 2 hours after"),
        sentence=unbroken(words.after_dose(each, factor)),
        verdict=each.verdict,
        interval=interval,
    )
