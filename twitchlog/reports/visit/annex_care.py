"""The parts of the annex about medicines, factors and tests."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING, Final

from twitchlog.domain.medication import say_amount
from twitchlog.domain.page_sections import Section
from twitchlog.reports.triggers.judging import Verdict, per_step
from twitchlog.reports.triggers.reasons import Reason, of_left, of_open
from twitchlog.reports.triggers.words import GROUPS, step
from twitchlog.reports.visit.annex import Drawn, Under, Wide, row
from twitchlog.reports.visit.dates import full, partial
from twitchlog.reports.visit.factor_names import name_of
from twitchlog.reports.visit.medicine_lines import class_of
from twitchlog.reports.visit.prose import Prose, capital, kept, of, prose, quoted
from twitchlog.reports.visit.summary import Table
from twitchlog.translation import _, inside, mark, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.domain.factor import Factor
    from twitchlog.domain.figures import Share, Tried
    from twitchlog.domain.measure import Measure
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.domain.medication import Dose, Intake, Medication
    from twitchlog.domain.profile import PartialDate
    from twitchlog.reports.triggers.daily import Column
    from twitchlog.reports.triggers.finder import Judged
    from twitchlog.reports.visit.annex import Item, Source

_UNKNOWN: Final = "–"
_WHY: Final = {
    Reason.FEW_DAYS: mark("on too few days"),
    Reason.SAME: mark("same on every day"),
    Reason.NEARLY_SAME: mark("nearly always the same"),
    Reason.FEW_SWITCHES: mark("too few changes"),
    Reason.TOO_SLOW: mark("changes too slowly"),
    Reason.TOO_RARE: mark("varies too little"),
    Reason.UNSETTLED: mark("no steady answer"),
    Reason.TRIED: mark("on trial now"),
}


def medicines(source: Source) -> tuple[Item, ...]:
    """Return every dose of every medicine, what was not as usual, and what came of treatments."""
    if Section.MEDICINES in source.visit.left_out:
        return (_left_out(),)
    known = source.visit.medications
    if not (known or source.visit.tried):
        return (prose(_("**Not recorded yet.**")),)
    items: list[Item] = []
    if known:
        head = (_("Medicine (class)"), _("Dose"), _("From"), _("Until"))
        rows = tuple(row for each in known for row in _doses(each))
        items.append(Wide(Table(head, rows), (3.2, 2.6, 1.6, 1.6)))
    unusual = [
        (each, intake)
        for each in known
        for intake in each.intakes
        if intake.moment.day in source.visit.figures.period
    ]
    if unusual:
        unusual.sort(key=lambda pair: pair[1].moment)
        names = (_("Day"), _("Time"), _("Medicine"), _("What"), _("Amount"), _("Own words"))
        rows = tuple(_intake(each, intake) for each, intake in unusual)
        items += [Under(_("Single doses in this period")),
                  Wide(Table(names, rows), (1.5, 0.8, 2.2, 1.8, 1.3, 2.6))]  # fmt: skip
    if source.visit.tried:
        columns = (_("Tried"), _("From"), _("Until"), _("Days with it"), _("4 weeks before"),
                _("Effect (own answer)"))  # fmt: skip
        rows = tuple(_tried(each) for each in source.visit.tried)
        items += [
            Under(_("Treatments")),
            Wide(Table(columns, rows), (2.4, 1.5, 1.5, 1.7, 1.7, 1.8)),
            prose(_("Days with twitching out of logged days."
                    " A change like this also happens without treatment.")),
        ]  # fmt: skip
    items += [Drawn(words) for words in source.changes]
    return tuple(items)


def _doses(medicine: Medication) -> Iterator[tuple[Prose, ...]]:
    """Yield a row for the first dose and one for each change, until the next."""
    shown = " ".join(medicine.name.split()) + class_of(medicine)
    doses = [(medicine.started, medicine.dose)]
    doses += [(change.since, change.dose) for change in medicine.changes]
    ends = [since for since, _dose in doses[1:]] + [medicine.stopped]
    for number, ((since, dose), end) in enumerate(zip(doses, ends, strict=True)):
        yield row(
            shown if number == 0 else _("new dose"),
            _dose(dose) or _UNKNOWN,
            *_span(since, end),
        )


def _span(since: PartialDate | None, until: PartialDate | None) -> tuple[str, str]:
    """Return the cells from when and until when: without an end it goes on."""
    begun = partial(since) if since else _("not recorded")
    return begun, partial(until) if until else _("goes on")


def _dose(dose: Dose) -> str:
    return " ".join(filter(None, (kept(dose.label), dose.often)))


def _intake(medicine: Medication, intake: Intake) -> tuple[Prose, ...]:
    local = intake.moment.local
    unit = medicine.usual_on(intake.moment.day).unit
    return row(
        full(intake.moment.day),
        f"{local.hour}:{local.minute:02}",
        " ".join(medicine.name.split()),
        inside(intake.kind.word),
        say_amount(intake.amount, unit) or _UNKNOWN,
        quoted(intake.note) if intake.note.strip() else "",
    )


def _tried(tried: Tried) -> tuple[Prose, ...]:
    return row(
        quoted(tried.name) if tried.own_name else tried.name,
        *_span(tried.started, tried.stopped),
        _share(tried.during),
        _share(tried.before),
        inside(tried.effect.word) if tried.effect else _UNKNOWN,
    )


def _share(share: Share | None) -> str:
    return of(share.twitching, share.logged) if share and share.logged else _UNKNOWN


def factors(source: Source) -> tuple[Item, ...]:
    """Return every factor that was looked at: its step, lag, days, interval and verdict."""
    if Section.TRIGGERS in source.visit.left_out:
        return (_left_out(),)
    seen, exposures = source.look, source.visit.exposures
    if seen is None or exposures is None or not seen.looked_at:
        return (prose(_("**Nothing was tested.** What is missing stands on the first page.")),)
    known = exposures.factors
    private = exposures.switches if Section.MEDICINES in source.visit.left_out else {}
    head = (_("Factor"), _("One step"), _("Lag"), _("Days"), _("Entries (likely range)"),
            _("How sure"))  # fmt: skip
    apart = [seen.suspect] if seen.suspect is not None else []
    rows = [
        (
            *_column(each.column, known[each.column.factor]),
            *row(str(len(each.basis.recorded(each.column)) if each.basis else 0)),
            *_judged(each),
        )
        for each in (*apart, *seen.judged)
        if each.column.factor not in private
    ]
    rows += [
        (
            *_column(each.column, known[each.column.factor]),
            *row(str(each.recorded), _UNKNOWN, _(_WHY[of_left(each)])),
        )
        for each in seen.table.left_out
        if each.column.factor not in private
    ]
    return (
        Wide(Table(head, tuple(rows)), (2.6, 1.9, 1.6, 0.8, 2.6, 2.1)),
        prose(
            _(
                "{n} comparisons on {days} logged days. Days: on so many it was recorded. The range"
                " is a 95% interval of the ratio for one step, adjusted for the others. Going"
                " together does not show that one causes the other."
            ),
            n=len(rows),
            days=seen.table.observed,
        ),
    )


def _column(column: Column, factor: Factor) -> tuple[Prose, ...]:
    """Return the cells that say what is looked at: the factor, one step of it, and when."""
    same_day = replace(column, coding=replace(column.coding, lag=0))
    lag = _("the day before") if column.coding.lag else _("same day")
    return row(capital(name_of(factor)), step(same_day, factor), lag)


def _judged(judged: Judged) -> tuple[Prose, ...]:
    """Return the cells with the ratio of one step, and what may be said of it."""
    verdict = judged.finding.verdict
    if verdict is Verdict.NOT_ENOUGH:
        return row(_UNKNOWN, _(_WHY[of_open(judged)]))
    sure = inside(_(GROUPS[verdict]))
    middle, low, high = (numeral(exp(end), ".2f") for end in per_step(judged.finding.factor))
    ratio = _("× {ratio} ({low} to {high})").format(ratio=middle, low=low, high=high)
    said = prose("**{sure}**" if verdict is Verdict.LINKED else "{sure}", sure=sure)
    return (*row(kept(ratio)), said)


def tests(source: Source) -> tuple[Item, ...]:
    """Return every test with every value, the laboratory's range and the result's own words."""
    if Section.TESTS in source.visit.left_out:
        return (_left_out(),)
    if not source.visit.tests:
        return (prose(_("**Not recorded yet.**")),)
    items: list[Item] = []
    for test in source.visit.tests:
        items += _test(test)
    return tuple(items)


def _test(test: MedicalTest) -> Iterator[Item]:
    name = " ".join(test.label.split())
    day = partial(test.day) if test.day else _("day not recorded")
    yield Under(_("{test}, {day}").format(test=name, day=day))
    if test.place.strip():
        yield prose(_("Where: {place}."), place=" ".join(test.place.split()))
    if test.result.strip():
        yield prose(_("Result: {words}"), words=quoted(test.result))
    if test.note.strip():
        yield prose(_("Own words: {words}"), words=quoted(test.note))
    if test.values:
        head = (_("Value"), _("Measured"), _("Laboratory’s range"), _("Outside it"))
        rows = tuple(_value(value) for value in test.values)
        yield Wide(Table(head, rows), (3, 2, 2.4, 2.6))


def _value(value: Measure) -> tuple[Prose, ...]:
    name, amount = " ".join(value.label.split()), kept(value.amount)
    if value.out_of_range:
        return (prose("**{name}**", name=name), prose("**{amount}**", amount=amount),
                *row(value.range_text, value.mark))  # fmt: skip
    return row(name, amount, value.range_text or _("not given"), "")


def _left_out() -> Prose:
    return prose(_("**Left out by the patient.**"))
