"""What is new since the last appointment: the row below the seven questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.switches import Turn
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.visit.dates import full
from twitchlog.reports.visit.prose import NOTHING, Prose, and_more, capital, of, prose
from twitchlog.reports.visit.summary import Since
from twitchlog.reports.visit.told import say_where, told
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.counts.switches import Switch
    from twitchlog.domain.figures import SinceVisit, VisitFigures

_GIVES_WAY: Final = 7
"""The step at which the row keeps its first sentence; see `layout.steps`."""
_MOST_NEW: Final = 4
_MOST_TURNS: Final = 4


def since_visit(visit: VisitFigures) -> Since | None:
    """Return the row; None where no earlier visit is recorded: it is not one of the seven."""
    known = visit.since_visit
    if known is None:
        return None
    days = _days(known)
    return Since(
        label=_("Since the visit on {date}").format(date=full(known.day)),
        said=Prose.joined([days, _new(visit, known), _turns(known.turns)]),
        shorter=days,
        step=_GIVES_WAY,
    )


def _days(known: SinceVisit) -> Prose:
    if not known.since.logged:
        return prose(_("**No day is logged since.**"))
    pattern = ngettext(
        "**Twitching on {share} logged day**{before}.",
        "**Twitching on {share} logged days**{before}.",
        known.since.logged,
    )
    before = ""
    if known.before is not None and known.before.logged:
        share = of(known.before.twitching, known.before.logged)
        before = _(", before it {share}").format(share=share)
    return prose(pattern, share=of(known.since.twitching, known.since.logged), before=before)


def _new(visit: VisitFigures, known: SinceVisit) -> Prose:
    """Name the symptoms and places that were not there before the visit."""
    named = [*new_symptoms(visit, known.day)]
    named += [site_or_unknown(site).label_lower for site in known.sites]
    more = len(named) - _MOST_NEW
    if more > 0:
        named = [*named[:_MOST_NEW], and_more(more)]
    return prose(_("New: {names}."), names=", ".join(named)) if named else NOTHING


def new_symptoms(visit: VisitFigures, day: date) -> tuple[str, ...]:
    """Return what was first reported from `day` on, having been answered no before.

    What nobody had asked before may have been there: it is not called new.
    """
    found = []
    for kind, symptom in told(visit.symptoms).items():
        if symptom.first is None or symptom.first < day:
            continue
        if any(each.kind == kind and each.day < day for each in visit.symptoms):
            where = say_where(symptom)
            name = inside(SYMPTOMS[kind].label)
            found.append((symptom.first, f"{name}, {where}" if where else name))
    return tuple(name for _first, name in sorted(found))


def _turns(turns: Sequence[Switch]) -> Prose:
    """Say what was started, stopped, changed, or tried and stopped again."""
    said: list[str] = []
    names = list(dict.fromkeys(turn.name for turn in turns))
    for name in names:
        kinds = [turn.turn for turn in turns if turn.name == name]
        if Turn.STARTED in kinds and kinds[-1] is Turn.STOPPED:
            pattern = _("{name} tried")
        elif kinds[-1] is Turn.STOPPED:
            pattern = _("{name} stopped")
        elif Turn.STARTED in kinds:
            pattern = _("{name} started")
        else:
            pattern = _("{name}: new dose")
        said.append(pattern.format(name=" ".join(name.split())))
    more = len(said) - _MOST_TURNS
    if more > 0:
        said = [*said[:_MOST_TURNS], and_more(more)]
    return prose("{turns}.", turns=capital(", ".join(said))) if said else NOTHING
