"""Read times of day and points in time, on the clock they were read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.dates import Dates
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import EPOCH, Moment, known_zone
from twitchlog.translation import _

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from twitchlog.diary.imports.dates import DateOrder

EARLIEST: Final = date(1900, 1, 1)
_SPLIT: Final = re.compile(
    r"(.*?\S)(?:\s*[Tt,]\s*|\s+)(\d{1,2}(?:[:.hH]\d{2}.*|\s*[aApP]\.?\s?[mM]\.?))"
)
_TIME: Final = re.compile(
    r"(\d{1,2})(?:[:.hH](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?(?:\s*([aApP])\.?\s?[mM]\.?|\s*(?:h|Uhr))?",
)
_OFFSET: Final = re.compile(r"(.*?)\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?)")
_EPOCH: Final = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """Seconds since midnight; `offset_min` east of UTC where the file says it.

    `utc` says that it is the time of day in UTC, wherever the person was.
    """

    seconds: int
    offset_min: int | None = None
    utc: bool = False


def split_when(cell: str) -> tuple[str, str]:
    """Return the date and the time of a cell that holds both; an empty time where there is none."""
    if cell[4:5] == "-" and cell[7:8] == "-":
        return cell[:10], cell[11:]
    found = _SPLIT.fullmatch(cell.strip()) if len(cell) <= 80 else None
    return (found[1].rstrip(","), found[2]) if found else (cell, "")


def read_time(text: str) -> TimeOfDay | None:
    """Return the time of day that `text` writes, or None where it writes none."""
    text = text.strip()
    offset: int | None = None
    utc = False
    if len(text) > 40:
        return None
    if found := _OFFSET.fullmatch(text):
        text, utc = found[1], found[2] is not None
        if not utc:
            offset = int(found[4]) * 60 + int(found[5] or 0)
            offset = -offset if found[3] == "-" else offset
            if abs(offset) > 14 * 60:
                return None
    seconds = _seconds(text)
    return None if seconds is None else TimeOfDay(seconds, offset, utc)


def _seconds(text: str) -> int | None:
    found = _TIME.fullmatch(text)
    if found is None or (found[2] is None and found[4] is None):
        return None
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return hour * 3600 + minute * 60 + second


class Clock:
    """Makes moments of days and times; what a day and a zone have in common is worked out once."""

    def __init__(self, *, zone: str, now: Moment, order: DateOrder | None = None) -> None:
        self._zone = zone
        self._info = known_zone(zone)
        if zone and self._info is None:
            raise BadInput(_("No time zone is called “{name}”.").format(name=zone[:60]))
        self._fallback = timezone(timedelta(minutes=now.offset_min))
        self._latest_ms = now.utc_ms + 60_000
        self._today = now.day
        self._dates = Dates(order)
        self._days: dict[date, tuple[int, int] | None] = {}
        self._times: dict[str, TimeOfDay | None] = {}
        # What most lines need: a day's midnight and offset, a time's milliseconds, by their text.
        self._midnights: dict[str, tuple[int, int]] = {}
        self._after: dict[str, int] = {}

    def again(self, day_text: str, time_text: str) -> Moment | None:
        """Return the moment of a day and a time on the file's clock that were both read before.

        None where they have to be read with care: the first time, and on a day with a change.
        """
        midnight, after = self._midnights.get(day_text), self._after.get(time_text)
        if midnight is None or after is None:
            return None
        utc_ms = midnight[0] + after
        return None if utc_ms > self._latest_ms else Moment(utc_ms, midnight[1], self._zone)

    def remember(self, day_text: str, day: date, time_text: str, time: TimeOfDay) -> None:
        """Keep what `again` needs, where day and time are plain."""
        known = self._days.get(day)
        if known is not None:
            self._midnights[day_text] = known
        if time.offset_min is None and not time.utc:
            self._after[time_text] = time.seconds * 1000

    def day(self, text: str) -> date:
        """Return the day that `text` writes; raise BadInput, also for one to come."""
        found = self._dates.read(text)
        if found is None:
            raise BadInput(_("“{text}” is not a date.").format(text=_short(text)))
        if found > self._today:
            raise BadInput(_("“{text}” is still to come.").format(text=_short(text)))
        if found < EARLIEST:
            raise BadInput(_("“{text}” is too long ago to be right.").format(text=_short(text)))
        return found

    def time(self, text: str) -> TimeOfDay:
        """Return the time of day that `text` writes; raise BadInput."""
        try:
            found = self._times[text]
        except KeyError:
            found = self._times[text] = read_time(text)
        if found is None:
            raise BadInput(_("“{text}” is not a time of day.").format(text=_short(text)))
        return found

    def moment(self, day: date, time: TimeOfDay, zone: str = "") -> Moment:
        """Return the moment that the clock showed that; raise BadInput for one to come.

        `zone` is that of the line where it names one: an IANA name, or an offset such as +02:00.
        """
        if zone and zone != self._zone:
            found = self._elsewhere(day, time, zone)
        elif time.offset_min is not None:
            found = self._named(_with_offset(day, time, time.offset_min))
        elif time.utc:
            found = self._from_utc(_at(day, time).replace(tzinfo=UTC))
        else:
            found = self._local(day, time)
        if found.utc_ms > self._latest_ms:
            raise BadInput(_("This time is still to come."))
        return found

    def epoch(self, text: str) -> Moment | None:
        """Return the moment of seconds or milliseconds since 1970, None where `text` is none."""
        text = text.strip()
        if not _EPOCH.fullmatch(text):
            return None
        number = float(text)
        seconds = number / 1000 if number >= 1e11 else number
        found = self._from_utc(EPOCH + timedelta(seconds=seconds))
        if found.utc_ms > self._latest_ms:
            raise BadInput(_("This time is still to come."))
        return found

    def _local(self, day: date, time: TimeOfDay) -> Moment:
        try:
            known = self._days[day]
        except KeyError:
            known = self._days[day] = self._whole_day(day)
        if known is None:
            return Moment(0, self._offset_at(day), self._zone).on_clock(_at(day, time))
        return Moment(known[0] + time.seconds * 1000, known[1], self._zone)

    def _whole_day(self, day: date) -> tuple[int, int] | None:
        """Return the UTC milliseconds of midnight and the offset; None where the clock changes."""
        start = datetime(day.year, day.month, day.day, tzinfo=self._info or self._fallback)
        end = start.replace(hour=23, minute=59)
        before, after = start.utcoffset(), end.utcoffset()
        if before is None or before != after or before % timedelta(minutes=1):
            return None
        return (start - EPOCH) // timedelta(milliseconds=1), before // timedelta(minutes=1)

    def _offset_at(self, day: date) -> int:
        start = datetime(day.year, day.month, day.day, tzinfo=self._info or self._fallback)
        return (start.utcoffset() or timedelta()) // timedelta(minutes=1)

    def _from_utc(self, instant: datetime) -> Moment:
        return Moment.of(instant.astimezone(self._info or self._fallback), self._zone)

    def _named(self, moment: Moment) -> Moment:
        """Return a moment known by its offset with the file's zone, where that had the same one."""
        here = self._from_utc(moment.utc)
        return here if here.offset_min == moment.offset_min else moment

    def _elsewhere(self, day: date, time: TimeOfDay, zone: str) -> Moment:
        info: ZoneInfo | None = known_zone(zone)
        if info is not None:
            if time.utc:
                return Moment.of(_at(day, time).replace(tzinfo=UTC).astimezone(info), zone)
            return Moment(0, 0, zone).on_clock(_at(day, time))
        offset = read_time(f"00:00{zone.strip()}")
        if offset is None or (offset.offset_min is None and not offset.utc):
            raise BadInput(_("No time zone is called “{name}”.").format(name=_short(zone)))
        return _with_offset(day, time, offset.offset_min or 0)


def _with_offset(day: date, time: TimeOfDay, offset_min: int) -> Moment:
    return Moment.of(_at(day, time).replace(tzinfo=timezone(timedelta(minutes=offset_min))))


def _at(day: date, time: TimeOfDay) -> datetime:
    hours, rest = divmod(time.seconds, 3600)
    return datetime(day.year, day.month, day.day, hours, rest // 60, rest % 60)  # noqa: DTZ001 - wall clock


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:40]}…"
