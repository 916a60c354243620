"""What was answered about other symptoms: the box of signs, and question 7."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import PERSISTENT_DAYS, PERSISTENT_WINDOW, SYMPTOMS
from twitchlog.reports.patterns.persistence import Persistence, persistent
from twitchlog.reports.visit.dates import full
from twitchlog.reports.visit.prose import Prose, kept, listed, prose
from twitchlog.reports.visit.summary import LEAST, Line, Signs
from twitchlog.reports.visit.told import (
    answers_share,
    say_amount,
    say_since,
    say_where,
    stale,
    told,
)
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.reports.patterns.persistence import Persistent
    from twitchlog.reports.visit.dates import Dates
    from twitchlog.reports.visit.told import Told

PERSISTENT: Final = "persistent"
SIGNS: Final = tuple(kind.id for kind in SYMPTOMS.values() if kind.sign)
OTHERS: Final = tuple(kind.id for kind in SYMPTOMS.values() if not kind.sign)
_URGENT: Final = ("breathing", "swallowing", "speaking")
_TOGETHER_DAYS: Final = 7


def signs(visit: VisitFigures, dates: Dates, *, made: date) -> Signs:
    """Return the box: reported, answered no, not found, open, always in that order."""
    first = visit.figures.period.first
    known = told(visit.symptoms, first)
    reported = [known[kind] for kind in SIGNS if kind in known and known[kind].ever]
    denied = [known[kind] for kind in SIGNS if kind in known and not known[kind].ever]
    unasked = [SYMPTOMS[kind].label for kind in SIGNS if kind not in known]
    found = persistent(visit.last_logged)
    verdict, counted = found.verdict, _persistent(found)

    entries: list[tuple[tuple[bool, bool, int], str, Line]] = [
        (_rank(sign), sign.kind, _reported(sign, dates, first, made=made)) for sign in reported
    ]
    if verdict is Persistence.FOUND:
        entries.append(((True, False, len(SIGNS)), PERSISTENT, counted))
    entries.sort(key=lambda entry: entry[0])

    rows = []
    if entries:
        lines = (*_together(reported, dates), *(line for _rank_, _kind, line in entries))
        rows.append((_("Reported"), lines))
    if denied:
        rows.append((_("Answered no"), _denied(denied, made=made)))
    if verdict is Persistence.NOT_FOUND:
        rows.append((_("Not found"), (counted,)))
    if unasked:
        rows.append((_("Not asked yet"), (Line(prose("{all}", all=_sentence(unasked))),)))
    if verdict is Persistence.TOO_EARLY:
        rows.append((_("Too early"), (counted,)))
    heading = _heading(
        reported=len(entries),
        denied=len(denied),
        not_found=int(verdict is Persistence.NOT_FOUND),
        unasked=len(unasked) + int(verdict is Persistence.TOO_EARLY),
    )
    return Signs(heading, tuple(rows), tuple(kind for _rank_, kind, _line in entries))


def symptom_phrase(symptom: Told, dates: Dates, *, made: date, brief: bool = False) -> Prose:
    """Say a symptom that was reported, as question 7 does; in brief how often and till when."""
    assert symptom.first is not None
    assert symptom.last is not None
    whole = [
        say_where(symptom),
        say_since(symptom) or _("since {date}").format(date=dates.say(symptom.first)),
        say_amount(symptom),
    ]
    share = answers_share(replace(symptom, weekly=symptom.weekly and not brief))
    parts = [*([] if brief else whole), share, _state(symptom, dates, made=made)]
    return prose("**{name}**, {rest}.", name=symptom.label, rest=_joined(parts))


def _persistent(found: Persistent) -> Line:
    """Say on how many of the last 21 logged days the same place was named."""
    where = site_or_unknown(found.site).label_lower if found.site else ""
    share = kept(_("{part} of the last {whole}").format(part=found.days, whole=found.logged))
    if found.verdict is Persistence.FOUND:
        pattern = _(
            "**Persistent twitching:** {where}, on {share} logged days"
            " (persistent: {limit} or more)."
        )
    elif found.verdict is Persistence.TOO_EARLY:
        pattern = _("Persistent twitching: can be told from {need} logged days; {so_far} so far.")
    elif found.site:
        pattern = _(
            "Persistent twitching: {where}, on {share} logged days (persistent: {limit} or more)."
        )
    else:
        pattern = _("Persistent twitching: none on the last {need} logged days.")
    return Line(
        prose(
            pattern,
            where=where,
            share=share,
            limit=PERSISTENT_DAYS,
            need=PERSISTENT_WINDOW,
            so_far=found.logged,
        )
    )


def _rank(sign: Told) -> tuple[bool, bool, int]:
    """Order what is reported: breathing, swallowing, speaking first; still there before gone."""
    urgent = sign.kind in _URGENT
    place = _URGENT.index(sign.kind) if urgent else SIGNS.index(sign.kind)
    return (not urgent, not sign.there, place)


def _reported(sign: Told, dates: Dates, since: date, *, made: date) -> Line:
    """Say a sign with its share of the answers from `since` on, and its days, also of before."""
    assert sign.first is not None
    assert sign.last is not None
    if sign.last < since and sign.ever == 1:
        when = _("before this period on {date}").format(date=full(sign.last))
    elif sign.last < since:
        when = _("before this period {days}").format(days=dates.span(sign.first, sign.last))
    elif sign.ever == 1:
        when = _("on {date}").format(date=full(sign.first))
    elif not sign.there:
        when = dates.span(sign.first, sign.last)
    else:
        when = _("first {first}, last {last}").format(
            first=dates.say(sign.first), last=full(sign.last)
        )
    state = kept(_("still there") if sign.there else _("now gone"))
    text = _joined([say_where(sign), say_since(sign), say_amount(sign), answers_share(sign), when])
    asked = stale(sign.asked, made=made)
    said = prose(
        "**{name}:** {text}; {state}{asked}.", name=sign.label, text=text, state=state, asked=asked
    )
    return Line(said, _least(sign, state + asked), sign.words, step=LEAST)


def _least(sign: Told, state: str) -> Prose:
    """Say a sign on the fullest page: its share and last day; the box says where the rest is."""
    assert sign.last is not None
    return prose(
        _("**{name}:** {share}, last {date}; {state}."),
        name=sign.label,
        share=answers_share(replace(sign, weekly=False)),
        date=full(sign.last),
        state=state,
    )


def _state(symptom: Told, dates: Dates, *, made: date) -> str:
    assert symptom.last is not None
    if symptom.there:
        return kept(_("still there")) + stale(symptom.asked, made=made)
    return kept(_("now gone")) + " " + _("(last {date})").format(date=dates.say(symptom.last))


def _together(reported: Sequence[Told], dates: Dates) -> tuple[Line, ...]:
    """Return the line on weakness and other signs that began within 7 days of it."""
    weak = next((sign for sign in reported if sign.kind == "weakness"), None)
    if weak is None or weak.first is None:
        return ()
    near = [
        sign
        for sign in reported
        if sign is not weak and sign.first and abs((sign.first - weak.first).days) <= _TOGETHER_DAYS
    ]
    if not near:
        return ()
    names = listed([inside(sign.label) for sign in (weak, *near)])
    days = sorted({sign.first for sign in (weak, *near) if sign.first})
    shown = listed([*(dates.beside(day, days[-1]) for day in days[:-1]), full(days[-1])])
    pattern = _("**Reported together: {names}, first on {days}.**")
    return (Line(prose(pattern, names=names, days=shown)),)


def _denied(denied: Sequence[Told], *, made: date) -> tuple[Line, ...]:
    newest = max(sign.asked for sign in denied)
    names = [
        sign.label + (stale(sign.asked, made=made) if sign.asked != newest else "")
        for sign in denied
    ]
    count = max(sign.answers for sign in denied)
    said = ngettext("{n} answer, on {date}{ago}.", "{n} answers, the last on {date}{ago}.", count)
    if not count:
        said = _("Not asked in this period; last on {date}{ago}.")
    elif all(sign.weekly for sign in denied):
        said = _("Asked once a week: {n} answers, the last on {date}{ago}.")
    ago = stale(newest, made=made)
    return (
        Line(prose("{all}", all=_sentence(names))),
        Line(prose("{said}", said=said.format(n=count, date=full(newest), ago=ago))),
    )


def _heading(*, reported: int, denied: int, not_found: int, unasked: int) -> str:
    if not (reported or denied or not_found):
        return _("Signs to check first: not recorded yet")
    parts = [_("{n} reported").format(n=reported) if reported else _("none reported")]
    if denied:
        parts.append(_("{n} answered no").format(n=denied))
    if not_found:
        parts.append(_("{n} not found").format(n=not_found))
    if unasked:
        parts.append(_("{n} open").format(n=unasked))
    return _("Signs to check first: {counts}").format(counts=", ".join(parts))


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _sentence(names: Sequence[str]) -> str:
    """Return `Weakness · loss of muscle size.`."""
    return " · ".join([names[0], *(inside(name) for name in names[1:])]) + "."
