"""What the charts tell: read one after the other as wanted, and kept until the diary changes."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakMethod

from twitchlog.background import Lane
from twitchlog.presenters.services import say_to
from twitchlog.reports.charts.catalogue import BY_KIND, CHARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes
    from twitchlog.presenters.services import Complains, Services
    from twitchlog.reports.charts.chart import Ask
    from twitchlog.reports.charts.picture import Picture
    from twitchlog.reports.charts.spec import Spec, Words

CONCERNS: Final = frozenset[str]().union(*(chart.concerns for chart in CHARTS))
"""The kinds of changes after which some chart has to be read anew."""
_KEPT: Final = 6


@dataclass(frozen=True, slots=True)
class Size:
    """How a picture is to be drawn: pixels, device pixels a dp, the look and the text size."""

    width_px: int
    height_px: int
    scale: float
    dark: bool
    text_scale: float


@dataclass(frozen=True, slots=True)
class Want:
    """A chart that is wanted: its kind and what it is asked for."""

    kind: str
    ask: Ask


class Charts:
    """Has charts read, told and drawn.

    At most one chart is read at a time, so that what a person does meanwhile never waits for more
    than one of them. What a chart told is kept until one of its concerns has changed.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._kept: dict[str, deque[tuple[Ask, Words]]] = {}
        self._waiting: deque[Want] = deque()
        self._under_way: list[tuple[Want, int]] = []
        self._reading = False
        self._changes: Counter[str] = Counter()
        self._told: Callable[[Want, Words], None] = lambda _want, _words: None
        self._view: Complains | None = None
        # Held weakly: a screen that was let go must not be kept alive by the news.
        changed = WeakMethod(self._changed)

        def hear(changes: Changes) -> None:
            drop = changed()
            if drop is not None:
                drop(changes)

        services.news.listen(hear)

    def known(self, want: Want) -> Words | None:
        """Return what a chart told, if that is still so."""
        kept = self._kept.get(want.kind, ())
        return next((words for ask, words in kept if ask == want.ask), None)

    def want(
        self, wants: Iterable[Want], told: Callable[[Want, Words], None], view: Complains
    ) -> None:
        """Have these charts read, in this order, in place of those that still wait.

        `told` hears of each when it is there, at once where it is known.
        """
        self._told, self._view = told, view
        self._waiting.clear()
        for want in tuple(wants):
            words = self.known(want)
            if words is not None:
                told(want, words)
            elif (want, self._changes[want.kind]) not in self._under_way:
                self._waiting.append(want)
        self._next()

    def draw(self, spec: Spec, size: Size, done: Callable[[Picture], None]) -> None:
        """Have a chart drawn."""
        draw(self._services, spec, size, done)

    def _next(self) -> None:
        if self._reading or not self._waiting:
            return
        want = self._waiting.popleft()
        chart, at = BY_KIND[want.kind], self._changes[want.kind]
        mark = (want, at)
        self._under_way.append(mark)
        self._reading = True

        def read() -> Any:
            return chart.read(self._diary, want.ask)

        def was_read(numbers: Any) -> None:
            self._reading = False
            # Telling goes where the pictures are drawn: the diary has to stay free.
            self._services.background.submit(
                Lane.DRAW, lambda: chart.tell(numbers, want.ask), done=told, failed=failed
            )
            self._next()

        def told(words: Words) -> None:
            self._under_way.remove(mark)
            if at == self._changes[want.kind]:
                self._kept.setdefault(want.kind, deque(maxlen=_KEPT)).append((want.ask, words))
                self._told(want, words)

        def failed(problem: Exception) -> None:
            self._under_way.remove(mark)
            assert self._view is not None
            say_to(self._view)(problem)

        def not_read(problem: Exception) -> None:
            self._reading = False
            self._next()
            failed(problem)

        self._services.background.submit(Lane.DIARY, read, done=was_read, failed=not_read)

    @property
    def _diary(self) -> Diary:
        return self._services.diary

    def _changed(self, changes: Changes) -> None:
        for chart in CHARTS:
            if changes.kinds & chart.concerns:
                self._changes[chart.kind] += 1
                self._kept.pop(chart.kind, None)


def draw(services: Services, spec: Spec, size: Size, done: Callable[[Picture], None]) -> None:
    """Have a chart drawn, off the UI thread."""

    def drawn() -> Picture:
        from twitchlog.reports.charts.picture import to_rgba

        return to_rgba(
            spec,
            width_px=size.width_px,
            height_px=size.height_px,
            scale=size.scale,
            dark=size.dark,
            text_scale=size.text_scale,
        )

    services.background.submit(Lane.DRAW, drawn, done=done)
