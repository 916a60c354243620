"""The answers that only the person can give: pregnancy, and other symptoms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain.profile import Pregnant
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.visit.answers import answer, not_recorded
from twitchlog.reports.visit.dates import full, weeks_ago
from twitchlog.reports.visit.own_words import REST
from twitchlog.reports.visit.prose import Prose, and_more, kept, prose
from twitchlog.reports.visit.symptoms import OTHERS, SIGNS, symptom_phrase
from twitchlog.reports.visit.told import told
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.profile import Pregnancy, Profile
    from twitchlog.reports.visit.dates import Dates
    from twitchlog.reports.visit.summary import Answer

_OLD_WEEKS: Final = 8
_TERM_WEEKS: Final = 40
_LATEST_WEEKS: Final = 43
_FEW_SYMPTOMS: Final = 4
_FEW_DENIED: Final = 6
_FEWEST: Final = 2


def pregnant(profile: Profile, *, made: date) -> Answer:
    """Answer 6 from the person's own answer alone; never inferred."""
    own = profile.pregnancy
    if own is None:
        said = not_recorded()
        return answer(
            6, profile, said, short=_("Not recorded yet"), recorded=False, after_own=Prose()
        )
    given = _given(own, made)
    if own.answer is Pregnant.YES:
        said = _yes(own, profile.visit.day, given, made)
    else:
        pattern = {
            Pregnant.NO: _("**No** ({given})."),
            Pregnant.NOT_APPLICABLE: _("**Not applicable** ({given})."),
            Pregnant.RATHER_NOT_SAY: _("**Rather not say.**"),
        }[own.answer]
        said = prose(pattern, given=given)
    short = said.plain.removesuffix(".")
    return answer(6, profile, said, short=short, recorded=True, after_own=said)


def _given(own: Pregnancy, made: date) -> str:
    weeks = (made - own.answered).days // 7
    age = f", {weeks_ago(weeks)}" if weeks >= _OLD_WEEKS else ""
    return _("own answer, {date}{age}").format(date=full(own.answered), age=age)


def _yes(own: Pregnancy, visit: date | None, given: str, made: date) -> Prose:
    """Say *yes* with the due date or the weeks, and the weeks on the day of the visit."""
    day = visit or made
    if own.due is not None:
        weeks = _TERM_WEEKS - -(-(own.due - day).days // 7)
        then = _weeks_then(weeks, visit, made)
        return prose(
            _("**Yes**, due {due}{then} ({given})."), due=full(own.due), then=then, given=given
        )
    if own.weeks is not None:
        weeks = own.weeks + (day - own.answered).days // 7
        then = _weeks_then(weeks, visit, made) if weeks != own.weeks else ""
        return prose(
            _("**Yes**, {weeks} on {date}{then}."),
            weeks=_weeks(own.weeks),
            date=full(own.answered),
            then=then,
        )
    return prose(_("**Yes** ({given})."), given=given)


def _weeks_then(weeks: int, visit: date | None, made: date) -> str:
    """Return the weeks of pregnancy on the visit day; nothing once that cannot be right."""
    if not 0 < weeks <= _LATEST_WEEKS:
        return ""
    if visit is None:
        return _(", {weeks} on {date}").format(weeks=_weeks(weeks), date=full(made))
    return _(", {weeks} on the visit day").format(weeks=_weeks(weeks))


def _weeks(weeks: int) -> str:
    return kept(ngettext("{n} week", "{n} weeks", weeks).format(n=weeks))


def other_symptoms(visit: VisitFigures, profile: Profile, dates: Dates, *, made: date) -> Answer:
    """Answer 7: what was reported, what was answered no, and what was not asked."""
    known = told(visit.symptoms, visit.figures.period.first)
    if not known:
        said = not_recorded()
        return answer(
            7, profile, said, short=_("Not recorded yet"), recorded=False, after_own=Prose()
        )
    signs = [SYMPTOMS[kind].label for kind in SIGNS if kind in known and known[kind].ever]
    above = (
        prose(_("**{names}:** see above."), names=", ".join([*signs[:1], *map(inside, signs[1:])]))
        if signs
        else Prose()
    )
    reported = [known[kind] for kind in OTHERS if kind in known and known[kind].ever]
    reported.sort(key=lambda symptom: not symptom.there)
    each = [symptom_phrase(symptom, dates, made=made) for symptom in reported]
    denied = [inside(known[k].label) for k in OTHERS if k in known and not known[k].ever]
    unasked = [inside(SYMPTOMS[kind].label) for kind in OTHERS if kind not in known]
    if not (above or each):
        denied_signs = [inside(known[kind].label) for kind in SIGNS if kind in known]
        none = prose(_("**None reported.**"))
        denied_all = denied or [_("{n} signs above").format(n=len(denied_signs))]
        said = Prose.joined([none, _list(_("Answered no: {names}."), denied_all),
                             _list(_("Not asked yet: {names}."), unasked)])  # fmt: skip
        counts = _("None reported; {n} answered no").format(n=len(known))
        return answer(7, profile, said, short=counts, recorded=True, after_own=said)
    said = Prose.joined(
        [
            above, *each,
            _list(_("Answered no: {names}."), denied), _list(_("Not asked yet: {names}."), unasked),
        ]
    )  # fmt: skip
    more = len(each) - _FEW_SYMPTOMS
    shorter = Prose.joined(
        [
            above, *each[:_FEW_SYMPTOMS],
            prose(_("And {n} more ({rest})."), n=more, rest=REST) if more > 0 else Prose(),
            _list(_("Answered no: {names}."), _few(denied)),
            _list(_("Not asked yet: {names}."), unasked),
        ]
    )  # fmt: skip
    beyond = len(reported) - _FEWEST
    counted = ngettext("**{n} sign:** see above.", "**{n} signs:** see above.", len(signs))
    least = Prose.joined(
        [
            prose(counted, n=len(signs)) if len(signs) > _FEWEST else above,
            *(symptom_phrase(each, dates, made=made, brief=True) for each in reported[:_FEWEST]),
            prose(_("And {n} more ({rest})."), n=beyond, rest=REST)
            if beyond > 0
            else prose(_("Where and since when: {rest}."), rest=REST)
            if reported
            else Prose(),
            _list(_("Answered no: {names}."), _few(denied, _FEWEST)),
            _list(_("Not asked yet: {names}."), _few(unasked, _FEWEST)),
        ]
    )
    names = [*signs, *(symptom.label for symptom in reported if symptom.there)]
    gone = [symptom.label for symptom in reported if not symptom.there]
    short = ", ".join([names[0], *map(inside, names[1:])]) if names else ""
    if gone:
        past = _("now gone: {names}").format(names=", ".join(map(inside, gone)))
        short = f"{short}; {past}" if short else past[:1].upper() + past[1:]
    found = answer(7, profile, said, short=short, recorded=True, after_own=said, shorter=shorter)
    return replace(found, least=least)


def _list(pattern: str, names: Sequence[str]) -> Prose:
    return prose(pattern, names=", ".join(names)) if names else Prose()


def _few(names: Sequence[str], most: int = _FEW_DENIED) -> list[str]:
    more = len(names) - most
    if more <= 0:
        return list(names)
    return [*names[:most], and_more(more)]
