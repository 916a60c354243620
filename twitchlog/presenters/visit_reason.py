"""The card on Visit that names a reason to see a doctor: what was recorded, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.learn import card_for_sign, general
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.patterns.persistence import persistent
from twitchlog.reports.visit.dates import Dates, full
from twitchlog.reports.visit.prose import listed, prose
from twitchlog.reports.visit.symptoms import PERSISTENT
from twitchlog.reports.visit.told import say_where, told
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.reports.visit.summary import Answered
    from twitchlog.reports.visit.told import Told

URGENT: Final = frozenset({"breathing", "swallowing", "speaking"})


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to see a doctor: what was recorded and when, what to do, and the card to read.

    `key` names it where it is put away, until something more is recorded; it is empty where the
    card is to stay.
    """

    title: str
    text: str
    footnote: str
    card: str
    key: str = ""


def reason_of(visit: VisitFigures, answered: Answered, *, booked: str = "") -> Reason | None:
    """Return the reason to see a doctor, where a sign was recorded or one place keeps twitching.

    It says what was recorded and when, whether it is over, and never what it may be. `booked` is
    the day of the next visit in words.
    """
    reported = answered.signs.reported
    if not reported:
        return None
    dates = Dates(answered.period, answered.made)
    known = told(visit.symptoms)
    signs = [kind for kind in reported if kind != PERSISTENT]
    recorded = [
        _recorded([answer.day for answer in visit.symptoms if answer.kind == kind
                   and answer.present], known[kind], dates)
        for kind in signs
    ]  # fmt: skip
    if PERSISTENT in reported:
        recorded.append(_persistent(visit))
    there = {kind for kind in signs if known[kind].there}
    urgent = "weakness" in there and bool(there & URGENT)
    if urgent:
        advice = [_at_once(signs, there)]
    elif signs:
        advice = _contact(there, booked)
    else:
        advice = _worth_mentioning(booked)
    return Reason(
        title=_("A reason to see a doctor") if signs else _("Worth telling a doctor"),
        text=" ".join([*recorded, *advice]),
        footnote=general(),
        card="emergency" if urgent else card_for_sign(reported[0]).id,
        key="" if urgent else _key(reported, known, visit),
    )


def _at_once(signs: Sequence[str], there: Collection[str]) -> str:
    others = [inside(SYMPTOMS[kind].label) for kind in signs if kind in there and kind in URGENT]
    return _(
        "Weakness together with {others} should be seen at once. Please call for emergency "
        "care now."
    ).format(others=listed(others))


def _contact(there: set[str], booked: str) -> list[str]:
    """Say whom to see; where a visit is booked, that it is, and what not to wait for."""
    if not booked:
        said = [_("Please contact a health-care provider. It is at the top of your visit page.")]
    else:
        said = [_visit_is(booked)]
        if there:
            said.append(
                _("If it is new or gets worse, please contact a health-care provider before then.")
            )
    if there & (URGENT | {"weakness"}):
        said.append(
            _(
                "If weakness comes suddenly on one side, or with trouble breathing, swallowing or "
                "speaking, call for emergency care."
            )
        )
    return said


def _visit_is(day: str) -> str:
    return _("Your visit is on {day}; it is at the top of the page for it.").format(day=day)


def _worth_mentioning(booked: str) -> list[str]:
    """Say of twitching that stays, and of nothing else, what it is: mostly harmless."""
    said = [_("Most twitching is harmless, also where it lasts.")]
    if booked:
        said.append(_visit_is(booked))
    else:
        said.append(
            _(
                "That it lasts is a reason to contact a health-care provider. It is at the top of "
                "your visit page."
            )
        )
    return said


def _key(reported: Sequence[str], known: Mapping[str, Told], visit: VisitFigures) -> str:
    """Name what was recorded, so that a later answer *yes* brings the card back."""
    site = persistent(visit.last_logged).site or ""
    parts = [
        f"{kind}@{known[kind].last:%Y%m%d}" if kind in known else f"{kind}@{site}"
        for kind in reported
    ]
    return f"reason:{','.join(parts)}"


def _recorded(days: list[date], sign: Told, dates: Dates) -> str:
    name = inside(sign.label)
    if where := say_where(sign):
        name = _("{sign} ({where})").format(sign=name, where=where)
    assert sign.first is not None
    assert sign.last is not None
    on = dates.many(days)
    if on:
        said = prose(_("You recorded {sign} on {days}."), sign=name, days=on).plain
    else:
        said = prose(
            _("You recorded {sign} {n} times from {first} to {last}."),
            sign=name, n=sign.ever, first=dates.say(sign.first), last=dates.say(sign.last),
        ).plain  # fmt: skip
    if sign.there:
        return said
    asked = dates.say(sign.asked) if sign.asked.year == sign.last.year else full(sign.asked)
    gone = prose(_("Since then you answered no, last on {day}."), day=asked).plain
    return f"{said} {gone}"


def _persistent(visit: VisitFigures) -> str:
    found = persistent(visit.last_logged)
    assert found.site is not None
    return _("You recorded twitching in the {place} on {n} of the last {all} logged days.").format(
        place=site_or_unknown(found.site).label_lower, n=found.days, all=found.logged
    )
