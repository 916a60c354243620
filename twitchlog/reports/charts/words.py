"""Dates, hours, lengths and counts as the charts write them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.duration import length_in_words, range_in_words, rounded
from twitchlog.reports.patterns.rhythm import Part
from twitchlog.translation import _, mark, ngettext, numeral, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from twitchlog.domain.period import Period

NO_BREAK: Final = "\u00a0"
PER_CENT_FROM: Final = 20
"""Fewer than this many are said as counts only."""

_MONTHS: Final = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
_WEEKDAYS: Final = (
    mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"),
)  # fmt: skip
_PARTS: Final = {
    Part.NIGHT: mark("at night"),
    Part.MORNING: mark("in the morning"),
    Part.AFTERNOON: mark("in the afternoon"),
    Part.EVENING: mark("in the evening"),
}


def month(day: date) -> str:
    """Write the month alone: `Jun`."""
    return _(_MONTHS[day.month - 1])


def weekday(number: int) -> str:
    """Write a day of the week, 0 for Monday: `Mon`."""
    return _(_WEEKDAYS[number])


def bare_day(day: date) -> str:
    """Write a day whose month follows: `8`."""
    return said("day whose month follows", "{day}").format(day=day.day)


def short_date(day: date) -> str:
    """Write a date without its year: `8 Jun`; it never breaks over a line."""
    return _("{day} {month}").format(day=day.day, month=month(day)).replace(" ", NO_BREAK)


def full_date(day: date) -> str:
    """Write a date with its year: `8 Jun 2026`."""
    return f"{short_date(day)}{NO_BREAK}{day.year}"


def many_days(days: Iterable[date], *, today: date) -> Iterator[str]:
    """Write each day as `one_day` does; each run of one month is looked up once."""
    now: tuple[int, int] | None = None
    before = after = ""
    for day in days:
        if (day.year, day.month) != now:
            now = day.year, day.month
            written = _("{day} {month}").format(day="\0", month=month(day))
            before, after = written.replace(" ", NO_BREAK).split("\0")
            if day.year != today.year:
                after += f"{NO_BREAK}{day.year}"
        yield f"{before}{day.day}{after}"


def one_day(day: date, *, today: date) -> str:
    """Write a date, with its year where that is not this one."""
    return short_date(day) if day.year == today.year else full_date(day)


def both_ends(first: date, last: date, *, today: date) -> tuple[str, str]:
    """Write two dates as `one_day` does, but with both years where these differ."""
    if first.year != last.year:
        return full_date(first), full_date(last)
    return one_day(first, today=today), one_day(last, today=today)


def span(days: Period, *, today: date) -> str:
    """Say days as shortly as they can be: `8 to 14 Jun`, `May 2026`, `29 May to 4 Jun 2025`.

    The year stands where it is not this one.
    """
    first, last = days.first, days.last
    write = short_date if last.year == today.year else full_date
    if first == last:
        return write(first)
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and days.days <= 31:
        return f"{month(first)}{NO_BREAK}{first.year}"
    if whole and first.year == last.year:
        start, end = month(first), f"{month(last)}{NO_BREAK}{last.year}"
    elif (first.year, first.month) == (last.year, last.month):
        start, end = bare_day(first), write(last)
    else:
        start = short_date(first) if first.year == last.year else full_date(first)
        end = write(last) if first.year == last.year else full_date(last)
    return _("{first} to {last}").format(first=start, last=end)


def whole_span(first: date, last: date) -> str:
    """Say days with all years, in whole: `8 Jun 2026 to 14 Jun 2026`; one day once."""
    if first == last:
        return full_date(first)
    return _("{first} to {last}").format(first=full_date(first), last=full_date(last))


def month_of_year(day: date) -> str:
    """Write a month with its year: `Jun 2026`."""
    return f"{month(day)}{NO_BREAK}{day.year}"


def hour(number: int) -> str:
    """Write a full hour on the 24-hour clock: `20:00`; a time that ends at midnight ends at 24."""
    return f"{number}:00"


def clock_time(minute: int) -> str:
    """Write a minute of the day on the 24-hour clock: `6:50`."""
    return f"{minute // 60}:{minute % 60:02d}"


def in_part(part: Part) -> str:
    """Say when: `in the evening`."""
    return _(_PARTS[part])


def unbroken(text: str) -> str:
    """Return a text that stays on one line."""
    return text.replace(" ", NO_BREAK)


def of(count: int, total: int) -> str:
    """Write a count with its denominator, kept on one line: `21 of 50`."""
    said = _("{count} of {total}").format(count=numeral(count), total=numeral(total))
    return unbroken(said)


def logged(count: int, days: int) -> str:
    """Say on how many days something was logged: `Logged on 25 of 28 days.`."""
    return _("Logged on {days}.").format(days=of_days(count, days))


def of_days(count: int, days: int) -> str:
    """Write a number of days with its denominator: `25 of 28 days`, `1 of 1 day`."""
    return ngettext("{of} day", "{of} days", days).format(of=of(count, days))


def per_cent(share: float) -> str:
    """Write a share from 0 to 1 in whole per cent: `46%`."""
    return _("{number}%").format(number=round(100 * share))


def listed(parts: Sequence[str]) -> str:
    """Join parts as a sentence does: `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{most} and {last}").format(most=", ".join(parts[:-1]), last=parts[-1])


def ended(said: str) -> str:
    """End a sentence: a shortened month at its end may have brought the full stop with it."""
    return said if said.endswith(".") else f"{said}."


def length(seconds: float) -> str:
    """Say a length that was worked out, in words: `2 minutes 40 seconds`."""
    return length_in_words(rounded(seconds))


def length_range(low: float, high: float) -> str:
    """Say a range of lengths, the unit once where both share it: `1 to 5 minutes`."""
    return range_in_words(rounded(low), rounded(high))


def before(days: int) -> str:
    """Name a stretch of calendar days that came before: `the two weeks before`."""
    if days == 7:
        return _("the week before")
    if days == 14:
        return _("the two weeks before")
    if days < 60:
        return _("the {n} days before").format(n=days)
    if days >= 730:
        return _("the {n} years before").format(n=round(days / 365.25))
    return _("the {n} months before").format(n=round(days / 30.44))
