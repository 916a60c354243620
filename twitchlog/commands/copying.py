"""`copy`: the whole diary into another file, or to a server and back."""

from __future__ import annotations

from typing import Annotated

import typer

from twitchlog.commands.arguments import DiaryPath
from twitchlog.commands.output import say
from twitchlog.commands.session import Session
from twitchlog.translation import _, ngettext, numeral


def copy(
    context: typer.Context,
    *,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="PATH", help=_("Where the copy is made: a new file, or an address.")
        ),
    ],
    diary: DiaryPath = None,
) -> None:
    """Copy the whole diary, with bin and undo, into a new file or to a server, or from there.

    A file has the same password as the diary, where that has one; a server never has.
    """
    from twitchlog.diary import address
    from twitchlog.diary.transfer import copying

    session: Session = context.obj
    where = address.named(to)
    with session.diary(diary) as opened:
        done, locked = copying.copy_to(opened, where), opened.key is not None
    told = ngettext("Copied {n} row to “{where}”.", "Copied {n} rows to “{where}”.", done.rows)
    say(told.format(n=numeral(done.rows), where=where.shown))
    if done.files:
        told = ngettext("{n} file went with it.", "{n} files went with it.", done.files)
        say(told.format(n=done.files))
    if done.missing:
        told = ngettext(
            "{n} file is named in the diary but is not there any more.",
            "{n} files are named in the diary but are not there any more.",
            done.missing,
        )
        say(told.format(n=done.missing))
    if where.on_server:
        said = _(
            "Whether the copy is encrypted is for the server to say; this diary stays as it was."
        )
    elif locked:
        said = _("The copy is encrypted and opens with the same password.")
    else:
        said = _("The copy is not encrypted: who can open it can read it.")
    say(said)
