"""How long a twitch lasted: reading it, checking it, saying it."""

from __future__ import annotations

import math
import re
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, ngettext, with_marks

LONGEST_S: Final = 24 * 3600.0
SHORTEST_S: Final = 0.1
_UNITS: Final = {
    "s": ("seconds", "second", "secs", "sec", "s"),
    "m": ("minutes", "minute", "mins", "min", "m"),
    "h": ("hours", "hour", "hrs", "hr", "h"),
}
_GERMAN: Final = {
    "s": ("sekunden", "sekunde", "sek"),
    "m": ("minuten",),
    "h": ("stunden", "stunde", "std"),
}
_GERMAN_WORDS: Final = frozenset(word for words in _GERMAN.values() for word in words)
_SMALLER: Final = {"h": "m", "m": "s"}
_SECONDS: Final = {"s": 1.0, "m": 60.0, "h": 3600.0}
_MEANT: Final = {
    word: unit for words in (_UNITS, _GERMAN) for unit, each in words.items() for word in each
}
_PART: Final = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)\s*(?:(?P<unit>"
    + "|".join(sorted(_MEANT, key=len, reverse=True))
    + r")(?![^\W\d_])\.?)?",
    re.IGNORECASE,
)


def check_duration(seconds: float) -> float:
    """Return `seconds` when it can be the length of a twitch; raise BadInput when it cannot."""
    if not math.isfinite(seconds) or seconds < SHORTEST_S:
        raise BadInput(_("A twitch lasts longer than that: give a time above zero."))
    if seconds > LONGEST_S:
        raise BadInput(_("That is more than a day. Log a twitch of up to 24 hours."))
    return round(float(seconds), 1)


def parse_span(text: str) -> float:
    """Return the seconds in `20s`, `3 min`, `1h30m` or `45` (seconds); raise BadInput.

    German units are read too, and after one of them what is next smaller: `1 Stunde 30`.
    """
    stripped = text.strip()
    end, total, parts, bare = 0, 0.0, 0, "s"
    for match in _PART.finditer(stripped):
        if stripped[end : match.start()].strip():
            break
        written = (match["unit"] or "").lower()
        unit = _MEANT.get(written, bare)
        if not unit:
            break
        bare = _SMALLER.get(unit, "") if written in _GERMAN_WORDS else ""
        total += float(match["number"].replace(",", ".")) * _SECONDS[unit]
        end, parts = match.end(), parts + 1
    if not parts or stripped[end:].strip():
        shown = stripped if len(stripped) <= 40 else f"{stripped[:40]}…"
        raise BadInput(
            _("“{text}” is not a length of time. Write 20s, 3m or 1h30m.").format(text=shown)
        )
    return total


def parse_duration(text: str) -> float:
    """Return the seconds of a twitch written as `20s`, `3m` or `1h30m`; raise BadInput."""
    return check_duration(parse_span(text))


def say_length(seconds: float) -> str:
    """Say a length as it was logged, in little room: *12 s*, *2 min 30 s*, *1 h 30 min*, *1 hour*.

    For chips, tables and lines of several things.
    """
    hours, minutes, rest = _parts(seconds)
    if hours and not minutes:
        return _hours(hours)
    said = [
        _("{h} h").format(h=hours) if hours else "",
        _("{n} min").format(n=minutes) if minutes else "",
        _("{n} s").format(n=with_marks(rest)) if rest else "",
    ]
    return " ".join(part for part in said if part)


def length_in_words(seconds: float) -> str:
    """Say a length as it was logged, in words: *12 seconds*, *2 minutes 30 seconds*, *1 hour*.

    For headings, rows and sentences.
    """
    hours, minutes, rest = _parts(seconds)
    said = [
        _hours(hours) if hours else "",
        ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes) if minutes else "",
        _seconds(rest) if rest else "",
    ]
    return " ".join(part for part in said if part)


def range_in_words(low: float, high: float) -> str:
    """Say a range of lengths, the unit once where both have the same: *1 to 5 minutes*."""
    first, last = length_in_words(low), length_in_words(high)
    if first == last:
        return last
    units = [[bool(part) for part in _parts(each)] for each in (low, high)]
    if units[0] == units[1] and sum(units[0]) == 1:
        first = first.split()[0]
    return _("{low} to {high}").format(low=first, high=last)


def rounded(seconds: float) -> float:
    """Return a length that was worked out as exactly as it makes sense to say it.

    To two figures under a minute, 10 seconds under 10 minutes, a minute above.
    """
    if seconds < 60:
        return float(_two_figures(seconds))
    step = 10 if seconds < 600 else 60
    return float(round(seconds / step) * step)


def say_duration(seconds: float) -> str:
    """Say a length on the page for a doctor, to two figures.

    Under 2 min in seconds, under 90 min in minutes, then hours and minutes.
    """
    if seconds < 120:
        return _("{n} s").format(n=with_marks(_two_figures(seconds)))
    if seconds < 90 * 60:
        return _("{n} min").format(n=with_marks(_two_figures(seconds / 60)))
    hours, minutes = divmod(round(seconds / 60), 60)
    if minutes == 0:
        return _("{h} h").format(h=hours)
    return _("{h} h {m} min").format(h=hours, m=minutes)


def _parts(seconds: float) -> tuple[int, int, str]:
    """Return hours, minutes and seconds; the latter to two figures, empty for none or with hours.

    A second is rounded away where there are hours, and a tenth where there are ten seconds or more.
    """
    if float(_two_figures(seconds)) < 60:
        return 0, 0, _two_figures(seconds)
    if round(seconds) < 3600:
        minutes, rest = divmod(round(seconds), 60)
        return 0, minutes, str(rest) if rest else ""
    hours, minutes = divmod(round(seconds / 60), 60)
    return hours, minutes, ""


def _seconds(rest: str) -> str:
    return ngettext("{n} second", "{n} seconds", float(rest)).format(n=with_marks(rest))


def _hours(number: int) -> str:
    return ngettext("{n} hour", "{n} hours", number).format(n=number)


def _two_figures(value: float) -> str:
    if value >= 10:
        return f"{float(f'{value:.2g}'):.0f}" if value >= 100 else f"{value:.0f}"
    rounded = f"{value:.1f}"
    return rounded.removesuffix(".0")
