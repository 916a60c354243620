"""`log`, `none-today` and `checkin`: what is written down."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.options import (
    AsJson,
    Day,
    DiaryPath,
    read_day,
    read_moment,
    read_relief,
    read_strength,
    read_trigger,
    read_word,
)
from twitchlog.commands.output import say, say_json
from twitchlog.commands.plain import checkin_data, say_amounts, say_details, twitch_data
from twitchlog.commands.session import Session
from twitchlog.domain.duration import parse_duration
from twitchlog.domain.errors import BadInput, TwitchLogError
from twitchlog.domain.factor import LEVELS
from twitchlog.domain.site import find
from twitchlog.domain.twitch import Activity, Pattern, Seen
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.twitch import Twitch

_YES_NO = {"yes": 1.0, "y": 1.0, "1": 1.0, "no": 0.0, "n": 0.0, "0": 0.0}


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
    at: Annotated[
        str | None,
        typer.Option(metavar="TIME", help=_("When it began: 21:04 or “2026-11-20 21:04”.")),
    ] = None,
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
    note: Annotated[str, typer.Option(metavar="TEXT", help=_("A note of your own."))] = "",
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


def checkin(
    context: typer.Context,
    *,
    sleep: Annotated[
        str | None, typer.Option(metavar="HOURS", help=_("Hours slept the night before."))
    ] = None,
    stress: Annotated[
        str | None, typer.Option(metavar="0-3", help=_("none, little, some or lot; or 0 to 3."))
    ] = None,
    caffeine: Annotated[str | None, typer.Option(metavar="MG", help=_("Milligrams."))] = None,
    exercise: Annotated[str | None, typer.Option(metavar="MINUTES", help=_("Minutes."))] = None,
    medicine: Annotated[
        str | None, typer.Option(metavar="yes|no", help=_("Medicine taken as usual."))
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help=_("A note on the day."))] = None,
    day: Day = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Record what the day was like.

    What is not named stays as it was.
    """
    session: Session = context.obj
    read_day(day, session.clock)  # a wrong one begins no diary
    given = {
        "sleep": _read_number(sleep),
        "stress": _read_level(stress),
        "caffeine": _read_number(caffeine),
        "exercise": _read_number(exercise),
        "medicine": _read_yes_no(medicine),
    }
    amounts = {name: amount for name, amount in given.items() if amount is not None}
    if not amounts and note is None:
        raise BadInput(
            _("Give at least one of --sleep, --stress, --caffeine, --exercise, --medicine, --note.")
        )
    with session.diary(diary, begin=True) as opened:
        chosen = read_day(day, opened.clock)
        before = opened.checkins.get(chosen)
        held = dict(before.amounts) if before else {}
        kept = before.note if before and note is None else note or ""
        written = opened.checkins.save(chosen, held | amounts, note=kept)
    if as_json:
        say_json(checkin_data(written.value))
    else:
        said = say_amounts(written.value) or _("a note")
        say(_("Check-in of {day} saved: {said}.").format(day=chosen, said=said))


def _read_number(text: str | None) -> float | None:
    """Return a number written with a point or a comma; raise BadInput."""
    if text is None:
        return None
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise BadInput(_("“{text}” is not a number.").format(text=text[:40])) from None


def _read_level(text: str | None) -> float | None:
    """Return a level by its number, 0 to 3, or its word; raise BadInput."""
    if text is None:
        return None
    asked = text.strip().casefold()
    for level, word in enumerate(LEVELS):
        plain = word.casefold()
        names = {str(level), plain, plain.removeprefix("a "), _(word).casefold()}
        if asked in names:
            return float(level)
    raise BadInput(_("Give stress as a number from 0 (none) to 3 (a lot)."))


def _read_yes_no(text: str | None) -> float | None:
    if text is None:
        return None
    asked = text.strip().casefold()
    if asked not in _YES_NO:
        raise BadInput(_("Answer --medicine with yes or no."))
    return _YES_NO[asked]
