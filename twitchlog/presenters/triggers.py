"""What goes with the twitching: read, worked out, and kept until the diary changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.presenters import charts
from twitchlog.presenters.saving import Saves, save_as, start_folder
from twitchlog.presenters.services import say_to
from twitchlog.presenters.trigger_days import TriggerDays
from twitchlog.presenters.trigger_detail import detail, forest_of
from twitchlog.presenters.trigger_finds import Finds
from twitchlog.presenters.trigger_page import Offer
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from twitchlog.domain.period import Period, Span
    from twitchlog.presenters.charts import Size
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.trigger_page import FactorDetail, Found, TriggersPage
    from twitchlog.reports.charts.picture import Form, Picture
    from twitchlog.reports.charts.spec import Spec


class TriggersView(Saves, Protocol):
    """What the presenter tells the screen."""

    def show(self, page: TriggersPage) -> None:
        """Show what was found."""
        ...

    def show_detail(self, detail: FactorDetail | None) -> None:
        """Show what lies behind the row that was asked for; None where it is gone."""
        ...

    def days_changed(self) -> None:
        """Say which days are looked at now."""
        ...


class TriggersPresenter:
    """Shows what was found of some days, what lies behind a row, and saves it."""

    def __init__(self, services: Services, view: TriggersView) -> None:
        self._services, self._view = services, view
        self._finds = Finds(services)
        self.days = TriggerDays()
        self._found: Found | None = None
        self._wanted = ""
        self._skipped = False

    @property
    def span(self) -> Span | None:
        """The usual period that is looked at; None where it is from a date to a date."""
        return self.days.span

    @property
    def period(self) -> Period:
        """The days that are looked at, as far as is known before they are read."""
        starts = self._found.asked.period.first if self._found is not None else None
        return self.days.period(today=self.today, diary_starts=starts)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    @property
    def start(self) -> Path:
        """Where the choice of a folder begins."""
        return start_folder(self._services)

    @property
    def gated(self) -> bool:
        """Whether the first results wait for the question whether there is a suspect."""
        page = self._found.page if self._found is not None else None
        return page is not None and page.offer is Offer.BEFORE and not self._skipped

    @property
    def early(self) -> bool:
        """Whether to offer to name a suspect while there are too few days."""
        page = self._found.page if self._found is not None else None
        return page is not None and page.offer is Offer.EARLY and not self._skipped

    def refresh(self) -> None:
        """Have the days looked at, unless it is known what is found there."""
        asked = self.days

        def found(found: Found) -> None:
            if asked == self.days:
                self._found = found
                self._show()

        self._finds.want(asked, found, self._view)

    def skip(self) -> None:
        """Go on without naming a suspect; it can still be named later."""
        self._skipped = True
        self._show()

    def choose_span(self, span: Span) -> None:
        """Look at another of the usual periods."""
        self._choose(TriggerDays(span))

    def choose_days(self, first: date, last: date) -> None:
        """Look at the days from `first` to `last`; raise BadInput where they make no sense."""
        self._choose(TriggerDays.between(first, last, today=self.today))

    def open(self, key: str) -> None:
        """Have worked out what lies behind a row; only the row asked for last is shown."""
        self._wanted, found = key, self._found
        if found is None:
            return

        def shown(behind: FactorDetail | None) -> None:
            if key == self._wanted and found is self._found:
                self._view.show_detail(behind)

        self._services.background.submit(
            Lane.DRAW, lambda: detail(found, key), done=shown, failed=say_to(self._view)
        )

    def draw(self, spec: Spec, size: Size, done: Callable[[Picture], None]) -> None:
        """Have a picture drawn."""
        charts.draw(self._services, spec, size, done)

    def save_table(self, folder: Path) -> None:
        """Save the days that the answers rest on, as CSV, under a name that is free."""
        found = self._found
        if found is None:
            return

        def make() -> bytes:
            from twitchlog.reports.trigger_table import as_csv

            return as_csv(found.look, found.asked.given).encode("utf-8")

        save_as(
            self._services, self._view, folder / self._name("triggers", "csv"), make,
            not_saved=_("The table was not saved. {why} Your diary is safe."),
        )  # fmt: skip

    def forest(self) -> Spec | None:
        """Return the picture of all that was judged; None where nothing was."""
        return forest_of(self._found.page) if self._found is not None else None

    def save_picture(
        self, spec: Spec, title: str, what: str, folder: Path, form: Form, *, dark: bool
    ) -> None:
        """Save a picture under a name that is free; `what` is in its name."""
        found = self._found
        if found is None:
            return
        days, logged = found.asked.period, found.look.table.observed

        def make() -> bytes:
            from twitchlog.reports.charts.about import About
            from twitchlog.reports.charts.picture import saved

            return saved(spec, form, About.of(title, days, logged), dark=dark)

        save_as(
            self._services, self._view, folder / self._name(what, str(form)), make,
            not_saved=_("The picture was not saved. {why} Your diary is safe."),
        )  # fmt: skip

    def _name(self, what: str, ending: str) -> str:
        return f"twitchlog-{what}-{self.today.isoformat()}.{ending}"

    def _choose(self, days: TriggerDays) -> None:
        if days != self.days:
            self.days = days
            self._view.days_changed()
            self.refresh()

    def _show(self) -> None:
        assert self._found is not None
        page, asked = self._found.page, self._found.asked
        self._view.show(page)
        if page.judged and not self.gated and asked.choices.first_looked is None:
            today = self.today
            self._services.read(
                lambda diary: diary.trigger_choices.looked(today), lambda _none: None, self._view
            )
