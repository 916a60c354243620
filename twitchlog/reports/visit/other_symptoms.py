"""The seventh answer: what else was reported, what was answered no, and what was not asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.visit.answers import answer, not_recorded
from twitchlog.reports.visit.own_words import REST
from twitchlog.reports.visit.prose import Prose, and_more, prose
from twitchlog.reports.visit.symptoms import OTHERS, SIGNS, symptom_phrase
from twitchlog.reports.visit.told import told
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.visit.dates import Dates
    from twitchlog.reports.visit.summary import Answer
    from twitchlog.reports.visit.told import Told

_FEW_SYMPTOMS: Final = 4
_FEW_DENIED: Final = 6
_FEWEST: Final = 2


def other_symptoms(visit: VisitFigures, profile: Profile, dates: Dates, *, made: date) -> Answer:
    """Answer 7: what was reported, what was answered no, and what was not asked."""
    known = told(visit.symptoms, visit.figures.period.first)
    if not known:
        said = not_recorded()
        return answer(
            7, profile, said, short=_("Not recorded yet"), recorded=False, after_own=Prose()
        )
    sorted_out = _Sorted.of(known)
    if not (sorted_out.signs or sorted_out.reported):
        said = _none_reported(sorted_out, known)
        counts = _("None reported; {n} answered no").format(n=len(known))
        return answer(7, profile, said, short=counts, recorded=True, after_own=said)
    each = [symptom_phrase(symptom, dates, made=made) for symptom in sorted_out.reported]
    brief = [
        symptom_phrase(symptom, dates, made=made, brief=True)
        for symptom in sorted_out.reported[:_FEWEST]
    ]
    said = _whole(sorted_out, each)
    shorter, short = _shorter(sorted_out, each), _short(sorted_out)
    found = answer(7, profile, said, short=short, recorded=True, after_own=said, shorter=shorter)
    return replace(found, least=_least(sorted_out, brief))


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The symptoms by how they were answered: `signs` are told in the box, and only named here."""

    signs: list[str]
    reported: list[Told]
    denied: list[str]
    unasked: list[str]

    @classmethod
    def of(cls, known: Mapping[str, Told]) -> Self:
        """Sort what is known; of what was reported, what is still there comes first."""
        reported = [known[kind] for kind in OTHERS if kind in known and known[kind].ever]
        return cls(
            [SYMPTOMS[kind].label for kind in SIGNS if kind in known and known[kind].ever],
            sorted(reported, key=lambda symptom: not symptom.there),
            [
                inside(known[kind].label)
                for kind in OTHERS
                if kind in known and not known[kind].ever
            ],
            [inside(SYMPTOMS[kind].label) for kind in OTHERS if kind not in known],
        )

    @property
    def above(self) -> Prose:
        """The names of the signs, which stand above."""
        return _list(_("**{names}:** see above."), _in_a_row(self.signs))


def _none_reported(found: _Sorted, known: Mapping[str, Told]) -> Prose:
    signs = sum(kind in known for kind in SIGNS)
    denied = found.denied or [_("{n} signs above").format(n=signs)]
    return Prose.joined([prose(_("**None reported.**")), *_answered_no(denied, found.unasked)])


def _whole(found: _Sorted, each: Sequence[Prose]) -> Prose:
    return Prose.joined([found.above, *each, *_answered_no(found.denied, found.unasked)])


def _shorter(found: _Sorted, each: Sequence[Prose]) -> Prose:
    """Say the first of what was reported and denied, and count the rest."""
    denied = _few(found.denied, _FEW_DENIED)
    return Prose.joined(
        [
            found.above,
            *each[:_FEW_SYMPTOMS],
            _more(len(each) - _FEW_SYMPTOMS),
            *_answered_no(denied, found.unasked),
        ]
    )


def _least(found: _Sorted, brief: Sequence[Prose]) -> Prose:
    """Say the least that a full page has room for: two of each, and where the rest is."""
    signs, beyond = len(found.signs), len(found.reported) - _FEWEST
    counted = ngettext("**{n} sign:** see above.", "**{n} signs:** see above.", signs)
    rest = prose(_("Where and since when: {rest}."), rest=REST) if found.reported else Prose()
    denied, unasked = _few(found.denied, _FEWEST), _few(found.unasked, _FEWEST)
    return Prose.joined(
        [
            prose(counted, n=signs) if signs > _FEWEST else found.above,
            *brief,
            _more(beyond) if beyond > 0 else rest,
            *_answered_no(denied, unasked),
        ]
    )


def _short(found: _Sorted) -> str:
    """Name what is there and what is gone, for a card of the screen."""
    there = [symptom.label for symptom in found.reported if symptom.there]
    gone = [inside(symptom.label) for symptom in found.reported if not symptom.there]
    short = ", ".join(_in_a_row([*found.signs, *there]))
    if not gone:
        return short
    past = _("now gone: {names}").format(names=", ".join(gone))
    return f"{short}; {past}" if short else past[:1].upper() + past[1:]


def _answered_no(denied: Sequence[str], unasked: Sequence[str]) -> tuple[Prose, Prose]:
    return _list(_("Answered no: {names}."), denied), _list(_("Not asked yet: {names}."), unasked)


def _more(many: int) -> Prose:
    return prose(_("And {n} more ({rest})."), n=many, rest=REST) if many > 0 else Prose()


def _in_a_row(labels: Sequence[str]) -> list[str]:
    """Return labels as they are written one after the other: the first begins the sentence."""
    return [*labels[:1], *map(inside, labels[1:])]


def _list(pattern: str, names: Sequence[str]) -> Prose:
    return prose(pattern, names=", ".join(names)) if names else Prose()


def _few(names: Sequence[str], most: int) -> list[str]:
    more = len(names) - most
    if more <= 0:
        return list(names)
    return [*names[:most], and_more(more)]
