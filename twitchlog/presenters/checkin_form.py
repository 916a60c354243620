"""The questions of a check-in in the person's order, as the sheet shows them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import Detail
from twitchlog.domain.daily import time_of
from twitchlog.domain.dose import EXERCISES, Effort, presets_of
from twitchlog.domain.factor import FACTORS, LEVELS, QUALITIES, SUPPLEMENTS, Kind
from twitchlog.presenters import answers as said
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.checkin import Logged
    from twitchlog.domain.factor import Factor

NOTE: Final = "note"
DIET: Final = "diet"
NONE: Final = "none"
USUAL_SLEEP: Final = 7.0
"""Where the steps of half an hour begin when nothing was answered."""
FEW: Final = 5
"""An amount of one's own that is at most so many a day is asked by chips."""
_QUICK: Final[Mapping[str, tuple[float, ...]]] = {
    "sleep": (5, 6, 7, 8, 9),
    "exercise": (0, 15, 30, 60),
    "nicotine": (0, 1, 5, 10, 20),
    "meals-skipped": (0, 1, 2, 3),
    "screen-time": (0, 1, 2, 4, 6, 8),
}
"""The amounts that are one tap."""
_LABELS: Final = {"sleep": mark("Slept last night"), "medicine": mark("Medicine")}
_EXACT: Final = {
    "sleep": mark("Exact hours"),
    "sleep-quality": mark("Exact, 0 to 10"),
    "caffeine": mark("Exact amount in mg"),
    "exercise": mark("Exact minutes"),
}


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
    was opened from *More to record* and may be asked always from now on.
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


@dataclass(slots=True)
class Answers:
    """All answers as they stand, until they are saved together."""

    amounts: dict[str, float] = field(default_factory=dict)
    details: dict[str, Detail] = field(default_factory=dict)
    cups: dict[str, int] = field(default_factory=dict)
    note: str = ""
    diet: str = ""
    wrong: dict[str, str] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CheckinForm:
    """All questions with their answers; `more` are those one tap away, by their id.

    `wrong` holds a sentence for each field that cannot be read.
    """

    day: date
    title: str
    amounts: Mapping[str, float]
    questions: tuple[Asked, ...]
    more: tuple[Choice, ...]
    note: str
    saved_before: bool
    wrong: Mapping[str, str]

    def question(self, name: str) -> Asked:
        """Return one of the questions shown."""
        return next(each for each in self.questions if each.id == name)


def choosing(choices: tuple[Choice, ...], chosen: float | str | None) -> tuple[Choice, ...]:
    """Return the same choices with the chosen one marked."""
    return tuple(replace(each, chosen=each.value == chosen) for each in choices)


def choices(factor: Factor) -> tuple[Choice, ...]:
    """Return the answers to a factor that are one tap; none where only a number will do."""
    if factor.kind is Kind.LEVEL:
        return tuple(Choice(float(level), _(word)) for level, word in enumerate(LEVELS))
    if factor.kind is Kind.YES_NO:
        yes, no = (
            (_("As usual"), _("Not as usual")) if factor.id == "medicine" else (_("Yes"), _("No"))
        )
        return (Choice(1.0, yes), Choice(0.0, no))
    if factor.id == "sleep-quality":
        return tuple(Choice(2.0 * each + 1, _(word)) for each, word in enumerate(QUALITIES))
    if factor.kind is Kind.SCALE:
        return tuple(Choice(float(each), str(each)) for each in range(11))
    if factor.own and factor.most <= FEW:
        return tuple(Choice(float(each), _number(each)) for each in range(int(factor.most) + 1))
    return tuple(Choice(float(each), _quick(factor, each)) for each in _QUICK.get(factor.id, (0,)))


def label(factor: Factor) -> str:
    """Return the question of a factor."""
    return _(_LABELS[factor.id]) if factor.id in _LABELS else factor.label


def questions(
    answers: Answers, factors: Mapping[str, Factor], logged: Mapping[str, Logged]
) -> tuple[tuple[Asked, ...], tuple[Choice, ...]]:
    """Return the questions that stand open, and those that are one tap away, in their order.

    Open are those always asked, answered already, or opened by a tap.
    """
    standing: list[Asked] = []
    more: list[Choice] = []
    grouped = [each for each in factors.values() if each.group == SUPPLEMENTS and each.shown]
    for factor in factors.values():
        if factor.group == SUPPLEMENTS:
            if grouped and factor is grouped[0]:
                _place(
                    _supplements(grouped, answers),
                    standing,
                    more,
                    wanted=_wanted(grouped, answers),
                    asked=any(each.asked for each in grouped),
                )
        elif factor.shown or factor.id in answers.amounts:
            _place(_question(factor, answers, logged.get(factor.id)), standing, more,
                   wanted=_wanted([factor], answers), asked=factor.asked)  # fmt: skip
    diet = Asked(DIET, Style.WORDS, _("What you ate"), (), written=answers.diet,
                 wrong=answers.wrong.get(DIET, ""))  # fmt: skip
    wanted = bool(answers.diet) or DIET in answers.opened or DIET in answers.wrong
    _place(diet, standing, more, wanted=wanted, asked=wanted)
    return tuple(standing), tuple(more)


