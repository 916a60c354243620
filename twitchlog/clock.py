"""Where the time comes from: the machine's own clock, or one that tests and pictures set."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol

from twitchlog.domain.moment import Moment


class Clock(Protocol):
    """Tells the moment it is, and reads wall-clock times where the person is now."""

    def now(self) -> Moment:
        """Return the moment it is."""
        ...

    def at(self, wall: datetime) -> Moment:
        """Return the moment that the local clock shows `wall`, a datetime without a zone."""
        ...


class SystemClock:
    """The machine's clock in the machine's zone, asked afresh each time, so travel is noticed."""

    def now(self) -> Moment:
        """Return the moment it is."""
        return Moment.of(datetime.now(UTC).astimezone(), _local_zone())

    def at(self, wall: datetime) -> Moment:
        """Return the moment that the local clock shows `wall`, a datetime without a zone."""
        zone = _local_zone()
        if zone:
            return Moment(0, 0, zone).on_clock(wall)
        return Moment.of(wall.astimezone(UTC).astimezone())


class FixedClock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: Moment) -> None:
        self.moment = moment

    def now(self) -> Moment:
        """Return the moment it was set to."""
        return self.moment

    def at(self, wall: datetime) -> Moment:
        """Return the moment that this clock shows `wall`, a datetime without a zone."""
        return self.moment.on_clock(wall)


def _local_zone() -> str:
    """Return the machine's IANA zone, or an empty string where it cannot be told."""
    try:
        import tzlocal

        return str(tzlocal.get_localzone_name() or "")
    except Exception:  # noqa: BLE001 - tzlocal raises many kinds on odd TZ values
        return ""
