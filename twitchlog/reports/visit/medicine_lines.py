"""The medicines on the page: those taken now, those that ended, and doses above the usual one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from twitchlog.domain.medication import IntakeKind, say_amount
from twitchlog.domain.medicine_names import OTHER
from twitchlog.reports.visit.dates import Dates
from twitchlog.reports.visit.own_words import REST
from twitchlog.reports.visit.prose import Prose, kept, listed, prose
from twitchlog.reports.visit.summary import LEAST, RUN_ON, Block, Line, Table
from twitchlog.translation import _, inside, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.medication import Medication
    from twitchlog.domain.period import Period

ROWS: Final = 6
"""So many medicines keep a row each on a full page; more of them have a line each."""
GIVE_WAY: Final = 6
"""The step at which old medicines are counted; see `layout.steps`."""
OLD: Final = timedelta(days=183)
"""Medicines stopped so long before the period are counted on a full page, not named."""
BEFORE_ONSET: Final = timedelta(days=92)
_ABOVE: Final = 3


def block_of(
    heading: str,
    known: Sequence[Medication],
    others: Sequence[Line],
    period: Period,
    *,
    made: date,
    onset: date | None = None,
) -> Block:
    """Return the medicines as a table, those taken now first, with `others` under it.

    On a full page those that ended long before the period are counted, unless they were taken
    within three months before the `onset`, and many have a line each without a table; on the
    fullest only those taken in the period are named, at last one after the other.
    """
    ordered = _ordered(known, made)
    dates = Dates(period, made)
    above = _above(known, period, dates)
    lines = (*((Line(above),) if above else ()), *others)
    if not ordered:
        return Block(heading, lines)
    named = _of_the_period(ordered, period, made)
    kept_ones = [each for each in ordered if not _is_old(each, period, onset)]
    running = partial(_running, heading, lines, dates, made)
    ended = len(ordered) - len(named)
    least = replace(
        running(named, ended=ended),
        shorter=running(named, ended=ended, run_on=True),
        step=RUN_ON,
    )
    brief = replace(
        running(kept_ones, ended=len(ordered) - len(kept_ones)), shorter=least, step=LEAST
    )
    if len(kept_ones) <= ROWS:
        brief = replace(
            brief,
            lines=brief.lines[len(kept_ones) :],
            table=_table(kept_ones, dates, made) if kept_ones else None,
        )
    table = _table(ordered, dates, made)
    return Block(heading, lines, table=table, shorter=brief, step=GIVE_WAY)


def _running(
    heading: str,
    others: Sequence[Line],
    dates: Dates,
    made: date,
    named: Sequence[Medication],
    *,
    ended: int,
    run_on: bool = False,
) -> Block:
    """Return some medicines in a sentence each, those besides them counted.

    Each begins a line, or `run_on` one after the other.
    """
    pattern = ngettext(
        "{n} medicine that ended before ({rest}).",
        "{n} medicines that ended before ({rest}).",
        ended,
    )
    counted = (Line(prose(pattern, n=ended, rest=REST)),) if ended else ()
    said = tuple(Line(_in_a_sentence(each, dates, made)) for each in named)
    if run_on and said:
        said = (Line(Prose.joined(each.said for each in said)),)
    return Block(heading, (*said, *counted, *others))


def _ordered(known: Sequence[Medication], made: date) -> list[Medication]:
    """Return the medicines taken now as they come, then the others, the newest end first."""
    past = [each for each in known if each.is_past(made)]
    past.sort(key=lambda each: each.stopped.latest if each.stopped else made, reverse=True)
    return [*(each for each in known if not each.is_past(made)), *past]


def _of_the_period(ordered: Sequence[Medication], period: Period, made: date) -> list[Medication]:
    """Return those taken now, and of those stopped in the period as many as there are `ROWS`."""
    now = [each for each in ordered if not each.is_past(made)]
    stopped = [each for each in ordered if each.stopped and each.is_past(made)]
    since = [each for each in stopped if each.stopped and each.stopped.latest >= period.first]
    return [*now, *since[: max(ROWS - len(now), 0)]]


def _is_old(medicine: Medication, period: Period, onset: date | None) -> bool:
    """Tell whether it ended long before the period, and was not taken shortly before the onset."""
    if medicine.stopped is None or medicine.stopped.latest >= period.first - OLD:
        return False
    return not (onset and onset - BEFORE_ONSET <= medicine.stopped.latest <= onset + BEFORE_ONSET)


def _table(known: Sequence[Medication], dates: Dates, made: date) -> Table:
    head = (_("Medicine (class)"), _("Dose"), _("From, to"))
    return Table(head, tuple(_row(each, dates, made) for each in known))


def _row(medicine: Medication, dates: Dates, made: date) -> tuple[Prose, Prose, Prose]:
    named = prose("{name}{shown}", name=_name(medicine), shown=class_of(medicine))
    return named, prose("{dose}", dose=_dose(medicine, dates, made)), _span(medicine, dates)


def _in_a_sentence(medicine: Medication, dates: Dates, made: date) -> Prose:
    known = medicine.started or medicine.stopped
    when = _span(medicine, dates).plain if known else _("start not recorded")
    rest = ", ".join(filter(None, (_dose(medicine, dates, made), when)))
    return prose(
        _("**{name}**{shown}, {rest}."), name=_name(medicine), shown=class_of(medicine), rest=rest
    )


def _span(medicine: Medication, dates: Dates) -> Prose:
    """Say from when to when; `since 2012` and `until 12 Sep` where one end is open or unknown."""
    start, end = medicine.started, medicine.stopped
    if start and end:
        pattern = _("{first}–{last}")
    elif start:
        pattern = _("since {first}")
    elif end:
        pattern = _("until {last}")
    else:
        pattern = _("not recorded yet")
    if start and end:
        first, last = dates.ends(start, end)
    else:
        first, last = (dates.brief(known) if known else "" for known in (start, end))
    return prose(pattern, first=first, last=last)


def _dose(medicine: Medication, dates: Dates, made: date) -> str:
    """Say the dose as it is at last, and from when where it was another before.

    Of what is taken as needed, it is said on how many days of the period it was, where any is
    recorded.
    """
    dose = medicine.usual_on(made)
    said = " ".join(filter(None, (kept(dose.label), dose.often)))
    changes = [each for each in medicine.changes if each.since.earliest <= made]
    if changes and said:
        since = dates.brief(changes[-1].since)
        said = _("{dose} (from {day})").format(dose=said, day=since)
    return ", ".join(filter(None, (said, _days_taken(medicine, dates.period))))


def _days_taken(medicine: Medication, period: Period) -> str:
    """Say on how many days of the period it was taken as needed; empty where on none."""
    taken = {each.moment.day for each in medicine.intakes if each.kind is IntakeKind.NEEDED}
    days = sum(day in period for day in taken)
    if not days:
        return ""
    said = ngettext("taken on {n} day", "taken on {n} days", days)
    return kept(said.format(n=numeral(days)))


def _above(known: Sequence[Medication], period: Period, dates: Dates) -> Prose:
    """Say which recorded doses of the period were above the usual one, the newest first."""
    found = sorted(
        (
            (intake.moment, medicine, intake)
            for medicine in known
            for intake in medicine.intakes
            if intake.moment.day in period and medicine.more_than_usual(intake)
        ),
        key=lambda each: each[0],
        reverse=True,
    )
    if not found:
        return Prose()
    said = [
        _("{amount} of {name} on {day}").format(
            amount=kept(say_amount(intake.amount, medicine.usual_on(moment.day).unit)),
            name=_name(medicine),
            day=dates.say(moment.day),
        )
        for moment, medicine, intake in found[:_ABOVE]
    ]
    more = len(found) - len(said)
    if more:
        said.append(ngettext("{n} more time", "{n} more times", more).format(n=more))
    return prose(_("**Over the usual dose:** {doses}."), doses=listed(said))


def _name(medicine: Medication) -> str:
    return " ".join(medicine.name.split())


def class_of(medicine: Medication) -> str:
    """Return the class of a medicine in brackets behind a space; empty where its name says it."""
    label = medicine.medicine_class.label
    # “Magnesium (magnesium or supplement)” would say it twice.
    if medicine.kind == OTHER or _name(medicine).casefold() in label.casefold():
        return ""
    return _(" ({kind})").format(kind=inside(label))
