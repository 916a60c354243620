"""The medicines on the page: those taken now, those stopped, and doses above the usual one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.medication import say_amount
from twitchlog.domain.medicine_names import OTHER
from twitchlog.reports.visit.dates import Dates, partial
from twitchlog.reports.visit.prose import Prose, kept, listed, lower, prose
from twitchlog.reports.visit.summary import Line
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.medication import Medication
    from twitchlog.domain.period import Period

ROWS: Final = 6
"""So many medicines get a line each; more of them run on, so that they take less room."""
OLD: Final = timedelta(days=183)
"""Medicines stopped so long before the period are counted, not named."""
_ABOVE: Final = 3


def lines(known: Sequence[Medication], period: Period, *, made: date) -> tuple[Line, ...]:
    """Return what is printed of the medicines: none taken now is left out, old ones are counted."""
    now = [each for each in known if not each.is_past(made)]
    past = [each for each in known if each.is_past(made)]
    said = [(_taken(each, made), _taken(each, made, brief=True)) for each in now]
    if len(said) > ROWS:
        whole, brief = zip(*said, strict=True)
        printed = [Line(Prose.joined(whole), Prose.joined(brief))]
    else:
        printed = [Line(whole, brief) for whole, brief in said]
    if past:
        printed.append(_stopped(past, period, made))
    above = _above(known, period)
    return (*printed, Line(above)) if above else tuple(printed)


def _taken(medicine: Medication, made: date, *, brief: bool = False) -> Prose:
    """Say one medicine: name, class, dose and since when; in brief nothing besides."""
    parts = [_dose(medicine, made)]
    if medicine.started is not None:
        ahead = medicine.started.earliest > made
        begun = _("from {day}") if ahead else _("since {day}")
        parts.append(begun.format(day=partial(medicine.started)))
    changes = [each for each in medicine.changes if each.since.earliest <= made]
    if changes and not brief:
        parts.append(_("this dose since {day}").format(day=partial(changes[-1].since)))
    if medicine.treats and not brief:
        parts.append(_("for the twitching"))
    rest = ", ".join(filter(None, parts))
    shown = _class(medicine)
    if not rest:
        return prose(_("**{name}**{shown}."), name=_name(medicine), shown=shown)
    return prose(_("**{name}**{shown}, {rest}."), name=_name(medicine), shown=shown, rest=rest)


def _stopped(past: Sequence[Medication], period: Period, made: date) -> Line:
    """Say which medicines were stopped, the last one first."""
    recent = [each for each in past if each.stopped and each.stopped.latest >= period.first - OLD]
    older = len(past) - len(recent)
    named = [_ended(each, made, brief=False) for each in recent]
    brief = [_ended(each, made, brief=True) for each in recent]
    if older:
        count = ngettext("{n} stopped before", "{n} stopped before", older).format(n=older)
        named.append(count)
        brief.append(count)
    pattern = _("**Stopped:** {medicines}.")
    return Line(
        prose(pattern, medicines="; ".join(named)), prose(pattern, medicines="; ".join(brief))
    )


def _ended(medicine: Medication, made: date, *, brief: bool) -> str:
    assert medicine.stopped is not None
    end = partial(medicine.stopped)
    span = (
        _("{first} to {last}").format(first=partial(medicine.started), last=end)
        if medicine.started
        else _("until {last}").format(last=end)
    )
    dose = "" if brief else _dose(medicine, made)
    return ", ".join(filter(None, (_name(medicine) + _class(medicine), dose, span)))


def _above(known: Sequence[Medication], period: Period) -> Prose:
    """Say which recorded doses of the period were above the usual one, the newest first."""
    dates = Dates(period)
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


def _class(medicine: Medication) -> str:
    if medicine.kind == OTHER:
        return ""
    return _(" ({kind})").format(kind=lower(medicine.medicine_class.label))


def _dose(medicine: Medication, made: date) -> str:
    dose = medicine.usual_on(made)
    return " ".join(filter(None, (kept(dose.label), dose.often)))
