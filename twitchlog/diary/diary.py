"""The one door to the data: open a diary, change it through its rooms, undo, close."""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from twitchlog import paths
from twitchlog.clock import Clock, DayClock, SystemClock
from twitchlog.diary import address, elsewhere, journal, opening, tables
from twitchlog.diary.device import device_id
from twitchlog.diary.expected import Edits
from twitchlog.diary.rooms import entered, room
from twitchlog.diary.sealed import leftovers
from twitchlog.diary.undoing import Undoing
from twitchlog.domain.changes import Changes
from twitchlog.domain.errors import Replaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from sqlalchemy import Connection, Engine

    from twitchlog.diary.appointments import Appointments
    from twitchlog.diary.attachments import Attachments
    from twitchlog.diary.backups import Backups
    from twitchlog.diary.bin import Bin
    from twitchlog.diary.checkins import Checkins
    from twitchlog.diary.conditions import Conditions
    from twitchlog.diary.counts.room import Counts
    from twitchlog.diary.days import Days
    from twitchlog.diary.doses import Doses
    from twitchlog.diary.experiments import Experiments
    from twitchlog.diary.factors import FactorsRoom
    from twitchlog.diary.figures import FiguresRoom
    from twitchlog.diary.journal import Operation
    from twitchlog.diary.medical_tests import MedicalTests
    from twitchlog.diary.medications import Medications
    from twitchlog.diary.preferences import Preferences
    from twitchlog.diary.profile import ProfileRoom
    from twitchlog.diary.rest import Rest
    from twitchlog.diary.sealed.keys import Key
    from twitchlog.diary.sealed.password import Password
    from twitchlog.diary.search import Search
    from twitchlog.diary.symptoms import Symptoms
    from twitchlog.diary.timer import TimerRoom
    from twitchlog.diary.treatments import Treatments
    from twitchlog.diary.trigger_choices import TriggerChoicesRoom
    from twitchlog.diary.twitches import Twitches
    from twitchlog.diary.weekly import Weekly
    from twitchlog.domain.phrase import Phrase


