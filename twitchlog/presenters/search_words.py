"""What a search is narrowed to, in words: *Wednesdays*, *20:00 to 21:00*, *left calf*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.duration import length_in_words, range_in_words
from twitchlog.domain.parts import PARTS
from twitchlog.domain.searching import Filter
from twitchlog.domain.site import SITES, site_or_unknown
from twitchlog.domain.twitch import Activity, Pattern, Seen
from twitchlog.presenters import words
from twitchlog.translation import _, inside, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from twitchlog.domain.period import Period
    from twitchlog.domain.searching import Found, Query
    from twitchlog.presenters.search_page import Group

_WEEKDAYS: Final = (
    mark("Mondays"), mark("Tuesdays"), mark("Wednesdays"), mark("Thursdays"), mark("Fridays"),
    mark("Saturdays"), mark("Sundays"),
)  # fmt: skip
_SITES: Final = {site: number for number, site in enumerate(SITES)}
_NAMED: Final = 3
"""How many of a kind are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A filter in use, and how it is said inside a sentence."""

    filter: Filter
    said: str


def narrowed(query: Query, *, today: date) -> tuple[Narrowed, ...]:
    """Return the filters in use, days first, each with its words."""
    return tuple(Narrowed(each, _say(each, query, today)) for each in query.filters)


def counted(found: Found, query: Query, groups: Sequence[Group]) -> str:
    """Say how many answers there are, and on how many days; a way to a day alone is none."""
    count = found.entries + sum(len(group.hits) for group in groups if group.holds)
    if not count:
        if groups:
            return ""
        return _("Nothing is written down yet.") if query.is_empty else _("Nothing was found.")
    entries = ngettext("{n} entry", "{n} entries", count).format(n=numeral(count))
    if not found.days:
        return entries
    return ngettext("{entries} on {n} day", "{entries} on {n} days", found.days).format(
        entries=entries, n=numeral(found.days)
    )


def searched(groups: Sequence[Group]) -> str:
    """Say what is searched where nothing was found, or nothing is there yet; else nothing."""
    if groups:
        return ""
    return _(
        "Searched is everything you wrote or tapped: twitches, check-ins, drinks and exercise, "
        "doses, symptoms, tests, appointments, conditions and trials. Words are found by how they "
        "begin. A day is found by its date, such as 16 June."
    )


def days(period: Period, *, today: date) -> str:
    """Say a stretch of days: *18 June*, *May 2026*, *2025*, *1 to 14 June*, *1 May to 18 June*."""
    first, last = period.first, period.last
    if first == last:
        return words.short_day(first, today=today)
    after = last + timedelta(days=1)
    if first.day == after.day == 1:
        if first.month == after.month == 1 and after.year - first.year == 1:
            return str(first.year)
        if period.days <= 31:
            return words.month_year(first)
    until = words.short_day(last, today=today)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first} to {last}").format(first=first.day, last=until)
    return _("{first} to {last}").format(first=words.short_day(first, today=today), last=until)


def hours(chosen: Collection[int]) -> str:
    """Say hours of the day, those beside each other as one stretch: *22:00 to 02:00*."""
    if len(chosen) == 24:
        return _("any time of day")
    starts = [each for each in sorted(chosen) if (each - 1) % 24 not in chosen]
    return _either([_stretch(start, chosen) for start in starts])


def lengths(at_least_s: float | None, below_s: float | None) -> str:
    """Say between which lengths: *1 to 2 minutes*, *under 10 seconds*, *2 hours or longer*."""
    if at_least_s is None or below_s is None:
        if below_s is not None:
            return _("under {length}").format(length=length_in_words(below_s))
        return _("{length} or longer").format(length=length_in_words(at_least_s or 0.0))
    return range_in_words(at_least_s, below_s)


def _say(kind: Filter, query: Query, today: date) -> str:
    match kind:
        case Filter.PERIOD:
            assert query.period is not None
            return days(query.period, today=today)
        case Filter.DAYS:
            return ngettext("{n} single day", "{n} chosen days", len(query.days)).format(
                n=numeral(len(query.days))
            )
        case Filter.WEEKDAYS:
            return _either([_(_WEEKDAYS[each]) for each in sorted(query.weekdays)], most=7)
        case Filter.HOURS:
            return hours(query.hours)
        case Filter.LENGTH:
            return lengths(query.at_least_s, query.below_s)
        case _:
            return _what(kind, query)


def _what(kind: Filter, query: Query) -> str:
    match kind:
        case Filter.PARTS:
            said = [_(part.lay) for part in PARTS if part.id in query.parts]
        case Filter.SITES:
            known = sorted(query.sites, key=lambda each: (_SITES.get(each, len(_SITES)), each))
            said = [site_or_unknown(each).label_lower for each in known]
        case Filter.STRENGTHS:
            said = [words.how_strong(each) for each in sorted(query.strengths)]
        case Filter.PATTERNS:
            said = [inside(each.word) for each in Pattern if each in query.patterns]
        case Filter.SEEN:
            said = [inside(each.word) for each in Seen if each in query.seen]
        case Filter.ACTIVITIES:
            said = [inside(each.word) for each in Activity if each in query.activities]
        case Filter.TRIGGERS:
            said = sorted(words.what_else(each) for each in query.triggers)
        case _:
            said = [_("no length noted")]
    return _either(said)


def _either(said: Sequence[str], *, most: int = _NAMED) -> str:
    """Join what may each be so: *left calf or tongue*, *left calf, tongue, chin or 4 more*."""
    shown = list(said)
    if len(shown) > most + 1:
        more = len(shown) - most
        shown = [*shown[:most], ngettext("{n} more", "{n} more", more).format(n=more)]
    return _or(shown)


def _or(said: Iterable[str]) -> str:
    *most, last = said
    return _("{most} or {last}").format(most=", ".join(most), last=last) if most else last


def _stretch(start: int, chosen: Collection[int]) -> str:
    end = start
    while end % 24 in chosen:
        end += 1
    return _("{first} to {last}").format(first=f"{start:02}:00", last=f"{(end - 1) % 24 + 1:02}:00")
