"""How long a twitch lasted: reading it, checking it, saying it."""

from __future__ import annotations

import math
import re
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

LONGEST_S: Final = 24 * 3600.0
SHORTEST_S: Final = 0.1
_PART: Final = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)?",
    re.IGNORECASE,
)
_SECONDS: Final = {"s": 1.0, "m": 60.0, "h": 3600.0}


def check_duration(seconds: float) -> float:
    """Return `seconds` when it can be the length of a twitch; raise BadInput when it cannot."""
    if not math.isfinite(seconds) or seconds < SHORTEST_S:
        raise BadInput(_("A twitch lasts longer than that: give a time above zero."))
    if seconds > LONGEST_S:
        raise BadInput(_("That is more than a day. Log a twitch of up to 24 hours."))
    return round(float(seconds), 1)


def parse_span(text: str) -> float:
    """Return the seconds in `20s`, `3 min`, `1h30m` or `45` (seconds); raise BadInput."""
    stripped = text.strip()
    end, total, parts = 0, 0.0, 0
    for match in _PART.finditer(stripped):
        if stripped[end : match.start()].strip():
            break
        unit = (match["unit"] or ("s" if parts == 0 else "")).lower()[:1]
        if not unit:
            break
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


def say_duration(seconds: float) -> str:
    """Say a length: under 2 min in seconds, under 90 min in minutes, then hours; two figures."""
    if seconds < 120:
        return _("{n} s").format(n=_two_figures(seconds))
    if seconds < 90 * 60:
        return _("{n} min").format(n=_two_figures(seconds / 60))
    hours, minutes = divmod(round(seconds / 60), 60)
    if minutes == 0:
        return _("{h} h").format(h=hours)
    return _("{h} h {m} min").format(h=hours, m=minutes)


def _two_figures(value: float) -> str:
    if value >= 10:
        return f"{float(f'{value:.2g}'):.0f}" if value >= 100 else f"{value:.0f}"
    rounded = f"{value:.1f}"
    return rounded.removesuffix(".0")
