"""How one gets to the pages of Care."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.day_list import EntryRow
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.experiments import Trials


class CareWays:
    """Opens Care and its pages; each module is imported when it is first wanted.

    Whoever takes it on has the shell, the services, what logs, and ways to a card to read, a day,
    a chart and entries.
    """

    _shell: Shell
    _services: Services
    logging: Any
    _open_card: Callable[[str], None]
    _open_day: Callable[[date], None]
    _open_chart: Callable[[Looking, str], None]
    open_entries: Callable[[Query], None]
    _trials: Trials | None = None

    def open_care(self) -> None:
        """Open Care over the screens."""
        from twitchlog.ui.screens import care

        self._shell.push(care.build(self._services, self._shell, self._care_ways()))

    def open_medicine(self, medicine_id: str) -> None:
        """Open one medicine over the screens."""
        from twitchlog.ui.screens import medicine

        self._shell.push(medicine.build(self._services, self._shell, medicine_id))

    def open_medicines(self) -> None:
        """Open the medicines over the screens."""
        from twitchlog.ui.screens import medicines

        self._shell.push(medicines.build(self._services, self._shell))

    def open_treatments(self, then_open: str = "") -> None:
        """Open the treatments other than medicines over the screens, and one of them at once."""
        from twitchlog.ui.screens import treatments

        self._shell.push(treatments.build(self._services, self._shell, then_open=then_open))

    def open_conditions(self, then_open: str = "") -> None:
        """Open conditions and family over the screens, and one of them at once."""
        from twitchlog.ui.screens import conditions

        self._shell.push(conditions.build(self._services, self._shell, then_open=then_open))

    def open_tests(self, then_open: str = "") -> None:
        """Open the tests over the screens, and one of them at once."""
        from twitchlog.ui.screens import medical_tests

        self._shell.push(medical_tests.build(self._services, self._shell, then_open=then_open))

    def open_appointments(self, then_open: str = "") -> None:
        """Open appointments and questions over the screens, and one of them at once."""
        from twitchlog.ui.screens import appointments

        self._shell.push(appointments.build(self._services, self._shell, then_open=then_open))

    def open_rest(self, then_open: str = "") -> None:
        """Open the rest count over the screens, and one that was made at once."""
        from twitchlog.ui.screens import rest

        page = rest.build(self._services, self._shell, logging=self.logging, then_open=then_open)
        self._shell.push(page)

    def open_weekly(self) -> None:
        """Open the weekly check over the screens."""
        from twitchlog.ui.screens import weekly

        self._shell.push(
            weekly.build(
                self._services, self._shell, logging=self.logging, open_card=self._open_card
            )
        )

    @property
    def trials(self) -> Trials:
        """What opens the trials of habits; loaded when it is first wanted."""
        if self._trials is None:
            from twitchlog.ui.screens.experiments import Trials

            self._trials = Trials(
                self._services,
                self._shell,
                open_day=self._open_day,
                open_chart=self._open_chart,
                open_entries=self.open_entries,
            )
        return self._trials

    def open_experiment(self, factor_id: str | None = None) -> None:
        """Open the trial under way, or plan one: of the habit of that id, or of one to choose."""
        self.trials.open(factor_id)

    def _open_trial(self, experiment_id: str) -> None:
        self.trials.open_one(experiment_id)

    def open_found(self, row: EntryRow) -> None:
        """Open what the search found that is no entry of a day: what is kept, or the day itself."""
        one: dict[str, Callable[[str], None]] = {
            "medications": self.open_medicine,
            "treatments": self.open_treatments,
            "tests": self.open_tests,
            "appointments": self.open_appointments,
            "questions": self.open_appointments,
            "conditions": self.open_conditions,
            "experiments": self._open_trial,
            "rest_counts": self.open_rest,
            "profile": self._open_own_words,
        }
        if row.kind in one:
            one[row.kind](row.id)
        elif row.day is not None:
            self._open_day(row.day)

    def _open_own_words(self, which: str) -> None:
        """Open where words of one's own are written: a list of Care, else the answers on Visit."""
        ways = self._care_ways()
        if which in ways:
            ways[which]()
        else:
            self._shell.go("visit")

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
            "trials": self.open_experiment,
        }
