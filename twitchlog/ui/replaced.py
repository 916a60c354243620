"""Another file has come in the place of the diary's: offer to go on with that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.background import Lane
from twitchlog.diary.elsewhere import ANYTHING
from twitchlog.domain.backup import Why
from twitchlog.domain.errors import Replaced
from twitchlog.presenters.services import say_to
from twitchlog.translation import _
from twitchlog.ui.dialogs import Dialog
from twitchlog.ui.unforeseen import Says
from twitchlog.ui.widgets import focus

if TYPE_CHECKING:
    from twitchlog.ui.program import Program
    from twitchlog.ui.widgets.layers import DialogLayer


class Replacement:
    """Asks once an entry was refused, or by itself while nothing is being typed.

    The screens stay, and with them what was typed; whose change stays in an entry that both files
    have is asked as with any other computer.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._dialog: DialogLayer | None = None
        self._told = False

    def notice(self) -> None:
        """Ask once, unless somebody is at something: the next entry will ask."""
        if not self._told and not self._program.shell.open_layers and focus.focused() is None:
            self.ask()

    def ask(self) -> None:
        """Ask whether to go on with the new file."""
        if self._dialog is not None and self._dialog.open:
            return
        self._told = True
        name = self._program.door.address.path.name
        self._dialog = self._program.shell.open_dialog(
            Dialog(
                title=_("Your diary’s file was replaced"),
                text=_(
                    "Another file called “{name}” has come in its place while it was open, from a "
                    "synchronised folder perhaps. Nothing can be saved until you open that one. "
                    "What you are typing stays on the screen, and the diary as it was here is kept "
                    "as a backup."
                ).format(name=name),
                actions=[(_("Not now"), None), (_("Open the new file"), self._go_on)],
            )
        )

    def _go_on(self) -> None:
        """Keep what was open, then open what is there."""
        program = self._program
        program.session.submit(
            Lane.DIARY,
            lambda: program.diary.backups.make(why=Why.REPLACED),
            done=lambda _kept: self._open_new(),
            failed=say_to(Says(program.say)),
        )

    def _say_done(self) -> None:
        """Say it where one is: words at the foot would lie over the button of a form."""
        shell = self._program.shell
        for layer in shell.open_layers[-1:]:
            complain = getattr(layer.panel.content, "complain", None)
            if complain is not None:
                complain(_("This is the new file. Save again to keep this in it."))
            return
        shell.snack(
            _("This is the new file. Your diary as it was before is in the backups."),
            [(_("Open Backups"), self._program.open_backups)],
        )

    def _open_new(self) -> None:
        program = self._program

        def done(_none: None) -> None:
            self._told = False
            program.announce(ANYTHING)
            self._say_done()

        def failed(problem: Exception) -> None:
            if isinstance(problem, Replaced) and not problem.there:
                program.say(problem.sentence)
            else:
                # The way of the start asks for a password, leads to the rescue, or says why not.
                program.open_anew()

        program.session.submit(Lane.DIARY, program.diary.go_on_anew, done=done, failed=failed)
