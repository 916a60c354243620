"""What to do about a sign that was answered with yes: said calmly, once for each spell of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from twitchlog.domain.profile import PartialDate
    from twitchlog.domain.symptom import Said, SymptomAnswer

    SayDate = Callable[[PartialDate], str]

_URGENT: Final = frozenset({"speaking", "swallowing", "breathing"})
_OWN_CARD: Final = frozenset({"weakness", "muscle-loss", "feeling"})


@dataclass(frozen=True, slots=True)
class Advice:
    """The notice in words; `card` is the id of the card of Learn that says more."""

    title: str
    recorded: str
    todo: tuple[str, ...]
    footnote: str
    card: str


def advice(
    latest: Mapping[str, SymptomAnswer], kinds: Collection[str], say_date: SayDate
) -> Advice | None:
    """Return the advice on the signs `kinds` that are there now; None for none of them.

    `latest` are the newest answers by kind; `say_date` says since when. It names no disease.
    """
    there = [kind for kind in SYMPTOMS if kind in kinds and kind in latest and latest[kind].present]
    if not there:
        return None
    told = "; ".join(say_answer(latest[kind], say_date) for kind in there)
    contact = _(
        "Contact a health-care provider and say what you recorded. It stands at the top of your "
        "page in Visit."
    )
    emergency = _(
        "Call for emergency care if new weakness comes with trouble breathing, swallowing or "
        "speaking, or if one side of your face or body is suddenly weak."
    )
    now = {kind for kind, answer in latest.items() if answer.present}
    first = "weakness" in now and now & _URGENT
    return Advice(
        title=_("A reason to see a doctor"),
        recorded=_("You recorded {what}.").format(what=told),
        todo=(emergency, contact) if first else (contact, emergency),
        footnote=_("This is general information, not a diagnosis."),
        card=_card(there),
    )


def say_answer(answer: SymptomAnswer, say_date: SayDate) -> str:
    """Say a symptom that is there: *weakness (left foot, since May 2026, a little)*."""
    name = inside(SYMPTOMS[answer.kind].label)
    details = say_details(answer.said, say_date)
    return _("{symptom} ({details})").format(symptom=name, details=details) if details else name


def say_details(said: Said, say_date: SayDate) -> str:
    """Say where, since when and how much: *left foot, since May 2026, a little*."""
    parts = [site_or_unknown(each).label_lower for each in said.sites]
    parts.append(said.where)
    if said.since is not None:
        parts.append(_("since {date}").format(date=say_date(said.since)))
    if said.amount is not None:
        parts.append(inside(said.amount.word))
    return ", ".join(part for part in parts if part)


def _card(kinds: Collection[str]) -> str:
    if _URGENT & set(kinds):
        return "emergency"
    (only, *more) = kinds
    return only if not more and only in _OWN_CARD else "contact"
