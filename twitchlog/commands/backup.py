"""`backup`: make, list, restore, carry away, test and remove whole copies of the diary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.output import say, say_json, say_list
from twitchlog.commands.plain_backup import (
    NEWEST,
    chosen,
    data,
    name_of,
    not_there,
    row,
    second_data,
    second_said,
)
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput, DiaryError
from twitchlog.domain.password import NOT_ENCRYPTED
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary

Name = Annotated[
    str,
    typer.Argument(metavar="NAME", help=mark("As the list shows it, or its beginning, or newest.")),
]

app = typer.Typer(
    help=mark("Whole copies of the diary: made, restored, tested."), rich_markup_mode=None
)


@app.callback(invoke_without_command=True)
def backup(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List the backups, make one, or restore one."""
    if context.invoked_subcommand is None:
        list_backups(context, as_json=as_json, diary=diary)


@app.command()
def make(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """Make a backup now, and a second copy where one is wanted."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        made = opened.backups.make()
        second = opened.backups.second_copy.make(made)
        state = opened.backups.second_copy.state()
        told = (
            next(each for each in opened.backups.list() if each.path == made) if as_json else None
        )
    if told is not None:
        say_json({**data(told), "second_copy": str(second) if second else None})
        return
    say(_("A backup was made and checked: {path}").format(path=made))
    if second:
        say(_("It was copied to “{folder}” too.").format(folder=second.parent))
    elif state is not None:
        say(not_there(state))


@app.command("list")
def list_backups(
    context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None
) -> None:
    """List the backups, the newest first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        held = opened.backups.list()
    head = (_("Name"), _("Entries"), _("kB"), _("Kept"), _("Tested"))
    say_list(held, head, row, as_json=as_json, data=data, none=_("There is no backup yet."))


@app.command()
def restore(
    context: typer.Context, name: Name, *, as_json: AsJson = False, diary: DiaryPath = None
) -> None:
    """Put a backup in the place of the diary; what is there now is kept as a backup first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        wanted = chosen(opened.backups.list(), name)
        typed = _password_of_it(session) if wanted.sealed else ""
        done = opened.backups.restore(wanted, password=typed)
        kept = next((each for each in opened.backups.list() if each.path == done.kept), None)
        count = opened.twitches.count()
    if as_json:
        said = {"entries": count, "kept": str(done.kept), "missing_files": done.missing}
        say_json(said)
        return
    told = ngettext(
        "Restored. The diary holds {n} entry now.",
        "Restored. The diary holds {n} entries now.",
        count,
    )
    say(told.format(n=numeral(count)))
    if kept is not None:
        say(
            _("To put it back as it was: twitchlog backup restore {name}").format(
                name=name_of(kept)
            )
        )
    if done.missing:
        missing = ngettext(
            "{n} photo or other file of it is nowhere any more.",
            "{n} photos or other files of it are nowhere any more.",
            done.missing,
        )
        say(missing.format(n=done.missing))


def _password_of_it(session: Session) -> str:
    """Ask for the password of a backup that has another one than the diary."""
    from twitchlog.commands import passwords

    if session.from_input:
        return passwords.next_line()
    passwords.insist_terminal()
    return passwords.typed(_("Password of the backup: "))


@app.command("copy-to")
def copy_to(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="FOLDER", help=_("A stick, or a folder that is synchronised.")),
    ] = None,
    *,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help=_("Which one; newest unless given."))
    ] = NEWEST,
    always: Annotated[
        bool, typer.Option("--always", help=_("Copy each backup there from now on."))
    ] = False,
    never: Annotated[
        bool, typer.Option("--never", help=_("Make no second copies any more."))
    ] = False,
    keep: Annotated[
        int | None,
        typer.Option(metavar="N", help=_("With --always, how many stay: 30, 10, 3; 0 for all.")),
    ] = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Copy a backup to another folder, once or always; without a folder, say how that stands."""
    session: Session = context.obj
    if never and (always or folder is not None):
        raise BadInput(_("Give a folder or --never, not both."))
    if always and folder is None:
        raise BadInput(_("Say which folder the copies go to."))
    with session.diary(diary) as opened:
        second, copied = opened.backups.second_copy, None
        if never:
            second.forget()
        if keep is not None and not always:
            second.keep(keep)
        if folder is not None:
            copied = _carry(opened, folder, name, always=always, keep=keep)
        state, sealed = second.state(), opened.key is not None
    if as_json:
        say_json({"copied": str(copied) if copied else None, **second_data(state)})
        return
    if copied is not None:
        say(_("Copied to “{path}”.").format(path=copied))
        if not sealed:
            say(_(NOT_ENCRYPTED))
    else:
        say(second_said(state))


def _carry(
    opened: Diary, folder: Path, name: str, *, always: bool, keep: int | None
) -> Path | None:
    """Copy a backup into `folder`, once or from now on; return the copy."""
    room = opened.backups
    if not always:
        return room.copy_to(chosen(room.list(), name), folder.expanduser().absolute())
    room.second_copy.choose(folder)
    if keep is not None:
        room.second_copy.keep(keep)
    return room.second_copy.make(None if room.list() else room.make())


@app.command("test")
def prove(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """Restore the newest backup into a place of its own, compare, and remove that again."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        tested = opened.backups.test_newest()
    if tested is None:
        raise DiaryError(_("There is no backup yet."))
    if not tested.sound:
        raise DiaryError(
            _("The newest backup did not pass its test. {wrong} Your diary itself is safe.").format(
                wrong=tested.sentence
            )
        )
    if as_json:
        say_json({"name": tested.name, "tested": tested.when.isoformat(), "sound": True})
    else:
        say(_("The newest backup was restored in a place of its own, and everything is in it."))


@app.command()
def remove(
    context: typer.Context,
    name: Name,
    *,
    yes: Annotated[bool, typer.Option("--yes", help=_("Erase it: this cannot be undone."))] = False,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Erase a backup for good."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        backup = chosen(opened.backups.list(), name)
        if not yes:
            raise BadInput(
                _("Erasing backup {name} cannot be undone. Add --yes to do it.").format(
                    name=name_of(backup)
                )
            )
        opened.backups.remove(backup)
    if as_json:
        say_json({"erased": name_of(backup)})
    else:
        say(_("Backup {name} is erased.").format(name=name_of(backup)))
