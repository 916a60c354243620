"""The screens, one module a screen, and how one leads to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.translation import _
from twitchlog.ui.screens.care_ways import CareWays
from twitchlog.ui.screens.patterns_ways import PatternsWays
from twitchlog.ui.screens.settings_ways import SettingsWays

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.day_list import EntryRow
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.program import Program
    from twitchlog.ui.screens.also import Also
    from twitchlog.ui.screens.dosing import Dosing


def add_tabs(shell: Shell, ways: Callable[[], Ways]) -> None:
    """Give the shell its four tabs; `ways` is asked when a screen is first shown."""
    for name, label, icon in (
        ("today", _("Today"), "home"),
        ("diary", _("Diary"), "calendar-month"),
        ("patterns", _("Patterns"), "chart-box"),
        ("visit", _("Visit"), "clipboard-text"),
    ):
        shell.add(name, label, f"{icon}-outline", icon, lambda name=name: getattr(ways(), name)())


def load_patterns() -> None:
    """Import what Patterns is made of, off the UI thread, before it is first opened.

    All of it at once would hold up the frame in which it is opened.
    """
    from twitchlog.ui.screens import (  # noqa: F401 - imported to be there
        chart_list,
        chart_page,
        patterns,
        triggers,
    )


def add_keys(shell: Shell, ways: Ways) -> None:
    """Give the shell the keys, and the button that logs, their meaning."""
    shell.bind(on_fab=lambda _shell: ways.logging.log())
    shell.shortcuts.update(
        {
            "ctrl+n": ways.logging.log,
            "ctrl+enter": ways.logging.finish,
            "ctrl+f": ways.open_search,
            "ctrl+1": lambda: shell.go("today"),
            "ctrl+2": lambda: shell.go("diary"),
            "ctrl+3": lambda: shell.go("patterns"),
            "ctrl+4": lambda: shell.go("visit"),
            "ctrl+p": lambda: shell.go("visit").save(),
            "ctrl+/": ways.open_help,
            "f1": ways.open_help,
        }
    )


class Ways(CareWays, PatternsWays, SettingsWays):
    """The ways from one screen to another.

    Each screen is imported when it is first shown: the first frame waits for Today alone.
    `program` is asked for what concerns the whole window: open the diary anew, or another one.
    """

    def __init__(self, shell: Shell, services: Services, program: Program) -> None:
        from twitchlog.ui.screens.checkins import Checkins
        from twitchlog.ui.screens.logging import Logging
        from twitchlog.ui.screens.timing import Timing

        self._shell, self._services, self.program = shell, services, program
        self.logging = Logging(services, shell)
        self._checkins = Checkins(services, shell)
        self._timing = Timing(services, shell, self.logging)
        self._dosing: Dosing | None = None

    def close(self) -> None:
        """Let go of what would go on by itself: the diary is being closed."""
        self._timing.leave()

    @property
    def dosing(self) -> Dosing:
        """What opens the sheets of drinks and doses; loaded when it is first wanted."""
        if self._dosing is None:
            from twitchlog.ui.screens.dosing import Dosing

            self._dosing = Dosing(self._services, self._shell)
        return self._dosing

    def today(self) -> Any:
        """Build Today."""
        from twitchlog.ui.screens import today

        return today.build(
            self._services,
            self._shell,
            logging=self.logging,
            checkins=self._checkins,
            timing=self._timing,
            open_day=self._open_day,
            open_help=self.open_help,
            open_settings=self.open_settings,
            also=self._also(),
            open_weekly=self.open_weekly,
            open_doses=self._open_doses,
            open_visit=self.open_appointments,
            open_trial=self._open_trial,
            open_taken=self._open_taken,
            open_second_copy=self.open_second_copy,
            gate=self.program.gate,
            bring_in=self.open_bring_in,
        )

    def diary(self) -> Any:
        """Build the Diary."""
        from twitchlog.ui.screens import diary

        return diary.build(
            self._services,
            self._shell,
            edit=self._edit,
            add_to=self._add_to,
            log=self.logging.log,
            search=self.open_search,
        )

    def open_search(self) -> None:
        """Open the search over the screens, unless it is open already."""
        from twitchlog.ui.screens import search

        if not self._shell.open_layers and not isinstance(self._shell.page, search.SearchScreen):
            self._push_search()

    def open_entries(self, query: Query) -> None:
        """Open the search over the screens, narrowed to the entries behind a part of a chart."""
        self._shell.close_layers()
        self._push_search(query)

    def _push_search(self, query: Query | None = None) -> None:
        from twitchlog.ui.screens import search

        self._shell.push(search.build(self._services, self._shell, edit=self._edit, query=query))

    def visit(self) -> Any:
        """Build Visit."""
        from twitchlog.ui.screens import visit

        return visit.build(
            self._services,
            self._shell,
            open_help=self.open_help,
            open_card=self._open_card,
            ways={
                "medicines": self.open_medicines,
                "tests": self.open_tests,
                "conditions": self.open_conditions,
                "appointment": self.open_appointments,
                "questions": self.open_appointments,
            },
        )

    def _also(self) -> tuple[Also, ...]:
        """Return what the card *Also record* on Today offers, the way to Care at the end."""
        from twitchlog.ui.screens.also import Also

        return (
            Also("dose", "cup-water", _("Drink or exercise"), self._log_dose),
            Also("medicine", "pill", _("Medicine"), self._take),
            Also("rest", "timer-sand-empty", _("Rest count"), self.open_rest),
            Also("all", "dots-horizontal", _("Tests and more"), self.open_care),
        )

    def _add_to(self, day: date, none: Callable[[date], None] | None) -> None:
        from twitchlog.ui.screens.adding import Adding

        adding = Adding(
            self._shell,
            twitch=self.logging.log,
            checkin=self._checkins.open,
            dose=self.dosing.open,
            medicine=self._take,
        )
        adding.ask(day, today=self._services.clock.now().day, none=none)

    def _log_dose(self) -> None:
        self.dosing.open()

    def _open_doses(self, day: date) -> None:
        self.dosing.open_day(day)

    def _take(self, day: date | None = None) -> None:
        from twitchlog.ui.screens.taking import Taking

        Taking(self._services, self._shell, open_medicines=self.open_medicines).open(day)

    def open_help(self) -> None:
        """Show the cards to read and how TwitchLog is used, unless they are shown already."""
        # A form that is open keeps what is typed in it: nothing is put below it.
        if self._shell.open_layers or getattr(self._shell.page, "is_help", False):
            return
        learn = self._learn()
        if not self._shell.return_to(learn.rail):
            self._shell.push(learn)

    def _open_card(self, name: str) -> None:
        self._learn().read(name)

    def _learn(self) -> Any:
        from twitchlog.ui.screens import learn
        from twitchlog.ui.screens.counterparts import Counterparts

        counterparts = Counterparts(
            self._shell,
            log=self.logging.log,
            check_in=lambda name: self._checkins.open(self._services.clock.now().day, ask=name),
            take=self._take,
            care=self._care_ways(),
        )
        return learn.build(self._services, self._shell, counterparts)

    def _open_taken(self, medicines: tuple[str, ...]) -> None:
        """Open the one medicine of which doses were recorded, else all of them."""
        if len(medicines) != 1:
            self.open_medicines()
            return
        self.open_medicine(medicines[0])

    def _open_day(self, day: date) -> None:
        self._shell.go("diary", aside=True).show_day(day)

    def _edit(self, row: EntryRow) -> None:
        if row.kind:
            self.open_found(row)
        elif row.doses and row.day is not None:
            self.dosing.open_day(row.day)
        elif row.medicines:
            self._open_taken(row.medicines)
        elif row.id:
            self.logging.edit(row.id)
        elif row.day is not None:
            self._checkins.open(row.day)
