"""`settings`: what is chosen about the diary itself."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.output import say, say_json
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _


def settings(
    context: typer.Context,
    *,
    day_ends: Annotated[
        str | None,
        typer.Option(
            metavar="HOUR",
            help=_("When the day ends: midnight, or 1 to 5 in the morning; from now on."),
        ),
    ] = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Show the settings of the diary, or change them.

    Entries that are written already stay on their day.
    """
    from twitchlog.diary.preferences import say_end

    session: Session = context.obj
    asked = _read_end(day_ends) if day_ends is not None else None
    with session.diary(diary, begin=asked is not None) as opened:
        if asked is not None:
            opened.preferences.end_day_at(asked)
        ends = opened.clock.day_ends
    if as_json:
        say_json({"day_ends": f"{ends // 60:02d}:{ends % 60:02d}"})
    else:
        say(_("The day ends at {time}.").format(time=say_end(ends)))


def _read_end(text: str) -> int:
    """Return the minutes after midnight in `midnight`, `4`, `4:00` or `04:00`; raise BadInput."""
    asked = text.strip().casefold()
    if asked in {"midnight", "mitternacht", _("midnight").casefold()}:
        return 0
    found = re.fullmatch(r"(\d{1,2})(?::00)?", asked, re.ASCII)
    if found is None or int(found[1]) > 5:
        raise BadInput(_("Give --day-ends as midnight, or as an hour from 1 to 5."))
    return int(found[1]) * 60
