"""Read the points in time of Apple Health: 2026-06-18 23:10:00 +0200."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

_DAY_MS: Final = 86_400_000
_EPOCH: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Stamp:
    """An instant and the offset of the clock it was recorded from, in minutes east of UTC."""

    utc_ms: int
    offset_min: int

    @property
    def day(self) -> date:
        """The local day of it."""
        return _EPOCH + timedelta(days=(self.utc_ms + self.offset_min * 60_000) // _DAY_MS)


def stamp(text: str) -> Stamp:
    """Return the point in time that Apple Health writes as `text`; raise BadInput."""
    try:
        offset = _offset(text[20:])
        midnight = _midnight(text[:10])
        hours, minutes, seconds = int(text[11:13]), int(text[14:16]), int(text[17:19])
    except ValueError:
        raise _no_time(text) from None
    if not (0 <= hours < 24 and 0 <= minutes < 60 and 0 <= seconds < 61):
        raise _no_time(text)
    local = midnight + (hours * 3600 + minutes * 60 + seconds) * 1000
    return Stamp(local - offset * 60_000, offset)


@lru_cache(maxsize=1024)
def _midnight(text: str) -> int:
    day = date.fromisoformat(text)
    if day.year < 1900:
        raise ValueError(text)
    return (day - _EPOCH).days * _DAY_MS


@lru_cache(maxsize=256)
def _offset(text: str) -> int:
    if len(text) != 5 or text[0] not in "+-":
        raise ValueError(text)
    minutes = int(text[1:3]) * 60 + int(text[3:5])
    if minutes > 14 * 60:
        raise ValueError(text)
    return -minutes if text[0] == "-" else minutes


def _no_time(text: str) -> BadInput:
    return BadInput(_("“{text}” is not a point in time.").format(text=text[:40]))
