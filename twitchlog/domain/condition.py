"""Conditions a doctor told a person of, and those in the family: *no* is kept as well as *yes*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain.phrase import Letter, phrase, shown, within
from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.phrase import Phrase, Term
    from twitchlog.domain.profile import PartialDate

OWN: Final = "own"
"""The kind of a condition in the person's own words."""


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """Conditions that are asked for together; its id can be answered too, most often with *no*.

    `none` and `none_in_family` say that *no*, `some` a *yes* that is no more exact than that.
    """

    id: str
    name: str
    some: str
    none: str
    none_in_family: str


GROUPS: Final = {
    group.id: group
    for group in (
        ConditionGroup(
            "metabolic",
            mark("Salts, kidneys, metabolism"),
            mark("A condition of salts, kidneys or metabolism"),
            mark("No known condition of salts, kidneys or metabolism"),
            mark("No known condition of salts, kidneys or metabolism in the family"),
        ),
        ConditionGroup(
            "autoimmune",
            mark("Autoimmune"),
            mark("An autoimmune condition"),
            mark("No known autoimmune condition"),
            mark("No known autoimmune condition in the family"),
        ),
        ConditionGroup(
            "nerve-muscle",
            mark("Nerves and muscles"),
            mark("A nerve or muscle condition"),
            mark("No known nerve or muscle condition"),
            mark("No known nerve or muscle condition in the family"),
        ),
        ConditionGroup(
            "ordinary",
            mark("Others"),
            mark("Another condition"),
            mark("No other known condition"),
            mark("No other known condition in the family"),
        ),
    )
}


@dataclass(frozen=True, slots=True)
class ConditionKind:
    """A condition that can be chosen by a person whom a doctor told of it; never suggested.

    The name of a `proper` one keeps its capitals within a sentence.
    """

    id: str
    name: str
    group: str
    proper: bool = False

    @property
    def label(self) -> str:
        """Its name in the language in use."""
        return _(self.name)


CONDITIONS: Final = {
    kind.id: kind
    for kind in (
        ConditionKind("low-potassium", mark("Low potassium"), "metabolic"),
        ConditionKind("kidney-disease", mark("Kidney disease"), "metabolic"),
        ConditionKind("uraemia", mark("Uraemia"), "metabolic"),
        ConditionKind("low-calcium", mark("Low calcium"), "metabolic"),
        ConditionKind("low-magnesium", mark("Low magnesium"), "metabolic"),
        ConditionKind("diabetes", mark("Diabetes"), "metabolic"),
        ConditionKind("overactive-thyroid", mark("Overactive thyroid"), "metabolic"),
        ConditionKind("underactive-thyroid", mark("Underactive thyroid"), "metabolic"),
        ConditionKind("isaacs", mark("Isaacs syndrome"), "autoimmune", proper=True),
        ConditionKind("myasthenia", mark("Myasthenia gravis"), "autoimmune"),
        ConditionKind("coeliac", mark("Coeliac disease"), "autoimmune"),
        ConditionKind("rheumatoid-arthritis", mark("Rheumatoid arthritis"), "autoimmune"),
        ConditionKind("als", mark("ALS"), "nerve-muscle", proper=True),
        ConditionKind("neuropathy", mark("Neuropathy"), "nerve-muscle"),
        ConditionKind("nerve-damage", mark("Damage to a nerve"), "nerve-muscle"),
        ConditionKind("spinal-muscular-atrophy", mark("Spinal muscular atrophy"), "nerve-muscle"),
        ConditionKind("myopathy", mark("Myopathy"), "nerve-muscle"),
        ConditionKind("slipped-disc", mark("Slipped disc"), "nerve-muscle"),
        ConditionKind("anxiety", mark("Anxiety"), "ordinary"),
        ConditionKind("depression", mark("Depression"), "ordinary"),
        ConditionKind("migraine", mark("Migraine"), "ordinary"),
        ConditionKind("high-blood-pressure", mark("High blood pressure"), "ordinary"),
        ConditionKind("heart-disease", mark("Heart disease"), "ordinary"),
        ConditionKind("asthma", mark("Asthma"), "ordinary"),
        ConditionKind("epilepsy", mark("Epilepsy"), "ordinary"),
        ConditionKind("restless-legs", mark("Restless legs"), "ordinary"),
        ConditionKind("stomach-acid", mark("Stomach acid or reflux"), "ordinary"),
        ConditionKind("allergy", mark("Allergy"), "ordinary"),
    )
}

