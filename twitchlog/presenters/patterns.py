"""The Patterns screen: which charts there are, of which days, and what each of them tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from twitchlog.background import Lane
from twitchlog.domain.period import Period, Span
from twitchlog.presenters.services import Complains

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.chart import Ask
    from twitchlog.reports.charts.picture import Picture
    from twitchlog.reports.charts.spec import Spec, Words

CONCERNS: Final = frozenset({"twitches", "checkins", "bin", "rest_counts"})


@dataclass(frozen=True, slots=True)
class Size:
    """How a picture is to be drawn: pixels, device pixels a dp, the look and the text size."""

    width_px: int
    height_px: int
    scale: float
    dark: bool
    text_scale: float


@dataclass(frozen=True, slots=True)
class PatternsPage:
    """The period the charts are of; `empty` where nothing was ever logged.

    `kinds` are the charts in their order; what each tells comes when it is wanted.
    """

    label: str
    period: Period
    empty: bool
    kinds: tuple[str, ...]


class PatternsView(Complains, Protocol):
    """What the presenter tells the screen."""

    def begin(self, page: PatternsPage) -> None:
        """Take on another period, or a diary that has changed: every chart is out of date."""
        ...

    def show(self, kind: str, chart: Words) -> None:
        """Show what a chart tells; its picture is asked for by `draw`."""
        ...


class PatternsPresenter:
    """Has the charts of a period read, told and drawn, one by one as they are wanted."""

    def __init__(self, services: Services, view: PatternsView) -> None:
        self._services, self._view = services, view
        self._asked = 0
        self._page: PatternsPage | None = None
        self._starts: date | None = None
        self._options: dict[str, dict[str, str]] = {}
        self.span: Span = _span(services.settings.values.span)

    def refresh(self) -> None:
        """Find out which days there are; only the answer to the newest question counts."""
        self._asked += 1
        asked = self._asked
        today = self._services.clock.now().day

        def answered(starts: date | None) -> None:
            from twitchlog.reports.charts.catalogue import CHARTS

            if asked == self._asked:
                self._starts = starts
                period = self.span.period(today=today, diary_starts=starts)
                kinds = tuple(chart.kind for chart in CHARTS)
                self._page = PatternsPage(self.span.label, period, starts is None, kinds)
                self._view.begin(self._page)

        self._services.read(lambda diary: diary.days.first_logged(), answered, self._view)

    def choose(self, span: Span) -> None:
        """Look at another period, and keep that choice."""
        if span is not self.span:
            self.span = span
            self._services.settings.change(span=str(span))
            self.refresh()

    def pick(self, kind: str, option: str, chosen: str) -> None:
        """Make a chart of something else that its choices offer."""
        self._options.setdefault(kind, {})[option] = chosen
        self.want(kind)

    def want(self, kind: str) -> None:
        """Have a chart read, and told where the pictures are drawn: the diary has to stay free."""
        from twitchlog.reports.charts.catalogue import BY_KIND

        page, asked = self._page, self._asked
        if page is None:
            return
        chart, ask = BY_KIND[kind], self._ask(kind, page.period)

        def answered(told: Words) -> None:
            if asked == self._asked and ask == self._ask(kind, page.period):
                self._view.show(kind, told)

        def tell(numbers: Any) -> None:
            self._services.background.submit(
                Lane.DRAW, lambda: chart.tell(numbers, ask), done=answered
            )

        def read(diary: Diary) -> Any:
            return chart.read(diary, ask)

        self._services.read(read, tell, self._view)

    def draw(self, spec: Spec, size: Size, done: Callable[[Picture], None]) -> None:
        """Have a chart drawn."""

        def work() -> Picture:
            from twitchlog.reports.charts.picture import to_rgba

            return to_rgba(
                spec,
                width_px=size.width_px,
                height_px=size.height_px,
                scale=size.scale,
                dark=size.dark,
                text_scale=size.text_scale,
            )

        self._services.background.submit(Lane.DRAW, work, done=done)

    def _ask(self, kind: str, period: Period) -> Ask:
        from twitchlog.reports.charts.chart import Ask

        return Ask(
            period=period,
            today=self._services.clock.now().day,
            diary_starts=self._starts,
            options=dict(self._options.get(kind, {})),
        )


def _span(kept: str) -> Span:
    return Span(kept) if kept in set(Span) else Span.MONTH
