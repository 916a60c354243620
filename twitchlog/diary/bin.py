"""The bin: what was removed, until it is brought back or erased for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from twitchlog.diary import (
    amounts,
    dialect,
    elsewhere,
    journal,
    moments,
    phrase_text,
    records,
    removed,
    tables,
)
from twitchlog.diary.attachments import hashes_in
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import NotFound
from twitchlog.domain.phrase import Sites, phrase, shown
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.clock import Clock
    from twitchlog.diary.diary import Diary
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.phrase import Term


@dataclass(frozen=True, slots=True)
class Binned:
    """One removed thing: the table it is of, its name in no language, and when it was removed.

    `moment` is None for what has no point in time, such as a medicine; `sites` are its places.
    """

    id: str
    kind: str
    removed: Moment
    term: Term
    moment: Moment | None = None
    sites: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its name in the language in use."""
        return shown(self.term)


class Bin:
    """The room of the removed entries."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def items(self) -> tuple[Binned, ...]:
        """Return what lies in the bin, removed last first."""
        with self._diary.reading() as connection:
            query = select(tables.bin_).order_by(tables.bin_.c.utc_ms.desc(), tables.bin_.c.id)
            rows = connection.execute(query).mappings()
            return tuple(_binned(row, self._diary.clock) for row in rows)

    def restore(self, entry_id: str) -> Written[Binned]:
        """Put a removed entry back as it was; raise NotFound.

        What it belonged to may have been removed since: it stands alone then where it can. Raises
        BadInput for a trial that is not over, while another is planned or running.
        """
        with self._diary.reading() as connection:
            query = select(tables.bin_).where(tables.bin_.c.id == entry_id)
            found = connection.execute(query).mappings().first()
        if found is None:
            raise NotFound(_("That entry is not in the bin any more."))
        binned, rows = _binned(found, self._diary.clock), removed.unpack(found["rows"])
        if not rows:
            raise NotFound(_("This cannot be brought back: what the bin kept of it is damaged."))
        name = phrase("{place} brought back", place=binned.term)
        with self._diary.operation(name) as operation:
            if operation.delete(tables.bin_, {"id": entry_id}) is None:
                raise NotFound(_("That entry is not in the bin any more."))
            for name_, row in rows:
                table = tables.metadata.tables[name_]
                if table is tables.experiments:
                    self._diary.experiments.check_alone(operation, row)
                operation.insert(table, removed.freed(operation, table, row))
                if table is tables.doses:
                    stamp = records.origin(self._diary)
                    amounts.shift(operation, row["local_day"], row["factor"], row["amount"], stamp)
        return Written(binned, operation.changes())

    def erase(self, *ids: str) -> None:
        """Erase removed entries for good: from the bin, the steps that undo knows, and the file.

        Backups made before still hold them: see `diary.backups.holding` and `clean`.
        """
        with self._diary.unrecorded(*elsewhere.ANYTHING.kinds) as connection:
            hashes = hashes_in(connection, ids)
            connection.execute(delete(tables.bin_).where(tables.bin_.c.id.in_(ids)))
            journal.forget(connection, set(ids))
            elsewhere.forget_days(connection)
            # Until it is merged, the index still holds the words of what was removed.
            dialect.merge_index(connection)
        with self._diary.reading() as connection:
            dialect.wipe(connection)
        self._diary.attachments.let_go(hashes)

    def empty(self) -> int:
        """Erase everything in the bin for good; return how many entries that was."""
        with self._diary.reading() as connection:
            ids = list(connection.execute(select(tables.bin_.c.id)).scalars())
        self.erase(*ids)
        return len(ids)


def _binned(row: Mapping[Any, Any], clock: Clock) -> Binned:
    rows = removed.unpack(row["rows"]) or [(row["kind"], {})]
    own = rows[0][1]
    placed = [values for table, values in rows if table == tables.twitch_sites.name]
    sites = tuple(values["site"] for values in sorted(placed, key=lambda each: each["position"]))
    return Binned(
        id=row["id"],
        kind=row["kind"],
        removed=clock.lived(moments.from_row(row)),
        # An entry that was removed before the bin held other things has no name of its own.
        term=phrase_text.load(row["label"]) if row["label"] else Sites(sites),
        moment=moments.from_row(own) if "utc_ms" in own else None,
        sites=sites,
    )
