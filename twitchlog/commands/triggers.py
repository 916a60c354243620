"""`triggers`: which things go with the twitching, and how sure that is."""

from __future__ import annotations

import textwrap
from dataclasses import asdict, replace
from datetime import timedelta
from math import exp, isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath, First, Last, SpanOption
from twitchlog.commands.options import read_period
from twitchlog.commands.output import say, say_json
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period, Span
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.daily import Column
    from twitchlog.reports.triggers.finder import Judged, Look
    from twitchlog.reports.triggers.hours import AfterDose

WIDTH: Final = 80


def triggers(
    context: typer.Context,
    *,
    first: First = None,
    last: Last = None,
    span: SpanOption = None,
    table: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help=_("Also save the days this rests on, as CSV.")),
    ] = None,
    suspect: Annotated[
        str | None,
        typer.Option(
            metavar="THING",
            help=_("Name the one thing you suspect; from then on it is tested alone."),
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="THING", help=_("Leave this out of this look; may be repeated.")),
    ] = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Say which things go with the twitching, and how sure that is; all days unless given."""
    from twitchlog.reports.triggers.daily import Tried, Why
    from twitchlog.reports.triggers.finder import look
    from twitchlog.reports.triggers.hours import after_doses

    session: Session = context.obj
    if table is not None and table.exists():
        raise BadInput(_("There is already a file {path}.").format(path=table))
    with session.diary(diary) as opened:
        whole = Span.ALL if first is None and last is None else None
        period = read_period(opened, first=first, last=last, span=span or whole)
        given, today = opened.counts.exposures(period), opened.clock.now().day
        hours = opened.counts.hours(_recent(period))
        gone = {_find(name, given) for name in without or ()}
        if suspect is not None:
            opened.trigger_choices.name_suspect(_find(suspect, given))
        choices = opened.trigger_choices.read()
        found = look(
            given.days,
            given.amounts,
            given.factors,
            switches=given.switches,
            choices=replace(choices, left_out=choices.left_out | gone),
            tried=Tried.of(opened.experiments.current(today), today),
        )
        tried = {each.column.factor for each in found.table.left_out if each.why is Why.TRIED}
        hidden = choices.left_out | gone | tried
        after = [each for each in after_doses(hours) if each.factor not in hidden]
        if found.could_be_judged or any(each.found for each in after):
            opened.trigger_choices.looked(today)
    if table is not None:
        _save(table, found, given)
    if as_json:
        say_json(_as_data(found, given) | {"within_day": [_after(each) for each in after]})
    else:
        say("\n".join([*_lines(found, given), *_after_lines(after, given)]))
    if table is not None and not as_json:
        say(_("The days are saved in {path}.").format(path=table))


def _recent(period: Period) -> Period:
    """Return the last 730 days of a period at most."""
    from twitchlog.reports.triggers.model import LONGEST

    return Period(max(period.first, period.last - timedelta(days=LONGEST - 1)), period.last)


def _after_lines(after: Sequence[AfterDose], given: Exposures) -> Iterator[str]:
    from twitchlog.reports.triggers import words

    if after:
        yield "\n" + _("Within the day")
    for each in after:
        factor = given.factors[each.factor]
        yield _filled(f"{factor.label}: {words.after_dose(each, factor)}")


def _after(each: AfterDose) -> dict[str, Any]:
    return {
        "factor": each.factor,
        "verdict": str(each.verdict),
        "days": each.days,
        "days_with_it": each.with_it,
        "more_days": each.more_days,
        "hour": None if each.found is None else asdict(each.found),
    }


def _find(name: str, given: Exposures) -> str:
    """Return the id of what was recorded under that name; raise BadInput."""
    asked = " ".join(name.split()).casefold()
    for id_, factor in given.factors.items():
        if asked in {id_, factor.label.casefold()}:
            return id_
    known = ", ".join(each.label for each in given.factors.values()) or _("nothing")
    raise BadInput(
        _("“{name}” was not recorded on these days. Recorded were: {known}.").format(
            name=name[:80], known=known
        )
    )


def _lines(found: Look, given: Exposures) -> Iterator[str]:
    from twitchlog.reports.triggers import words
    from twitchlog.reports.triggers.daily import Why

    yield words.summary(found)
    if found.suspect is not None:
        yield "\n" + words.suspect_heading(_day(found.suspect.since))
        factor = given.factors[found.suspect.column.factor]
        yield _line(factor, found.suspect.column, words.sentence(found.suspect, factor))
    for verdict, name in words.GROUPS.items():
        group = found.group(verdict)
        if group:
            count = _("{n} of {all}").format(n=len(group), all=found.looked_at)
            yield f"\n{_(name)}, {count}"
        for judged in group:
            factor = given.factors[judged.column.factor]
            yield _line(factor, judged.column, words.sentence(judged, factor))
    if found.table.left_out:
        yield "\n" + _("Left out")
    for left in found.table.left_out:
        said = words.left_out(left, found.table.observed, until=_day(left.until))
        factor = given.factors[left.column.factor]
        if left.why is Why.SWITCHES:
            yield _filled(f"{factor.label}: {said}")
        else:
            yield _line(factor, left.column, said)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _line(factor: Factor, column: Column, said: str) -> str:
    from twitchlog.reports.triggers import words

    return _filled(f"{factor.label}, {words.step(column, factor)}: {said}")


def _filled(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ")


def _as_data(found: Look, given: Exposures) -> dict[str, Any]:
    from twitchlog.reports.triggers import words

    model = found.estimate
    return {
        "summary": words.summary(found),
        "logged_days": found.table.observed,
        "days_in_the_fit": len(found.table.rows),
        "looked_at": found.looked_at,
        "counted_tests": found.counted,
        "model": None
        if model is None
        else {"df": model.df, "dispersion": model.dispersion, "converged": model.converged},
        "adjusted_for": [
            "date, natural spline, one column for 14 days",
            "weekday",
            "twitches of the day before",
            "all factors together",
        ],
        "suspect": None if found.suspect is None else _factor(found.suspect, given),
        "factors": [_factor(judged, given) for judged in found.judged],
        "left_out": [
            {
                "factor": left.column.name,
                "label": given.factors[left.column.factor].label,
                "lag_days": left.column.coding.lag,
                "recorded_days": left.recorded,
                "of_days": left.of,
                "why": str(left.why),
            }
            for left in found.table.left_out
        ],
    }


def _factor(judged: Judged, given: Exposures) -> dict[str, Any]:
    from twitchlog.reports.triggers import words
    from twitchlog.reports.triggers.verdicts import per_step

    finding, column = judged.finding, judged.column
    factor = given.factors[column.factor]
    ratio, low, high = per_step(finding.factor)
    return {
        "factor": column.name,
        "label": factor.label,
        "step": words.step(column, factor),
        "verdict": str(finding.verdict),
        "sentence": words.sentence(judged, factor),
        "times_as_many": _finite(ratio),
        "likely_between": [_finite(low), _finite(high)],
        "lack": None if finding.lack is None else str(finding.lack),
        "more_days": finding.more_days,
        "lag_days": column.coding.lag,
        "recorded_days": finding.factor.days,
        "since": _day(judged.since) or None,
        "per_unit": {
            name: value if value is None or isfinite(value) else None
            for name, value in asdict(finding.factor).items()
            if name in {"log_rate_ratio", "shift_se", "model_se", "p", "q", "tolerance"}
        },
    }


def _finite(logarithm: float) -> float | None:
    """Return the ratio of a logarithm; None where it is beyond any number that says something."""
    return exp(logarithm) if abs(logarithm) < 50 else None


def _save(path: Path, found: Look, given: Exposures) -> None:
    """Write the table that a statistician can redo it from: one row a day, the oldest first."""
    from twitchlog.reports.trigger_table import as_csv

    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(as_csv(found, given))
    except OSError as problem:
        raise BadInput(
            _("The table was not saved to {path}: {why}").format(path=path, why=problem.strerror)
        ) from problem
