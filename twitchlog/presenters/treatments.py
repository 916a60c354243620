"""Treatments other than medicines: what was tried, from when to when, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol, TypeVar, cast

from twitchlog.presenters import words
from twitchlog.presenters.dates import say_course
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.profile import PartialDate
    from twitchlog.domain.treatment import Effect, Treatment
    from twitchlog.presenters.services import Complains, Services

T = TypeVar("T")
CONCERNS: Final = frozenset({"treatments"})


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form of a treatment holds; no `kind` where none was chosen."""

    kind: str
    words: str
    since: PartialDate | None
    until: PartialDate | None
    effect: Effect | None
    note: str


@dataclass(frozen=True, slots=True)
class TreatmentRow:
    """A treatment in a list."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class TreatmentsPage:
    """Everything the page shows."""

    current: tuple[TreatmentRow, ...]
    past: tuple[TreatmentRow, ...]


class TreatmentsView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: TreatmentsPage) -> None:
        """Show the treatments."""
        ...


class TreatmentsPresenter:
    """Reads the treatments and changes them; `known` are those shown last, by id."""

    def __init__(self, services: Services, view: TreatmentsView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self.known: dict[str, Treatment] = {}

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the treatments anew."""

        def shown(found: tuple[Treatment, ...]) -> None:
            self.known = {each.id: each for each in found}
            self._view.show(page_of(found, today=self.today))

        self._services.read(lambda diary: diary.treatments.all(), shown, self._view)

    def add(self, filled: Filled, form: Complains, done: Callable[[], None]) -> None:
        """Add a treatment; what is wrong is told to the form."""
        if not filled.kind:
            form.complain(_("Choose what it is first."))
            return
        self._write(
            lambda diary: diary.treatments.add(
                filled.kind,
                words=filled.words,
                started=filled.since,
                stopped=filled.until,
                effect=filled.effect,
                note=filled.note,
            ),
            form,
            done,
        )

    def edit(
        self, treatment_id: str, filled: Filled, form: Complains, done: Callable[[], None]
    ) -> None:
        """Change a treatment; what is wrong is told to the form."""
        held = self.known.get(treatment_id) or cast("Treatment", getattr(form, "opened", None))
        changed = replace(
            held,
            kind=filled.kind or held.kind,
            words=filled.words,
            started=filled.since,
            stopped=filled.until,
            effect=filled.effect,
            note=filled.note,
        )
        self._write(lambda diary: diary.treatments.edit(changed), form, done)

    def stop(
        self, treatment_id: str, day: PartialDate, form: Complains, done: Callable[[], None]
    ) -> None:
        """Record the day it was stopped."""
        self._write(lambda diary: diary.treatments.stop(treatment_id, day), form, done)

    def resume(self, treatment_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Take back that it was stopped."""
        self._write(lambda diary: diary.treatments.resume(treatment_id), form, done)

    def remove(self, treatment_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Move a treatment to the bin."""
        self._write(lambda diary: diary.treatments.remove(treatment_id), form, done)

    def _write(
        self, work: Callable[[Diary], Written[T]], form: Complains, done: Callable[[], None]
    ) -> None:
        self.steps.keep(work, form, done)


def page_of(found: tuple[Treatment, ...], *, today: date) -> TreatmentsPage:
    """Return what the page shows of the treatments."""
    return TreatmentsPage(
        tuple(row(each, today) for each in found if not each.is_past(today)),
        tuple(row(each, today) for each in found if each.is_past(today)),
    )


def row(treatment: Treatment, today: date) -> TreatmentRow:
    """Say a treatment in two lines: its name, and from when to when, and what it changed."""
    known = words.joined(
        (
            say_course(treatment.started, treatment.stopped, today=today),
            treatment.effect.word if treatment.effect else "",
            words.in_brief(treatment.note),
        )
    )
    return TreatmentRow(
        treatment.id, treatment.name, words.sentence(known) if known else _("No details")
    )
