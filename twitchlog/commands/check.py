"""`check`: look the diary's file over, and mend what follows from the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.output import say, say_json
from twitchlog.commands.session import Session
from twitchlog.domain.checkup import Checked, Finding, Looked, Remedy
from twitchlog.domain.errors import BadInput, Damaged
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FOUND: Final = 6
"""The exit code where something was found."""

_Moved = Annotated[list[str] | None, typer.Option(hidden=True)]


def check(
    context: typer.Context,
    answers: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    *,
    mend: Annotated[
        bool,
        typer.Option("--mend", help=_("Back up, then make anew what follows from the entries.")),
    ] = False,
    no_to_all: Annotated[bool, typer.Option("--no-to-all", hidden=True)] = False,
    where: _Moved = None,
    since: _Moved = None,
    amount: _Moved = None,
    note: _Moved = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Look the diary's file over; exit code 6 where something is not as it should be."""
    if answers or no_to_all or where or since or amount or note:
        raise BadInput(_("The weekly check is now: twitchlog weekly. Nothing was saved."))
    from twitchlog.diary import checkup

    session: Session = context.obj
    backup: Path | None = None
    try:
        with session.diary(diary) as opened:
            checked = checkup.full(opened)
            if mend and checked.mends:
                backup = checkup.mend(opened)
                checked = checkup.full(opened)
    except Damaged as problem:
        finding = Finding("file", problem.sentence, Remedy.RESCUE)
        checked = Checked((Looked("file", _("The file, page by page"), (finding,)),), 0)
    if as_json:
        say_json(_data(checked))
    else:
        _say(checked, backup)
    if checked.findings:
        raise typer.Exit(FOUND)


def _data(checked: Checked) -> dict[str, Any]:
    return {
        "sound": not checked.findings,
        "entries": checked.entries,
        "looked_at": [part.part for part in checked.parts],
        "findings": [
            {"part": each.part, "remedy": each.remedy.value, "sentence": each.sentence}
            for each in checked.findings
        ],
    }


def _say(checked: Checked, backup: Path | None) -> None:
    if backup is not None:
        say(_("What follows from the entries was made anew; a backup is at {path}.").format(
            path=backup
        ))  # fmt: skip
    for part in checked.parts:
        say(_("{part}: {found}").format(part=part.title, found=_found(part.findings)))
    if not checked.findings:
        count = ngettext("{n} entry", "{n} entries", checked.entries)
        say(_("Nothing was found. {count}.").format(count=count.format(n=checked.entries)))
    elif checked.mends:
        say(_("Make the lists anew with: twitchlog check --mend"))
    elif checked.damaged:
        say(_("Save what can be read with: twitchlog rescue"))


def _found(findings: Sequence[Finding]) -> str:
    return " ".join(each.sentence for each in findings) or _("sound")
