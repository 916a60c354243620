"""The evening card on Today: what stands without being asked, and the few questions of each day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.presenters import answers as said
from twitchlog.presenters.checkin_form import choices, label
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.domain.checkin import Start
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.checkin_values import Choice

UNDER_CHANGE: Final = frozenset({"caffeine", "exercise", "medicine"})
"""Habits that stand as yesterday; where there is no yesterday, the card stays short."""
_LABELS: Final = {"stress": mark("Stress today")}


@dataclass(frozen=True, slots=True)
class CardQuestion:
    """One question of the card, answered by a chip."""

    id: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class CheckinCard:
    """The check-in that is still to be done; `quiet` until the evening."""

    line: str
    quiet: bool
    questions: tuple[CardQuestion, ...]


def card(start: Start, factors: Sequence[Factor], *, quiet: bool) -> CheckinCard:
    """Return the card of a check-in that begins with `start`."""
    known = {each.id: each for each in factors}
    return CheckinCard(
        _standing(start, known, quiet=quiet), quiet=quiet, questions=_questions(start, factors)
    )


def _standing(start: Start, known: Mapping[str, Factor], *, quiet: bool) -> str:
    """Say what a tap on *Save* records without being asked; a quiet card has no *Change*."""
    sums = {name: start.logged[name].amount for name in known if name in start.logged}
    carried = ", ".join(said.amounts(start.carried, known))
    logged = ", ".join(said.amounts(sums, known))
    parts = []
    if carried:
        parts.append(_("As yesterday: {habits}.").format(habits=carried))
    if logged:
        parts.append(_("Logged today: {doses}.").format(doses=logged))
    if not parts and quiet:
        return _("Sleep, stress, coffee, exercise and more")
    return " ".join(parts) or _("Coffee, exercise and more are under Change.")


def _questions(start: Start, factors: Sequence[Factor]) -> tuple[CardQuestion, ...]:
    """Return what is always asked, does not stand already, and is answered by one tap."""
    asked = (
        each
        for each in factors
        if each.asked
        and not each.group
        and each.id not in UNDER_CHANGE
        and each.id not in start.amounts
    )
    found = ((each, choices(each)) for each in asked)
    return tuple(
        CardQuestion(each.id, _(_LABELS[each.id]) if each.id in _LABELS else label(each), offered)
        for each, offered in found
        if len(offered) > 1
    )
