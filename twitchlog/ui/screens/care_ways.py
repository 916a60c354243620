"""How one gets to the pages of Care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class CareWays:
    """Opens Care and its pages; each module is imported when it is first wanted.

    Whoever takes it on has the shell, the services, what logs, and a way to a card to read.
    """

    _shell: Shell
    _services: Services
    logging: Any
    _open_card: Callable[[str], None]

    def open_care(self) -> None:
        """Open Care over the screens."""
        from twitchlog.ui.screens import care

        self._shell.push(care.build(self._services, self._shell, self._care_ways()))

    def open_medicines(self) -> None:
        """Open the medicines over the screens."""
        from twitchlog.ui.screens import medicines

        self._shell.push(medicines.build(self._services, self._shell))

    def open_treatments(self) -> None:
        """Open the treatments other than medicines over the screens."""
        from twitchlog.ui.screens import treatments

        self._shell.push(treatments.build(self._services, self._shell))

    def open_conditions(self) -> None:
        """Open conditions and family over the screens."""
        from twitchlog.ui.screens import conditions

        self._shell.push(conditions.build(self._services, self._shell))

    def open_tests(self) -> None:
        """Open the tests over the screens."""
        from twitchlog.ui.screens import medical_tests

        self._shell.push(medical_tests.build(self._services, self._shell))

    def open_appointments(self, then_open: str = "") -> None:
        """Open appointments and questions over the screens, and one of them at once."""
        from twitchlog.ui.screens import appointments

        self._shell.push(appointments.build(self._services, self._shell, then_open=then_open))

    def open_rest(self) -> None:
        """Open the rest count over the screens."""
        from twitchlog.ui.screens import rest

        self._shell.push(rest.build(self._services, self._shell, logging=self.logging))

    def open_weekly(self) -> None:
        """Open the weekly check over the screens."""
        from twitchlog.ui.screens import weekly

        self._shell.push(
            weekly.build(
                self._services, self._shell, logging=self.logging, open_card=self._open_card
            )
        )

    def _care_ways(self) -> dict[str, Callable[[], None]]:
        """Return what opens each section of Care, by the keys of `presenters.care.SECTIONS`."""
        return {
            "medicines": self.open_medicines,
            "treatments": self.open_treatments,
            "conditions": self.open_conditions,
            "tests": self.open_tests,
            "appointments": self.open_appointments,
            "weekly": self.open_weekly,
            "rest": self.open_rest,
        }
