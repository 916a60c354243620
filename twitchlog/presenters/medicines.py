"""The medicines: those taken now, those stopped, and the form for a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.medication import Dose
from twitchlog.presenters import medicine_words, words
from twitchlog.presenters.dose_page import HOURS, hour_choices
from twitchlog.presenters.services import Complains
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.presenters.typed import read_number
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.medication import IntakeKind
    from twitchlog.domain.profile import PartialDate, Profile
    from twitchlog.presenters.checkin_values import Choice
    from twitchlog.presenters.medicine_words import MedicineRow
    from twitchlog.presenters.services import Services

CONCERNS: Final = frozenset({"medications", "profile"})


@dataclass(frozen=True, slots=True)
class Filled:
    """What the form of a medicine holds; `kind` is None where no class was chosen."""

    name: str
    kind: str | None
    dose: Dose
    since: PartialDate | None
    treats: bool | None
    note: str
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class MedicinesPage:
    """Everything the page shows; `own_words` is what the person wrote as free text.

    `none_taken` says whether they said that they take none; it is None where what is recorded
    answers that.
    """

    current: tuple[MedicineRow, ...]
    past: tuple[MedicineRow, ...]
    own_words: str
    none_taken: bool | None


class MedicinesView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: MedicinesPage) -> None:
        """Show the medicines."""
        ...


class MedicinesPresenter:
    """Reads the medicines and adds new ones."""

    def __init__(self, services: Services, view: MedicinesView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the medicines anew."""
        today = self._services.clock.now().day

        def read(diary: Diary) -> MedicinesPage:
            known, profile = diary.medications.all(), diary.profile.get()
            past = [each for each in known if each.is_past(today)]
            open_ = len(past) == len(known) and not profile.medicines.strip()
            return MedicinesPage(
                tuple(medicine_words.row(each, today=today) for each in known
                      if not each.is_past(today)),
                tuple(medicine_words.row(each, today=today) for each in past),
                profile.medicines,
                profile.no_medicines is not None if open_ else None,
            )  # fmt: skip

        self._services.read(read, self._view.show, self._view)

    def add(self, filled: Filled, form: Complains, done: Callable[[], None]) -> None:
        """Add a medicine; what is wrong is told to the form."""
        self.steps.keep(
            lambda diary: diary.medications.add(
                filled.name,
                kind=filled.kind,
                dose=filled.dose,
                started=filled.since,
                stopped=filled.until,
                treats=filled.treats,
                note=filled.note,
            ),
            form,
            done,
        )

    def say_none(self, *, none: bool) -> None:
        """Keep that the person takes no medicine, or take that back."""
        day = self._services.clock.now().day if none else None

        def write(diary: Diary) -> Written[Profile]:
            return diary.profile.save(replace(diary.profile.get(), no_medicines=day))

        self.steps.keep(write, self._view, lambda: None)

    def save_words(self, text: str, form: Complains, done: Callable[[], None]) -> None:
        """Keep what is said of medicines in the person's own words."""

        def write(diary: Diary) -> Written[Profile]:
            return diary.profile.save(replace(diary.profile.get(), medicines=text))

        self.steps.keep(write, form, done)


@dataclass(frozen=True, slots=True)
class Taken:
    """A medicine taken now, with what one tap can record of it."""

    row: MedicineRow
    taps: tuple[tuple[IntakeKind, str], ...]


class TakingView(Complains, Protocol):
    """What the presenter tells the sheet that opens from Today."""

    def show(self, medicines: tuple[Taken, ...]) -> None:
        """Show the medicines taken now."""
        ...

    def recorded(self, sentence: str, intake: str, medication: str) -> None:
        """Say what one tap recorded; `intake` and `medication` are the ids of it."""
        ...


class TakingPresenter:
    """Records a dose in one tap: just now, or on a `day` gone by at the hour that is chosen."""

    def __init__(self, services: Services, view: TakingView, day: date | None = None) -> None:
        self._services, self._view = services, view
        today = services.clock.now().day
        self.day = day if day != today else None
        self.hour = HOURS[1]

    @property
    def title(self) -> str:
        """What the sheet is called."""
        if self.day is None:
            return _("A dose, just now")
        return words.heading_day(self.day, today=self._services.clock.now().day)

    @property
    def hours(self) -> tuple[Choice, ...]:
        """The hours of a day gone by; none where it is just now."""
        return hour_choices(self.hour) if self.day is not None else ()

    def refresh(self) -> None:
        """Read the medicines taken now, or on the day gone by."""
        today = self._services.clock.now().day

        def read(diary: Diary) -> tuple[Taken, ...]:
            return tuple(
                Taken(medicine_words.row(each, today=today), medicine_words.taps(each))
                for each in (
                    diary.medications.on_day(self.day)
                    if self.day is not None
                    else diary.medications.current()
                )
            )

        self._services.read(read, self._view.show, self._view)

    def take(self, medication_id: str, kind: IntakeKind) -> None:
        """Record a dose."""
        clock, moment = self._services.clock, None
        if self.day is not None:
            moment = clock.on(self.day, time(self.hour))
        self._services.write(
            lambda diary: diary.medications.take(medication_id, kind, moment=moment),
            lambda intake, changes: self._view.recorded(
                changes.name, intake.id if intake else "", medication_id
            ),
            self._view,
        )


def read_dose(amount: str, unit: str, schedule: str) -> Dose:
    """Return the dose that was typed; without an amount there is no unit. Raise BadInput."""
    if not amount.strip():
        return Dose(None, "", schedule)
    return Dose(read_number(amount), unit, schedule)


def hint(kind: str | None) -> str:
    """Say in plain words what medicines of a class are for."""
    if kind is None:
        return _("Left open, a well-known name says which kind it is.")
    from twitchlog.domain.medicine_names import class_or_other

    known = class_or_other(kind)
    return f"{known.label}: {inside(known.explained)}"
