"""The twitches of a diary: log, edit, remove, and the short lists that make logging quick."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from twitchlog.diary import moments, removed, tables, twitch_parts
from twitchlog.diary.entries import load_twitches
from twitchlog.domain.changes import Written
from twitchlog.domain.duration import check_duration
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.phrase import Sites, phrase, phrases
from twitchlog.domain.site import site as known_site
from twitchlog.domain.text import clean
from twitchlog.domain.twitch import (
    RELIEF_WORDS,
    TRIGGER_WORDS,
    RecentSite,
    Relief,
    Strength,
    Trigger,
    Twitch,
)
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.period import Period
    from twitchlog.domain.phrase import Phrase
    from twitchlog.domain.twitch import Activity, Pattern, Seen

EARLIEST_YEAR: Final = 1900
_RECENT_ENTRIES: Final = 400
"""How many of the newest entries the one-tap lists look at."""


class Twitches:
    """The room of the twitches."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def log(
        self,
        sites: Sequence[str],
        *,
        moment: Moment | None = None,
        duration_s: float | None = None,
        strength: Strength | None = None,
        triggers: Sequence[Trigger] = (),
        note: str = "",
        pattern: Pattern | None = None,
        seen: Seen | None = None,
        activity: Activity | None = None,
        reliefs: Sequence[Relief] = (),
    ) -> Written[Twitch]:
        """Log a twitch at `sites`, now unless `moment` says when.

        Raises UnknownSite, or BadInput for a time still to come or before the person was born, a
        duration of zero or over a day, or a text that is too long. Nothing is written then.
        """
        for site in sites:
            known_site(site)
        twitch = _checked(
            Twitch(
                id=str(uuid.uuid4()),
                moment=moment or self._diary.clock.now(),
                sites=tuple(sites),
                duration_s=duration_s,
                strength=strength,
                triggers=tuple(triggers),
                note=note,
                pattern=pattern,
                seen=seen,
                activity=activity,
                reliefs=tuple(reliefs),
            )
        )
        if moment is not None:
            self._check_moment(moment)
        name = phrase("{place} logged", place=Sites(twitch.sites))
        with self._diary.operation(name) as operation:
            self.insert(operation, twitch)
        return Written(twitch, operation.changes())

    def edit(
        self, twitch: Twitch, *, joins: int | None = None, new: bool = False
    ) -> Written[Twitch]:
        """Replace the entry of that id by `twitch`; with `joins` as part of that earlier step.

        `new`: that step logged the entry, and is called by the places it has from now on. Raises
        NotFound where it has been removed meanwhile, and BadInput as `log` does; a time that is not
        changed is not looked at, for the clock may have been set back since.
        """
        there = Sites(twitch.sites)
        written = self.edit_many(
            [twitch],
            name=phrase("{place} changed", place=there),
            joins=joins,
            renames=phrase("{place} logged", place=there) if new else None,
        )
        return Written(written.value[0], written.changes)

    def edit_many(
        self,
        twitches: Sequence[Twitch],
        *,
        name: Phrase,
        joins: int | None = None,
        renames: Phrase | None = None,
    ) -> Written[tuple[Twitch, ...]]:
        """Replace several entries in one step called `name`, all or none; raises as `edit` does."""
        checked = tuple(_checked(each) for each in twitches)
        for each in checked:
            self._check_moment(each.moment, held_by=each.id)
        with self._diary.operation(name, joins=joins, renames=renames) as operation:
            for each in checked:
                before = _one(operation.connection, each.id)
                for site in set(each.sites) - set(before.sites):
                    known_site(site)
                if each != before:
                    operation.update(tables.twitches, {"id": each.id}, self._row(each))
                twitch_parts.update(operation, before, each)
        return Written(checked, operation.changes())

    def remove(self, *ids: str) -> Written[int]:
        """Move entries to the bin; return how many there were. Raises NotFound."""
        first = self.get(ids[0]) if ids else None
        if first is not None and len(ids) == 1:
            name = phrase("{place} removed", place=Sites(first.sites))
        else:
            name = phrases("{n} entry removed", "{n} entries removed", len(ids))
        with self._diary.operation(name) as operation:
            for twitch_id in ids:
                held = _one(operation.connection, twitch_id)
                removed.take(
                    operation,
                    tables.twitches,
                    twitch_id,
                    when=self._diary.clock.now(),
                    label=Sites(held.sites),
                    children=twitch_parts.CHILDREN,
                )
        return Written(len(ids), operation.changes())

    def get(self, twitch_id: str) -> Twitch:
        """Return one entry; raise NotFound."""
        with self._diary.reading() as connection:
            return _one(connection, twitch_id)

    def on_day(self, day: date) -> tuple[Twitch, ...]:
        """Return the entries of one local day, the newest first."""
        with self._diary.reading() as connection:
            day_is = tables.twitches.c.local_day == day.isoformat()
            return load_twitches(connection, day_is, newest_first=True)

    def between(self, period: Period, *, limit: int | None = None) -> tuple[Twitch, ...]:
        """Return the entries of a period, the oldest first."""
        inside = tables.twitches.c.local_day.between(
            period.first.isoformat(), period.last.isoformat()
        )
        with self._diary.reading() as connection:
            return load_twitches(connection, inside, limit=limit)

    def newest(self, limit: int | None = None) -> tuple[Twitch, ...]:
        """Return the newest entries, all of them without `limit`, the newest first."""
        with self._diary.reading() as connection:
            return load_twitches(connection, newest_first=True, limit=limit)

    def oldest(self) -> Twitch | None:
        """Return the entry that the diary begins with; None in an empty one."""
        with self._diary.reading() as connection:
            return next(iter(load_twitches(connection, limit=1)), None)

    def count(self) -> int:
        """Return how many entries there are."""
        with self._diary.reading() as connection:
            return int(
                connection.execute(select(func.count()).select_from(tables.twitches)).scalar_one()
            )

    def recent_sites(self, limit: int = 4) -> tuple[RecentSite, ...]:
        """Return the places logged last, the newest first, each once."""
        seen: dict[str, RecentSite] = {}
        for twitch in self.newest(_RECENT_ENTRIES):
            for name in twitch.sites:
                seen.setdefault(name, RecentSite(name, twitch.moment))
            if len(seen) >= limit:
                break
        return tuple(seen.values())[:limit]

    def recent_reliefs(self, limit: int = 8) -> tuple[Relief, ...]:
        """Return what stopped it lately, then the built-in answers, each once."""
        used = (relief for entry in self.newest(_RECENT_ENTRIES) for relief in entry.reliefs)
        built_in = (Relief(kind) for kind in RELIEF_WORDS)
        return tuple(dict.fromkeys((*used, *built_in)))[:limit]

    def recent_triggers(self, limit: int = 8) -> tuple[Trigger, ...]:
        """Return the triggers used last, then the built-in ones, each once."""
        used = (trigger for entry in self.newest(_RECENT_ENTRIES) for trigger in entry.triggers)
        built_in = (Trigger(kind) for kind in TRIGGER_WORDS)
        return tuple(dict.fromkeys((*used, *built_in)))[:limit]

    def insert(self, operation: Operation, twitch: Twitch) -> None:
        """Write a checked twitch as part of a step; for the rooms of the diary."""
        operation.insert(tables.twitches, {"id": twitch.id, **self._row(twitch)})
        twitch_parts.insert(operation, twitch)

    def _row(self, twitch: Twitch) -> dict[str, Any]:
        return {
            **moments.to_columns(twitch.moment),
            "local_day": twitch.moment.day.isoformat(),
            "local_minute": twitch.moment.minute,
            "duration_s": twitch.duration_s,
            "strength": None if twitch.strength is None else int(twitch.strength),
            "note": twitch.note,
            "updated_ms": self._diary.clock.now().utc_ms,
            "device": self._diary.device,
            "pattern": twitch.pattern,
            "seen": twitch.seen,
            "activity": twitch.activity,
        }

    def _check_moment(self, moment: Moment, *, held_by: str = "") -> None:
        """Raise BadInput for an impossible time, unless the entry `held_by` has it already."""
        problem = self._problem_of(moment)
        if problem and not (held_by and self.get(held_by).moment == moment):
            raise BadInput(problem)

    def _problem_of(self, moment: Moment) -> str:
        now = self._diary.clock.now()
        if moment.utc - now.utc > timedelta(minutes=1):
            return _("That time is still to come. Choose one that has passed.")
        born = (
            self._diary.profile.get().born if moment.utc < now.utc - timedelta(days=366) else None
        )
        if moment.day >= max(born or date.min, date(EARLIEST_YEAR, 1, 1)):
            return ""
        if born:
            return _("That day is before you were born.")
        return _("That day is too long ago to be right.")


def _one(connection: Connection, twitch_id: str) -> Twitch:
    found = load_twitches(connection, tables.twitches.c.id == twitch_id)
    if not found:
        raise NotFound(_("That entry is not in the diary any more."))
    return found[0]


def _checked(twitch: Twitch) -> Twitch:
    if not twitch.sites:
        raise BadInput(_("Choose a place first."))
    return replace(
        twitch,
        sites=tuple(dict.fromkeys(twitch.sites)),
        duration_s=None if twitch.duration_s is None else check_duration(twitch.duration_s),
        triggers=twitch_parts.checked_triggers(twitch.triggers),
        note=clean(twitch.note),
        reliefs=twitch_parts.checked_reliefs(twitch.reliefs),
    )
