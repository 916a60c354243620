"""The page of conditions: one's own and the family's, *no* as well as *yes*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.condition import CONDITIONS, GROUPS, OWN, RELATIONS
from twitchlog.presenters import words
from twitchlog.presenters.dates import say_partial
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.condition import Condition
    from twitchlog.domain.profile import Profile
    from twitchlog.presenters.services import Complains, Services

CONCERNS: Final = frozenset({"conditions", "profile", "bin"})

Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """One answer in words; `present` tells *yes* from *no*."""

    id: str
    title: str
    second: str
    present: bool


@dataclass(frozen=True, slots=True)
class ConditionsPage:
    """Everything the page shows; `own_words` is what the person wrote as free text."""

    own: tuple[ConditionRow, ...]
    family: tuple[ConditionRow, ...]
    own_words: str


class ConditionsView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: ConditionsPage) -> None:
        """Show the answers."""
        ...


class ConditionsPresenter:
    """Reads the answers, keeps what the forms hold, and removes."""

    def __init__(self, services: Services, view: ConditionsView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self.known: Mapping[str, Condition] = {}

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the answers anew."""
        today = self.today

        def read(diary: Diary) -> tuple[tuple[Condition, ...], str]:
            return diary.conditions.all(), diary.profile.get().conditions

        def show(held: tuple[tuple[Condition, ...], str]) -> None:
            conditions, own_words = held
            self.known = {each.id: each for each in conditions}
            rows = {
                family: tuple(row(each, today) for each in conditions if each.family is family)
                for family in (False, True)
            }
            self._view.show(ConditionsPage(rows[False], rows[True], own_words))

        self._services.read(read, show, self._view)

    def save(self, condition: Condition, form: Complains, done: Callable[[], None]) -> None:
        """Keep an answer; one that is changed from *no* to *yes* or back is answered today."""
        before = self.known.get(condition.id)
        if before is not None and before.present is condition.present:
            condition = replace(condition, answered=before.answered)
        self.steps.keep(lambda diary: diary.conditions.save(condition), form, done)

    def save_none(
        self, *, family: bool, relation: str, form: Complains, done: Callable[[], None]
    ) -> None:
        """Keep that nothing is known of any group of conditions, as one step."""
        self.steps.keep(
            lambda diary: diary.conditions.none_known(family=family, relation=relation), form, done
        )

    def remove(self, condition_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Move an answer to the bin."""
        self.steps.keep(lambda diary: diary.conditions.remove(condition_id), form, done)

    def save_words(self, text: str, form: Complains, done: Callable[[], None]) -> None:
        """Keep what is said of conditions in the person's own words."""

        def work(diary: Diary) -> Written[Profile]:
            return diary.profile.save(replace(diary.profile.get(), conditions=text))

        self.steps.keep(work, form, done)


def row(condition: Condition, today: date) -> ConditionRow:
    """Say an answer about a condition in two lines."""
    assert condition.answered is not None
    since = (
        _("since {date}").format(date=say_partial(condition.since, today=today))
        if condition.since
        else ""
    )
    answered = _("answered {day}").format(day=words.short_day(condition.answered, today=today))
    return ConditionRow(
        condition.id,
        condition.sentence,
        words.sentence(words.joined((since, answered, words.in_brief(condition.note)))),
        condition.present,
    )


def kinds(*, present: bool) -> Groups:
    """Return what can be answered, by group: (heading, ((id, words), …)).

    *None of these* comes first in a group, *not known which* last. The last group, without a
    heading, is the chip for own words.
    """
    groups = []
    for group in GROUPS.values():
        known = [(kind.id, kind.label) for kind in CONDITIONS.values() if kind.group == group.id]
        whole = (group.id, _("Not known which") if present else _("None of these"))
        groups.append((_(group.name), (*known, whole) if present else (whole, *known)))
    return (*groups, ("", ((OWN, _("In your own words")),)))


def nothing_chosen() -> str:
    """Return what is said where it is not known yet which condition a *yes* is about."""
    return _("Choose a condition, or write it in your own words.")


def relations() -> tuple[tuple[str, str], ...]:
    """Return who in the family there is to choose."""
    return tuple((each, _(name)) for each, name in RELATIONS.items())
