"""How a check-in is said in one line: *Slept 6½ h · 2 coffees · a little stress*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.answer_words import say, supplements
from twitchlog.domain.checkin import Detail
from twitchlog.domain.factor import SUPPLEMENTS, factor_or_unknown
from twitchlog.presenters.words import joined, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.domain.checkin import Checkin
    from twitchlog.domain.factor import Factor


def amounts(
    values: Mapping[str, float],
    factors: Mapping[str, Factor] | None = None,
    details: Mapping[str, Detail] | None = None,
) -> tuple[str, ...]:
    """Say answers in their order, each inside a sentence: *slept 6½ h*, *2 coffees*.

    `factors` are needed for the person's own. Supplements are said together where the first stands.
    """
    known = {name: (factors or {}).get(name) or factor_or_unknown(name) for name in values}
    together = {name for name, each in known.items() if each.group == SUPPLEMENTS}
    said: list[str] = []
    for name, amount in values.items():
        if name not in together:
            said.append(say(known[name], amount, (details or {}).get(name, Detail())))
        elif name == next(each for each in values if each in together):
            said.append(supplements([known[each] for each in values
                                      if each in together and values[each]]))  # fmt: skip
    return tuple(said)


def checkin(answers: Checkin) -> str:
    """Say a check-in in one line: *Slept 6½ h · 2 coffees · a little stress*."""
    said = amounts(answers.amounts, answers.factors, answers.details)
    typed = (" ".join(text.split()) for text in (answers.diet, answers.note))
    return sentence(joined((*said, *typed)))
