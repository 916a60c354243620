"""How one gets to the settings and to what they keep: backups, and what is brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.translation import _, activate, language, language_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.program import Program


class SettingsWays:
    """Opens the settings and the pages behind them, each module when it is first wanted.

    Whoever takes it on has the shell, the services, the program, and ways to help and Care.
    """

    _shell: Shell
    _services: Services
    program: Program
    open_help: Callable[[], None]
    open_care: Callable[[], None]

    def open_settings(self) -> None:
        """Open the settings over the screens, or go back to them."""
        from twitchlog.ui.screens import settings

        if self._shell.return_to(settings.SettingsScreen.rail):
            return
        self._shell.push(
            settings.build(
                self._services,
                self._shell,
                open_help=self.open_help,
                open_care=self.open_care,
                bring_in=self.open_bring_in,
                open_backups=self.open_backups,
                open_second_copy=self.open_second_copy,
                open_another=self.program.gate.open_another,
                lock=self.program.gate.lock,
                open_check=self.open_check,
                speak=self._speak,
            )
        )

    def _speak(self) -> None:
        """Make all screens anew, in the language that was chosen."""
        activate(self._services.settings.values.language or None)
        self.program.open_anew(
            say=_("TwitchLog speaks {language} now.").format(language=language_name(language())),
            offer=lambda ways: [(_("Settings"), ways.open_settings)],
        )

    def open_new_password(self) -> None:
        """Open the page that changes the password; the recovery key will do for the old one."""
        from twitchlog.presenters.password import Doing
        from twitchlog.ui.screens import password

        self._shell.push(password.build(self._services, self._shell, Doing.CHANGE))

    def open_check(self) -> None:
        """Check the diary, and show what was found."""
        from twitchlog.ui.screens import checkup

        self._shell.push(checkup.build(self._services, self._shell, self.program.rescue))

    def open_backups(self) -> None:
        """Open the list of the backups."""
        self._shell.push(self._backups())

    def open_second_copy(self) -> None:
        """Open where second copies go."""
        self._shell.push(self._backups().second)

    def _backups(self) -> Any:
        from twitchlog.ui.screens import backups

        return backups.build(
            self._services,
            self._shell,
            opened_anew=lambda sentence: self.program.open_anew(
                say=sentence, offer=lambda ways: [(_("Open Backups"), ways.open_backups)]
            ),
        )

    def open_bring_in(self) -> None:
        """Open where entries of another program, or a whole diary, are brought in."""
        from twitchlog.ui.screens import bring_in

        self._shell.push(bring_in.build(self._services, self._shell))
