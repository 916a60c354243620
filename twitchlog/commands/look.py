"""`list` and `sites`: what is written down, and what places there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.arguments import AsJson, Day, DiaryPath, First, Last
from twitchlog.commands.options import read_day, read_period
from twitchlog.commands.output import say, say_json, say_table
from twitchlog.commands.plain import (
    say_amounts,
    say_places,
    say_triggers,
    say_when,
    site_data,
)
from twitchlog.commands.session import Session
from twitchlog.domain.duration import say_length
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period
from twitchlog.domain.site import search
from twitchlog.translation import _, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.checkin import Checkin
    from twitchlog.domain.twitch import Twitch

_NEWEST = 20


def list_entries(
    context: typer.Context,
    *,
    day: Day = None,
    newest: Annotated[
        int | None, typer.Option("--last", metavar="N", help=_("The newest N; 20 unless given."))
    ] = None,
    first: First = None,
    last: Last = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """List entries, the oldest first; with --json everything the diary holds, a key a kind.

    Without --day, --last, --from or --to, JSON has all of it. What has no day is always there.
    """
    session: Session = context.obj
    in_period = first is not None or last is not None
    if sum((day is not None, newest is not None, in_period)) > 1:
        raise BadInput(_("Give --day, --last, or --from and --to: one of them."))
    if newest is not None and newest < 1:
        raise BadInput(_("Give --last a number above zero."))
    if as_json:
        _write(session, diary, day=day, newest=newest, first=first, last=last)
        return
    with session.diary(diary) as opened:
        checkin = None
        entries: Sequence[Twitch]
        if day is not None:
            chosen = read_day(day, opened.clock)
            entries = opened.twitches.on_day(chosen)[::-1]
            checkin = opened.checkins.get(chosen)
        elif in_period:
            entries = opened.twitches.between(read_period(opened, first=first, last=last))
        else:
            entries = opened.twitches.newest(newest or _NEWEST)[::-1]
    _show(entries, checkin)


def sites(
    context: typer.Context,  # noqa: ARG001 - every command is called alike
    text: Annotated[
        str, typer.Argument(metavar="SEARCH", help=_("A name, or the beginning of one."))
    ] = "",
    *,
    as_json: AsJson = False,
) -> None:
    """List the places that can be logged, or those that match SEARCH."""
    found = search(text)
    if as_json:
        say_json([site_data(place) for place in found])
    elif found:
        head = (_("Id"), _("Name"), _("Muscle"), _("Where"))
        say_table(head, [(place.id, place.name, place.muscle, place.where) for place in found])
    else:
        say(_("No place matches. See them all with: twitchlog sites"))


def _write(
    session: Session,
    diary: str | None,
    *,
    day: str | None,
    newest: int | None,
    first: str | None,
    last: str | None,
) -> None:
    from twitchlog.commands.everything import Asked, everything

    with session.diary(diary) as opened:
        period = None
        if day is not None:
            period = Period.ending(read_day(day, opened.clock), days=1)
        elif first is not None or last is not None:
            period = read_period(opened, first=first, last=last)
        found = everything(opened, Asked(period, newest))
    say_json(found)


def _show(entries: Sequence[Twitch], checkin: Checkin | None) -> None:
    if entries:
        head = (
            _("When"),
            _("Lasted"),
            _("Where"),
            _("Strength"),
            said("with which triggers", "With"),
            _("Note"),
        )
        say_table(head, [_cells(entry) for entry in entries])
    elif checkin is not None and checkin.none_said:
        say(_("No twitches on {day}: recorded.").format(day=checkin.day))
    else:
        say(_("No entries."))
    if checkin is not None and checkin.answered:
        answers = ", ".join(filter(None, (say_amounts(checkin), checkin.note)))
        say(_("Check-in of {day}: {said}.").format(day=checkin.day, said=answers))


def _cells(entry: Twitch) -> tuple[str, ...]:
    return (
        say_when(entry.moment),
        say_length(entry.duration_s) if entry.duration_s is not None else "–",
        say_places(entry),
        entry.strength.word if entry.strength is not None else "–",
        say_triggers(entry) or "–",
        entry.note,
    )
