"""What a card is made of, and what of the diary it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from twitchlog.domain.symptom import PERSISTENT_DAYS, PERSISTENT_WINDOW
from twitchlog.translation import _, mark


class Section(StrEnum):
    """The chapters, in the order they are read."""

    TWITCHES = "twitches"
    CAUSES = "causes"
    HELP = "help"
    DOCTOR = "doctor"
    VISIT = "visit"
    TESTS = "tests"
    TREATMENT = "treatment"

    @property
    def label(self) -> str:
        """Its heading in the language in use."""
        return _(_LABELS[self])


_LABELS: Final = {
    Section.TWITCHES: mark("What twitches are"),
    Section.CAUSES: mark("What can bring them on"),
    Section.HELP: mark("What usually helps"),
    Section.DOCTOR: mark("When to contact a doctor"),
    Section.VISIT: mark("At the visit"),
    Section.TESTS: mark("Tests"),
    Section.TREATMENT: mark("Treatment"),
}


class Kind(StrEnum):
    """What of the diary a card can belong to."""

    TWITCH = "twitch"
    FACTOR = "factor"
    MEDICATIONS = "medications"
    TREATMENTS = "treatments"
    TESTS = "tests"
    CONDITIONS = "conditions"
    SIGNS = "signs"
    REST_COUNT = "rest count"
    APPOINTMENT = "appointment"
    QUESTION = "question"
    PATTERNS = "patterns"
    VISIT = "visit"


class Verb(StrEnum):
    """What one can do with what a card belongs to."""

    LOG = "log"
    SEE = "see"

    @property
    def label(self) -> str:
        """The words on the button."""
        return _("Log this") if self is Verb.LOG else _("See mine")


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A part of the diary; `detail` is a factor's or a symptom's id, or a question's number."""

    kind: Kind
    detail: str = ""

    def label(self, verb: Verb) -> str:
        """Return the words on the button that leads there, which say where that is."""
        words = _LEADS.get((self.kind, verb), "")
        return _(words) if words else verb.label


_LEADS: Final = {
    (Kind.SIGNS, Verb.LOG): mark("Weekly check"),
    (Kind.SIGNS, Verb.SEE): mark("What Visit says"),
    (Kind.REST_COUNT, Verb.LOG): mark("Rest count"),
    (Kind.CONDITIONS, Verb.SEE): mark("Conditions and family"),
    (Kind.QUESTION, Verb.LOG): mark("Answer"),
    (Kind.QUESTION, Verb.SEE): mark("What Visit says"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One thing worth knowing; every text is given in the language in use.

    `paragraphs` are a few sentences each; `search_words` other words it is found by; `source` is
    where its facts can be read up, empty where it is about this program.
    """

    id: str
    section: Section
    kept_title: str
    kept_paragraphs: tuple[str, ...]
    kept_words: str = ""
    counterpart: Counterpart | None = None
    kept_source: str = ""

    @property
    def title(self) -> str:
        """What it is about, in a few words."""
        return _(self.kept_title)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What it says."""
        return tuple(
            _(text).format(some=PERSISTENT_DAYS, all=PERSISTENT_WINDOW)
            for text in self.kept_paragraphs
        )

    @property
    def search_words(self) -> str:
        """Other words it is found by, with commas between them."""
        return _(self.kept_words) if self.kept_words else ""

    @property
    def told(self) -> str:
        """Everything it is found by beside its title."""
        return " ".join((self.search_words, self.section.label, *self.paragraphs))

    @property
    def source(self) -> str:
        """Where the facts can be read up."""
        return _(self.kept_source) if self.kept_source else ""


def factor(name: str) -> Counterpart:
    """Return the counterpart of a card on one factor."""
    return Counterpart(Kind.FACTOR, name)


def question(number: int) -> Counterpart:
    """Return the counterpart of a card on one of the seven history questions."""
    return Counterpart(Kind.QUESTION, str(number))


MEDLINE: Final = mark("MedlinePlus: Muscle twitching")
NHS: Final = mark("NHS: Twitching eyes and muscles")
MEDICATIONS: Final = Counterpart(Kind.MEDICATIONS)
TREATMENTS: Final = Counterpart(Kind.TREATMENTS)
TESTS: Final = Counterpart(Kind.TESTS)
CONDITIONS: Final = Counterpart(Kind.CONDITIONS)
