"""`export`: the whole diary to one file, or to a folder for spreadsheets."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from twitchlog.commands.arguments import DiaryPath
from twitchlog.commands.output import say
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.domain.password import NOT_ENCRYPTED
from twitchlog.translation import _, ngettext, numeral


def export(
    context: typer.Context,
    target: Annotated[
        Path, typer.Argument(metavar="PATH", help=_("A new .json file; with --csv a folder."))
    ],
    *,
    as_csv: Annotated[
        bool, typer.Option("--csv", help=_("Write CSV files for spreadsheets into a new folder."))
    ] = False,
    diary: DiaryPath = None,
) -> None:
    """Save the whole diary, to keep or to bring into another one."""
    from twitchlog.diary.transfer import document, sheets

    session: Session = context.obj
    path = target.expanduser().absolute()
    if not as_csv and path.exists():
        raise BadInput(
            _("“{name}” is there already and was left as it is. Choose another name.").format(
                name=path.name
            )
        )
    with session.diary(diary) as opened:
        if as_csv:
            path = sheets.save(opened, path)
        else:
            count = document.save(opened, path) or 0
    if as_csv:
        say(_("Saved to “{path}”.").format(path=path))
    else:
        told = ngettext("Saved {n} row to “{path}”.", "Saved {n} rows to “{path}”.", count)
        say(told.format(n=numeral(count), path=path))
    say(_(NOT_ENCRYPTED))
