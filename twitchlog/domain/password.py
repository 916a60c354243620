"""What a password must be, each rule said to the user in one sentence."""

from __future__ import annotations

from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, mark

NOT_ENCRYPTED: Final = mark("It is not encrypted: who can open it can read it.")
"""What is said of every file that leaves the diary, whether that has a password or not."""
SHORTEST: Final = 8
"""Letters of the shortest password: fewer can be tried out in hours."""


def insist_good(new: str, *, again: str | None = None, old: str | None = None) -> None:
    """Raise BadInput for a new password that is empty, too short, mistyped or the old one."""
    if not new.strip():
        raise BadInput(_("Type a password."))
    if len(new) < SHORTEST:
        raise BadInput(_("A password has at least {n} letters or signs.").format(n=SHORTEST))
    if again is not None and again != new:
        raise BadInput(_("The two passwords are not the same. Type them again."))
    if old is not None and old == new:
        raise BadInput(_("The new password is the same as the old one."))
