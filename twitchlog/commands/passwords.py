"""Ask for passwords: without showing them at a terminal, else as lines on the input."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from twitchlog.commands.output import complain
from twitchlog.domain.errors import BadInput, NeedsPassword, WrongPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

_TRIES: Final = 6


def key_of(path: Path, *, from_input: bool, typed_only: bool = False) -> Key:
    """Return the key of the sealed diary at `path`.

    It comes from a line of the input, else from the keychain where that keeps it and it need not be
    typed, else from the terminal, where each further wrong try waits longer. Raises NeedsPassword,
    WrongPassword, Damaged.
    """
    from twitchlog.diary.sealed import keychain, unlocking

    if from_input:
        return unlocking.unlock_with_either(path, next_line())
    if not typed_only and (key := keychain.find(path)) and unlocking.opens(path, key):
        return key
    insist_terminal()
    return _asked(lambda typed: unlocking.unlock_with_either(path, typed))


def next_line() -> str:
    """Return the next line of the input, a password; raise BadInput where there is none."""
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise BadInput(_("There is no password on the input."))
    return line


def new_password(*, from_input: bool, old: str | None = None) -> str:
    """Return a new password, typed twice at a terminal; raise BadInput for one that is not good."""
    from twitchlog.domain.password import insist_good

    if from_input:
        new = next_line()
        insist_good(new, old=old)
        return new
    insist_terminal()
    new = typed(_("New password: "))
    insist_good(new, old=old)
    insist_good(new, again=typed(_("The same again: ")))
    return new


def typed(prompt: str) -> str:
    """Ask at the terminal for what is not shown there; raise BadInput where it was broken off."""
    import getpass

    try:
        return getpass.getpass(prompt, sys.stderr)
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\n")
        raise BadInput(_("Nothing was typed, and nothing was changed.")) from None


def _asked(unlock: Callable[[str], Key]) -> Key:
    from twitchlog.diary.sealed.unlocking import wait_s

    for failed in range(_TRIES):
        time.sleep(wait_s(failed))
        try:
            return unlock(typed(_("Password of the diary: ")))
        except WrongPassword as problem:
            if failed == _TRIES - 1:
                raise
            complain(problem.sentence)
    raise AssertionError


def insist_terminal() -> None:
    """Raise NeedsPassword where nobody can type a password."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise NeedsPassword(
            _(
                "A password is needed. Give it as a line on the input, with --password-stdin "
                "before the command."
            )
        )
