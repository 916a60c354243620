"""A point in time as the person lived it: the instant, and the local clock it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Self
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant with the UTC offset and zone it was recorded in; the local day never moves.

    `utc_ms` counts milliseconds since 1970-01-01 UTC, `offset_min` minutes east of UTC, and `zone`
    is the IANA name where it was known, else an empty string.
    """

    utc_ms: int
    offset_min: int
    zone: str = ""

    @classmethod
    def of(cls, when: datetime, zone: str = "") -> Self:
        """Return the moment of an aware datetime; raise ValueError for one without a zone."""
        offset = when.utcoffset()
        if offset is None:
            raise ValueError("a time without its zone is not a point in time")
        milliseconds = (when.astimezone(UTC) - EPOCH) // timedelta(milliseconds=1)
        return cls(milliseconds, round(offset.total_seconds() / 60), zone or _zone_name(when))

    @property
    def utc(self) -> datetime:
        """The instant as an aware datetime in UTC."""
        return EPOCH + timedelta(milliseconds=self.utc_ms)

    @property
    def local(self) -> datetime:
        """The instant on the clock it was recorded from."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset_min)))

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.local.date()

    @property
    def minute(self) -> int:
        """Minutes since local midnight, 0 to 1439."""
        local = self.local
        return local.hour * 60 + local.minute

    def earlier(self, *, minutes: float) -> Moment:
        """Return the moment `minutes` before this one, on the same kind of clock."""
        return self.shifted(-timedelta(minutes=minutes))

    def shifted(self, by: timedelta) -> Moment:
        """Return the moment `by` later; the offset follows the zone where that is known."""
        later = in_zone(self.utc + by, zone=self.zone, offset_min=self.offset_min)
        return Moment.of(later, self.zone)

    def on_clock(self, wall: datetime) -> Moment:
        """Return the moment that this moment's own clock shows `wall` (naive local time).

        A time that the clock skips in spring is moved forward by the hour; of one it shows twice in
        autumn the first is meant.
        """
        zone = known_zone(self.zone)
        clock = zone or timezone(timedelta(minutes=self.offset_min))
        aware = wall.replace(tzinfo=clock)
        return Moment.of(aware.astimezone(UTC).astimezone(clock), self.zone)


def in_zone(when: datetime, *, zone: str, offset_min: int) -> datetime:
    """Return an aware datetime on the clock of `zone`, or at `offset_min` where that is unknown."""
    return when.astimezone(known_zone(zone) or timezone(timedelta(minutes=offset_min)))


def known_zone(name: str) -> ZoneInfo | None:
    """Return the IANA zone called `name`, or None where this machine does not know it."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _zone_name(when: datetime) -> str:
    return when.tzinfo.key if isinstance(when.tzinfo, ZoneInfo) else ""
