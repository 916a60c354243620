"""What was found of each factor, as the rows of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import Kind
from twitchlog.presenters.dose_page import ICONS as OF_DOSES
from twitchlog.presenters.trigger_page import (
    Asked,
    Found,
    Interval,
    Offer,
    TriggerGroup,
    TriggerRow,
    TriggersPage,
)
from twitchlog.reports.triggers import words
from twitchlog.reports.triggers.estimate import FEWEST_DAYS
from twitchlog.reports.triggers.finder import look
from twitchlog.reports.triggers.model import LONGEST
from twitchlog.reports.triggers.verdicts import Verdict, per_step
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.finder import Column, Judged, LeftOut, Look

ICONS: Final = OF_DOSES | {
    "sleep": "bed-outline",
    "sleep-quality": "bed-outline",
    "stress": "head-outline",
    "anxiety": "emoticon-neutral-outline",
    "meals-skipped": "food-off-outline",
    "screen-time": "monitor",
    "medicine": "pill",
    "stimulants": "pill",
    "magnesium": "medication-outline",
    "potassium": "medication-outline",
    "calcium": "medication-outline",
    "vitamin-d": "medication-outline",
    "vitamin-b12": "medication-outline",
    "illness": "thermometer",
    "cold": "snowflake",
}
OTHER: Final = "tune-variant"
VERDICT_ICONS: Final = {
    Verdict.LINKED: "link-variant",
    Verdict.POSSIBLY: "help-circle-outline",
    Verdict.NO_LINK: "equal",
    Verdict.UNCLEAR: "tilde",
    Verdict.NOT_ENOUGH: "timer-sand-empty",
}
NOT_LOOKED: Final = "eye-off-outline"


def tell(asked: Asked) -> Found:
    """Look at the days and say what was found, in groups of fixed order."""
    given = asked.given
    found = look(given.days, given.amounts, given.factors)
    suspect = asked.choices.suspect
    page = TriggersPage(
        summary=_summary(found, asked),
        explains=_explains(found, asked),
        groups=_groups(found, asked),
        nothing="" if found.looked_at else _nothing(found),
        offer=_offer(found, asked),
        suspect=given.factors[suspect.factor].label
        if suspect is not None and suspect.factor in given.factors
        else "",
        looked_at=_("{n} of the {all} things you record").format(
            n=len(set(given.factors) - asked.choices.left_out), all=len(given.factors)
        ),
        judged=bool(found.could_be_judged),
    )
    return Found(asked, found, page)


def icon_of(factor: Factor) -> str:
    """Return the name of the icon of a factor."""
    return ICONS.get(factor.id, "pill" if factor.kind is Kind.YES_NO and not factor.own else OTHER)


def _groups(found: Look, asked: Asked) -> tuple[TriggerGroup, ...]:
    groups = [
        TriggerGroup(_(name), VERDICT_ICONS[verdict], _of_all(len(rows), found), rows)
        for verdict, name in words.GROUPS.items()
        if (rows := _rows(verdict, found, asked))
    ]
    if found.table.left_out:
        left = tuple(_left(each, found, asked) for each in found.table.left_out)
        groups.append(TriggerGroup(_("Left out"), NOT_LOOKED, _of_all(len(left), found), left))
    return tuple(groups)


def _offer(found: Look, asked: Asked) -> Offer | None:
    """Tell whether to offer to name a suspect, as long as no verdict was ever seen."""
    choices = asked.choices
    if choices.suspect is not None or choices.first_looked is not None:
        return None
    return Offer.BEFORE if found.could_be_judged else Offer.EARLY


def _of_all(count: int, found: Look) -> str:
    return _("{n} of {all}").format(n=count, all=found.looked_at)


def _nothing(found: Look) -> str:
    needed = _(
        "What you record of a day, such as sleep, stress or caffeine, is compared with how much it "
        "twitches. That takes about {n} logged days."
    ).format(n=FEWEST_DAYS)
    if not found.table.observed:
        return needed
    so_far = ngettext("You have {n} so far.", "You have {n} so far.", found.table.observed).format(
        n=found.table.observed
    )
    return f"{needed} {so_far}"


def _summary(found: Look, asked: Asked) -> str:
    """Say on how many days it rests, and how many things were looked at and could be judged."""
    days = ngettext(
        "{logged} of {n} day logged.", "{logged} of {n} days logged.", len(asked.given.days)
    ).format(logged=f"{found.table.observed:,}", n=f"{len(asked.given.days):,}")
    looked = ngettext(
        "{n} thing looked at, {judged} could be judged.",
        "{n} things looked at, {judged} could be judged.",
        found.looked_at,
    ).format(n=found.looked_at, judged=found.could_be_judged)
    return f"{days} {looked}"


def _explains(found: Look, asked: Asked) -> str:
    said = []
    if found.could_be_judged:
        said.append(_("Bars show the likely range; the band means about the same."))
    elif found.table.observed < FEWEST_DAYS:
        said.append(_more_days(FEWEST_DAYS - found.table.observed))
    if not asked.whole:
        said.append(
            _(
                "These are not all your days. Each choice of days is a further look, and the more "
                "looks, the more easily something seems linked by chance. Trust what all days say."
            )
        )
    elif len(asked.given.days) >= LONGEST:
        said.append(_("The last {n} days are looked at.").format(n=LONGEST))
    return " ".join(said)


def _more_days(more: int) -> str:
    return ngettext(
        "About {n} more logged day is needed.", "About {n} more logged days are needed.", more
    ).format(n=more)


def _rows(verdict: Verdict, found: Look, asked: Asked) -> tuple[TriggerRow, ...]:
    """Return the rows of one verdict."""
    return tuple(_judged(each, asked) for each in found.group(verdict))


def _judged(judged: Judged, asked: Asked) -> TriggerRow:
    factor, verdict = asked.given.factors[judged.column.factor], judged.finding.verdict
    middle, low, high = per_step(judged.finding.factor)
    interval = None if verdict is Verdict.NOT_ENOUGH else Interval(low, middle, high)
    return _row(judged.column, factor, words.sentence(judged, factor), verdict, interval)


def _left(left: LeftOut, found: Look, asked: Asked) -> TriggerRow:
    factor = asked.given.factors[left.column.factor]
    return _row(left.column, factor, words.left_out(left, found.table.observed), None, None)


def _row(
    column: Column,
    factor: Factor,
    sentence: str,
    verdict: Verdict | None,
    interval: Interval | None,
) -> TriggerRow:
    return TriggerRow(
        key=column.name,
        factor=factor.id,
        icon=icon_of(factor),
        label=factor.label,
        step=words.step(column, factor),
        # A number and its sign never stand on two lines.
        sentence=sentence.replace(" %", "\N{NO-BREAK SPACE}%"),
        verdict=verdict,
        interval=interval,
    )
