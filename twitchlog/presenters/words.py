"""How entries, times and days are said, the same on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.day_text import MONTHS, WEEKDAYS
from twitchlog.domain.duration import length_in_words
from twitchlog.domain.phrase import phrase, shown
from twitchlog.domain.site import site_names
from twitchlog.domain.twitch import OWN, Strength
from twitchlog.translation import _, inside, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from twitchlog.domain.moment import Moment
    from twitchlog.domain.phrase import Phrase
    from twitchlog.domain.twitch import Trigger, Twitch

# Days are named here and not by the machine's locale, which is set once for the whole process and
# may speak another language than the program.
_WEEKDAYS_SHORT: Final = (
    mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"),
)  # fmt: skip
LONGEST_IN_LIST: Final = 160
JUST_NOW_MINUTES: Final = 2
AGO_MINUTES: Final = 30
A_SECOND, SECONDS, HOURS = 1.0, 10.0, 3 * 3600.0
"""The lengths that the vague words *a second*, *seconds* and *hours* are kept as."""

_STRENGTHS: Final = {
    Strength.BARELY: mark("barely felt"),
    Strength.MILD: mark("mild"),
    Strength.CLEAR: mark("clear"),
    Strength.STRONG: mark("strong"),
}


def sentence(words: str) -> str:
    """Return `words` with a capital letter in front."""
    return words[:1].upper() + words[1:]


def joined(parts: Iterable[str]) -> str:
    """Return the parts that say something with dots between them: *2 minutes · mild*."""
    return " · ".join(part for part in parts if part)


def in_brief(text: str) -> str:
    """Return a text in one line as a list shows it, cut at a word where it is very long."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_IN_LIST:
        return line
    start = line[:LONGEST_IN_LIST]
    cut = start.rsplit(" ", 1)[0] if " " in start[LONGEST_IN_LIST // 2 :] else start
    return cut.rstrip(" ,;.") + "…"


def weekday(day: date) -> str:
    """Return *Thursday*."""
    return _(WEEKDAYS[day.weekday()])


def weekday_short(day: date) -> str:
    """Return *Thu*."""
    return _(_WEEKDAYS_SHORT[day.weekday()])


def long_day(day: date) -> str:
    """Return *Thursday 18 June 2026*."""
    return _("{weekday} {day} {month} {year}").format(
        weekday=weekday(day), day=day.day, month=_(MONTHS[day.month - 1]), year=day.year
    )


def heading_day(day: date, *, today: date) -> str:
    """Return *Thursday 18 June*, with the year where it is not this one."""
    if day.year != today.year:
        return long_day(day)
    return _("{weekday} {day} {month}").format(
        weekday=weekday(day), day=day.day, month=_(MONTHS[day.month - 1])
    )


def full_day(day: date) -> str:
    """Return *18 June 2026*, as a field shows it and `typed.read_day` reads it."""
    return _("{day} {month} {year}").format(
        day=day.day, month=_(MONTHS[day.month - 1]), year=day.year
    )


def short_day(day: date, *, today: date) -> str:
    """Return *18 June*, with the year where it is not this one."""
    return shown(day_term(day, today=today))


def day_term(day: date, *, today: date) -> Phrase:
    """Return the same in no language."""
    month = phrase(MONTHS[day.month - 1])
    if day.year != today.year:
        return phrase("{day} {month} {year}", day=day.day, month=month, year=str(day.year))
    return phrase("{day} {month}", day=day.day, month=month)


def month_year(day: date) -> str:
    """Return *June 2026*."""
    return _("{month} {year}").format(month=_(MONTHS[day.month - 1]), year=day.year)


def day_name(day: date, *, today: date) -> str:
    """Return *today*, *yesterday*, *Tuesday* within the last week, else *9 June*."""
    past = (today - day).days
    if past == 0:
        return _("today")
    if past == 1:
        return _("yesterday")
    return weekday(day) if 1 < past < 7 else short_day(day, today=today)


def clock_time(moment: Moment) -> str:
    """Return *08:10*, on the clock it happened by."""
    return f"{moment.local:%H:%M}"


def ago(moment: Moment, *, now: Moment) -> str:
    """Return *just now*, *15 minutes ago* or *3 hours ago*."""
    minutes = max(now.utc_ms - moment.utc_ms, 0) // 60_000
    if minutes < JUST_NOW_MINUTES:
        return _("just now")
    if minutes < 60:
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    hours = minutes // 60
    return ngettext("{n} hour ago", "{n} hours ago", hours).format(n=hours)


def last_time(moment: Moment, *, now: Moment) -> str:
    """Say when something was last: *15 minutes ago*, *today, 08:10*, *Tuesday*, *9 June*."""
    if 0 <= now.utc_ms - moment.utc_ms < AGO_MINUTES * 60_000:
        return ago(moment, now=now)
    named = day_name(moment.day, today=now.day)
    if moment.day == now.day:
        return _("{day}, {time}").format(day=named, time=clock_time(moment))
    return named


def time_and_day(moment: Moment, *, now: Moment) -> str:
    """Return *08:10*, and for another day than today *yesterday, 08:10* or *9 June, 22:40*."""
    if moment.day == now.day:
        return clock_time(moment)
    day = day_name(moment.day, today=now.day)
    return _("{day}, {time}").format(day=day, time=clock_time(moment))


def when(moment: Moment, *, now: Moment) -> str:
    """Say a point in time in full: *today at 14:17, 15 minutes ago*, *9 June at 22:40*."""
    at = _("{day} at {time}").format(
        day=day_name(moment.day, today=now.day), time=clock_time(moment)
    )
    # It is still to come where the machine's clock was set back.
    if moment.day == now.day and moment.utc_ms // 60_000 <= now.utc_ms // 60_000:
        return _("{time}, {ago}").format(time=at, ago=ago(moment, now=now))
    return at


def how_long(seconds: float | None) -> str:
    """Say a length inside a sentence: *seconds*, *2 minutes*; empty if not known."""
    if seconds is None:
        return ""
    vague = {A_SECOND: _("a second"), SECONDS: _("seconds"), HOURS: _("hours")}
    return vague[seconds] if seconds in vague else length_in_words(seconds)


def how_strong(strength: Strength | None) -> str:
    """Say a strength inside a sentence: *barely felt*; empty if not known."""
    return "" if strength is None else _(_STRENGTHS[strength])


def what_else(trigger: Trigger) -> str:
    """Say what went with a twitch inside a sentence: *coffee* as the person wrote it, *stress*."""
    return trigger.label if trigger.kind == OWN else inside(trigger.label)


def places(sites: Sequence[str]) -> str:
    """Say places in a row: *Left calf, right eyelid*."""
    return site_names(sites)


def details(twitch: Twitch) -> str:
    """Say what is known of an entry besides place and time: *2 minutes · mild · caffeine*.

    Empty where nothing else is known, so that nobody reads that something is missing.
    """
    known = joined(
        (
            how_long(twitch.duration_s),
            how_strong(twitch.strength),
            *(what_else(each) for each in twitch.triggers),
            *in_full(twitch),
            " ".join(twitch.note.split()),
        )
    )
    return sentence(known)


def in_full(twitch: Twitch) -> list[str]:
    """Say how it moved, what was seen, what the muscle did and what stopped it, as far as known."""
    chosen = (twitch.pattern, twitch.seen, twitch.activity)
    said = [inside(each.word) for each in chosen if each is not None]
    return said + [
        each.label if each.kind == OWN else inside(each.label) for each in twitch.reliefs
    ]


def file_size(count: int) -> str:
    """Say how many bytes a file has: *12 kB*, *3.4 MB*."""
    if count < 1_000_000:
        return _("{n} kB").format(n=max(round(count / 1000), 1))
    return _("{n} MB").format(n=numeral(count / 1_000_000, ".1f"))
