"""The bin: what was removed, until it is brought back or erased for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from twitchlog.diary import journal, moments, removed, tables
from twitchlog.diary.entries import site_names, twitch_of
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import NotFound
from twitchlog.domain.twitch import Trigger
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.diary.diary import Diary
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.twitch import Twitch


@dataclass(frozen=True, slots=True)
class Binned:
    """One removed entry: when it was removed, and what it was."""

    id: str
    removed: Moment
    label: str
    twitch: Twitch


class Bin:
    """The room of the removed entries."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def items(self) -> tuple[Binned, ...]:
        """Return what lies in the bin, removed last first."""
        with self._diary.reading() as connection:
            query = select(tables.bin_).order_by(tables.bin_.c.utc_ms.desc(), tables.bin_.c.id)
            return tuple(_binned(row) for row in connection.execute(query).mappings())

    def restore(self, entry_id: str) -> Written[Twitch]:
        """Put a removed entry back as it was; raise NotFound."""
        with self._diary.reading() as connection:
            query = select(tables.bin_).where(tables.bin_.c.id == entry_id)
            found = connection.execute(query).mappings().first()
        if found is None:
            raise NotFound(_("That entry is not in the bin any more."))
        binned = _binned(found)
        name = _("{place} brought back").format(place=site_names(binned.twitch.sites))
        with self._diary.operation(name) as operation:
            if operation.delete(tables.bin_, {"id": entry_id}) is None:
                raise NotFound(_("That entry is not in the bin any more."))
            for table, row in removed.unpack(found["rows"]):
                operation.insert(tables.metadata.tables[table], row)
        return Written(binned.twitch, operation.changes())

    def erase(self, *ids: str) -> None:
        """Erase removed entries for good: from the bin, the steps that undo knows, and the file.

        Backups made before still hold them until they are thinned out.
        """
        with self._diary.unrecorded() as connection:
            connection.execute(delete(tables.bin_).where(tables.bin_.c.id.in_(ids)))
            journal.forget(connection, set(ids))
        with self._diary.reading() as connection:
            # Erased text stays readable in the write-ahead log until that is emptied.
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def empty(self) -> int:
        """Erase everything in the bin for good; return how many entries that was."""
        with self._diary.reading() as connection:
            ids = list(connection.execute(select(tables.bin_.c.id)).scalars())
        self.erase(*ids)
        return len(ids)


def _binned(row: Mapping[Any, Any]) -> Binned:
    rows = removed.unpack(row["rows"])
    own = next(values for table, values in rows if table == tables.twitches.name)
    sites = [values for table, values in rows if table == tables.twitch_sites.name]
    triggers = [values for table, values in rows if table == tables.twitch_triggers.name]
    twitch = twitch_of(
        own,
        [values["site"] for values in sorted(sites, key=_position)],
        [Trigger(values["kind"], values["words"]) for values in sorted(triggers, key=_position)],
    )
    return Binned(row["id"], moments.from_row(row), site_names(twitch.sites), twitch)


def _position(values: Mapping[str, Any]) -> int:
    return int(values["position"])
