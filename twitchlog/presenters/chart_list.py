"""All charts by name, each with what it says: where one finds them, orders them and hides some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from twitchlog.presenters.chart_days import DaysPresenter, DaysView
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import NoPicture, Silent
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.domain.arrangement import Arrangement
    from twitchlog.presenters.charts import Want
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.spec import Words


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A chart by name; `said` is its headline, empty until it is told.

    `first` says whether it stands first by the person's choice, `up` and `down` whether it can be
    moved that way.
    """

    kind: str
    title: str
    said: str
    first: bool = False
    up: bool = False
    down: bool = False


@dataclass(frozen=True, slots=True)
class ChartList:
    """The charts that Patterns shows, those it has too little for yet, and the hidden ones.

    Each group is in the person's order.
    """

    shown: tuple[ChartRow, ...]
    not_yet: tuple[ChartRow, ...]
    hidden: tuple[ChartRow, ...]


class ChartListView(DaysView, Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, charts: ChartList) -> None:
        """Show the list."""
        ...


class ChartListPresenter(DaysPresenter):
    """Has every chart told, and keeps which stand first and which are hidden."""

    def __init__(self, services: Services, looking: Looking, view: ChartListView) -> None:
        super().__init__(services, view, looking)
        self._view = view
        self.steps = Steps(services, view)

    def begin(self) -> None:
        """Show the list as far as it is known, and have the rest told."""
        self._show()
        wants = [self.looking.want(kind) for kind in (*self.looking.kinds, *self._hidden)]
        self.charts.want(wants, self._told, self._view)

    def put_first(self, kind: str, *, first: bool) -> None:
        """Let a chart stand first, or where it stood before."""
        step = _("{name} put first") if first else _("{name} no longer first")
        held = self.looking.arrangement
        self._keep(held.put_first(kind) if first else held.let_go(kind), step, kind)

    def step(self, kind: str, by: int) -> None:
        """Let one of the first change places with the one before (-1) or after it (1)."""
        self._keep(self.looking.arrangement.step(kind, by), _("{name} moved"), kind)

    def hide(self, kind: str) -> None:
        """Hide a chart."""
        self._keep(self.looking.arrangement.hide(kind), _("{name} hidden"), kind)

    def show_again(self, kind: str) -> None:
        """Take a chart out of the hidden ones."""
        self._keep(self.looking.arrangement.let_go(kind), _("{name} shown again"), kind)

    @property
    def _hidden(self) -> tuple[str, ...]:
        return self.looking.arrangement.kept_away(BY_KIND)

    def _keep(self, wanted: Arrangement, step: str, kind: str) -> None:
        named = step.format(name=BY_KIND[kind].title)
        self._services.write(
            lambda diary: diary.preferences.arrange(wanted, named), self.steps.said, self._view
        )

    def _told(self, want: Want, _words: Words) -> None:
        if want == self.looking.want(want.kind):
            self._show()

    def _show(self) -> None:
        kinds = self.looking.kinds
        waits = [kind for kind in kinds if isinstance(self._known(kind), (NoPicture, Silent))]
        shown = [kind for kind in kinds if kind not in waits]
        self._view.show(ChartList(self._rows(shown), self._rows(waits), self._rows(self._hidden)))

    def _rows(self, kinds: Iterable[str]) -> tuple[ChartRow, ...]:
        return tuple(self._row(kind) for kind in kinds)

    def _row(self, kind: str) -> ChartRow:
        words, firsts = self._known(kind), self.looking.arrangement.first
        at = firsts.index(kind) if kind in firsts else -1
        return ChartRow(
            kind,
            BY_KIND[kind].title,
            words.headline if words is not None else "",
            first=at >= 0,
            up=at > 0,
            down=0 <= at < len(firsts) - 1,
        )

    def _known(self, kind: str) -> Words | None:
        return self.charts.known(self.looking.want(kind))
