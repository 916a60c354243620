"""Care: one line each on what is kept for the doctor, and where it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.appointment import next_of
from twitchlog.domain.rest import say_rate
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY
from twitchlog.presenters import experiment_words, words
from twitchlog.presenters.rest_words import say_count
from twitchlog.presenters.services import Complains
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services

LONGEST: Final = 72
"""Letters a line may have on a phone before it is cut."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of Care: `line` reads what there is to say of it now, empty where nothing is.

    `kinds` are the things whose changes concern it.
    """

    key: str
    icon: str
    name: str
    line: Callable[[Diary, date], str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class CareRow:
    """A section in words."""

    key: str
    icon: str
    title: str
    second: str


class CareView(Complains, Protocol):
    """What the presenter tells the page."""

    def show(self, rows: tuple[CareRow, ...]) -> None:
        """Show the sections."""
        ...


class CarePresenter:
    """Reads one line a section; `keys` are the sections that can be opened."""

    def __init__(self, services: Services, view: CareView, keys: Collection[str]) -> None:
        self._services, self._view = services, view
        self._sections = tuple(each for each in SECTIONS if each.key in keys)

    @property
    def kinds(self) -> frozenset[str]:
        """The things whose changes concern the page."""
        return frozenset().union(*(each.kinds for each in self._sections))

    def refresh(self) -> None:
        """Read every line anew."""
        today = self._services.clock.now().day

        def read(diary: Diary) -> tuple[CareRow, ...]:
            return tuple(
                CareRow(
                    each.key, each.icon, _(each.name),
                    each.line(diary, today) or _("Not recorded yet"),
                )
                for each in self._sections
            )  # fmt: skip

        self._services.read(read, self._view.show, self._view)


def named(names: Iterable[str]) -> str:
    """Return names in a row, as many as fit into a line: *Aspirin, Sertraline and 2 more*."""
    wanted = list(names)
    shown: list[str] = []
    for name in wanted:
        if shown and len(", ".join((*shown, name))) > LONGEST:
            break
        shown.append(name)
    left = len(wanted) - len(shown)
    said = ", ".join(shown)
    if not left:
        return said
    return ngettext("{names} and {n} more", "{names} and {n} more", left).format(names=said, n=left)


def _medicines(diary: Diary, today: date) -> str:
    known = diary.medications.all()
    now = [each.name for each in known if not each.is_past(today)]
    if now:
        return named(now)
    if known:
        return _("None taken now")
    profile = diary.profile.get()
    if profile.takes_none(known, today):
        return _("None taken")
    return named(profile.medicines.splitlines())


def _treatments(diary: Diary, today: date) -> str:
    known = diary.treatments.all()
    now = [each.name for each in known if not each.is_past(today)]
    return named(now) if now else _("None going on now") if known else ""


def _conditions(diary: Diary, _today: date) -> str:
    known = [each.sentence for each in diary.conditions.all()]
    return named(known or diary.profile.get().conditions.splitlines())


def _tests(diary: Diary, _today: date) -> str:
    known = [each.label for each in diary.tests.all()]
    return named(known or diary.profile.get().tests.splitlines())


def _appointments(diary: Diary, today: date) -> str:
    upcoming = next_of(diary.appointments.all(), today)
    questions = sum(not each.answer for each in diary.appointments.questions.all())
    asked = (
        ngettext("{n} question", "{n} questions", questions).format(n=questions)
        if questions
        else ""
    )
    if upcoming is None:
        return asked
    day = words.short_day(upcoming.day, today=today) if upcoming.day else ""
    return words.joined((day, upcoming.label, asked))


def _weekly(diary: Diary, today: date) -> str:
    last = diary.weekly.last()
    if last is None:
        return ""
    answers = [each for each in diary.symptoms.on_day(last) if each.kind in WEEKLY]
    there = [SYMPTOMS[each.kind].label for each in answers if each.present]
    said = named(there) if there else _("No to all")
    return words.joined((said, words.day_name(last, today=today)))


def _rest(diary: Diary, today: date) -> str:
    last = diary.rest.newest()
    if last is None:
        return ""
    said = say_rate(last.rate) if last.comparable else say_count(last)
    return words.joined((said, words.day_name(last.moment.day, today=today)))


def _trials(diary: Diary, today: date) -> str:
    current = diary.experiments.current(today)
    known = diary.experiments.all()
    told = current or (known[0] if known else None)
    if told is None:
        return ""
    name = diary.experiments.tried(told.factor).label
    return words.joined((name, experiment_words.line(told, today=today)))


SECTIONS: Final = (
    Section("medicines", "pill", mark("Medicines"), _medicines,
            frozenset({"medications", "profile"})),
    Section("treatments", "medication-outline", mark("Other treatments"), _treatments,
            frozenset({"treatments"})),
    Section("conditions", "clipboard-text-outline", mark("Conditions and family"), _conditions,
            frozenset({"conditions", "profile"})),
    Section("tests", "file-document-outline", mark("Tests"), _tests,
            frozenset({"tests", "profile"})),
    Section("appointments", "calendar-clock", mark("Appointments and questions"), _appointments,
            frozenset({"appointments"})),
    Section("weekly", "clipboard-check-outline", mark("Weekly check"), _weekly,
            frozenset({"symptoms"})),
    Section("rest", "timer-sand-empty", mark("Rest count"), _rest, frozenset({"rest_counts"})),
    Section("trials", experiment_words.ICON, mark("Try a habit properly"), _trials,
            frozenset({"experiments", "factors"})),
)  # fmt: skip
"""The sections in the order of the page; each is shown once `Ways` can open it."""
