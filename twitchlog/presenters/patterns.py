"""The Patterns screen: which charts there are, of which days, and what each of them tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.presenters.chart_days import DaysPresenter, DaysView
from twitchlog.presenters.looking import Looking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.domain.period import Period
    from twitchlog.presenters.charts import Want
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.spec import Words


YOUNG: Final = 56
"""So many days after its first entry a diary is old enough for every chart."""


@dataclass(frozen=True, slots=True)
class PatternsPage:
    """The period the charts are of; `empty` where nothing was ever logged.

    A diary is `young` while many charts have too little to show: then all are told at once, so that
    those can stand together before anybody scrolls to them. `kinds` are the charts that are shown,
    in the person's order; what each tells comes when it is wanted.
    """

    label: str
    period: Period
    empty: bool
    young: bool
    kinds: tuple[str, ...]


class PatternsView(DaysView, Protocol):
    """What the presenter tells the screen."""

    def begin(self, page: PatternsPage) -> None:
        """Take on another period, or a diary that has changed: charts may be out of date."""
        ...

    def show(self, kind: str, chart: Words) -> None:
        """Show what a chart tells; its picture is asked for by `draw`."""
        ...


class PatternsPresenter(DaysPresenter):
    """Has the charts of a period read and told, one by one as they are wanted."""

    def __init__(self, services: Services, view: PatternsView) -> None:
        super().__init__(services, view, Looking(services))
        self._view = view
        self._page: PatternsPage | None = None
        self._kinds: tuple[str, ...] = ()
        self._shown: dict[str, Words] = {}

    def begin(self) -> None:
        """Tell the screen which days and which charts there are."""
        looking = self.looking
        starts, today = looking.starts, looking.today
        young = starts is not None and (today - starts).days < YOUNG
        self._page = PatternsPage(
            looking.label, looking.period, starts is None, young, looking.kinds
        )
        self._view.begin(self._page)

    def resume(self) -> None:
        """Take up what was chosen meanwhile on the page of a chart."""
        page, looking = self._page, self.looking
        if page is None:
            return
        if (page.label, page.period) != (looking.label, looking.period):
            self.refresh()
        else:
            self.want(self._kinds)

    def pick(self, kind: str, chosen: Mapping[str, str]) -> None:
        """Make a chart of something else that its choices offer: ids by their option."""
        self.looking.pick(kind, chosen)
        self.want((kind, *self._kinds))

    def want(self, kinds: Sequence[str]) -> None:
        """Have these charts told, in this order, and no others that still wait."""
        self._kinds = tuple(dict.fromkeys(kinds))
        if self._page is not None:
            wants = [self.looking.want(kind) for kind in self._kinds]
            self.charts.want(wants, self._told, self._view)

    def _told(self, want: Want, told: Words) -> None:
        if want == self.looking.want(want.kind) and self._shown.get(want.kind) is not told:
            self._shown[want.kind] = told
            self._view.show(want.kind, told)
