"""What the person chose about the diary and its page: window and command line agree on it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from twitchlog.diary import records, tables
from twitchlog.domain.arrangement import Arrangement
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import DAY_ENDS, LATEST_DAY_END
from twitchlog.domain.page_sections import Section
from twitchlog.domain.phrase import phrase, shown
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.phrase import Phrase, Term

_DAY_ENDS: Final = "day_ends"
"""The row in the table of the profile; it holds minutes after midnight."""
_LEFT_OUT: Final = "page_left_out"
"""The row that holds which parts are left out of the page for the doctor."""
_CHARTS: Final = "charts"
"""The row that holds which charts stand first and which are hidden."""


class Preferences:
    """The room of the choices about the diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def day_ends(self) -> int:
        """Return how many minutes after midnight the person's day ends; 0 unless chosen."""
        with self._diary.reading() as connection:
            return _minutes(_stored(connection, _DAY_ENDS))

    def end_day_at(self, minutes: int) -> Written[int]:
        """Let days end `minutes` after midnight from now on; what is written keeps its day.

        Raises BadInput for anything but a whole hour up to five.
        """
        if minutes not in DAY_ENDS:
            raise BadInput(_("The day ends at midnight or at a whole hour up to 5 in the morning."))
        name = phrase("The day ends at {time}", time=_end(minutes))
        with self._diary.operation(name) as operation:
            self._put(operation, _DAY_ENDS, minutes)
        return Written(minutes, operation.changes())

    def left_out(self) -> frozenset[Section]:
        """Return which parts are left out of the page for the doctor."""
        with self._diary.reading() as connection:
            return load_left_out(connection)

    def leave_out(self, sections: Iterable[Section]) -> Written[frozenset[Section]]:
        """Leave these parts out of the page for the doctor, and no others."""
        wanted = frozenset(sections)
        with self._diary.operation(phrase("Parts of the page chosen")) as operation:
            self._put(operation, _LEFT_OUT, sorted(wanted))
        return Written(wanted, operation.changes())

    def arrangement(self) -> Arrangement:
        """Return which charts stand first in Patterns, and which are hidden."""
        with self._diary.reading() as connection:
            return _arranged(_stored(connection, _CHARTS))

    def arrange(self, wanted: Arrangement, step: Phrase) -> Written[Arrangement]:
        """Let the charts of Patterns stand so; `step` is what undo calls it."""
        with self._diary.operation(step) as operation:
            held = _arranged(_stored(operation.connection, _CHARTS))
            if wanted != held:
                value = {"first": wanted.first, "hidden": wanted.hidden}
                self._put(operation, _CHARTS, value)
        return Written(wanted, operation.changes())

    def _put(self, operation: Operation, key: str, value: object) -> None:
        """Keep a value under its key; one that says nothing makes no row of its own."""
        if value or operation.row(tables.profile, {"key": key}) is not None:
            row = {"key": key, "value": json.dumps(value)}
            records.put(operation, tables.profile, row, records.origin(self._diary))

    def refresh(self) -> None:
        """Take over what is chosen: it may have been undone, or chosen by another program."""
        self._diary.clock.day_ends = self.day_ends()


def say_end(minutes: int) -> str:
    """Say when the day ends: *midnight*, *04:00*."""
    return shown(_end(minutes))


def _end(minutes: int) -> Term:
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if minutes else phrase("midnight")


def load_left_out(connection: Connection) -> frozenset[Section]:
    """Return which parts are left out of the page; what is not known any more is not among them."""
    try:
        names = json.loads(_stored(connection, _LEFT_OUT) or "[]")
        return frozenset(Section(name) for name in names if name in set(Section))
    except (ValueError, TypeError):
        return frozenset()


def _arranged(stored: str | None) -> Arrangement:
    """Return how a row arranges the charts; what makes no sense there arranges nothing."""
    try:
        held = json.loads(stored or "{}")
        first, hidden = (held.get(name, ()) for name in ("first", "hidden"))
        kinds = dict.fromkeys(kind for kind in first if isinstance(kind, str))
        away = dict.fromkeys(kind for kind in hidden if isinstance(kind, str) and kind not in kinds)
    except (ValueError, TypeError, AttributeError):
        return Arrangement()
    return Arrangement(tuple(kinds), tuple(away))


def _stored(connection: Connection, key: str) -> str | None:
    table = tables.profile
    found: str | None = connection.execute(select(table.c.value).where(table.c.key == key)).scalar()
    return found


def _minutes(stored: str | None) -> int:
    """Return the minutes a row keeps; what makes no sense there is midnight."""
    try:
        minutes = int(json.loads(stored or "0"))
    except (ValueError, TypeError):
        return 0
    return minutes if 0 <= minutes <= LATEST_DAY_END else 0
