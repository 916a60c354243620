"""What is taken and tried, and what tests and conditions there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from twitchlog.reports.visit import averages, care_lines, medicine_lines, tried_lines
from twitchlog.reports.visit.dates import full
from twitchlog.reports.visit.prose import prose
from twitchlog.reports.visit.summary import Block, Line
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.condition import Condition
    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.domain.profile import Profile


def medicines(visit: VisitFigures, profile: Profile, *, made: date) -> Block:
    """Return the medicines, those in own words, the averages of the days, and what was tried."""
    figures, known = visit.figures, visit.medications
    lines: list[Line] = []
    if profile.no_medicines is not None and profile.takes_none(known, made):
        none = prose(
            _("**Medicines now:** none (own answer, {date})."), date=full(profile.no_medicines)
        )
        lines.append(Line(none))
    elif not known or profile.medicines.strip():
        lines.append(_own(_("Medicines"), profile.medicines))
    amounts = averages.line(figures)
    if visit.tried:
        lines += [amounts, tried_lines.line(visit.tried)]
    else:
        none = prose(_("**Tried so far:** not recorded yet."))
        lines.append(replace(amounts, said=amounts.said + none, shorter=amounts.shorter + none))
    noticed = profile.first_noticed
    return medicine_lines.block_of(
        _("Medicines and what is taken"),
        known,
        lines,
        figures.period,
        made=made,
        onset=noticed.earliest if noticed else figures.first_entry,
    )


def examined(
    profile: Profile,
    tests: Sequence[MedicalTest] = (),
    conditions: Sequence[Condition] = (),
    *,
    made: date,
) -> Block:
    """Return the tests and conditions recorded, each followed by those in the person's words."""
    heading = _("Tests and conditions")
    answered = care_lines.lines_of_conditions(conditions)
    if not (tests or answered or profile.tests.strip() or profile.conditions.strip()):
        said = prose(_("**Tests, conditions, family:** not recorded yet."))
        return Block(heading, (Line(said),))
    others = [] if tests and not profile.tests.strip() else [_own(_("Tests"), profile.tests)]
    others += answered
    if not answered or profile.conditions.strip():
        others.append(_own(_("Conditions, family"), profile.conditions))
    whole, brief = (
        Block(heading, (*care_lines.lines_of_tests(tests, made=made, counted=counted), *others))
        for counted in (False, True)
    )
    return replace(whole, shorter=brief, step=care_lines.TESTS_GIVE_WAY)


def _own(label: str, words: str) -> Line:
    """Return a labelled line of the user's own words, or *not recorded yet*."""
    if not words.strip():
        return Line(prose(_("**{label}:** not recorded yet."), label=label))
    return Line(prose(_("**{label}:**"), label=label), own_words=words.strip())
