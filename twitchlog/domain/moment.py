"""A point in time as the person lived it: the instant, its local clock, and the day it is of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final, Self
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LATEST_DAY_END: Final = 300
"""A day may end up to so many minutes after midnight."""
DAY_ENDS: Final = tuple(range(0, LATEST_DAY_END + 1, 60))
"""The minutes after midnight to choose from."""
_MINUTE_MS: Final = 60_000
_DAY_MINUTES: Final = 24 * 60
_DAY_MS: Final = 86_400_000
_EPOCH_DAY: Final = EPOCH.toordinal()


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant with the UTC offset and zone it was recorded in; the local day never moves.

    `utc_ms` counts milliseconds since 1970-01-01 UTC, `offset_min` minutes east of UTC, and `zone`
    is the IANA name where it was known, else an empty string. `back` is how many days the day it
    is of lies before the date on that clock: 1 in a night that counts to the day before, else 0.
    """

    utc_ms: int
    offset_min: int
    zone: str = ""
    back: int = 0

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
        """The day it is of: the date on its clock, or the day before for a late night."""
        return date.fromordinal(self._date_number() - self.back)

    @property
    def minute(self) -> int:
        """Minutes since local midnight, 0 to 1439."""
        return (self.utc_ms // _MINUTE_MS + self.offset_min) % _DAY_MINUTES

    def of_day(self, day: date) -> Moment:
        """Return the same moment as one of `day`, whatever the date on its clock."""
        back = self._date_number() - day.toordinal()
        return self if back == self.back else replace(self, back=back)

    def lived(self, day_ends: int) -> Moment:
        """Return the same moment, of the day lived where days end `day_ends` minutes past midnight.

        A date that the zone skipped, as a place that crosses the date line does, has no night.
        """
        if self.minute >= day_ends:
            return self if not self.back else replace(self, back=0)
        before = date.fromordinal(self._date_number() - 1)
        zone = known_zone(self.zone)
        if zone is not None and _skipped(before, zone):
            before -= timedelta(days=1)
        return self.of_day(before)

    def earlier(self, *, minutes: float) -> Moment:
        """Return the moment `minutes` before this one, on the same kind of clock."""
        return self.shifted(-timedelta(minutes=minutes))

    def shifted(self, by: timedelta) -> Moment:
        """Return the moment `by` later, of the date on its clock (a `Clock` knows where days end).

        The offset follows the zone where that is known.
        """
        later = in_zone(self.utc + by, zone=self.zone, offset_min=self.offset_min)
        return Moment.of(later, self.zone)

    def on_clock(self, wall: datetime, *, second: bool = False) -> Moment:
        """Return the moment that this moment's own clock shows `wall` (naive local time).

        A time that the clock skips in spring is moved forward by the hour; of one it shows twice in
        autumn the first is meant unless `second`. It is of the date on the clock.
        """
        clock = known_zone(self.zone) or timezone(timedelta(minutes=self.offset_min))
        aware = wall.replace(tzinfo=clock, fold=int(second))
        if second and not shown_twice(wall, clock):
            aware = wall.replace(tzinfo=clock, fold=0)
        return Moment.of(aware.astimezone(UTC).astimezone(clock), self.zone)

    def twins(self) -> tuple[Moment, Moment] | None:
        """Return both moments at which its clock shows this time, the first one first.

        None for all but the hour that comes twice when the clocks go back. Both are of its day.
        """
        zone, wall = known_zone(self.zone), self.local.replace(tzinfo=None)
        if zone is None or not shown_twice(wall, zone):
            return None
        first, second = (self.on_clock(wall, second=again) for again in (False, True))
        return first.of_day(self.day), second.of_day(self.day)

    def _date_number(self) -> int:
        """Return the date on its clock as a count of days; quick, for lists of thousands."""
        return (self.utc_ms + self.offset_min * 60_000) // _DAY_MS + _EPOCH_DAY


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


def shown_twice(wall: datetime, zone: ZoneInfo | timezone) -> bool:
    """Tell whether the clock of `zone` shows `wall` (naive local time) two times."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return first is not None and second is not None and first > second


def _skipped(day: date, zone: ZoneInfo) -> bool:
    """Tell whether no clock of `zone` ever showed that date."""
    noon = datetime.combine(day, time(12), zone)
    return noon.astimezone(UTC).astimezone(zone).date() != day


def _zone_name(when: datetime) -> str:
    return when.tzinfo.key if isinstance(when.tzinfo, ZoneInfo) else ""
