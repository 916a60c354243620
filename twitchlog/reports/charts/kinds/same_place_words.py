"""The sentences around the chart of whether it is always the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.charts import words
from twitchlog.reports.patterns.same_place import (
    BLOCK_DAYS,
    FEWEST_BLOCKS,
    FEWEST_ENTRIES,
    Sameness,
)
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.counts.places import PlacesIn, SpreadCounts
    from twitchlog.reports.charts.chart import Ask
    from twitchlog.reports.charts.kinds.same_place import Interval
    from twitchlog.reports.patterns.places_a_week import Stretch
    from twitchlog.reports.patterns.same_place import SamePlace

_LISTED: Final = 13


def headline(found: SamePlace, ask: Ask) -> str:
    """Say the verdict, with the leading place and its count."""
    if found.site is None or found.verdict is Sameness.TOO_EARLY:
        if found.entries and _longer_helps(ask):
            return ngettext(
                "{n} day is too short to tell if it is always the same place",
                "{n} days are too short to tell if it is always the same place",
                ask.period.days,
            ).format(n=ask.period.days)
        return _("Too early to tell if it is always the same place")
    pattern = {
        Sameness.ALWAYS: _("Always one place: the {place}, {count} twitches"),
        Sameness.MOSTLY: _("Mostly one place: the {place}, {count} twitches"),
        Sameness.WANDERS: _("It wanders: the {place} leads with {count} twitches"),
        Sameness.UNCLEAR: _("Unclear if it keeps to one place: the {place}, {count} twitches"),
    }[found.verdict]
    return pattern.format(
        place=site_or_unknown(found.site).label_lower,
        count=words.of(found.entries_there, found.entries),
    )


def note(found: SamePlace, counts: SpreadCounts, ask: Ask) -> str:
    """Say how sure that is or what is missing, how many places there were, and on which days."""
    parts = [_sure(found) if found.share is not None else _missing(found, ask)]
    parts.append(_spread(counts, ask))
    logged = words.logged(counts.logged, ask.period.days)
    if counts.recent.logged + counts.before.logged > counts.logged:
        logged = ngettext(
            "Of the day chosen, {of} is logged.", "Of the days chosen, {of} are logged.",
            ask.period.days,
        ).format(of=words.of(counts.logged, ask.period.days))  # fmt: skip
    parts.append(logged)
    return " ".join(filter(None, parts))


def _sure(found: SamePlace) -> str:
    parts = []
    if found.share is not None:
        parts.append(
            _("{share} of the twitches were there (likely {likely}).").format(
                share=words.per_cent(found.share.value),
                likely=likely(found.share.low, found.share.high),
            )
        )
    if found.again is not None:
        parts.append(
            _(
                "Of two twitches from different spans of two weeks, both are at the same place "
                "{share} of the time (likely {likely})."
            ).format(
                share=words.per_cent(found.again.value),
                likely=likely(found.again.low, found.again.high),
            )
        )
    return " ".join(parts)


def _missing(found: SamePlace, ask: Ask) -> str:
    """Say what is still needed; a longer time where the diary has one."""
    if not found.entries:
        return _("No twitches are logged in this time.")
    if _longer_helps(ask):
        return _("It takes 30 twitches over 8 weeks: choose a longer time.")
    wanted = []
    if found.entries < FEWEST_ENTRIES:
        missing = FEWEST_ENTRIES - found.entries
        wanted.append(ngettext("{n} more twitch", "{n} more twitches", missing).format(n=missing))
    if found.blocks < FEWEST_BLOCKS:
        missing = (FEWEST_BLOCKS - found.blocks) * BLOCK_DAYS // 7
        wanted.append(_("about {n} more weeks with twitches").format(n=missing))
    if not wanted:
        return _("No twitch in this time has a place.")
    return _("It takes 30 twitches over 8 weeks: {wanted} to go.").format(
        wanted=words.listed(wanted)
    )


def _longer_helps(ask: Ask) -> bool:
    """Tell whether the time chosen is too short, and the diary reaches further back."""
    short = ask.period.days < FEWEST_BLOCKS * BLOCK_DAYS
    return short and ask.diary_starts is not None and ask.diary_starts < ask.period.first


def _spread(counts: SpreadCounts, ask: Ask) -> str:
    """Say how many different places there were lately and before, without a verdict."""
    recent, before = counts.recent, counts.before
    if not recent.logged:
        return ""
    if ask.past:
        when = _("in the four weeks up to {day}").format(
            day=words.one_day(recent.last, today=ask.today)
        )
    else:
        when = _("in the last four weeks")
    many = ngettext(
        "{places} on {n} logged day {when}", "{places} on {n} logged days {when}", recent.logged
    ).format(places=_different(recent), n=recent.logged, when=when)
    if not before.logged:
        return f"{many}."
    return _("{recent}, {places} on {n} in the four before.").format(
        recent=many, places=before.places, n=before.logged
    )


def _different(counted: PlacesIn) -> str:
    return ngettext("One place", "{n} different places", counted.places).format(n=counted.places)


def likely(low: float, high: float) -> str:
    """Write a range of shares: `30 to 54%`."""
    said = _("{low} to {high}").format(low=round(100 * low), high=words.per_cent(high))
    return said.replace(" ", words.NO_BREAK)


def end(day: date, bars: Sequence[Stretch], today: date) -> str:
    """Write a date at one end of the bars, with its year where they begin in another one."""
    write = words.short_date if bars[0].first.year == today.year else words.full_date
    return write(day)


def places(count: float | None, *, mean: bool) -> str:
    """Write how many different places a week had, or several had in the mean."""
    if count is None:
        return _("not logged")
    if mean:
        return _("{n} places a week").format(n=numeral(count, ".1f"))
    return ngettext("{n} place", "{n} places", round(count)).format(n=numeral(count, ".0f"))


def alt(intervals: Sequence[Interval], bars: Sequence[Stretch], title: str) -> str:
    """Tell intervals and bars to someone who cannot see them."""
    parts = [
        _("{what}: {value}, likely {likely}.").format(
            what=each.label, value=each.text, likely=likely(each.low, each.high)
        )
        for each in intervals
    ]
    logged = [bar.places for bar in bars if bar.places is not None]
    if len(bars) <= _LISTED:
        numbers = [
            _("not logged") if bar.places is None else numeral(bar.places, "g") for bar in bars
        ]
        shown = ", ".join(numbers)
    elif logged:
        shown = _("{low} to {high}").format(
            low=numeral(min(logged), ".0f"), high=numeral(max(logged), ".0f")
        )
    else:
        shown = _("not logged")
    when = f"{words.full_date(bars[0].first)} – {words.full_date(bars[-1].last)}"
    parts.append(_("{title}, {when}: {numbers}.").format(title=title, when=when, numbers=shown))
    return " ".join(parts)