RELATIONS: Final = {
    "mother": mark("Mother"),
    "father": mark("Father"),
    "sister": mark("Sister"),
    "brother": mark("Brother"),
    "child": mark("Child"),
    "grandparent": mark("Grandparent"),
    "aunt-uncle": mark("Aunt or uncle"),
    "cousin": mark("Cousin"),
    "other": mark("Another relative"),
}
"""Who in the family; nobody named means the family as a whole."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One answer about a condition, of the person or, with `family`, of a blood relative.

    `kind` is an id of `CONDITIONS` or `GROUPS`, or `own` with the person's own `words`. `answered`
    is the day of the answer. An empty `id` means that the diary gives it one; without `answered`
    it is today.
    """

    kind: str
    present: bool = True
    words: str = ""
    family: bool = False
    relation: str = ""
    since: PartialDate | None = None
    note: str = ""
    answered: date | None = None
    id: str = ""

    @property
    def label(self) -> str:
        """What is had or not had, without whose it is."""
        return shown(self._name)

    @property
    def _name(self) -> str | Phrase:
        if self.kind in GROUPS:
            return phrase(GROUPS[self.kind].some)
        if self.kind in CONDITIONS:
            return phrase(CONDITIONS[self.kind].name)
        return self.words or self.kind

    @property
    def who(self) -> str:
        """Who in the family has it; empty for the person."""
        if not self.family:
            return ""
        return shown(self._who)

    @property
    def _who(self) -> Phrase:
        return phrase(RELATIONS[self.relation]) if self.relation in RELATIONS else phrase("Family")

    @property
    def sentence(self) -> str:
        """The answer in words: *Mother: neuropathy*, *No known autoimmune condition*, *No ALS*."""
        return shown(self.term)

    @property
    def inner(self) -> str:
        """The answer as it stands within a sentence: *no known autoimmune condition*."""
        return shown(self._inside if self._simple else self._answer)

    @property
    def term(self) -> Term:
        """The answer in no language."""
        return self._name if self._simple else replace(self._answer, letter=Letter.LARGE)

    @property
    def _simple(self) -> bool:
        """Whether its name says it all."""
        return self.present and not self.family

    @property
    def _answer(self) -> Phrase:
        if self.kind in GROUPS and not self.present and not self.relation:
            group = GROUPS[self.kind]
            return within(group.none_in_family if self.family else group.none)
        no = phrase("no {condition}", condition=self._inside)
        if not self.family:
            return no
        said = self._inside if self.present else no
        return phrase("{who}: {condition}", who=self._who, condition=said)

    @property
    def _inside(self) -> Term:
        """Its name as it stands within a sentence; the person's own words stay as they are."""
        kind = CONDITIONS.get(self.kind)
        name = self._name
        if isinstance(name, str) or (kind is not None and kind.proper):
            return name
        return within(name.message)


def find_condition(name: str) -> tuple[str, str]:
    """Return the id of the condition or group called `name`, or `own` and the name itself."""
    kinds: tuple[ConditionKind | ConditionGroup, ...] = (
        *CONDITIONS.values(),
        *GROUPS.values(),
    )
    known = named(name, kinds, lambda kind: (kind.id, _(kind.name)))
    return (known.id, "") if known else (OWN, " ".join(name.split()))
