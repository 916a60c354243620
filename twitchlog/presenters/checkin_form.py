"""The questions of a check-in in the person's order, as the sheet shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain import answer_words as worded
from twitchlog.domain.checkin import Detail
from twitchlog.domain.daily import time_of
from twitchlog.domain.dose import EXERCISES, Effort, presets_of
from twitchlog.domain.factor import FACTORS, LEVELS, QUALITIES, SUPPLEMENTS, Kind
from twitchlog.presenters import checkin_wording as wording
from twitchlog.presenters.checkin_values import DIET, NONE, Asked, Choice, Style, choosing
from twitchlog.presenters.words import weekday
from twitchlog.translation import _, mark, numeral, said

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.checkin import Start
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.checkin_answers import Answers

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
    answers: Answers, factors: Mapping[str, Factor], start: Start, *, past: date | None = None
) -> tuple[tuple[Asked, ...], tuple[Choice, ...]]:
    """Return the questions that stand open, and those that are one tap away, in their order.

    Open are those always asked, answered already, or opened by a tap. On a `past` day the night is
    named: its own is the one before it, and not the one just slept.
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
            _place(_question(factor, answers, start), standing, more,
                   wanted=_wanted([factor], answers), asked=factor.asked)  # fmt: skip
    diet = Asked(DIET, Style.WORDS, _("What you ate"), (), written=answers.diet,
                 wrong=answers.wrong.get(DIET, ""))  # fmt: skip
    wanted = bool(answers.diet) or DIET in answers.opened or DIET in answers.wrong
    _place(diet, standing, more, wanted=wanted, asked=wanted)
    if past is not None:
        night = _("Slept in the night to {weekday}").format(weekday=weekday(past))
        standing = [replace(each, label=night) if each.id == "sleep" else each for each in standing]
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


def _question(factor: Factor, answers: Answers, start: Start) -> Asked:
    amount = answers.amounts.get(factor.id)
    detail = answers.details.get(factor.id, Detail())
    asked = Asked(
        id=factor.id,
        style=_style(factor),
        label=label(factor),
        choices=_marked(factor, answers, amount),
        exact=_exact(factor),
        written="" if amount is None else numeral(amount, "g"),
        wrong=answers.wrong.get(factor.id, ""),
        detailed=factor.id in answers.detailed,
    )
    asked = replace(
        asked,
        said=wording.beside(factor, asked, amount, detail, start),
        folded=wording.line(factor, asked, amount, detail, start)
        if factor.id in answers.folded
        else "",
        details=_details(asked),
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
        return (Choice(NONE, said("no drinks", "None"), amount == 0), *drinks)
    if factor.id == "sleep-quality" and amount is not None:
        amount = 2 * min(amount // 2, len(QUALITIES) - 1) + 1
    return choosing(choices(factor), amount)


def _cup(preset: str, name: str, count: int) -> Choice:
    return Choice(preset, f"{count} × {name}" if count else name, bool(count))


def _details(asked: Asked) -> str:
    """Name the chip that leads to the exact answer; none where that is the only one."""
    if not asked.exact or len(asked.choices) < 2:
        return ""
    return _("Details") if asked.style is Style.EXERCISE else _("Exact")


def _exact(factor: Factor) -> str:
    if factor.id in _EXACT:
        return _(_EXACT[factor.id])
    if factor.kind is not Kind.AMOUNT or (factor.own and factor.most <= FEW):
        return ""
    if factor.unit_label:
        return _("Exact amount in {unit}").format(unit=factor.unit_label)
    return _("Amount")


def _supplements(factors: list[Factor], answers: Answers) -> Asked:
    amounts = [answers.amounts.get(each.id) for each in factors]
    none = all(amount == 0 for amount in amounts)
    taken = (Choice(each.id, each.label, answers.amounts.get(each.id) == 1) for each in factors)
    chosen = (Choice(NONE, said("no supplements", "None"), none), *taken)
    names = ", ".join(each.text for each in chosen if each.chosen)
    folded = names if SUPPLEMENTS in answers.folded else ""
    return Asked(SUPPLEMENTS, Style.SEVERAL, _("Supplements"), chosen, folded=folded)


def _quick(factor: Factor, amount: float) -> str:
    if not amount:
        return said("no exercise, nothing drunk", "None")
    if factor.unit == FACTORS["sleep"].unit:
        return worded.hours(amount)
    if factor.id == "exercise":
        return _("{n} min").format(n=numeral(amount, "g"))
    return numeral(amount, "g")


def _number(amount: float) -> str:
    return numeral(amount, "g") if amount else said("no exercise, nothing drunk", "None")
