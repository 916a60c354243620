"""The words beside a question of the check-in, and those of a question that stands as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain import answer_words as worded
from twitchlog.presenters.checkin_values import Style
from twitchlog.presenters.words import sentence
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from twitchlog.domain.checkin import Detail, Start
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.checkin_values import Asked


def beside(factor: Factor, asked: Asked, amount: float | None, detail: Detail, start: Start) -> str:
    """Say what the chips do not: a sum of several, what was logged, and what is as yesterday."""
    if amount is None:
        return ""
    logged = start.logged.get(factor.id)
    if logged is not None and logged.amount == amount:
        pattern = ngettext("{n} logged, {amount}", "{n} logged, {amount}", logged.count)
        return pattern.format(n=logged.count, amount=worded.value(factor, amount))
    words = _exactly(factor, asked, amount, detail)
    if start.carried.get(factor.id) == amount:
        return _("{amount}, as yesterday").format(amount=words) if words else _("as yesterday")
    return words


def line(factor: Factor, asked: Asked, amount: float | None, detail: Detail, start: Start) -> str:
    """Say the whole answer: *7½ h*, *A little*, *2 coffees*; empty without one."""
    if amount is None:
        return ""
    chosen = (each.text for each in asked.choices if each.chosen)
    words = beside(factor, asked, amount, detail, start)
    return sentence(words or ", ".join(chosen) or worded.value(factor, amount))


def _exactly(factor: Factor, asked: Asked, amount: float, detail: Detail) -> str:
    if factor.id == "caffeine":
        return worded.caffeine(amount)
    if not amount:
        return ""
    if detail.preset or detail.effort is not None:
        return worded.say(factor, amount, detail)
    unsaid = len(asked.choices) > 1 and not any(each.chosen for each in asked.choices)
    if unsaid or detail.began is not None or asked.style in {Style.COUNTED, Style.EXERCISE}:
        return worded.value(factor, amount)
    return ""
