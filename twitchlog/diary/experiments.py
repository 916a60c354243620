"""Planned trials of a habit. A plan is drawn once and kept with its seed; nothing changes it.

Today asks for the trials when the program starts: what only a new plan needs is loaded with it.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from twitchlog.diary import experiment_rows, records, removed, tables
from twitchlog.diary.experiment_rows import OWNER, Damaged
from twitchlog.diary.factors import NAME_LIMIT, load_factors
from twitchlog.domain.changes import Written
from twitchlog.domain.errors import BadInput, DamagedPlan, NotFound
from twitchlog.domain.experiment import BLOCK_DAYS, USUAL_PAIRS, Experiment, Kept, State, draw
from twitchlog.domain.phrase import phrase
from twitchlog.domain.text import clean
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from twitchlog.diary.diary import Diary
    from twitchlog.diary.images import Row
    from twitchlog.diary.journal import Operation
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.phrase import Phrase

_SEEDS = 1_000_000_000
"""As many plans as can be drawn: a number that a person can read out."""


class Experiments:
    """The room of the planned trials."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary

    def habits(self) -> tuple[Factor, ...]:
        """Return the factors that can be tried, in the person's order."""
        from twitchlog.domain.trial_rules import refusal

        with self._diary.reading() as connection:
            known = load_factors(connection).values()
        medicines = self._medicines()
        return tuple(each for each in known if refusal(each, medicines=medicines) is None)

    def habit(self, name: str) -> Factor:
        """Return the factor that `name` means: its id, its name, or what it is called every day.

        Raises BadInput with what can be tried.
        """
        from twitchlog.domain.habit_names import meant

        with self._diary.reading() as connection:
            known = load_factors(connection)
        found = meant(name, known)
        if found is None:
            said = _("“{name}” is not among what you record.").format(name=name[:NAME_LIMIT])
            raise BadInput(f"{said} {self._can_be_tried()}")
        return found

    def tried(self, factor_id: str) -> Factor:
        """Return the factor that a trial is of; a plain one where it was removed since."""
        with self._diary.reading() as connection:
            return experiment_rows.factor_of(connection, factor_id)

    def start(
        self, factor: str, *, on: str, off: str, first: date,
        pairs: int = USUAL_PAIRS, block_days: int = BLOCK_DAYS, seed: int | None = None,
    ) -> Written[Experiment]:  # fmt: skip
        """Draw a plan for the factor of that id, by chance unless a `seed` is given, and keep it.

        `on` and `off` are the person's words for the two kinds of day. Raises NotFound for an
        unknown factor and BadInput for one that is no habit (`trial_rules.refusal`), for words, day
        or size that do not do, and while another trial is planned or running.
        """
        import secrets

        from twitchlog.domain.trial_rules import check_plan, checked_words, refusal

        now, medicines = self._diary.clock.now(), self._medicines()
        tried = self._diary.factors.get(factor)
        refused = refusal(tried, medicines=medicines)
        if refused:
            raise BadInput(f"{refused} {self._can_be_tried()}")
        words = checked_words(on, off, medicines=medicines)
        seed = secrets.randbelow(_SEEDS) if seed is None else seed
        check_plan(first=first, pairs=pairs, block_days=block_days, seed=seed, today=now.day)
        plan = draw(seed, pairs=pairs, block_days=block_days)
        made = Experiment(str(uuid.uuid4()), tried.id, *words, plan, first, now)
        name = phrase("Trial of {name} planned", name=tried.inner)
        with self._diary.operation(name) as operation:
            self.check_alone(operation)
            row = experiment_rows.to_row(made)
            records.put(operation, tables.experiments, row, records.origin(self._diary))
            made = _one(operation.connection, made.id)
        return Written(made, operation.changes())

    def all(self) -> tuple[Experiment, ...]:
        """Return every trial but the damaged ones, the one that began last first."""
        return tuple(each for each in self._load() if isinstance(each, Experiment))

    def damaged(self) -> tuple[Damaged, ...]:
        """Return the trials that are not used, because their plan is not the one of their seed."""
        return tuple(each for each in self._load() if isinstance(each, Damaged))

    def get(self, experiment_id: str) -> Experiment:
        """Return one trial; raise NotFound, or DamagedPlan."""
        with self._diary.reading() as connection:
            return _one(connection, experiment_id)

    def current(self, today: date) -> Experiment | None:
        """Return the trial that is planned or running on `today`."""
        return experiment_rows.under_way(self._load(), today)

    def answer(self, experiment_id: str, day: date, kept: Kept | None) -> Written[Experiment]:
        """Keep whether `day` went as planned; None takes the answer back.

        It makes no day a logged one: it does not say whether there were twitches. Raises BadInput
        for a day to come or outside the plan, NotFound, and DamagedPlan.
        """
        name = (
            phrase("Kept to the plan: {answer}", answer=kept.inner)
            if kept is not None
            else phrase("Answer taken back")
        )
        with self._diary.operation(name) as operation:
            held = _one(operation.connection, experiment_id)
            if held.day_number(day) is None:
                raise BadInput(_("That day is not in the plan of this trial."))
            if day > self._diary.clock.now().day:
                raise BadInput(_("That day is still to come."))
            key = {OWNER: experiment_id, "local_day": day.isoformat()}
            if kept is None:
                operation.delete(tables.experiment_days, key)
            else:
                row = key | {"kept": kept.value}
                records.put(operation, tables.experiment_days, row, records.origin(self._diary))
            changed = _one(operation.connection, experiment_id)
        return Written(changed, operation.changes())

    def stop(self, experiment_id: str, *, why: str = "") -> Written[Experiment]:
        """Give a trial up today, with a reason or none; it gets no test then.

        Raises BadInput where it is over already, NotFound, and DamagedPlan.
        """
        today, reason = self._diary.clock.now().day, clean(why)
        label = self._label(self.get(experiment_id).factor)
        with self._diary.operation(phrase("{trial} stopped", trial=label)) as operation:
            held = _one(operation.connection, experiment_id)
            if not held.state(today).under_way:
                raise BadInput(_("This trial is over already."))
            stopped = replace(held, stopped=today, why_stopped=reason)
            row = experiment_rows.to_row(stopped)
            records.put(operation, tables.experiments, row, records.origin(self._diary))
        return Written(stopped, operation.changes())

    def remove(self, experiment_id: str) -> Written[None]:
        """Move a trial and its answers to the bin, a damaged one too.

        Raises NotFound, and BadInput while it is running: stopped, it stays as a stopped one.
        """
        today = self._diary.clock.now().day
        with self._diary.reading() as connection:
            row = records.one(connection, tables.experiments, experiment_id)
            held = experiment_rows.load(connection, experiment_id)[0]
        if isinstance(held, Experiment) and held.state(today) is State.RUNNING:
            raise BadInput(_("This trial is running. Stop it first."))
        label = self._label(row["factor"])
        with self._diary.operation(phrase("{trial} removed", trial=label)) as operation:
            removed.take(
                operation,
                tables.experiments,
                experiment_id,
                when=self._diary.clock.now(),
                label=label,
                children=((tables.experiment_days, OWNER),),
            )
        return Written(None, operation.changes())

    def check_alone(self, operation: Operation, row: Row | None = None) -> None:
        """Raise BadInput where another trial is planned or running; one that is over has room.

        `row` is that of a trial to be brought back; None stands for a new one.
        """
        today = self._diary.clock.now().day
        experiment_rows.check_alone(operation.connection, today, row)

    def _load(self) -> list[Experiment | Damaged]:
        with self._diary.reading() as connection:
            return experiment_rows.load(connection)

    def _medicines(self) -> tuple[str, ...]:
        """Return the names of what the person takes now."""
        today = self._diary.clock.now().day
        return tuple(each.name for each in self._diary.medications.all() if not each.is_past(today))

    def _can_be_tried(self) -> str:
        names = ", ".join(each.label for each in self.habits() if each.shown)
        return _("You can try: {names}.").format(names=names)

    def _label(self, factor_id: str) -> Phrase:
        return phrase("Trial of {name}", name=self.tried(factor_id).inner)


def _one(connection: Connection, experiment_id: str) -> Experiment:
    found = experiment_rows.load(connection, experiment_id)
    if not found:
        raise NotFound(_("That trial is not in the diary any more."))
    if isinstance(found[0], Damaged):
        raise DamagedPlan(
            _(
                "The plan of this trial is not the one that was drawn: the diary file was changed "
                "from outside, or is damaged. The trial is not used."
            )
        )
    return found[0]
