"""`rest`: twitches counted while sitting still, apart from the everyday entries."""

from __future__ import annotations

from typing import Annotated

import typer

from twitchlog.commands.arguments import AsJson, BeganAt, DiaryPath, Note
from twitchlog.commands.options import SHOWN_ID, chosen, read_moment
from twitchlog.commands.output import say, say_json, say_list
from twitchlog.commands.plain import rest_count_data, say_when
from twitchlog.commands.session import Session
from twitchlog.domain.duration import say_length
from twitchlog.domain.rest import USUAL_S, RestCount, Tap, spread
from twitchlog.domain.site import find
from twitchlog.translation import _, mark, numeral

app = typer.Typer(
    help=mark("Rest counts: the twitches of two minutes of sitting still."), rich_markup_mode=None
)


@app.callback(invoke_without_command=True)
def rest(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List the rest counts, or add one."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    with session.diary(diary) as opened:
        held = opened.rest.all()
    head = (_("Id"), _("When"), _("Twitches"), _("Minutes"), _("A minute"), _("Note"))
    say_list(
        held,
        head,
        _row,
        as_json=as_json,
        data=rest_count_data,
        none=_("No rest counts are recorded."),
    )


@app.command()
def add(
    context: typer.Context,
    *,
    count: Annotated[int, typer.Option(metavar="N", help=_("How many twitches there were."))],
    minutes: Annotated[
        float, typer.Option(metavar="N", help=_("How many minutes were counted; 2 unless given."))
    ] = USUAL_S / 60,
    where: Annotated[
        str | None, typer.Option(metavar="PLACE", help=_("Where, if all were in one place."))
    ] = None,
    at: BeganAt = None,
    note: Note = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Add a rest count that was made without the screen."""
    session: Session = context.obj
    site = None if where is None else find(where).id
    taps = tuple(Tap(tap.after_ms, site) for tap in spread(count, minutes * 60))
    ago = f"{minutes}m" if at is None and minutes > 0 else None
    read_moment(session.clock, ago=ago, at=at)
    with session.diary(diary, begin=True) as opened:
        moment = read_moment(opened.clock, ago=ago, at=at)
        written = opened.rest.save(RestCount(moment, minutes * 60, taps, note))
    if as_json:
        say_json(rest_count_data(written.value))
    else:
        say(f"{written.changes.name}: {_said(written.value)}.")


@app.command()
def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help=_("The beginning of its id."))],
    *,
    diary: DiaryPath = None,
) -> None:
    """Move a rest count to the bin."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        written = opened.rest.remove(chosen(opened.rest.all(), name).id)
    say(f"{written.changes.name}.")


def _row(count: RestCount) -> tuple[str, ...]:
    rate = numeral(count.rate, ".3g") if count.comparable else _("too short to compare")
    minutes = numeral(count.length_s / 60, ".3g")
    return (
        count.id[:SHOWN_ID], say_when(count.moment), str(count.count), minutes, rate, count.note,
    )  # fmt: skip


def _said(count: RestCount) -> str:
    said = _("{n} in {length}").format(n=count.count, length=say_length(count.length_s))
    rate = (
        _("{rate} a minute").format(rate=numeral(count.rate, ".3g"))
        if count.comparable
        else _("too short to compare")
    )
    return f"{said}, {rate}"
