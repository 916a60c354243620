"""Where the time comes from: the machine's own clock, one that tests set, and where days end."""

from __future__ import annotations

import os
import time as machine
import warnings
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.moment import Moment, known_zone

if TYPE_CHECKING:
    from collections.abc import Callable

ZONE_LOOK_S: Final = 10
"""How long the machine's zone is taken for the same before it is looked up again."""


class Clock(Protocol):
    """Tells the moment it is, and reads wall-clock times where the person is now.

    `day_ends` is how many minutes after midnight the person's day ends.
    """

    day_ends: int = 0

    def now(self) -> Moment:
        """Return the moment it is."""
        ...

    def at(self, wall: datetime, *, second: bool = False) -> Moment:
        """Return the moment that the local clock shows `wall`, a datetime without a zone.

        Of a time it shows twice in autumn the first is meant unless `second`.
        """
        ...

    def seconds(self) -> float:
        """Return the seconds since some moment, which go on evenly whatever a clock is set to."""
        return machine.monotonic()

    def ago(self, *, minutes: float) -> Moment:
        """Return the moment `minutes` before now."""
        return self.lived(self.now().earlier(minutes=minutes))

    def on(self, day: date, at: time) -> Moment:
        """Return the moment of the person's `day` at which the clock shows `at`.

        A time before the day's end is in the night that follows the date.
        """
        return on_day(day, at, day_ends=self.day_ends, read=self.at)

    def lived(self, moment: Moment) -> Moment:
        """Return the same moment as one of the day that the person lived then."""
        return moment.lived(self.day_ends)

    def day_of(self, wall: datetime) -> date:
        """Return the person's day when the clock shows `wall`."""
        return (wall - timedelta(minutes=self.day_ends)).date()


class SystemClock(Clock):
    """The machine's clock in the machine's zone, looked up again and again, so travel is noticed.

    The zone's own rules give the offset: what the C library knows of it may date from the start.
    """

    def now(self) -> Moment:
        """Return the moment it is."""
        name = _MACHINE.zone()
        return Moment.of(datetime.now(UTC).astimezone(known_zone(name)), name)

    def at(self, wall: datetime, *, second: bool = False) -> Moment:
        """Return the moment that the local clock shows `wall`, a datetime without a zone."""
        name = _MACHINE.zone()
        if known_zone(name) is not None:
            return Moment(0, 0, name).on_clock(wall, second=second)
        return Moment.of(wall.replace(fold=int(second)).astimezone(UTC).astimezone())


class FixedClock(Clock):
    """A clock that stands still until it is moved."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment

    def now(self) -> Moment:
        """Return the moment it was set to."""
        return self.moment

    def at(self, wall: datetime, *, second: bool = False) -> Moment:
        """Return the moment that this clock shows `wall`, a datetime without a zone."""
        return self.moment.on_clock(wall, second=second)

    def seconds(self) -> float:
        """Return the seconds of the moment it was set to."""
        return self.moment.utc_ms / 1000


class DayClock(Clock):
    """Another clock, for a person whose day ends `day_ends` minutes after midnight."""

    def __init__(self, clock: Clock, day_ends: int = 0) -> None:
        self._clock = clock
        self.day_ends = day_ends

    def now(self) -> Moment:
        """Return the moment it is, of the day that the person lives."""
        return self.lived(self._clock.now())

    def seconds(self) -> float:
        """Return the seconds of the other clock."""
        return self._clock.seconds()

    def at(self, wall: datetime, *, second: bool = False) -> Moment:
        """Return the moment that the local clock shows `wall`, a datetime without a zone."""
        return self.lived(self._clock.at(wall, second=second))


class ReadsWall(Protocol):
    """Returns the moment at which some clock shows a datetime without a zone."""

    def __call__(self, wall: datetime, *, second: bool = False) -> Moment:
        """Return that moment; of two the first unless `second`."""
        ...


def on_day(day: date, at: time, *, day_ends: int, read: ReadsWall) -> Moment:
    """Return the moment of `day` at which the clock that `read` asks shows `at`.

    A time before `day_ends`, minutes after midnight, is in the night that follows the date.
    """
    night = at.hour * 60 + at.minute < day_ends
    wall = datetime.combine(day + timedelta(days=1) if night else day, at)
    moment = read(wall)
    shown = moment.local.replace(tzinfo=None)
    # A skipped time is moved on by the hour, and may come to lie behind the day's end by that.
    moved_on = shown != wall and shown.date() == wall.date()
    return moment.of_day(day) if moved_on else moment.lived(day_ends)


class LookUp(Protocol):
    """Finds the name of the machine's zone; what was found before may be out of date `again`."""

    def __call__(self, *, again: bool) -> str:
        """Return the IANA name, or an empty string."""
        ...


class Machine:
    """The zone of this machine. It changes when the person travels, also while the machine sleeps.

    `look_up` is asked for its name; the time between two looks is measured by `seconds`, a clock
    that goes on meanwhile.
    """

    def __init__(self, look_up: LookUp, seconds: Callable[[], float] = machine.time) -> None:
        self._look_up, self._seconds = look_up, seconds
        self._name: str | None = None
        self._looked, self._variable = 0.0, os.environ.get("TZ")

    def zone(self) -> str:
        """Return the IANA name, or an empty string where it cannot be told."""
        now, variable = self._seconds(), os.environ.get("TZ")
        known = self._name
        if known is None or variable != self._variable or abs(now - self._looked) > ZONE_LOOK_S:
            known = self._name = self._look_up(again=known is not None)
            self._looked, self._variable = now, variable
        return known


def _look_up(*, again: bool) -> str:
    """Return the machine's IANA zone, or an empty string where it cannot be told."""
    try:
        import tzlocal

        if again:
            with warnings.catch_warnings():
                # It warns where the C library still has the zone from before the journey.
                warnings.simplefilter("ignore")
                tzlocal.reload_localzone()
        return str(tzlocal.get_localzone_name() or "")
    except Exception:  # noqa: BLE001 - tzlocal raises many kinds on odd TZ values
        return ""


_MACHINE: Final = Machine(_look_up)
