"""The screens, one module a screen, and how one leads to another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.presenters.day_list import EntryRow
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


def add_all(shell: Shell, services: Services) -> None:
    """Give the shell its four screens and the keys that lead to them.

    Each screen is imported when it is first shown: the first frame waits for Today alone.
    """
    from twitchlog.ui.screens.checkin import Checkins
    from twitchlog.ui.screens.log_sheet import Logging
    from twitchlog.ui.screens.timer import Timing

    logging = Logging(services, shell)
    checkins = Checkins(services, shell)
    timing = Timing(services, shell, logging)

    def open_settings() -> None:
        from twitchlog.ui.screens import settings

        shell.push(settings.build(services, shell))

    def open_help() -> None:
        from twitchlog.ui.screens import help as help_page

        shell.push(help_page.build(services, shell))

    def open_day(day: date) -> None:
        shell.go("diary").show_day(day)

    def edit(row: EntryRow) -> None:
        if row.id:
            logging.edit(row.id)
        elif row.day is not None:
            checkins.open(row.day)

    def today() -> object:
        from twitchlog.ui.screens import today

        return today.build(
            services,
            shell,
            logging=logging,
            checkins=checkins,
            timing=timing,
            open_day=open_day,
            open_help=open_help,
            open_settings=open_settings,
        )

    def diary() -> object:
        from twitchlog.ui.screens import diary

        return diary.build(services, shell, edit=edit, add_to=logging.log)

    def patterns() -> object:
        from twitchlog.ui.screens import patterns

        return patterns.build(services, shell, log=logging.log, open_help=open_help)

    def visit() -> object:
        from twitchlog.ui.screens import visit

        return visit.build(services, shell, open_help=open_help)

    for name, label, icon, factory in (
        ("today", _("Today"), "home", today),
        ("diary", _("Diary"), "calendar-month", diary),
        ("patterns", _("Patterns"), "chart-box", patterns),
        ("visit", _("Visit"), "clipboard-text", visit),
    ):
        shell.add(name, label, f"{icon}-outline", icon, factory)
    shell.bind(on_fab=lambda _shell: logging.log())
    shell.shortcuts.update(
        {
            "ctrl+n": logging.log,
            "ctrl+1": lambda: shell.go("today"),
            "ctrl+2": lambda: shell.go("diary"),
            "ctrl+3": lambda: shell.go("patterns"),
            "ctrl+4": lambda: shell.go("visit"),
            "ctrl+p": lambda: shell.go("visit").save(),
        }
    )
