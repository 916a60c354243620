"""The recorded tests and conditions on the page; a range is the laboratory's own, or none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain.condition import GROUPS
from twitchlog.domain.medical_test import OTHER, TEST_KINDS
from twitchlog.reports.visit.dates import full, partial
from twitchlog.reports.visit.own_words import REST
from twitchlog.reports.visit.prose import Prose, Run, capital, kept, prose
from twitchlog.reports.visit.summary import Line
from twitchlog.translation import _, inside, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from twitchlog.domain.condition import Condition
    from twitchlog.domain.measure import Measure
    from twitchlog.domain.medical_test import MedicalTest

TESTS_GIVE_WAY: Final = 4
"""The step at which tests and conditions take their shorter form; see `layout.steps`."""
OLD_YEARS: Final = 2
"""Tests older than that become a count when the page is full."""
_SIDES: Final = {"low": mark("low"), "high": mark("high")}


def lines_of_tests(
    tests: Sequence[MedicalTest], *, made: date, counted: bool = False
) -> tuple[Line, ...]:
    """Return a line a test, the newest first, then the usual kinds of which none is recorded.

    Old ones are `counted` on a full page.
    """
    if not tests:
        return ()
    older = [each for each in tests if counted and _is_old(each, made)]
    named = [each for each in tests if not (counted and _is_old(each, made))]
    lines = [
        Line(
            _test(each, brief=False),
            _test(each, brief=True),
            each.result,
            cited=True,
            step=TESTS_GIVE_WAY,
        )
        for each in named
    ]
    if older:
        pattern = ngettext(
            "{n} test older than {years} years ({rest}).",
            "{n} tests older than {years} years ({rest}).",
            len(older),
        )
        lines.append(Line(prose(pattern, n=len(older), years=OLD_YEARS, rest=REST)))
    return (*lines, *_not_recorded({each.kind for each in tests}))


def lines_of_conditions(conditions: Sequence[Condition]) -> tuple[Line, ...]:
    """Return what is known of the person and of the family, *no* with the day it was said."""
    lines = []
    for family, pattern in ((False, _("**Known:** {said}.")), (True, _("**Family:** {said}."))):
        held = [each for each in conditions if each.family is family]
        if held:
            said, brief = (capital("; ".join(_said(held, brief=brief))) for brief in (False, True))
            lines.append(
                Line(prose(pattern, said=said), prose(pattern, said=brief), step=TESTS_GIVE_WAY)
            )
    return tuple(lines)


def _is_old(test: MedicalTest, made: date) -> bool:
    return test.day is not None and test.day.earliest.year < made.year - OLD_YEARS


def _test(test: MedicalTest, *, brief: bool) -> Prose:
    """Say one test: its name and day, what lies outside the laboratory's range, then the rest."""
    name = " ".join(test.label.split())
    if test.day:
        name = _("{test}, {day}").format(test=name, day=partial(test.day))
    out = [_outside(value) for value in test.marked]
    if out:
        said = prose(_("**{test}:**"), test=name) + Prose.joined(out, between="; ")
        said = Prose((*said.runs, Run(".")))
    else:
        said = prose(_("**{test}.**"), test=name)
    inside = [value for value in test.values if value.range_text and not value.out_of_range]
    if inside:
        names = ", ".join(_inner(value) for value in inside)
        if brief:
            others = _("Others in range ({rest}).") if out else _("All in range ({rest}).")
            said += prose(others, rest=REST)
        else:
            said += prose(_("In range: {names}."), names=names)
    bare = [value for value in test.values if not value.range_text]
    if bare:
        said += prose(
            "{values}.",
            values=capital(", ".join(f"{_inner(value)} {kept(value.amount)}" for value in bare)),
        )
    return said


def _outside(value: Measure) -> Prose:
    return prose(
        _("**{name} {amount}, {side}** (lab range {range})"),
        name=_inner(value),
        amount=kept(value.amount),
        side=_(_SIDES[value.out_of_range or "low"]),
        range=value.range_text,
    )


def _inner(value: Measure) -> str:
    """Return the name of a value within a sentence; short names such as TSH keep their capitals."""
    name = " ".join(value.label.split())
    return inside(name) if name[1:2].islower() and not value.words else name


def _not_recorded(kinds: Iterable[str]) -> tuple[Line, ...]:
    held = set(kinds)
    missing = [kind.label for kind in TEST_KINDS.values() if kind.id not in {*held, OTHER}]
    if not missing:
        return ()
    names = ", ".join(
        [missing[0], *(inside(name) if name[1:2].islower() else name for name in missing[1:])]
    )
    return (Line(prose(_("**{names}:** not recorded yet."), names=names)),)


def _said(conditions: Sequence[Condition], *, brief: bool) -> Iterator[str]:
    """Say each condition; those that were denied on one day are named together."""
    denied: dict[date | None, list[Condition]] = defaultdict(list)
    for each in conditions:
        if not (each.present or each.relation or each.kind in GROUPS):
            denied[each.answered].append(each)
    for each in conditions:
        same = denied[each.answered]
        if each not in same or len(same) == 1:
            yield _condition(each, brief=brief)
        elif each is same[0]:
            names = ", ".join(
                " ".join(replace(one, present=True, family=False).inner.split()) for one in same
            )
            if each.answered and not brief:
                pattern = _("no: {names} (answered {day})")
                yield pattern.format(names=names, day=full(each.answered))
            else:
                yield _("no: {names}").format(names=names)


def _condition(condition: Condition, *, brief: bool) -> str:
    """Say one condition; in brief without the day a *no* was said."""
    # Under *Family* it need not be said again whose it is not.
    of_nobody = condition.family and not condition.relation and not condition.present
    told = replace(condition, family=False) if of_nobody else condition
    said = " ".join(told.inner.split())
    if condition.present and condition.since:
        return _("{condition} since {day}").format(condition=said, day=partial(condition.since))
    if not condition.present and condition.answered and not brief:
        return _("{condition} (answered {day})").format(
            condition=said, day=full(condition.answered)
        )
    return said
