"""`summary` and `report`: the page for the doctor, on the terminal or on paper."""

from __future__ import annotations

import typer

from twitchlog.commands.options import AsJson, DiaryPath, First, Last, SpanOption, read_period
from twitchlog.commands.output import say, say_json
from twitchlog.commands.session import Session


def summary(
    context: typer.Context,
    *,
    first: First = None,
    last: Last = None,
    span: SpanOption = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Answer the doctor’s seven questions from the diary."""
    from twitchlog.reports.visit.compose import summarise
    from twitchlog.reports.visit.text import as_data, write_text

    session: Session = context.obj
    with session.diary(diary) as opened:
        figures = opened.figures.visit(read_period(opened, first=first, last=last, span=span))
        profile = opened.profile.get()
    page = summarise(figures, profile, made=session.clock.now().day)
    if as_json:
        say_json(as_data(page))
    else:
        say(write_text(page))
