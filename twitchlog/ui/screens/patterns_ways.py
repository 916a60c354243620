"""How one gets to Patterns, to the list of its charts and to the page of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.checkins import Checkins


class PatternsWays:
    """Opens Patterns and its pages; each module is imported when it is first wanted.

    Whoever takes it on has the shell, the services, what logs, the check-ins, and ways to the help,
    to entries and to trials.
    """

    _shell: Shell
    _services: Services
    _checkins: Checkins
    logging: Any
    open_help: Callable[[], None]
    open_entries: Callable[[Query], None]
    open_experiment: Callable[..., None]
    _open_trial: Callable[..., None]

    def patterns(self) -> Any:
        """Build Patterns."""
        from twitchlog.ui.screens import patterns

        return patterns.build(
            self._services,
            self._shell,
            log=self.logging.log,
            open_help=self.open_help,
            open_entries=self.open_entries,
            open_chart=self._open_chart,
            open_list=self._open_chart_list,
            make_triggers=self._make_triggers,
        )

    def open_triggers(self) -> None:
        """Open Patterns with what goes with the twitching."""
        screen: Any = self._shell.go("patterns")
        if screen is not None:
            screen.show_triggers()

    def _make_triggers(self) -> Any:
        from twitchlog.ui.screens import triggers

        return triggers.build(
            self._services,
            self._shell,
            check_in=lambda: self._checkins.open(self._services.clock.now().day),
            open_entries=self.open_entries,
            open_experiment=self.open_experiment,
            open_trial=self._open_trial,
        )

    def _open_chart(self, looking: Looking, kind: str) -> None:
        from twitchlog.ui.screens import chart_page

        self._shell.push(
            chart_page.build(
                self._services,
                self._shell,
                looking,
                kind,
                open_entries=self.open_entries,
                open_triggers=self.open_triggers,
            )
        )

    def _open_chart_list(self, looking: Looking, go: Callable[[str], None]) -> None:
        from twitchlog.ui.screens import chart_list

        def go_there(kind: str) -> None:
            self._shell.pop()
            go(kind)

        page = chart_list.build(
            self._services,
            self._shell,
            looking,
            go=go_there,
            open_chart=lambda kind: self._open_chart(looking, kind),
        )
        self._shell.push(page)
