"""Begin a new diary where password and recovery key of the old one are lost: asked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.translation import _
from twitchlog.ui.dialogs import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.ui.layered import Layered


def ask(screen: Layered, folder: str, begin: Callable[[], None]) -> None:
    """Say what that means, ask once more, then `begin`; the old diary goes into `folder`."""

    def sure() -> None:
        screen.open_dialog(
            Dialog(
                title=_("Put the old diary aside?"),
                text=_("You then see an empty diary without a password."),
                actions=[(_("Cancel"), None), (_("Begin a new diary"), begin)],
            )
        )

    screen.open_dialog(
        Dialog(
            title=_("Begin a new diary"),
            text=_(
                "Without its password or its recovery key nobody can read this diary, and nobody "
                "can make a new key for it. You can begin a new, empty one.\n\n"
                "Nothing of the old one is erased or changed: with its backups and photos it goes "
                "into the folder “{folder}” beside the new one. If the password turns up, Open "
                "another diary opens it there."
            ).format(folder=folder),
            actions=[(_("Cancel"), None), (_("Go on"), sure)],
        )
    )
