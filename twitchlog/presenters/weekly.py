"""The weekly check: nine short questions on one page, and the advice on a yes that matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY, Said
from twitchlog.domain.symptom_advice import advice
from twitchlog.presenters import words
from twitchlog.presenters.dates import say_partial
from twitchlog.presenters.log_choices import Choice
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.symptom import SymptomAnswer
    from twitchlog.domain.symptom_advice import Advice
    from twitchlog.presenters.services import Complains, Services

RECENT: Final = 3
_HINTS: Final = {
    "weakness": mark("A muscle that cannot do what it could"),
    "muscle-loss": mark("A muscle that looks thinner than before"),
    "feeling": mark("Numb, tingling or burning skin"),
    "cramps": mark("A muscle that tightens and hurts"),
    "stiffness": mark("Muscles that are slow to loosen"),
    "tiredness": mark("More tired than is usual for you"),
    "speaking": mark("Words that come out slurred"),
    "swallowing": mark("Choking, or food that sticks"),
    "breathing": mark("Short of breath at rest or lying down"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its name, what it means, the last answer in words, and what stands.

    `answer` is what was said today, else None. `carried` are the details of the last yes, to be
    kept or changed; `carried_from` says from when they are.
    """

    kind: str
    name: str
    hint: str
    last: str
    answer: Said | None
    carried: Said
    carried_from: str


class WeeklyView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, asked: tuple[Asked, ...], recent: tuple[Choice, ...]) -> None:
        """Show the questions, with the places used last to choose from."""
        ...

    def saved(self, sentence: str, advice: Advice | None) -> None:
        """Leave the page, say what was saved, and show the advice if there is any."""
        ...


class WeeklyPresenter:
    """Reads the last answers, and records new ones in one step."""

    def __init__(self, services: Services, view: WeeklyView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self._begun: Mapping[str, Said] | None = None

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the last answers and the places used last."""
        today = self._services.clock.now().day

        def read(diary: Diary) -> tuple[tuple[Asked, ...], tuple[Choice, ...]]:
            from twitchlog.diary.entry_kinds import said_on

            latest = diary.symptoms.latest()
            if self._begun is None:
                self._begun = said_on(today, latest.values())
            return ask(WEEKLY, latest, today=today), recent_choices(diary)

        self._services.read(read, lambda found: self._view.show(*found), self._view)

    def save(self, answers: Mapping[str, Said | None], form: Complains) -> None:
        """Record the answers; `form` hears which are missing, or what is wrong with one."""
        given = {kind: said for kind, said in answers.items() if said is not None}
        today = self._services.clock.now().day
        begun = self._begun or {}
        told: list[Advice] = []

        def work(diary: Diary) -> Written[tuple[SymptomAnswer, ...]]:
            from twitchlog.diary.entry_kinds import symptoms

            with diary.edits.expecting(symptoms(diary, today, begun)):
                written = diary.symptoms.answer_week(given)
            kinds = diary.weekly.to_advise()
            found = advice(
                diary.symptoms.latest(), kinds, lambda known: say_partial(known, today=today)
            )
            if found is not None:
                told.append(found)
                diary.weekly.advised(kinds)
            return written

        def saved(_value: tuple[SymptomAnswer, ...] | None, changes: Changes) -> None:
            self._view.saved(changes.name, told[0] if told else None)

        self._services.write(work, saved, form)

    def offer_places(self, show: Callable[[tuple[Choice, ...]], None]) -> None:
        """Hand the places used last to `show`."""
        self._services.read(recent_choices, show, self._view)


def recent_choices(diary: Diary) -> tuple[Choice, ...]:
    """Return the places used last, to choose from with one tap."""
    recent = diary.twitches.recent_sites(RECENT)
    return tuple(Choice(each.site, site_or_unknown(each.site).name) for each in recent)


def ask(
    kinds: Sequence[str], latest: Mapping[str, SymptomAnswer], *, today: date
) -> tuple[Asked, ...]:
    """Return the questions about these symptoms; `latest` are the newest answers by kind."""
    return tuple(_asked(kind, latest.get(kind), today) for kind in kinds)


def _asked(kind: str, last: SymptomAnswer | None, today: date) -> Asked:
    hint = _(_HINTS[kind]) if kind in _HINTS else ""
    name = SYMPTOMS[kind].label
    if last is None:
        return Asked(kind, name, hint, "", None, Said(present=True), "")
    day = words.day_name(last.day, today=today)
    pattern = _("Last: yes, {day}") if last.present else _("Last: no, {day}")
    answered = last.day == today
    carries = last.present and not answered
    details = Said(True, last.where, "", last.since, None, last.sites) if carries else None
    return Asked(
        kind,
        name,
        hint,
        pattern.format(day=day),
        last.said if answered else None,
        (last.said if answered and last.present else details) or Said(present=True),
        _("As you said on {day}").format(day=words.short_day(last.day, today=today))
        if details is not None and (details.since or details.sites)
        else "",
    )
