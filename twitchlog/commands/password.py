"""`password`: lock the diary with a password, change it, remove it, print its recovery key."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from twitchlog.commands import passwords
from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.output import complain, say, say_json
from twitchlog.commands.session import Session
from twitchlog.diary.patience import UNANSWERED
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.diary.sealed.password import Left

app = typer.Typer(
    help=mark("The diary's password: with one, all of it is encrypted."), rich_markup_mode=None
)
FromInput = Annotated[
    bool,
    typer.Option(
        "--password-stdin",
        help=mark("Read passwords from the input, a line each: the old one first."),
    ),
]
_STEP: Final = 0.05


@app.command("set")
def set_it(
    context: typer.Context, *, from_input: FromInput = False, diary: DiaryPath = None
) -> None:
    """Lock the diary with a password. Nobody can open it without, you included."""
    session = _session(context, from_input)
    path = _needs(session, diary, sealed=False)
    new = passwords.new_password(from_input=session.from_input)
    with session.diary(diary) as opened:
        left = opened.password.set(new, progress=_progress())
    say(_("“{name}” is locked now, with its backups and files.").format(name=path.name))
    say(
        _(
            "Nobody can bring back a forgotten password. Print the recovery key and keep it safe: "
            "twitchlog password recovery"
        )
    )
    _say_left(left)


@app.command()
def change(
    context: typer.Context, *, from_input: FromInput = False, diary: DiaryPath = None
) -> None:
    """Change the password; in place of the old one the recovery key will do."""
    session = _session(context, from_input)
    path = _needs(session, diary, sealed=True)
    old = _old(session, path)
    new = passwords.new_password(from_input=session.from_input, old=old)
    with session.diary(diary) as opened:
        left = opened.password.change(old, new, progress=_progress())
    say(_("“{name}” opens with the new password now.").format(name=path.name))
    say(_("A recovery key that was printed before opens it no more: print a new one."))
    _say_left(left)


@app.command()
def remove(
    context: typer.Context, *, from_input: FromInput = False, diary: DiaryPath = None
) -> None:
    """Have the diary without a password: who can read the file can read the diary."""
    session = _session(context, from_input)
    path = _needs(session, diary, sealed=True)
    old = _old(session, path)
    with session.diary(diary) as opened:
        left = opened.password.remove(old, progress=_progress())
    say(_("“{name}” has no password any more and is not encrypted.").format(name=path.name))
    _say_left(left)


@app.command()
def recovery(
    context: typer.Context, *, from_input: FromInput = False, diary: DiaryPath = None
) -> None:
    """Show the recovery key, to be printed: it opens the diary like the password."""
    session = _session(context, from_input)
    path = _needs(session, diary, sealed=True)
    _old(session, path)
    with session.diary(diary) as opened:
        shown = opened.password.recovery_key()
    say(shown)


@app.command()
def keychain(
    context: typer.Context,
    keep: Annotated[str, typer.Argument(metavar="on|off", help=_("Whether it keeps the key."))],
    *,
    from_input: FromInput = False,
    diary: DiaryPath = None,
) -> None:
    """Have this computer's keychain keep the key, or no longer: then no password is asked here."""
    from twitchlog.diary.sealed import keychain as chain

    if keep not in {"on", "off"}:
        raise BadInput(_("Say on or off."))
    session = _session(context, from_input)
    path = _needs(session, diary, sealed=True)
    if keep == "on":
        chain.keep(path, session.key_of(path, typed_only=True))
        say(_("This computer's keychain keeps the key: no password is asked here any more."))
    else:
        chain.forget(path, session.key_of(path))
        say(_("This computer's keychain keeps the key no longer."))


@app.command()
def finish(
    context: typer.Context, *, from_input: FromInput = False, diary: DiaryPath = None
) -> None:
    """Bring along the backups and files that an interrupted change of the password left."""
    session = _session(context, from_input)
    with session.diary(diary) as opened:
        left = opened.password.go_on(_progress())
    _say_left(left)
    if left.files or left.unanswered:
        raise typer.Exit(1)
    say(_("All backups and files are as the diary is."))


@app.command()
def status(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """Say whether the diary has a password; needs none for it."""
    from twitchlog.diary import connecting
    from twitchlog.diary.backups.notes import Notes
    from twitchlog.diary.backups.second import patience_for, waiting
    from twitchlog.diary.patience import NoAnswer
    from twitchlog.diary.sealed import keychain as chain
    from twitchlog.diary.sealed import transcribing
    from twitchlog.diary.sealed.keys import Key

    session: Session = context.obj
    path = session.file(diary)
    sealed = connecting.is_sealed(path)
    # What is yet to be done is known by the salt alone.
    key = Key(b"", connecting.salt_of(path)) if sealed else None
    pending = sum(1 for _job in transcribing.jobs(path, key))
    try:
        notes = Notes(path)
        pending += len(waiting(notes, key, patience_for(notes, session.clock)))
    except (NoAnswer, OSError):
        complain(_(UNANSWERED))
    kept = chain.is_chosen(path)
    if as_json:
        say_json({"password": sealed, "keychain": kept, "pending": pending})
        return
    name = path.name
    say(
        _("“{name}” is locked with a password.").format(name=name)
        if sealed
        else _("“{name}” has no password and is not encrypted.").format(name=name)
    )
    if kept:
        say(_("This computer's keychain keeps the key."))
    if pending:
        told = ngettext(
            "{n} backup or file is not yet as the diary is: twitchlog password finish",
            "{n} backups and files are not yet as the diary is: twitchlog password finish",
            pending,
        )
        say(told.format(n=pending))


def _session(context: typer.Context, from_input: bool) -> Session:
    session: Session = context.obj
    session.from_input = session.from_input or from_input
    return session


def _needs(session: Session, named: str | None, *, sealed: bool) -> Path:
    """Return the file of the diary; raise BadInput where it has a password, or has none."""
    from twitchlog.diary import connecting

    path = session.file(named)
    if connecting.is_sealed(path) != sealed:
        raise BadInput(
            _("The diary has no password.")
            if sealed
            else _("The diary has a password already. It can be changed or removed.")
        )
    return path


def _old(session: Session, path: Path) -> str:
    """Return the password as it was typed, once it has opened the diary."""
    from twitchlog.diary.sealed import unlocking

    if session.from_input:
        old = passwords.next_line()
    else:
        passwords.insist_terminal()
        old = passwords.typed(_("Password of the diary: "))
    session.key = unlocking.unlock_with_either(path, old)
    return old


def _progress() -> Callable[[float, str], None] | None:
    """Return what shows the progress at a terminal; in a pipe nothing is said of it."""
    if not sys.stderr.isatty():
        return None
    said = [-1.0]

    def tell(done: float, doing: str) -> None:
        if done - said[0] >= _STEP or done >= 1:
            said[0] = done
            sys.stderr.write(f"\r\033[K{done:4.0%}  {doing}" if doing else "\r\033[K")
            sys.stderr.flush()

    return tell


def _say_left(left: Left) -> None:
    from twitchlog.diary import connecting

    for path in left.files:
        told = (
            _("This could not be written anew and has an earlier password: {path}")
            if connecting.is_sealed(path)
            else _(
                "This could not be encrypted, and who can open it can read it: {path}. If it is "
                "damaged, remove it once you do not need it; else try: twitchlog password finish"
            )
        )
        complain(told.format(path=path))
    if left.unanswered:
        complain(_(UNANSWERED))
