"""`demo`: an example diary beside the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from twitchlog import paths
from twitchlog.commands.output import say
from twitchlog.commands.session import Session
from twitchlog.translation import _, ngettext, numeral

_NAME = "example.sqlite"


def demo(
    context: typer.Context,
    *,
    days: Annotated[int, typer.Option(metavar="N", help=_("How many days it spans."))] = 90,
    seed: Annotated[int, typer.Option(metavar="N", help=_("Another number, another life."))] = 1,
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help=_("Where to put it."), show_default=False)
    ] = None,
) -> None:
    """Make an example diary of an invented person.

    It lies beside your own, which is not touched.
    """
    from twitchlog.diary.example import make

    session: Session = context.obj
    path = out.expanduser().absolute() if out else paths.data_folder() / _NAME
    entries = make(path, days=days, seed=seed, clock=session.clock)
    made = ngettext("with {n} entry", "with {n} entries", entries).format(n=numeral(entries))
    say(_("An example diary {made} is at “{path}”.").format(made=made, path=path))
    say(_("Open it: twitchlog-app --diary “{path}”").format(path=path))
