"""`triggers`: which things go with the twitching, and how sure that is."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath, First, Last
from twitchlog.commands.options import read_period
from twitchlog.commands.output import say, say_json
from twitchlog.commands.plain_triggers import look_data
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.domain.habit_names import meant
from twitchlog.domain.password import NOT_ENCRYPTED
from twitchlog.domain.period import Period, Span
from twitchlog.translation import _, ngettext

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
    span: Annotated[
        Span | None, typer.Option("--span", help=_("A usual period; all days unless given."))
    ] = None,
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
    """Say which things go with the twitching, and how sure that is."""
    from twitchlog.reports.triggers.daily import Tried
    from twitchlog.reports.triggers.finder import look
    from twitchlog.reports.triggers.hours import after_doses

    session: Session = context.obj
    if table is not None and table.exists():
        raise BadInput(_("There is already a file {path}.").format(path=table))
    with session.diary(diary) as opened:
        today = opened.clock.now().day
        all_days = Span.ALL if first is None and last is None else None
        period = _recent(read_period(opened, first=first, last=last, span=span or all_days))
        whole = period == _recent(read_period(opened, first=None, last=None, span=Span.ALL))
        given, hours = opened.counts.exposures(period), opened.counts.hours(period)
        gone = {_find(name, given) for name in without or ()}
        if suspect is not None:
            opened.trigger_choices.name_suspect(_find(suspect, given))
        kept = opened.trigger_choices.read()
        choices = replace(kept, left_out=kept.left_out | gone)
        tried = Tried.of(opened.experiments.current(today), today)
        found = look(
            given.days,
            given.amounts,
            given.factors,
            switches=given.switches,
            choices=choices,
            tried=tried,
            whole=whole,
        )
        after = after_doses(hours, choices=choices, tried=tried)
        if found.could_be_judged or any(each.found for each in after):
            opened.trigger_choices.looked(today)
    if table is not None:
        _save(table, found, given)
    if as_json:
        say_json(look_data(found, given, after, whole=whole))
    else:
        untested = choices.suspect is not None and not whole
        head = _head(found, given, period, whole=whole, untested=untested)
        say("\n".join([*head, *_lines(found, given), *_after_lines(after, given)]))
    if table is not None and not as_json:
        say(_("The days are saved in {path}.").format(path=table))
        say(_(NOT_ENCRYPTED))


def _recent(period: Period) -> Period:
    """Return the last 730 days of a period at most."""
    from twitchlog.reports.triggers.fitted import LONGEST

    return Period(max(period.first, period.last - timedelta(days=LONGEST - 1)), period.last)


def _after_lines(after: Sequence[AfterDose], given: Exposures) -> Iterator[str]:
    from twitchlog.reports.triggers import words

    if after:
        name = _("Within the day")
        apart = ngettext("{n} more comparison", "{n} more comparisons", len(after))
        yield f"\n{name}, {apart.format(n=len(after))}"
    for each in after:
        factor = given.factors[each.factor]
        yield _filled(f"{factor.label}: {words.after_dose(each, factor)}")


def _find(name: str, given: Exposures) -> str:
    """Return the id of what was recorded under that or an everyday name; raise BadInput."""
    found = meant(name, given.factors)
    if found is not None:
        return found.id
    known = ", ".join(each.label for each in given.factors.values()) or _("nothing")
    raise BadInput(
        _("“{name}” was not recorded on these days. Recorded were: {known}.").format(
            name=name[:80], known=known
        )
    )


def _head(
    found: Look, given: Exposures, period: Period, *, whole: bool, untested: bool
) -> Iterator[str]:
    """Say which days these are, what they hold, and what to mind where they are not all."""
    from twitchlog.reports.triggers import counting, words

    said = counting.summary(found, len(given.days))
    yield textwrap.fill(
        _("{first} to {last}: {said}").format(first=period.first, last=period.last, said=said),
        WIDTH,
    )
    explained = words.explains(found, whole=whole)
    if untested:
        explained += " " + _("Your suspect is tested on all days only.")
    if explained:
        yield textwrap.fill(explained, WIDTH)


def _lines(found: Look, given: Exposures) -> Iterator[str]:
    from twitchlog.reports.triggers import words
    from twitchlog.reports.triggers.daily import Why

    if found.suspect is not None:
        yield "\n" + words.suspect_heading(_day(found.suspect.since))
        yield _judged_line(found.suspect, found, given)
    for verdict, name in words.GROUPS.items():
        group = found.group(verdict)
        if group:
            count = _("{n} of {all}").format(n=len(group), all=found.looked_at)
            yield f"\n{_(name)}, {count}"
        for judged in group:
            yield _judged_line(judged, found, given)
    if found.table.left_out:
        count = _("{n} of {all}").format(n=len(found.table.left_out), all=found.looked_at)
        name = _("Cannot be judged")
        yield f"\n{name}, {count}"
    for left in found.table.left_out:
        said = words.left_out(left, found.table.observed, until=_day(left.until))
        factor = given.factors[left.column.factor]
        if left.why is Why.SWITCHES:
            yield _filled(f"{factor.label}: {said}")
        else:
            yield _line(factor, left.column, said)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _judged_line(judged: Judged, found: Look, given: Exposures) -> str:
    from twitchlog.reports.triggers import words

    factor = given.factors[judged.column.factor]
    said, known = words.sentence(judged, factor), words.recorded(judged, found.table.observed)
    return _line(factor, judged.column, f"{said} {known}".rstrip())


def _line(factor: Factor, column: Column, said: str) -> str:
    from twitchlog.reports.triggers import words

    return _filled(f"{factor.label}, {words.step(column, factor)}: {said}")


def _filled(text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ")


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
