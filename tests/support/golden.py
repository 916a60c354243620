"""Five diaries that every form of the visit page must do justice to.

`none` holds nothing, `one` a single entry, `example` the 90 days of the invented person, `years`
ten years with something of every kind, and `hostile` words in every field that no form may trip
over.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from support import hostile
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import CONDITIONS, RELATIONS, Condition
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import AS_NEEDED, Dose, IntakeKind
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import KINDS, OWN, Effect
from twitchlog.reports.visit.compose import summarise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.visit.summary import VisitSummary

NAMES: Final = ("none", "one", "example", "years", "hostile")
TODAY: Final = date(2026, 6, 18)
ZONE: Final = "Europe/Berlin"
YEARS: Final = 10
_DAYS: Final = {"none": 1, "one": 1, "example": 90, "years": 3650, "hostile": 91}
_MEDICINES: Final = (
    # name, amount, begun and stopped in years ago, new amounts
    ("Hydrochlorothiazide", 12.5, 9.5, None, ((8.0, 25.0), (4.0, 12.5))),
    ("Magnesium", 300.0, 7.0, 5.0, ()),
    ("Magnesium", 300.0, 2.0, None, ()),
    ("Sertraline", 50.0, 6.0, 3.0, ((5.5, 100.0), (3.5, 50.0))),
    ("Prednisolone", 20.0, 0.2, 0.15, ()),
    ("Salbutamol", 0.1, 9.0, 0.1, ()),
    ("Vitamin B12", 1.0, 4.5, None, ()),
    ("Levothyroxine", 75.0, 3.5, None, ((1.0, 100.0),)),
    ("Ethinylestradiol", 0.03, 8.0, 1.0, ()),
    ("Pregabalin", 75.0, 0.8, None, ()),
)


@dataclass(slots=True)
class Golden:
    """The five diaries of one run of tests, each made when it is first asked for."""

    folder: Path
    _copies: Iterator[int] = field(default_factory=count)
    _read: dict[str, tuple[VisitFigures, Profile]] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """Return the file of one of `NAMES`; it is shared, so nothing may be written to it."""
        path = self.folder / f"{name}.sqlite"
        if not path.exists():
            with Diary.open(path, clock=clock()) as diary:
                _FILL[name](diary)
                diary.changed = False
        return path

    @contextmanager
    def opened(self, name: str) -> Iterator[Diary]:
        """Open a copy of one of them: what is looked at is remembered in it."""
        copy = self.folder / f"{name} {next(self._copies)}.sqlite"
        shutil.copyfile(self.path(name), copy)
        with Diary.open(copy, clock=clock()) as diary:
            yield diary
            diary.changed = False

    def read(self, name: str) -> tuple[VisitFigures, Profile]:
        """Return what the visit page is made of, read once."""
        if name not in self._read:
            with self.opened(name) as diary:
                self._read[name] = diary.figures.visit(period(name)), diary.profile.get()
        return self._read[name]

    def summary(self, name: str) -> VisitSummary:
        """Return the page of one of them as data."""
        visit, profile = self.read(name)
        return summarise(visit, profile, made=TODAY)


def clock() -> FixedClock:
    """Return the clock of these diaries: it stands still in the evening of the last day."""
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 21, 4, tzinfo=ZoneInfo(ZONE))
    return FixedClock(Moment.of(now, ZONE))


def period(name: str) -> Period:
    """Return the days that the page of a diary is about: all of them, or three months."""
    return Period.ending(TODAY, days=_DAYS[name])


def _none(diary: Diary) -> None:
    del diary


def _one(diary: Diary) -> None:
    diary.twitches.log(["calf-left"], duration_s=20.0)


def _example(diary: Diary) -> None:
    fill(diary, days=_DAYS["example"], seed=1, until=TODAY)


def _years(diary: Diary) -> None:
    fill(diary, days=_DAYS["years"], seed=2, until=TODAY, entries=3000)
    for name, amount, begun, stopped, changes in _MEDICINES:
        medicine = diary.medications.add(
            name,
            dose=Dose(amount, "mg", "once"),
            started=_ago(begun),
            stopped=None if stopped is None else _ago(stopped),
        ).value
        for years, changed in changes:
            diary.medications.change_dose(medicine.id, _ago(years), Dose(changed, "mg", "once"))
    _intakes(diary)
    for number, kind in enumerate(each for each in KINDS if each != OWN):
        diary.treatments.add(
            kind,
            started=_ago(YEARS - 0.5 * number),
            stopped=_ago(YEARS - 0.5 * number - 0.4),
            effect=tuple(Effect)[number % len(Effect)],
        )
    _tests(diary)
    for number, kind in enumerate(CONDITIONS):
        diary.conditions.save(Condition(kind, present=number % 3 == 0, answered=TODAY))
    for kind, relation in zip(("als", "myopathy", "diabetes"), RELATIONS, strict=False):
        diary.conditions.save(Condition(kind, family=True, relation=relation, answered=TODAY))
    for number in range(1, 20):
        visit = Appointment(day=_ago(number / 2).latest, whom="Dr Example, neurology", said="Rest")
        diary.appointments.save(visit)
    for number in range(1, 9):
        diary.appointments.questions.save(Question(f"What about number {number}?"))


def _intakes(diary: Diary) -> None:
    now = diary.clock.now()
    medicine = diary.medications.add("Paracetamol", dose=Dose(500, "mg", AS_NEEDED)).value
    for days in range(5, 3600, 120):
        moment = now.earlier(minutes=1440 * days)
        diary.medications.take(medicine.id, IntakeKind.NEEDED, moment=moment, amount=500)


def _tests(diary: Diary) -> None:
    for number in range(1, 7):
        potassium = Measure("potassium", round(3.2 + number / 10, 1), "mmol/l", 3.5, 5.1)
        kinase = Measure("creatine-kinase", 100.0 * number, "U/l", None, 190.0)
        magnesium = Measure("magnesium", 0.5, "mmol/l", comparator="<")
        test = MedicalTest("blood", day=_ago(number), values=(potassium, kinase, magnesium))
        diary.tests.save(test)
    diary.tests.save(
        MedicalTest("emg", part="both calves", day=PartialDate(2025, 3), result="No sign of damage")
    )
    diary.tests.save(MedicalTest("mri", part="brain-spine", day=PartialDate(2024), result="Normal"))
    diary.tests.save(MedicalTest("nerve-conduction", part="left leg", result="Normal"))


def _ago(years: float) -> PartialDate:
    return PartialDate.of(TODAY - timedelta(days=round(365 * years)))


_FILL: Final = {
    "none": _none,
    "one": _one,
    "example": _example,
    "years": _years,
    "hostile": hostile.fill,
}
