"""What was found of each factor, as the rows of a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.presenters.trigger_hours import hours_group
from twitchlog.presenters.trigger_icons import icon_of
from twitchlog.presenters.trigger_page import (
    Asked,
    Found,
    Interval,
    Offer,
    TriggerGroup,
    TriggerRow,
    TriggersPage,
    unbroken,
)
from twitchlog.reports.charts.words import full_date, one_day
from twitchlog.reports.triggers import counting, words
from twitchlog.reports.triggers.daily import Why
from twitchlog.reports.triggers.estimating import FEWEST_DAYS
from twitchlog.reports.triggers.finder import look
from twitchlog.reports.triggers.fitted import LONGEST
from twitchlog.reports.triggers.hours import after_doses
from twitchlog.reports.triggers.judging import Verdict, per_step
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.finder import Column, Judged, LeftOut, Look
    from twitchlog.reports.triggers.hours import AfterDose

VERDICT_ICONS: Final = {
    Verdict.LINKED: "link-variant",
    Verdict.POSSIBLY: "help-circle-outline",
    Verdict.NO_LINK: "equal",
    Verdict.UNCLEAR: "tilde",
    Verdict.NOT_ENOUGH: "timer-sand-empty",
}
SUSPECT: Final = "suspect:"
"""Before the key of a row: the suspect may stand among all the others, too."""
NOT_LOOKED: Final = "eye-off-outline"


def tell(asked: Asked) -> Found:
    """Look at the days and say what was found, in groups of fixed order."""
    given = asked.given
    found = look(
        given.days,
        given.amounts,
        given.factors,
        switches=given.switches,
        choices=asked.choices,
        tried=asked.tried,
        whole=asked.whole,
    )
    after = after_doses(asked.hours, choices=asked.choices, tried=asked.tried)
    page = TriggersPage(
        summary=counting.summary(found, len(given.days)),
        explains=_explains(found, asked),
        groups=_groups(found, after, asked),
        nothing="" if found.looked_at or found.table.unseen else _nothing(found),
        offer=_offer(found, after, asked),
        suspect=asked.suspect.label if asked.suspect is not None else "",
        looked_at=_chosen(found),
        judged=bool(found.could_be_judged or any(each.found for each in after)),
    )
    return Found(asked, found, after, page)


def _groups(found: Look, after: Sequence[AfterDose], asked: Asked) -> tuple[TriggerGroup, ...]:
    groups = suspected(found, asked)
    groups += [
        TriggerGroup(_(name), VERDICT_ICONS[verdict], _of_all(len(rows), found), rows)
        for verdict, name in words.GROUPS.items()
        if (rows := _rows(verdict, found, asked))
    ]
    if after:
        groups.append(hours_group(after, asked))
    apart = [each for each in found.table.left_out if each.why is Why.SWITCHES]
    left = [_left(each, found, asked) for each in found.table.left_out if each not in apart]
    unseen = tuple(_unseen(each, asked) for each in found.table.unseen)
    if apart:
        rows = tuple(_left(each, found, asked) for each in apart)
        name = _("Medicines and treatments that cannot be judged")
        groups.append(TriggerGroup(name, NOT_LOOKED, _of_all(len(rows), found), rows))
    if left:
        count = _of_all(len(left), found)
        groups.append(TriggerGroup(_("Cannot be used"), NOT_LOOKED, count, tuple(left)))
    if unseen:
        groups.append(TriggerGroup(_("Left out by you"), NOT_LOOKED, "", unseen))
    return tuple(groups)


def suspected(found: Look, asked: Asked) -> list[TriggerGroup]:
    """Return the group of the suspect, which is tested alone; none without one."""
    named, factor = asked.choices.suspect, asked.suspect
    if named is None or factor is None or not asked.whole:
        return []
    left = next((each for each in found.table.left_out if each.column.factor == factor.id), None)
    if found.suspect is not None:
        row = _judged(found.suspect, found, asked)
        alone = _alone(found.suspect.since)
        row = replace(row, sentence=f"{row.sentence} {alone}")
    elif left is not None:
        row = _left(left, found, asked)
    else:
        return []
    row = replace(row, key=f"{SUSPECT}{row.key}")
    return [TriggerGroup(_("Your suspect"), "magnify", _("tested alone"), (row,))]


def _alone(since: date | None) -> str:
    if since is None:
        return _("You named it before you looked; it is tested alone.")
    return _("You named it after a first look; it is tested alone on the days after {day}.").format(
        day=full_date(since)
    )


def _offer(found: Look, after: Sequence[AfterDose], asked: Asked) -> Offer | None:
    """Tell whether to offer to name a suspect, as long as no verdict was ever seen."""
    choices = asked.choices
    if choices.suspect is not None or choices.first_looked is not None:
        return None
    judged = found.could_be_judged or any(each.found for each in after)
    return Offer.BEFORE if judged else Offer.EARLY


def _of_all(count: int, found: Look) -> str:
    return _("{n} of {all}").format(n=count, all=found.looked_at)


def _chosen(found: Look) -> str:
    """Say how many of the things that are recorded are looked at."""
    apart = len({column.factor for column in found.table.unseen})
    if apart:
        return _("{n} of the {all} things you record").format(
            n=found.things, all=found.things + apart
        )
    return ngettext("{n} thing you record", "All {n} things you record", found.things).format(
        n=found.things
    )


def _nothing(found: Look) -> str:
    needed = _("Check in each day. After about {n} logged days there is enough to compare.").format(
        n=FEWEST_DAYS
    )
    so_far, left = found.table.observed, FEWEST_DAYS - found.table.observed
    if not so_far or left <= 0:
        return needed
    more = ngettext("{n} more day is needed.", "{n} more days are needed.", left).format(n=left)
    return f"{needed} {more}"


def _explains(found: Look, asked: Asked) -> str:
    said = []
    if found.could_be_judged:
        said.append(_("Bars show the likely range; in the grey band there is little difference."))
    said.append(words.explains(found, whole=asked.whole))
    if asked.whole and len(asked.given.days) >= LONGEST:
        said.append(_("The last {n} days are looked at.").format(n=LONGEST))
    return " ".join(filter(None, said))


def _rows(verdict: Verdict, found: Look, asked: Asked) -> tuple[TriggerRow, ...]:
    """Return the rows of one verdict."""
    return tuple(_judged(each, found, asked) for each in found.group(verdict))


def _judged(judged: Judged, found: Look, asked: Asked) -> TriggerRow:
    observed = found.table.observed
    factor, verdict = asked.given.factors[judged.column.factor], judged.finding.verdict
    middle, low, high = per_step(judged.finding.factor)
    interval = None if verdict is Verdict.NOT_ENOUGH else Interval(low, middle, high)
    said = words.sentence(judged, factor)
    if judged.finding.factor.days < observed:
        said = f"{said} {words.recorded(judged, observed)}".strip()
    return _row(judged.column, factor, said, verdict, interval)


def _left(left: LeftOut, found: Look, asked: Asked) -> TriggerRow:
    factor = asked.given.factors[left.column.factor]
    until = one_day(left.until, today=asked.today) if left.until is not None else ""
    said = words.left_out(left, found.table.observed, until=until)
    return _row(left.column, factor, said, None, None)


def _unseen(column: Column, asked: Asked) -> TriggerRow:
    said = _("You left it out.")
    if asked.choices.first_looked is not None:
        said = _("You left it out. You have looked before, so it still counts.")
    return _row(column, asked.given.factors[column.factor], said, None, None)


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
        sentence=unbroken(sentence),
        verdict=verdict,
        interval=interval,
    )
