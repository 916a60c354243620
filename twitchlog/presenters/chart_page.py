"""The page of one chart: its neighbours, its zoom, its numbers, and taking it along."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.period import Period
from twitchlog.presenters.chart_days import DaysPresenter, DaysView
from twitchlog.presenters.looking import say_days
from twitchlog.presenters.saving import Saves, save_as, start_folder
from twitchlog.presenters.time_window import TimeWindow
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import NoPicture, Spec
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from twitchlog.presenters.charts import Want
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.picture import Form
    from twitchlog.reports.charts.spec import Words

_PLAIN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Which chart the page is of, the how manieth of how many, and of which days."""

    kind: str
    title: str
    number: int
    of: int
    label: str


class ChartPageView(DaysView, Saves, Protocol):
    """What the presenter tells the page."""

    def begin(self, place: ChartPlace) -> None:
        """Take on another chart, other days, or a diary that has changed."""
        ...

    def show(self, chart: Words) -> None:
        """Show what the chart tells of the days that are looked at."""
        ...

    def show_closer(self, chart: Words, window: TimeWindow, sentence: str) -> None:
        """Show what the chart tells of the days one has zoomed in on; the sentence says which."""
        ...


class ChartPagePresenter(DaysPresenter):
    """Tells one chart at a time, of all the days or closer, and leads to those beside it."""

    def __init__(
        self, services: Services, looking: Looking, view: ChartPageView, kind: str
    ) -> None:
        super().__init__(services, view, looking)
        self._view, self.kind = view, kind
        self._seen: Words | None = None
        self._closer: Period | None = None
        self._seen_days = looking.period

    @property
    def days_told(self) -> Period:
        """The days that the chart as it is seen now is of: in sight, chosen, or its own."""
        own = self._seen.own_days if self._seen is not None else None
        return own or self._seen_days

    @property
    def window(self) -> TimeWindow:
        """The days in sight, within those of the diary."""
        return TimeWindow.of(self._closer or self.period, self._bounds())

    @property
    def spec(self) -> Spec | None:
        """The chart as it is seen now, where it has a picture."""
        seen = self._seen
        return seen if isinstance(seen, Spec) else None

    @property
    def words(self) -> str:
        """The words of the chart as it is seen now, to be put elsewhere."""
        seen = self._seen
        if seen is None:
            return ""
        lines = (seen.headline, seen.note, seen.alt)
        return "\n".join(line for line in lines if line) + "\n"

    @property
    def start(self) -> Path:
        """Where the choice of a folder begins."""
        return start_folder(self._services)

    def begin(self) -> None:
        """Take on the days or the diary as they are now; what was zoomed in on is left."""
        self._closer, self._seen = None, None
        self._seen_days = self.period
        self.looking.seen = self.kind
        beside, title = self._beside, BY_KIND[self.kind].title
        number = beside.index(self.kind) + 1
        self._view.begin(ChartPlace(self.kind, title, number, len(beside), self.looking.label))
        self._want()

    def turn(self, steps: int) -> None:
        """Go to the next chart (1) or the one before (-1), as far as there is one."""
        beside = self._beside
        at = beside.index(self.kind) + steps
        if 0 <= at < len(beside):
            self.kind = beside[at]
            self.begin()

    @property
    def _beside(self) -> tuple[str, ...]:
        """The charts one can turn to: those that are shown, and this one where it is hidden."""
        kinds = self.looking.kinds
        return kinds if self.kind in kinds else (*kinds, self.kind)

    def pick(self, chosen: Mapping[str, str]) -> None:
        """Make the chart of something else that its choices offer: ids by their option."""
        self.looking.pick(self.kind, chosen)
        self._closer = None
        self._want()

    def look(self, window: TimeWindow) -> None:
        """Look at the days of a window, closer or from further away."""
        self._closer = window.period
        self._want()

    def in_sight(self, period: Period) -> str:
        """Say which days are in sight, and how many."""
        words = ngettext("{days}, {n} day", "{days}, {n} days", period.days)
        return words.format(days=say_days(period, today=self.today), n=numeral(period.days))

    def look_at_all(self) -> None:
        """Go back to all the days that were chosen."""
        if self._closer is not None:
            self._closer = None
            self._want()

    def save(self, folder: Path, form: Form, *, dark: bool) -> None:
        """Save the picture in `folder` under a name that is free, and remember the folder."""
        spec, name, days = self.spec, self._file_name(form), self.days_told
        title = BY_KIND[self.kind].title
        if spec is None:
            return

        def make(logged: int) -> bytes:
            from twitchlog.reports.charts.about import About
            from twitchlog.reports.charts.picture import saved

            return saved(spec, form, About.of(title, days, logged), dark=dark)

        def counted(logged: int) -> None:
            save_as(
                self._services, self._view, folder / name, lambda: make(logged),
                not_saved=_("The picture was not saved. {why} Your diary is safe."),
            )  # fmt: skip

        self._services.read(lambda diary: diary.days.count_logged(days), counted, self._view)

    def _want(self) -> None:
        self.charts.want([self.looking.want(self.kind, self._closer)], self._answered, self._view)

    def _answered(self, want: Want, told: Words) -> None:
        if want != self.looking.want(self.kind, self._closer):
            return
        if self._closer is None or isinstance(told, Spec):
            # A closer look without a picture leaves the one that is there.
            self._seen, self._seen_days = told, self._closer or self.period
        if self._closer is None:
            self._view.show(told)
        else:
            sentence = self.in_sight(self._closer)
            if isinstance(told, NoPicture):
                sentence = f"{sentence}. {told.headline}"
            self._view.show_closer(told, self.window, sentence)
        if self.days_told != self._counted:
            self._count(self._asked)

    def _bounds(self) -> Period:
        starts = min(self.looking.starts or self.today, self.today)
        return Period(starts, self.today)

    def _file_name(self, form: Form) -> str:
        letters = BY_KIND[self.kind].name.lower().translate(_PLAIN)
        name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
        return f"twitchlog-{name}-{self.today.isoformat()}.{form}"
