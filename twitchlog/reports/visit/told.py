"""What the answers about one symptom amount to, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS, is_weekly
from twitchlog.reports.visit.dates import partial
from twitchlog.reports.visit.prose import kept, of, quoted
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.domain.profile import PartialDate
    from twitchlog.domain.symptom import Amount, SymptomAnswer

_STALE_DAYS: Final = 14
_WHERE_LIMIT: Final = 48
_MOST_SITES: Final = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What the answers about one symptom amount to; `first` and `last` are days it was there.

    `yes` of `answers` are those of the page's period, like all its other figures; `ever` is how
    often it was a yes in the whole diary. `where` and `words`, `since`, `amount` and `sites` are
    what was said of it last; `weekly` says that it is asked about once a week.
    """

    kind: str
    answers: int
    yes: int
    ever: int
    asked: date
    first: date | None
    last: date | None
    there: bool
    where: str
    words: str
    since: PartialDate | None
    amount: Amount | None
    sites: tuple[str, ...]
    weekly: bool

    @property
    def label(self) -> str:
        """The name of the symptom."""
        return SYMPTOMS[self.kind].label


def told(answers: Iterable[SymptomAnswer], since: date | None = None) -> dict[str, Told]:
    """Gather the answers of each known kind; of where and in which words, the newest count.

    Counted are those from the day `since` on; a sign of before stays, with its days.
    """
    by_kind: dict[str, list[SymptomAnswer]] = {}
    for answer in answers:
        by_kind.setdefault(answer.kind, []).append(answer)
    found = {}
    for kind in sorted(by_kind.keys() & SYMPTOMS.keys()):
        asked = sorted(by_kind[kind], key=attrgetter("day"))
        yes = [answer for answer in asked if answer.present]
        counted = [answer.present for answer in asked if since is None or answer.day >= since]
        found[kind] = Told(
            kind=kind,
            answers=len(counted),
            yes=sum(counted),
            ever=len(yes),
            asked=asked[-1].day,
            first=yes[0].day if yes else None,
            last=yes[-1].day if yes else None,
            there=asked[-1].present,
            where=next((answer.where for answer in reversed(yes) if answer.where), ""),
            words=next((answer.words for answer in reversed(yes) if answer.words), ""),
            since=next((answer.since for answer in reversed(yes) if answer.since), None),
            amount=next((answer.amount for answer in reversed(yes) if answer.amount), None),
            sites=next((answer.sites for answer in reversed(yes) if answer.sites), ()),
            weekly=is_weekly(answer.day for answer in asked),
        )
    return found


def answers_share(symptom: Told) -> str:
    """Return `yes in 2 of 3 answers`: what was asked now and then has answers below the line.

    Where it is asked once a week, that is said.
    """
    if not symptom.answers:
        return _("not asked in this period")
    pattern = (
        ngettext("yes in {part} weekly answer", "yes in {part} weekly answers", symptom.answers)
        if symptom.weekly
        else ngettext("yes in {part} answer", "yes in {part} answers", symptom.answers)
    )
    return pattern.format(part=of(symptom.yes, symptom.answers))


def stale(day: date, *, made: date) -> str:
    """Return ` (20 days ago)` for an answer of over two weeks ago, else nothing."""
    days = (made - day).days
    return " " + kept(_("({n} days ago)").format(n=days)) if days > _STALE_DAYS else ""


def say_where(symptom: Told) -> str:
    """Return the places by name, and what was said of where in quotation marks."""
    where = " ".join(symptom.where.split())
    if len(where) > _WHERE_LIMIT:
        where = where[:_WHERE_LIMIT].rstrip() + "…"
    named = [site_or_unknown(each).label_lower for each in symptom.sites[:_MOST_SITES]]
    more = len(symptom.sites) - len(named)
    if more > 0:
        named.append(ngettext("{n} more place", "{n} more places", more).format(n=more))
    return ", ".join((*named, *([quoted(where)] if where else [])))


def say_since(symptom: Told) -> str:
    """Return `since May 2026 as told` where the person said since when."""
    if symptom.since is None:
        return ""
    return _("since {date} as told").format(date=partial(symptom.since))


def say_amount(symptom: Told) -> str:
    """Return `how much: a little`, `some` or `a lot`; empty where it was not said."""
    if symptom.amount is None:
        return ""
    return _("how much: {word}").format(word=inside(symptom.amount.word))
