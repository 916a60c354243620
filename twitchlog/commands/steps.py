"""`undo` and `redo`: one step back, or forth again."""

from __future__ import annotations

import typer

from twitchlog.commands.arguments import DiaryPath
from twitchlog.commands.output import say
from twitchlog.commands.session import Session
from twitchlog.translation import _


def undo(context: typer.Context, *, diary: DiaryPath = None) -> None:
    """Take the newest change back; repeat it to go further."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        changes = opened.undo()
    say(_("Taken back: {step}.").format(step=changes.name))


def redo(context: typer.Context, *, diary: DiaryPath = None) -> None:
    """Do again what was taken back last."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        changes = opened.redo()
    say(_("Done again: {step}.").format(step=changes.name))
