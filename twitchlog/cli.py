"""The command line: which commands there are, and how they end."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.exceptions import TyperException

from twitchlog import __version__, paths, translation
from twitchlog.background import calculate_in_one_thread
from twitchlog.clock import SystemClock
from twitchlog.commands import output
from twitchlog.commands.arguments import DiaryPath
from twitchlog.commands.languages import checked_language, is_language
from twitchlog.commands.loading import Group, in_words
from twitchlog.commands.session import Session
from twitchlog.domain.errors import TwitchLogError
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.clock import Clock

_EPILOG = mark(
    """Exit codes:
  0  done
  1  something unexpected went wrong
  2  what was given cannot be used; nothing was changed
  3  there is nothing to undo or redo
  4  the diary file cannot be opened or written
  5  the report could not be saved
  6  the check found something; it says what

The diary is the file named by --diary, else by TWITCHLOG_DIARY, else your own.
"""
)

_MOST_GARBAGE: Final = 200_000
"""So many new objects are made before Python looks which of them nobody holds any more."""

app = typer.Typer(
    name="twitchlog",
    help=mark("A private diary for muscle twitches."),
    epilog=_EPILOG,
    cls=Group,
    add_completion=False,
    # Plain help: quick to start, and read well by a screen reader.
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def _common(
    context: typer.Context,
    *,
    diary: DiaryPath = None,
    from_input: Annotated[
        bool,
        typer.Option(
            "--password-stdin",
            help=_("Read the password of a locked diary from the first line of the input."),
        ),
    ] = False,
    language: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="CODE",
            help=_("The language, as en; else TWITCHLOG_LANG, else that of the system."),
        ),
    ] = None,
    debug: Annotated[
        bool, typer.Option("--debug", help=_("Show where an unexpected problem arose."))
    ] = False,
    version: Annotated[bool, typer.Option("--version", help=_("Say the version and end."))] = False,
) -> None:
    session: Session = context.obj
    session.chosen, session.debug, session.from_input = diary, debug, from_input
    checked_language(language)
    if version:
        _say_version()
        raise typer.Exit
    if context.invoked_subcommand is None:
        output.say(context.get_help())


def _call(arguments: list[str], session: Session) -> object:
    if arguments[:1] == ["--version"]:
        _say_version()  # making out what else is given would take as long again
        return 0
    command = in_words(typer.main.get_command(app))
    return command.main(arguments, "twitchlog", standalone_mode=False, obj=session)


def _say_version() -> None:
    output.say(f"TwitchLog {__version__}")


def main(arguments: Sequence[str] | None = None, *, clock: Clock | None = None) -> int:
    """Run one command and return the exit code of the process; every problem is one sentence."""
    # Looking for garbage as often as Python does costs a quick command a tenth of its time; a long
    # one, such as an export, must still be rid of it.
    often = gc.get_threshold()
    gc.set_threshold(_MOST_GARBAGE, *often[1:])
    calculate_in_one_thread()
    given = list(sys.argv[1:] if arguments is None else arguments)
    translation.activate(_language(given))
    try:
        output.prepare()
        with paths.private_files():
            return _run(given, Session(clock or SystemClock()))
    finally:
        gc.set_threshold(*often)


def _language(arguments: list[str]) -> str | None:
    """Return the language asked for before the command: even a mistake is to be told in it.

    Where none is, data for other programs has English words, whatever the system speaks.
    """
    unasked = translation.ENGLISH if "--json" in arguments else None
    for at, each in enumerate(arguments):
        name, _equals, value = each.partition("=")
        if name == "--lang":
            asked = value or "".join(arguments[at + 1 : at + 2])
            return asked.strip().lower() if is_language(asked) else unasked
        if not each.startswith("-") and arguments[at - 1 : at] != ["--diary"]:
            return unasked
    return unasked


def program() -> int:
    """Be the process that runs one command, and let go of its memory as a whole at the end."""
    code = main()
    # Python would look for garbage once more: a tenth of the time of a page.
    gc.disable()
    gc.freeze()
    return code


def _run(arguments: list[str], session: Session) -> int:
    try:
        code = _call(arguments, session)
        sys.stdout.flush()
    except TwitchLogError as problem:
        output.complain(problem.sentence)
        return problem.exit_code
    except TyperException as problem:
        output.complain(problem.format_message())
        return problem.exit_code
    except BrokenPipeError:
        # Whoever read the output has seen enough; nothing may be flushed into it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit:
        return 0  # how typer itself answers the same
    except Exception as problem:  # noqa: BLE001 - a person gets a sentence whatever happens
        if session.debug:
            import traceback

            traceback.print_exc()
        # The problem's own text may hold what the user wrote, so only its kind is shown.
        output.complain(
            _("Something unexpected went wrong ({kind}). Add --debug to see where.").format(
                kind=type(problem).__name__
            )
        )
        return 1
    return code if isinstance(code, int) else 0


if __name__ == "__main__":
    sys.exit(program())
