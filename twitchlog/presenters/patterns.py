"""The Patterns screen: what changed, where, when and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.background import Lane
from twitchlog.domain.period import Span
from twitchlog.presenters.rest_words import trend
from twitchlog.presenters.services import Complains

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures
    from twitchlog.presenters.rest_words import RestTrend
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.build import ScreenCharts
    from twitchlog.reports.charts.spec import ScreenChart

CONCERNS: Final = frozenset({"twitches", "checkins", "bin", "rest_counts"})
STEPS: Final = 5


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
    """Everything the screen shows of a period; `levels` is a step of the ramp by body region.

    `rest` are the rest counts, None for fewer than two: they are in none of the other figures.
    """

    span: Span
    empty: bool
    charts: ScreenCharts
    levels: Mapping[str, int]
    rest: RestTrend | None = None


class PatternsView(Complains, Protocol):
    """What the presenter tells the screen."""

    def show(self, page: PatternsPage) -> None:
        """Show the cards; their pictures are asked for one by one."""
        ...


class PatternsPresenter:
    """Reads the figures of a span and has them turned into words and pictures."""

    def __init__(self, services: Services, view: PatternsView) -> None:
        self._services, self._view = services, view
        self._asked = 0
        self.span = _span(services.settings.values.span)

    def refresh(self) -> None:
        """Read the diary again; only the answer to the newest question is shown."""
        self._asked += 1
        asked, span = self._asked, self.span
        today = self._services.clock.now().day

        def read(diary: Diary) -> tuple[Figures, RestTrend | None]:
            starts = diary.days.first_logged()
            period = span.period(today=today, diary_starts=starts)
            return diary.figures.read(period), trend(diary.rest.between(period), today=today)

        def think(found: tuple[Figures, RestTrend | None]) -> None:
            # In the lane of the pictures: the test of the hours takes a moment, and the lane of
            # the diary has to stay free for the next tap.
            self._services.background.submit(
                Lane.DRAW, lambda: page_of(found[0], span, found[1]), done=answered
            )

        def answered(page: PatternsPage) -> None:
            if asked == self._asked:
                self._view.show(page)

        self._services.read(read, think, self._view)

    def choose(self, span: Span) -> None:
        """Look at another period, and keep that choice."""
        if span is not self.span:
            self.span = span
            self._services.settings.change(span=str(span))
            self.refresh()

    def draw(self, spec: ScreenChart, size: Size, done: Callable[[bytes, int, int], None]) -> None:
        """Have a chart drawn; `done` gets RGBA bytes from the top row down, width and height."""

        def work() -> tuple[bytes, int, int]:
            from twitchlog.reports.charts.picture import to_rgba

            return to_rgba(
                spec,
                width_px=size.width_px,
                height_px=size.height_px,
                scale=size.scale,
                dark=size.dark,
                text_scale=size.text_scale,
            )

        self._services.background.submit(Lane.DRAW, work, done=lambda answer: done(*answer))


def page_of(figures: Figures, span: Span, rest: RestTrend | None = None) -> PatternsPage:
    """Return what the screen shows of the figures of a span."""
    from twitchlog.reports.charts.build import screen_charts

    return PatternsPage(
        span=span,
        empty=figures.diary_starts is None,
        charts=screen_charts(figures),
        levels=levels_of({place.site: place.entries for place in figures.sites}),
        rest=rest,
    )


def levels_of(counts: Mapping[str, int]) -> dict[str, int]:
    """Return a step of the ramp, 1 to 5, for each body region that twitched.

    In fifths of the count of the busiest region, rounded up, so that a single twitch shows.
    """
    from twitchlog import bodymap

    tally = bodymap.load().tally(counts)
    most = max(tally.values(), default=0)
    return {region: ceil(STEPS * count / most) for region, count in tally.items() if count > 0}


def _span(kept: str) -> Span:
    return Span(kept) if kept in set(Span) else Span.MONTH