def _place(
    question: Asked, standing: list[Asked], more: list[Choice], *, wanted: bool, asked: bool
) -> None:
    if wanted or asked:
        standing.append(replace(question, extra=not asked))
    else:
        more.append(Choice(question.id, question.label))


def _wanted(factors: list[Factor], answers: Answers) -> bool:
    names = {each.id for each in factors} | {each.group for each in factors if each.group}
    return bool(names & {*answers.amounts, *answers.opened, *answers.wrong})


def _question(factor: Factor, answers: Answers, logged: Logged | None) -> Asked:
    amount = answers.amounts.get(factor.id)
    detail = answers.details.get(factor.id, Detail())
    asked = Asked(
        id=factor.id,
        style=_style(factor),
        label=label(factor),
        choices=_marked(factor, answers, amount),
        exact=_exact(factor),
        written="" if amount is None else f"{amount:g}",
        said=_said(factor, amount, detail, logged),
        wrong=answers.wrong.get(factor.id, ""),
    )
    if asked.style is Style.SLEEP and detail.began is not None and detail.ended is not None:
        return replace(
            asked, bed=f"{time_of(detail.began):%H:%M}", wake=f"{time_of(detail.ended):%H:%M}"
        )
    if asked.style is Style.EXERCISE and amount:
        kinds = tuple(Choice(each.id, each.label) for each in EXERCISES)
        efforts = tuple(Choice(str(int(each)), each.word) for each in Effort)
        chosen = None if detail.effort is None else str(int(detail.effort))
        return replace(
            asked, kinds=choosing(kinds, detail.preset), efforts=choosing(efforts, chosen)
        )
    return asked


def _style(factor: Factor) -> Style:
    if factor.id == "sleep":
        return Style.SLEEP
    if factor.id == "exercise":
        return Style.EXERCISE
    return Style.COUNTED if _counted(factor) else Style.CHIPS


def _counted(factor: Factor) -> bool:
    return factor.id not in _QUICK and bool(presets_of(factor.id))


def _marked(factor: Factor, answers: Answers, amount: float | None) -> tuple[Choice, ...]:
    if _counted(factor):
        drinks = (_cup(each.id, each.label, answers.cups.get(each.id, 0))
                  for each in presets_of(factor.id))  # fmt: skip
        return (Choice(NONE, _("None"), amount == 0), *drinks)
    if factor.id == "sleep-quality" and amount is not None:
        amount = 2 * min(amount // 2, len(QUALITIES) - 1) + 1
    return choosing(choices(factor), amount)


def _cup(preset: str, name: str, count: int) -> Choice:
    return Choice(preset, f"{count} × {name}" if count else name, bool(count))


def _exact(factor: Factor) -> str:
    if factor.id in _EXACT:
        return _(_EXACT[factor.id])
    if factor.kind is not Kind.AMOUNT or (factor.own and factor.most <= FEW):
        return ""
    if factor.unit_label:
        return _("Exact amount in {unit}").format(unit=factor.unit_label)
    return _("Amount")


def _said(factor: Factor, amount: float | None, detail: Detail, logged: Logged | None) -> str:
    """Say what the chips do not: what was logged already, and a sum of several drinks."""
    if amount is None:
        return ""
    value = said.value(factor, amount)
    if logged is not None and logged.amount == amount:
        pattern = ngettext("{n} logged, {amount}", "{n} logged, {amount}", logged.count)
        return pattern.format(n=logged.count, amount=value)
    if factor.id == "caffeine":
        return said.caffeine(amount)
    if detail.began is not None or _counted(factor) or factor.id == "exercise":
        return value if amount else ""
    return ""


def _supplements(factors: list[Factor], answers: Answers) -> Asked:
    amounts = [answers.amounts.get(each.id) for each in factors]
    none = all(amount == 0 for amount in amounts)
    taken = (Choice(each.id, each.label, answers.amounts.get(each.id) == 1) for each in factors)
    return Asked(SUPPLEMENTS, Style.SEVERAL, _("Supplements"),
                 (Choice(NONE, _("None"), none), *taken))  # fmt: skip


def _quick(factor: Factor, amount: float) -> str:
    if not amount:
        return _("None")
    if factor.unit == FACTORS["sleep"].unit:
        return said.hours(amount)
    if factor.id == "exercise":
        return _("{n} min").format(n=f"{amount:g}")
    return f"{amount:g}"


def _number(amount: float) -> str:
    return f"{amount:g}" if amount else _("None")
