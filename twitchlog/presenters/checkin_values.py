"""What the check-in's sheet is told: questions, chips and the form of a day, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NOTE: Final = "note"
DIET: Final = "diet"
NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip: what it stands for and what it says."""

    value: float | str
    text: str
    chosen: bool = False


class Style(StrEnum):
    """Which widget asks."""

    CHIPS = "chips"
    COUNTED = "counted"
    SLEEP = "sleep"
    EXERCISE = "exercise"
    SEVERAL = "several"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `exact` labels the field for an exact amount, empty where there is none.

    `written` is what that field holds, `said` the answer in words, `wrong` what cannot be read.
    `bed` and `wake` are times of the clock, `kinds` and `efforts` those of exercise. `extra`: it
    was opened from *More to record* and may be asked always from now on. `folded` is the whole
    answer of a question that was answered before and stands as a line; `details` names the chip
    behind which the exact answer lies, `detailed` tells that this is in sight.
    """

    id: str
    style: Style
    label: str
    choices: tuple[Choice, ...]
    exact: str = ""
    written: str = ""
    said: str = ""
    wrong: str = ""
    bed: str = ""
    wake: str = ""
    kinds: tuple[Choice, ...] = ()
    efforts: tuple[Choice, ...] = ()
    extra: bool = False
    folded: str = ""
    details: str = ""
    detailed: bool = False

    @property
    def unsaid(self) -> bool:
        """Whether there is an answer that none of the chips says."""
        counted = self.style is Style.COUNTED
        return bool(self.written) and not counted and not any(each.chosen for each in self.choices)


@dataclass(frozen=True, slots=True)
class CheckinForm:
    """All questions with their answers; `more` are those one tap away, by their id.

    `noted` tells that the note is in sight, `wrong` holds a sentence for each field that cannot be
    read.
    """

    day: date
    title: str
    amounts: Mapping[str, float]
    questions: tuple[Asked, ...]
    more: tuple[Choice, ...]
    note: str
    noted: bool
    saved_before: bool
    wrong: Mapping[str, str]

    def question(self, name: str) -> Asked:
        """Return one of the questions shown."""
        return next(each for each in self.questions if each.id == name)


def choosing(choices: tuple[Choice, ...], chosen: float | str | None) -> tuple[Choice, ...]:
    """Return the same choices with the chosen one marked."""
    return tuple(replace(each, chosen=each.value == chosen) for each in choices)
