"""`log` and `none-today`: what is written down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.arguments import AsJson, BeganAt, Day, DiaryPath, Note
from twitchlog.commands.options import (
    read_day,
    read_moment,
    read_relief,
    read_strength,
    read_trigger,
    read_word,
)
from twitchlog.commands.output import say, say_json
from twitchlog.commands.plain import checkin_data, say_details, twitch_data
from twitchlog.commands.session import Session
from twitchlog.domain.duration import parse_duration
from twitchlog.domain.errors import BadInput, TwitchLogError
from twitchlog.domain.site import find
from twitchlog.domain.twitch import Activity, Pattern, Seen
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.twitch import Twitch


def log(
    context: typer.Context,
    places: Annotated[
        list[str],
        typer.Argument(metavar="PLACE", help=_("Where: calf-left, “left calf” …; see sites.")),
    ],
    *,
    lasted: Annotated[
        str | None, typer.Option("--for", metavar="TIME", help=_("How long: 20s, 3m or 1h30m."))
    ] = None,
    ago: Annotated[
        str | None, typer.Option(metavar="TIME", help=_("How long ago it began: 15m or 2h."))
    ] = None,
    at: BeganAt = None,
    strength: Annotated[
        str | None, typer.Option(metavar="WORD", help=_("barely, mild, clear or strong."))
    ] = None,
    along: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="WHAT",
            help=_("caffeine, poor-sleep, stress, exercise, medicine or own words; repeat it."),
        ),
    ] = None,
    pattern: Annotated[
        str | None,
        typer.Option(metavar="WORD", help=_("single, repeated, rippling or cramp-like.")),
    ] = None,
    seen: Annotated[
        str | None, typer.Option(metavar="WORD", help=_("visible, or felt only."))
    ] = None,
    doing: Annotated[
        str | None,
        typer.Option("--while", metavar="WORD", help=_("rest, after-use or falling-asleep.")),
    ] = None,
    stopped: Annotated[
        list[str] | None,
        typer.Option(
            "--stopped-by",
            metavar="WHAT",
            help=_("by-itself, moving, stretching, … or own words; repeat it."),
        ),
    ] = None,
    files: Annotated[
        list[Path] | None,
        typer.Option("--file", metavar="PATH", help=_("A photo, video or PDF; repeat it.")),
    ] = None,
    note: Note = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Log a twitch, now unless --ago or --at says when."""
    session: Session = context.obj
    sites = [find(place).id for place in places]
    duration = parse_duration(lasted) if lasted is not None else None
    triggers = [read_trigger(each) for each in along or ()]
    felt = read_strength(strength)
    moved, visible = read_word(pattern, Pattern), read_word(seen, Seen)
    activity = read_word(doing, Activity)
    # What cannot be read is refused before a first entry begins a diary.
    read_moment(session.clock, ago=ago, at=at)
    with session.diary(diary, begin=True) as opened:
        moment = read_moment(opened.clock, ago=ago, at=at)
        written = opened.twitches.log(
            sites,
            moment=moment,
            duration_s=duration,
            strength=felt,
            triggers=triggers,
            note=note,
            pattern=moved,
            seen=visible,
            activity=activity,
            reliefs=[read_relief(each) for each in stopped or ()],
        )
        _keep(opened, written, files or ())
        kept = opened.attachments.of(written.value.id)
    if as_json:
        say_json(twitch_data(written.value, kept))
    else:
        say(f"{written.changes.name}: {say_details(written.value)}.")


def _keep(diary: Diary, written: Written[Twitch], files: Sequence[Path]) -> None:
    """Keep files with a new entry, in one step with it; where one cannot be kept, none is there."""
    try:
        for file in files:
            diary.attachments.add("twitches", written.value.id, file, joins=written.changes.step)
    except TwitchLogError:
        diary.undo()
        raise


def none_today(
    context: typer.Context, *, day: Day = None, as_json: AsJson = False, diary: DiaryPath = None
) -> None:
    """Record that there was no twitch today, or on --day."""
    session: Session = context.obj
    read_day(day, session.clock)  # a wrong one begins no diary
    with session.diary(diary, begin=True) as opened:
        chosen = read_day(day, opened.clock)
        logged = len(opened.twitches.on_day(chosen))
        if logged:
            raise BadInput(
                ngettext(
                    "There is {n} entry on {day}, so “none” was not recorded.",
                    "There are {n} entries on {day}, so “none” was not recorded.",
                    logged,
                ).format(n=logged, day=chosen)
            )
        written = opened.checkins.none_today(chosen)
    if as_json:
        say_json(checkin_data(written.value))
    else:
        say(_("No twitches on {day}: recorded.").format(day=chosen))
