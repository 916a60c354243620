"""What lies behind a row of the triggers: its curve, its days, what it was adjusted for."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

from twitchlog.domain.searching import Query
from twitchlog.presenters import experiment_words as said
from twitchlog.presenters import words
from twitchlog.presenters.experiment_list import TrialRow
from twitchlog.presenters.trigger_hours import HOURS, behind_hours, hours_looked_at
from twitchlog.presenters.trigger_page import Behind, FactorDetail
from twitchlog.presenters.trigger_words import SUSPECT
from twitchlog.reports.charts.kinds.dose_response import tell as draw_curve
from twitchlog.reports.charts.kinds.forest import ForestRow
from twitchlog.reports.charts.kinds.forest import tell as draw_forest
from twitchlog.reports.charts.words import listed
from twitchlog.reports.triggers import counting
from twitchlog.reports.triggers.judging import Verdict
from twitchlog.reports.triggers.trial_words import headline
from twitchlog.reports.triggers.words import GROUPS
from twitchlog.translation import _, mark, numeral

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.presenters.trigger_page import Found, Interval, TriggerRow, TriggersPage
    from twitchlog.reports.charts.spec import Spec
    from twitchlog.reports.triggers.curve import DoseResponse
    from twitchlog.reports.triggers.finder import Basis, Column, Judged

CAUSE: Final = mark(
    "This shows what goes together on your days. It does not show that one causes the other: "
    "something else may bring both, or the twitching may come first."
)
_ELSE: Final = mark("Something else may bring both, or the twitching may come first.")
"""What is left of it to say where the sentence of the verdict says the rest."""
_HOW: Final = (
    mark(
        "Your logged days are compared with each other: those with more of this, and those with "
        "less. A day that is not logged is left out; it does not count as a day without twitches."
    ),
    mark(
        "Twitching has ups and downs of its own that last for weeks, and so has the way you live. "
        "Two such lines often look alike by chance. So the line of this is also shifted against "
        "the line of your twitches, by one day, by two, and so on. How well they still seem to "
        "agree then is how much chance can do, and sets how wide the likely range is."
    ),
    mark(
        "The more things one looks at, the more easily one of them seems linked by chance. So the "
        "bar is set higher when more are looked at."
    ),
    mark(
        "Where something was not recorded on a day, what the rest of that day lets expect stands "
        "in for it, so that the day still counts for all else."
    ),
    mark(
        "Rare, very large amounts are drawn in a little, so that a single odd day does not decide. "
        "The likely range holds the truth in about 95 of 100 diaries."
    ),
)
"""How it is worked out, in plain words: the method of `reports.triggers.estimating`."""
_MANY: Final = 2
_ALONE: Final = mark(
    "You named this one yourself, before its days were looked at. So it is tested alone: the bar "
    "is not set higher for it because other things are looked at, too."
)
"""What stands for the sentence number `_MANY` where it is the suspect."""


def detail(found: Found, key: str) -> FactorDetail | None:
    """Return what lies behind a row; None where there is no such row any more."""
    row = next((each for each in found.page.rows if each.key == key), None)
    if row is None:
        return None
    alone = key.startswith(SUSPECT)
    judged = (
        found.look.suspect
        if alone
        else next((each for each in found.look.judged if each.column.name == key), None)
    )
    basis = judged.basis if judged is not None else None
    column = judged.column if judged is not None else None
    behind = [Behind(_("The range, exactly"), _numbers(row.interval))] if row.interval else []
    if basis is not None and column is not None:
        behind.append(_days(column, basis))
        behind.append(Behind(_("What else was taken into account"), _beside(column, basis, found)))
    for hours in found.after:
        if key == f"{HOURS}{hours.factor}":
            behind += behind_hours(hours)
    given = found.asked.given
    looked = (
        hours_looked_at(found)
        if key.startswith(HOURS)
        else counting.counts(found.look, len(given.days), given.factors)
    )
    behind.append(Behind(_("How many things were looked at"), looked))
    if not key.startswith(HOURS):
        behind.append(_how(alone=alone))
    return FactorDetail(
        row=row,
        chart=_curve(judged, found),
        warning=_warning(row),
        behind=tuple(behind),
        can_try=row.factor in found.asked.habits,
        under_way=found.asked.under_way,
        trials=_trials(row.factor, found),
    )


def _warning(row: TriggerRow) -> str:
    """Say that what goes together need not cause each other, where anything may go together."""
    if row.interval is None:
        return ""
    return _(_ELSE if row.verdict is Verdict.LINKED else CAUSE)


def _trials(factor: str, found: Found) -> tuple[TrialRow, ...]:
    """Return the trials of a factor that are over: what each showed, its kinds and its end."""
    of_it = (each for each in found.asked.over if each.experiment.factor == factor)
    today = found.asked.today
    return tuple(
        TrialRow(
            each.experiment.id,
            headline(each),
            words.joined((said.kinds(each.experiment), said.line(each.experiment, today=today))),
        )
        for each in of_it
    )


def _how(*, alone: bool) -> Behind:
    """Say how the days are compared; `alone` for the suspect."""
    how = [*_HOW[:_MANY], _ALONE if alone else _HOW[_MANY], *_HOW[_MANY + 1 :]]
    return Behind(_("How this is worked out"), "\n\n".join(_(each) for each in how))


def forest_of(page: TriggersPage) -> Spec | None:
    """Return the picture of all rows that have a range; None where none has."""
    rows = [
        ForestRow(
            row.label, row.step, row.verdict, _(GROUPS[row.verdict]),
            row.interval.low, row.interval.middle, row.interval.high,
        )
        for row in page.rows
        if row.interval is not None and row.verdict is not None
    ]  # fmt: skip
    return draw_forest(rows, page.summary) if rows else None


def _curve(judged: Judged | None, found: Found) -> Spec | None:
    """Return the picture of a factor that was judged; of others there is none to trust."""
    if judged is None or judged.basis is None or judged.finding.verdict is Verdict.NOT_ENOUGH:
        return None
    curve = judged.basis.dose_response(judged.column)
    factor = found.asked.given.factors[judged.column.factor]
    return draw_curve(curve, factor, _days_of_groups(curve, judged))


def _days_of_groups(curve: DoseResponse, judged: Judged) -> list[frozenset[date]]:
    """Return which days are in each group; with a lag, the days of the twitches."""
    basis = judged.basis
    assert basis is not None
    amounts = basis.model.exposure(basis.columns.index(judged.column))
    return [
        frozenset(
            day
            for day, amount in zip(basis.recorded(judged.column), amounts, strict=True)
            if group.least <= amount <= group.most
        )
        for group in curve.groups
    ]


def _numbers(interval: Interval) -> str:
    ratio, low, high = (exp(each) for each in (interval.middle, interval.low, interval.high))
    return _(
        "About {ratio} times as many twitches; likely between {low} and {high} times. 1 means the "
        "same."
    ).format(ratio=numeral(ratio, ".2f"), low=numeral(low, ".2f"), high=numeral(high, ".2f"))


def _days(column: Column, basis: Basis) -> Behind:
    recorded = basis.recorded(column)
    days = _("{n} of {logged} logged days: those of which it is known.").format(
        n=len(recorded), logged=len(basis.days)
    )
    if column.coding.lag:
        when = _("What was recorded of one day stands beside the twitches of the day after.")
    elif column.factor == "sleep":
        when = _("The sleep of a night stands beside the twitches of the day after it.")
    else:
        when = _("What was recorded of a day stands beside the twitches of the same day.")
    return Behind(_("Which days"), f"{days} {when}", Query(days=frozenset(recorded)))


def _beside(column: Column, basis: Basis, found: Found) -> str:
    always = _(
        "The slow ups and downs of your twitching, the day of the week, and how many twitches "
        "there were the day before."
    )
    factors = found.asked.given.factors
    others = [_named(each, factors[each.factor].label_lower) for each in basis.beside(column)]
    if not others:
        return always
    rest = _("Also what else was compared: {names}.").format(names=listed(others))
    return f"{always} {rest}"


def _named(column: Column, name: str) -> str:
    return _("{name} the day before").format(name=name) if column.coding.lag else name
