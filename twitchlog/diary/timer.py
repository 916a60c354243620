"""The timer of a twitch that is going on: its start is in the file, so it survives a crash."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from twitchlog.diary import moments, tables
from twitchlog.domain.changes import Written
from twitchlog.domain.duration import LONGEST_S, SHORTEST_S
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.phrase import Sites, phrase
from twitchlog.domain.site import site as known_site
from twitchlog.domain.twitch import Strength, Timer, Twitch
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.diary.diary import Diary

_KEY: Final = {"id": "running"}


class TimerRoom:
    """The room of the one running timer."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def running(self) -> Timer | None:
        """Return the timer that is running, or None."""
        with self._diary.reading() as connection:
            row = connection.execute(select(tables.timer)).mappings().first()
        return None if row is None else self._timer(row)

    def start(self, site: str | None = None, *, strength: Strength | None = None) -> Written[Timer]:
        """Start the timer now; raise BadInput where one is running already."""
        if site is not None:
            known_site(site)
        timer = Timer(self._diary.clock.now(), site, strength)
        with self._diary.operation(phrase("Timer started")) as operation:
            if operation.row(tables.timer, _KEY) is not None:
                raise BadInput(_("The timer is running already."))
            operation.insert(tables.timer, _row(timer))
        return Written(timer, operation.changes())

    def change(self, *, site: str | None, strength: Strength | None) -> Written[Timer]:
        """Change the place and strength of the running timer; raise NotFound where none runs."""
        if site is not None:
            known_site(site)
        with self._diary.operation(phrase("Timer changed")) as operation:
            row = operation.row(tables.timer, _KEY)
            if row is None:
                raise NotFound(_("No timer is running."))
            timer = replace(self._timer(row), site=site, strength=strength)
            operation.update(tables.timer, _KEY, _row(timer))
        return Written(timer, operation.changes())

    def stop(self, sites: Sequence[str]) -> Written[Twitch]:
        """Stop, and log the twitch at `sites` from its start, as long as the timer ran.

        A timer that was forgotten for over a day gives an entry without a duration. Raises
        NotFound where none runs, and BadInput without a place.
        """
        if not sites:
            raise BadInput(_("Choose a place first."))
        for site in sites:
            known_site(site)
        now = self._diary.clock.now()
        name = phrase("{place} logged", place=Sites(tuple(sites)))
        with self._diary.operation(name) as operation:
            row = operation.delete(tables.timer, _KEY)
            if row is None:
                raise NotFound(_("No timer is running."))
            timer = self._timer(row)
            ran = max((now.utc - timer.started.utc).total_seconds(), SHORTEST_S)
            twitch = Twitch(
                id=str(uuid.uuid4()),
                # A clock that was set back must not leave an entry in the time to come.
                moment=min(timer.started, now),
                sites=tuple(dict.fromkeys(sites)),
                duration_s=round(ran, 1) if ran <= LONGEST_S else None,
                strength=timer.strength,
            )
            self._diary.twitches.insert(operation, twitch)
        return Written(twitch, operation.changes())

    def throw_away(self) -> Written[None]:
        """Stop without logging anything; raise NotFound where no timer runs."""
        with self._diary.operation(phrase("Timer thrown away")) as operation:
            if operation.delete(tables.timer, _KEY) is None:
                raise NotFound(_("No timer is running."))
        return Written(None, operation.changes())

    def _timer(self, row: Mapping[Any, Any]) -> Timer:
        strength = None if row["strength"] is None else Strength(row["strength"])
        # It is no entry yet: which day it is of is settled when it is stopped.
        return Timer(self._diary.clock.lived(moments.from_row(row)), row["site"], strength)


def _row(timer: Timer) -> dict[str, Any]:
    strength = None if timer.strength is None else int(timer.strength)
    return {
        **_KEY,
        **moments.to_columns(timer.started),
        "site": timer.site,
        "strength": strength,
    }
