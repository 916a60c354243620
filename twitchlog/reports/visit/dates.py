"""Dates and numbers as the page says them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from twitchlog.domain.duration import say_duration
from twitchlog.reports.visit.prose import kept, listed
from twitchlog.translation import _, mark, ngettext, said, with_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.period import Period
    from twitchlog.domain.profile import PartialDate

_MONTHS: Final = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip
_SHORT: Final = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
_FEW_RANGES: Final = 6


def full(day: date) -> str:
    """Return `21 Nov 2025`, which never breaks."""
    return kept(
        _("{day} {month} {year}").format(day=day.day, month=_(_SHORT[day.month - 1]), year=day.year)
    )


def bare(day: date) -> str:
    """Return `21`, for a day whose month follows."""
    return said("day whose month follows", "{day}").format(day=day.day)


def short(day: date) -> str:
    """Return `21 Nov`."""
    return kept(_("{day} {month}").format(day=day.day, month=_(_SHORT[day.month - 1])))


def partial(known: PartialDate) -> str:
    """Return a date as exactly as it is known: `21 Nov 2025`, `June 2025` or `2025`."""
    if known.month is None:
        return str(known.year)
    if known.day is not None:
        return full(known.earliest)
    return kept(_("{month} {year}").format(month=_(_MONTHS[known.month - 1]), year=known.year))


@dataclass(frozen=True, slots=True)
class Dates:
    """Says days of one page; only those of the period and of the year it is `made` lack theirs."""

    period: Period
    made: date

    def say(self, day: date) -> str:
        """Return `21 Nov` for a day of the period and of this year, else `21 Nov 2025`."""
        plain = day.year == self.made.year and day in self.period and self.period.days <= 365
        return short(day) if plain else full(day)

    def brief(self, known: PartialDate) -> str:
        """Return a date as exactly as it is known, in short: `21 Nov`, `Mar 2025` or `2025`."""
        if known.month is None:
            return str(known.year)
        if known.day is not None:
            return self.say(known.earliest)
        month = _(_SHORT[known.month - 1])
        return kept(_("{month} {year}").format(month=month, year=known.year))

    def ends(self, first: PartialDate, last: PartialDate) -> tuple[str, str]:
        """Return both ends in short: the year once if they share it, twice if they do not."""
        if first.day and last.day:
            return self._ends(first.earliest, last.earliest)
        over = first.year != last.year
        start, end = (
            full(each.earliest) if over and each.day else self.brief(each) for each in (first, last)
        )
        return start, end

    def _ends(self, first: date, last: date) -> tuple[str, str]:
        if first.year != last.year:
            return full(first), full(last)
        start, end = self.say(first), self.say(last)
        if start == short(first) and end == short(last):
            return start, end
        return short(first), full(last)

    def span(self, first: date, last: date) -> str:
        """Return `23 Aug to 20 Nov 2025`, the year said once where it is the same."""
        if first == last:
            return full(last)
        start = self.beside(first, last)
        return kept(_("{first} to {last}").format(first=start, last=full(last)))

    def beside(self, day: date, last: date) -> str:
        """Return only as much of a day as differs from the full date that follows it."""
        if _same_month(day, last):
            return bare(day)
        return short(day) if day.year == last.year else full(day)

    def many(self, days: Sequence[date]) -> str:
        """Return `15 and 18 Nov`; days in a row become ranges. Empty where that takes too many."""
        ranges = _ranges(days)
        if not 1 <= len(ranges) <= _FEW_RANGES:
            return ""
        shown = []
        following = [*ranges[1:], None]
        for (first, last), after in zip(ranges, following, strict=True):
            months = {(day.year, day.month) for day in (first, last, *(after or ()))}
            start, end = self._ends(first, last)
            if after and len(months) == 1:
                end = bare(last)
            if first == last:
                shown.append(end)
            else:
                start = bare(first) if _same_month(first, last) else start
                shown.append(kept(_("{first} to {last}").format(first=start, last=end)))
        return listed(shown)


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def _ranges(days: Sequence[date]) -> list[tuple[date, date]]:
    """Return the runs of days in a row as (first, last), in order."""
    ordered = sorted(set(days))
    if not ordered:
        return []
    breaks = [n for n, (a, b) in enumerate(pairwise(ordered), 1) if b - a > timedelta(days=1)]
    starts, ends = [0, *breaks], [*breaks, len(ordered)]
    return [(ordered[a], ordered[b - 1]) for a, b in zip(starts, ends, strict=True)]


def years_old(born: date, on: date) -> int:
    """Return the age in whole years on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def ago(known: PartialDate, now: date) -> str:
    """Return how long ago a date was, no finer than it is known; empty where it lies ahead."""
    if known.earliest > now:
        return ""
    if known.month is None:
        return _years_ago(now.year - known.year)
    days = (now - known.earliest).days if known.day else None
    if days is not None and days < 61:
        return _days_ago(days) if days < 14 else weeks_ago(days // 7)
    months = (now.year - known.year) * 12 + now.month - known.month
    months -= days is not None and now.day < known.earliest.day
    return _years_ago(months // 12) if months >= 24 else _months_ago(months)


def weeks_ago(weeks: int) -> str:
    """Return `16 weeks ago`."""
    return kept(ngettext("{n} week ago", "{n} weeks ago", weeks).format(n=weeks))


def _days_ago(days: int) -> str:
    if days == 0:
        return _("today")
    return kept(ngettext("{n} day ago", "{n} days ago", days).format(n=days))


def _months_ago(months: int) -> str:
    if months == 0:
        return _("this month")
    return kept(ngettext("{n} month ago", "{n} months ago", months).format(n=months))


def _years_ago(years: int) -> str:
    if years == 0:
        return _("this year")
    return kept(ngettext("{n} year ago", "{n} years ago", years).format(n=years))


def lasted(seconds: float) -> str:
    """Return a length of time, which never breaks."""
    return kept(say_duration(seconds))


def percent(part: int, whole: int) -> str:
    """Return a share as a whole per cent, never 0 for a part of it nor 100 for less than all."""
    share = 100 * part / whole
    if 0 < share < 0.5:
        return _("<{number}%").format(number=1)
    if 99.5 <= share < 100:
        return _(">{number}%").format(number=99)
    return _("{number}%").format(number=int(share + 0.5))


def number(value: float) -> str:
    """Return a number with at most one decimal, without a trailing zero."""
    return with_marks(f"{value:.1f}".removesuffix(".0"))