class Diary(Undoing):
    """A diary file that is open. Every method may raise one of the DiaryError family.

    What it holds is read and written in its rooms. A write has been committed to the disk when its
    method returns.
    """

    appointments: Appointments = room("appointments.Appointments")
    attachments: Attachments = room("attachments.Attachments")
    backups: Backups = room("backups.Backups")
    bin: Bin = room("bin.Bin")
    checkins: Checkins = room("checkins.Checkins")
    conditions: Conditions = room("conditions.Conditions")
    counts: Counts = room("counts.room.Counts")
    days: Days = room("days.Days")
    doses: Doses = room("doses.Doses")
    experiments: Experiments = room("experiments.Experiments")
    factors: FactorsRoom = room("factors.FactorsRoom")
    figures: FiguresRoom = room("figures.FiguresRoom")
    medications: Medications = room("medications.Medications")
    password: Password = room("sealed.password.Password")
    preferences: Preferences = room("preferences.Preferences")
    profile: ProfileRoom = room("profile.ProfileRoom")
    rest: Rest = room("rest.Rest")
    search: Search = room("search.Search")
    symptoms: Symptoms = room("symptoms.Symptoms")
    tests: MedicalTests = room("medical_tests.MedicalTests")
    timer: TimerRoom = room("timer.TimerRoom")
    treatments: Treatments = room("treatments.Treatments")
    trigger_choices: TriggerChoicesRoom = room("trigger_choices.TriggerChoicesRoom")
    twitches: Twitches = room("twitches.Twitches")
    weekly: Weekly = room("weekly.Weekly")

    def __init__(
        self, where: address.Address, clock: Clock, opened: Engine, key: Key | None = None
    ) -> None:
        self.address = where
        self.path = where.path
        self.key = key
        self.clock = DayClock(clock)
        self.opened = self.clock.now()
        self.device = device_id()
        self.session = str(uuid.uuid4())
        self.changed = False
        self._engine = opened
        self._elsewhere: elsewhere.Elsewhere
        self.edits = Edits(self)

    @classmethod
    def open(
        cls,
        where: Path | address.Address,
        *,
        clock: Clock | None = None,
        key: Key | None = None,
    ) -> Self:
        """Open the diary `where`, made new where there is none, migrated where it is older.

        One with a password opens with its `key` (`unlocking.unlock`). Raises NeedsPassword,
        WrongPassword, NotADiary, Damaged, NewerDiary, DiaryNotWritable, DiaryBusy, ServerAway: the
        diary is then as it was.
        """
        if not isinstance(where, address.Address):
            where = address.of_file(paths.followed(where))
        used_clock = clock or SystemClock()
        with opening.opening_errors(where):
            opened, key = opening.open_engine(where, used_clock, key)
            try:
                diary = cls(where, used_clock, opened, key)
                diary._begin()
            except BaseException:
                opened.dispose()
                raise
        return diary

    def _begin(self) -> None:
        """Learn what the diary says of itself, and where it stands now."""
        self.preferences.refresh()
        leftovers.tidy(self.path, self.key)
        with self.reading() as connection:
            self._elsewhere = elsewhere.Elsewhere(self.session, connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the diary throughout."""
        if self.edits.reads is not None:
            yield self.edits.reads
            return
        with opening.plain_errors(self.address), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def operation(
        self, name: Phrase, *, joins: int | None = None, renames: Phrase | None = None
    ) -> Iterator[Operation]:
        """Give the only way to write: one named step, committed whole or not at all.

        With `joins`, the number of the newest step, both are undone as one, under the name of the
        first, or that of `renames`.
        """
        with self._writing() as connection:
            operation = journal.Operation(connection, name, self.device, self.session)
            with self.edits.watch(operation):
                yield operation
            if self.edits.insists:
                joins = None  # undo must lead back to what another wrote in between
            if operation.images and not journal.record(operation, joins=joins, renames=renames):
                elsewhere.note(connection, self.session, operation.changes())
        self.edits.wrote(operation.images)
        # Whichever room wrote it: a diary that is brought in may say where days end, too.
        if any(image.table == tables.profile.name for image in operation.images):
            self.preferences.refresh()

    @contextmanager
    def unrecorded(self, *kinds: str) -> Iterator[Connection]:
        """Give a writing transaction that undo does not see: for erasing for good.

        It changes things of these `kinds`, as other windows are told.
        """
        with self._writing() as connection:
            yield connection
            if kinds:
                changes = Changes("", frozenset(kinds), everything=True)
                elsewhere.note(connection, self.session, changes)

    @contextmanager
    def held(self) -> Iterator[Connection]:
        """Give a transaction that may write and keeps nothing: for asking without a change."""
        with (
            opening.plain_errors(self.address),
            self._engine.connect() as connection,
            connection.execution_options(writes=True).begin() as transaction,
        ):
            yield connection
            transaction.rollback()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with opening.plain_errors(self.address), self._engine.connect() as connection:
            with connection.execution_options(writes=True, revision=tables.REVISION).begin():
                yield connection
            self.changed = True

    def changes_elsewhere(self) -> Changes | None:
        """Return what other programs wrote since the last call; None where that is nothing.

        Cheap: to be called every few seconds, in the thread of the diary. Raises Replaced where the
        file is another by now.
        """
        opening.insist(self._engine)
        with self.reading() as connection:
            changes = self._elsewhere.look(connection)
        if changes is not None and tables.profile.name in changes.kinds:
            self.preferences.refresh()
        return changes

    def others_wrote(self, connection: Connection) -> bool:
        """Whether another program has written to the diary since it was opened here."""
        return self._elsewhere.any_yet(connection)

    def let_go(self) -> None:
        """Have no connection to the file, so that another may take its place; then `take_up`."""
        self._engine.dispose()

    def take_up(self) -> None:
        """Go on with the file that lies at the path now: it was put there on purpose."""
        self._engine.dispose()
        self._engine = opening.taken_up(self.address, self.key)
        if entered(self, "attachments"):
            self.attachments.seals_changed()

    def go_on_anew(self) -> None:
        """Go on with another file that has come to the path; make a backup of what was open before.

        All that is in it was written by others, for whoever has a form open. Raises Replaced where
        no file lies there: nothing has changed then. Else it raises what `open` raises, and this
        diary is to be closed.
        """
        try:
            opening.insist(self._engine)
        except Replaced as problem:
            if not problem.there:
                raise
        else:
            return  # it was put back
        self.changed = False
        opening.let_go(self._engine)
        with opening.opening_errors(self.address):
            self._engine, self.key = opening.open_engine(self.address, self.clock, self.key)
            if entered(self, "attachments"):
                self.attachments.seals_changed()
            self.edits.forget()
            self._begin()
            self._elsewhere.all_by_others()

    def close(self) -> None:
        """Back up when something changed since the last backup, then let go of the file."""
        try:
            if entered(self, "attachments"):
                self.attachments.put_away()
            if self.changed:
                self.attachments.sweep()
                self.backups.second_copy.make(self.backups.make())
        finally:
            opening.let_go(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
