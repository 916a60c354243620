"""All charts by name, each with what it says: where one finds them, orders them and hides some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from twitchlog.domain.arrangement import Arrangement
from twitchlog.domain.phrase import phrase
from twitchlog.presenters.chart_days import DaysPresenter, DaysView
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import NoPicture, Silent

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.phrase import Phrase
    from twitchlog.presenters.charts import Want
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.spec import Words


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A chart by name; `said` is its headline, empty until it is told.

    `first` says whether it stands first by the person's choice, `up` and `down` whether it can be
    moved that way within its group.
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
        name = _named(kind)
        step = (
            phrase("{name} put first", name=name)
            if first
            else phrase("{name} no longer first", name=name)
        )
        change = Arrangement.put_first if first else Arrangement.let_go
        self._keep(lambda held: change(held, kind), step)

    def step(self, kind: str, by: int) -> None:
        """Let one of the first change places with the one before (-1) or after it (1)."""
        among = next((group for group in self._groups() if kind in group), ())
        step = phrase("{name} moved", name=_named(kind))
        self._keep(lambda held: held.step(kind, by, among), step)

    def hide(self, kind: str) -> None:
        """Hide a chart."""
        self._keep(lambda held: held.hide(kind), phrase("{name} hidden", name=_named(kind)))

    def show_again(self, kind: str) -> None:
        """Take a chart out of the hidden ones."""
        step = phrase("{name} shown again", name=_named(kind))
        self._keep(lambda held: held.let_go(kind), step)

    @property
    def _hidden(self) -> tuple[str, ...]:
        return self.looking.arrangement.kept_away(BY_KIND)

    def _keep(self, change: Callable[[Arrangement], Arrangement], step: Phrase) -> None:
        """Change what the diary holds by then: the tap before this one may not be shown yet."""

        def work(diary: Diary) -> Written[Arrangement]:
            return diary.preferences.arrange(change(diary.preferences.arrangement()), step)

        self._services.write(work, self.steps.said, self._view)

    def _told(self, want: Want, _words: Words) -> None:
        if want == self.looking.want(want.kind):
            self._show()

    def _show(self) -> None:
        self._view.show(ChartList(*map(self._rows, self._groups())))

    def _groups(self) -> tuple[tuple[str, ...], ...]:
        """Return the kinds of the three groups of the list."""
        kinds = self.looking.kinds
        waits = tuple(kind for kind in kinds if isinstance(self._known(kind), (NoPicture, Silent)))
        return tuple(kind for kind in kinds if kind not in waits), waits, self._hidden

    def _rows(self, kinds: tuple[str, ...]) -> tuple[ChartRow, ...]:
        firsts = [kind for kind in self.looking.arrangement.first if kind in kinds]
        return tuple(self._row(kind, firsts) for kind in kinds)

    def _row(self, kind: str, firsts: list[str]) -> ChartRow:
        words = self._known(kind)
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


def _named(kind: str) -> Phrase:
    """Return what a chart is called, in no language."""
    return phrase(BY_KIND[kind].name)
