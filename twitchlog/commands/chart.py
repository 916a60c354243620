"""`chart`: what a chart of Patterns tells, its exact values, and its picture as a file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath, First, Last, SpanOption
from twitchlog.commands.chart_options import resolved, written
from twitchlog.commands.options import read_period
from twitchlog.commands.output import say, say_json, say_list, say_table
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.domain.password import NOT_ENCRYPTED
from twitchlog.domain.period import Period
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.period import Span
    from twitchlog.reports.charts.about import About
    from twitchlog.reports.charts.chart import Chart
    from twitchlog.reports.charts.spec import Words

_LENGTH: Final = re.compile(r"(?P<number>[1-9]\d{0,4})\s*(?P<unit>d|days?|tage?|w|weeks?|wochen?)")


def chart(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="CHART", help=_("Which one; without it they are listed.")),
    ] = None,
    *,
    first: First = None,
    last: Last = None,
    span: SpanOption = None,
    length: Annotated[
        str | None,
        typer.Option("--last", metavar="LENGTH", help=_("So long up to today: 90d, 8w.")),
    ] = None,
    option: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE", help=_("What to make it of; the chart lists what it can.")
        ),
    ] = None,
    save: Annotated[
        Path | None, typer.Option(metavar="PATH", help=_("Also save the picture, as .png or .svg."))
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help=_("Save over a file that is there."))
    ] = False,
    dark: Annotated[bool, typer.Option("--dark", help=_("Save it on a dark ground."))] = False,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Tell what a chart of Patterns shows, with its exact values, or save its picture."""
    if kind is None:
        _list(as_json=as_json)
        return
    from twitchlog.reports.charts.about import About

    found, session = _named(kind), context.obj
    assert isinstance(session, Session)
    target = save.expanduser().absolute() if save is not None else None
    if target is not None:
        _check_target(target, replace=replace)
    with session.diary(diary) as opened:
        period = _period(opened, first, last, span, length)
        told = _told(opened, found, period, option or [])
        days = told.own_days or period
        about = About.of(found.title, days, opened.days.count_logged(days))
    if target is not None:
        _save(told, about, target, dark=dark)
    if as_json:
        say_json(_data(told, found, period, target))
        return
    _say(told, about)
    if target is not None:
        say(_("Saved to “{path}”.").format(path=target))
        say(_(NOT_ENCRYPTED))


def _list(*, as_json: bool) -> None:
    from twitchlog.reports.charts.catalogue import CHARTS

    say_list(
        CHARTS,
        (_("Chart"), _("What it shows")),
        lambda each: (each.kind, each.title),
        as_json=as_json,
        data=lambda each: {"kind": each.kind, "name": each.title},
        none="",
    )


def _named(kind: str) -> Chart[Any]:
    from twitchlog.reports.charts.catalogue import BY_KIND

    asked = "-".join(kind.casefold().split())
    if asked not in BY_KIND:
        raise BadInput(
            _("“{text}” is not a chart. Choose one of: {kinds}.").format(
                text=kind[:40], kinds=", ".join(BY_KIND)
            )
        )
    return BY_KIND[asked]


def _period(
    diary: Diary, first: str | None, last: str | None, span: Span | None, length: str | None
) -> Period:
    if length is None:
        asked = read_period(diary, first=first, last=last, span=span, counted=True)
        return asked.since(diary.days.first_logged())
    if (first, last, span) != (None, None, None):
        raise BadInput(_("Give --last, --span, or --from and --to; one of them."))
    match = _LENGTH.fullmatch(length.strip().lower())
    if match is None:
        raise BadInput(_("“{text}” is not a length. Write 90d or 8w.").format(text=length[:40]))
    today = diary.days.counted_to(diary.clock.now().day)
    days = int(match["number"]) * (7 if match["unit"][0] == "w" else 1)
    starts = min(diary.days.first_logged() or today, today)
    # So many days may reach back before the calendar begins.
    wanted = max(today.toordinal() - days + 1, starts.toordinal())
    return Period(date.fromordinal(wanted), today)


def _told(diary: Diary, chart: Chart[Any], period: Period, given: Sequence[str]) -> Words:
    from twitchlog.reports.charts.chart import Ask

    today, starts = diary.clock.now().day, diary.days.first_logged()

    def told(options: dict[str, str]) -> Words:
        ask = Ask(period=period, today=today, diary_starts=starts, options=options)
        return chart.tell(chart.read(diary, ask), ask)

    usual = told({})
    return told(resolved(given, usual.choices, diary.clock)) if given else usual


def _say(told: Words, about: About) -> None:
    say(told.headline)
    say(told.note)
    say(_("{days}.").format(days=about.days))
    if told.table.rows:
        say("")
        say_table(told.table.columns, [row.cells for row in told.table.rows])
    for each in told.choices:
        chosen = next((one.label for one in each.offered if one.id == each.chosen), "–")
        say(f"\n{each.label}: {chosen}")
        others = [(option, one.label) for option, one in written(each) if one.id != each.chosen]
        if others:
            say_table((_("Or with"), ""), others)


def _data(told: Words, chart: Chart[Any], period: Period, saved: Path | None) -> dict[str, Any]:
    return {
        "kind": chart.kind,
        "name": chart.title,
        "first_day": period.first.isoformat(),
        "last_day": period.last.isoformat(),
        "headline": _plain(told.headline),
        "note": _plain(told.note),
        "alt": _plain(told.alt),
        "columns": [_plain(each) for each in told.table.columns],
        "rows": [[_plain(cell) for cell in row.cells] for row in told.table.rows],
        "options": [
            {
                "name": each.option,
                "label": each.label,
                "chosen": each.chosen,
                "offered": [{"value": one.id, "label": one.label} for one in each.offered],
            }
            for each in told.choices
        ],
        "saved": str(saved) if saved else None,
    }


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _check_target(path: Path, *, replace: bool) -> None:
    """Refuse a name that is no picture's, or that is taken; nothing is read before."""
    from twitchlog.reports.charts.picture import Form

    if path.suffix.lower().removeprefix(".") not in set(Form):
        raise BadInput(_("A picture is saved as .png or .svg: give it such a name."))
    if path.exists() and not replace:
        raise BadInput(
            _("There is already a file “{name}”. Choose another name, or add --replace.").format(
                name=path.name
            )
        )


def _save(told: Words, about: About, path: Path, *, dark: bool) -> None:
    """Save the picture; raise BadInput where there is none, ReportNotSaved where it cannot be."""
    from twitchlog.reports.charts.picture import Form, saved
    from twitchlog.reports.charts.spec import Spec
    from twitchlog.reports.files import write_whole

    if not isinstance(told, Spec):
        raise BadInput(
            _("“{chart}” has no picture to save: {headline}.").format(
                chart=about.title, headline=told.headline
            )
        )
    form = Form(path.suffix.lower().removeprefix("."))
    write_whole(saved(told, form, about, dark=dark), path)
