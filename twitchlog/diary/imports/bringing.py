"""Write what was gathered from a file: one step that undo takes back, whole or not at all.

What another program measured, or was told, of a day says nothing about twitches, so it does not
make that day a logged one; see `days`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from twitchlog.diary.dialect import roomy
from twitchlog.diary.imports import days
from twitchlog.diary.imports.held import Held
from twitchlog.diary.imports.timed import Timed, write_doses, write_twitches
from twitchlog.diary.imports.watch import Watch
from twitchlog.domain.changes import Written
from twitchlog.domain.imports import ImportedDose, ImportedTwitch, ImportOutcome
from twitchlog.domain.phrase import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.imports import Gathered

    Entry = TypeVar("Entry", ImportedTwitch, ImportedDose)

_AT_ONCE: Final = 5000


def look(diary: Diary, gathered: Gathered, *, logged: bool) -> ImportOutcome:
    """Return what `bring_in` would do, without writing anything."""
    with diary.reading() as connection:
        return _Bringing(diary, connection, None).run(gathered, Watch(), logged=logged)


def bring_in(
    diary: Diary, gathered: Gathered, *, name: str, logged: bool, watch: Watch | None = None
) -> Written[ImportOutcome]:
    """Write everything that is not in the diary or its bin yet, as one step called after the file.

    `logged` says that every day of the file counts as logged. Raises Cancelled, and one of the
    DiaryError family; nothing is written then.
    """
    title = phrase("Brought in from {name}", name=name[:60])
    with diary.operation(title) as operation, roomy(operation.connection):
        bringing = _Bringing(diary, operation.connection, operation)
        outcome = bringing.run(gathered, watch or Watch(), logged=logged)
    return Written(outcome, operation.changes())


class _Bringing:
    """One import, written through `operation`, or only counted where there is none."""

    def __init__(self, diary: Diary, connection: Connection, operation: Operation | None) -> None:
        self._diary, self._connection, self._operation = diary, connection, operation
        self._held = Held(connection)
        self._counts: Counter[str] = Counter()

    def run(self, gathered: Gathered, watch: Watch, *, logged: bool) -> ImportOutcome:
        """Go through everything in batches, saying how far it is."""
        timed = Timed(self._diary)
        plan = days.plan(self._connection, gathered, timed, self._diary, logged=logged)
        doses = (*gathered.doses, *plan.doses)
        total = len(gathered.twitches) + len(doses)
        for start in range(0, len(gathered.twitches), _AT_ONCE):
            watch.at(start, total)
            new = self._new("twitches", gathered.twitches[start : start + _AT_ONCE])
            if self._operation is not None:
                write_twitches(self._operation, timed, new)
        for start in range(0, len(doses), _AT_ONCE):
            watch.at(len(gathered.twitches) + start, total)
            taken = self._new("doses", doses[start : start + _AT_ONCE])
            if self._operation is not None:
                write_doses(self._operation, timed, taken)
        if self._operation is not None:
            days.write(self._operation, self._diary, plan)
        watch.at(total, total)
        return self._outcome(gathered, plan)

    def _new(self, kind: str, items: Sequence[Entry]) -> list[Entry]:
        keys = [item.key for item in items]
        there = self._held.there(kind, keys)
        known = there | self._held.removed(keys)
        new = [item for item in items if item.key not in known] if known else list(items)
        self._counts[kind] += len(new)
        self._counts["there"] += len(there)
        self._counts["removed"] += len(known) - len(there)
        return new

    def _outcome(self, gathered: Gathered, plan: days.Plan) -> ImportOutcome:
        return ImportOutcome(
            added={
                "twitches": self._counts["twitches"],
                "doses": self._counts["doses"],
                "checkins": len(plan.checkins),
                "symptoms": len(plan.answers),
            },
            there=self._counts["there"] + plan.there,
            removed=self._counts["removed"],
            kept=plan.kept,
            notes_left=plan.notes_left,
            problems=gathered.problems,
            left=gathered.left,
        )
