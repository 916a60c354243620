"""What the person chose about the diary itself, so that window and command line agree on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from twitchlog.diary import tables
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import DAY_ENDS, LATEST_DAY_END
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.diary.diary import Diary

_KEY: Final = {"key": "day_ends"}
"""The row in the table of the profile; it holds minutes after midnight."""


class Preferences:
    """The room of the choices about the diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def day_ends(self) -> int:
        """Return how many minutes after midnight the person's day ends; 0 unless chosen."""
        table = tables.profile
        query = select(table.c.value).where(table.c.key == _KEY["key"])
        with self._diary.reading() as connection:
            stored = connection.execute(query).scalar()
        return _read(stored) if stored is not None else 0

    def end_day_at(self, minutes: int) -> Written[int]:
        """Let days end `minutes` after midnight from now on; what is written keeps its day.

        Raises BadInput for anything but a whole hour up to five.
        """
        if minutes not in DAY_ENDS:
            raise BadInput(_("The day ends at midnight or at a whole hour up to 5 in the morning."))
        name = _("The day ends at {time}").format(time=say_end(minutes))
        with self._diary.operation(name) as operation:
            values = {
                "value": json.dumps(minutes),
                "updated_ms": self._diary.clock.now().utc_ms,
                "device": self._diary.device,
            }
            row = operation.row(tables.profile, _KEY)
            if row is None and minutes:
                operation.insert(tables.profile, _KEY | values)
            elif row is not None and row["value"] != values["value"]:
                operation.update(tables.profile, _KEY, values)
        return Written(minutes, operation.changes())

    def refresh(self) -> None:
        """Take over what is chosen: it may have been undone, or chosen by another program."""
        self._diary.clock.day_ends = self.day_ends()


def say_end(minutes: int) -> str:
    """Say when the day ends: *midnight*, *04:00*."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if minutes else _("midnight")


def _read(stored: str) -> int:
    """Return the minutes a row keeps; what makes no sense there is midnight."""
    try:
        minutes = int(json.loads(stored))
    except (ValueError, TypeError):
        return 0
    return minutes if 0 <= minutes <= LATEST_DAY_END else 0
