"""How long a twitch lasts."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Spec
from twitchlog.reports.patterns.durations import EDGES_S, Durations, durations, histogram
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationBars(Spec):
    """Counts of durations; `edges` are the lengths between neighbouring bars, as written.

    `usual` is the index of the bar that holds the median.
    """

    counts: tuple[int, ...]
    edges: tuple[str, ...]
    usual: int

    drawer: ClassVar[str] = "lengths:draw_durations"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits the bars, with a count above and a length below them."""
        return round((110 if width >= WIDE_FROM else 84) + 46 * text_scale)


def tell(figures: Figures, _ask: Ask) -> DurationBars | NoPicture:
    """Return the bars of durations; under five of them they are listed instead."""
    found = durations(figures.durations_s, without=figures.without_duration)
    if found.median is None or found.low is None or found.high is None or found.longest is None:
        return _none(figures)
    if not found.enough:
        return _few(figures, found)
    headline = _("Usually {length}").format(length=words.length(found.median))
    counts = histogram(figures.durations_s)
    edges = tuple(_plain_edge(edge) for edge in EDGES_S)
    note = _("Half of them lasted {range}, the longest {longest}.").format(
        range=words.length_range(found.low, found.high), longest=words.length(found.longest)
    )
    return DurationBars(
        headline=headline,
        note=f"{note} {_without(found)}".strip(),
        alt=_alt(counts, edges, found),
        counts=counts,
        edges=edges,
        usual=histogram([found.median]).index(1),
    )


def _plain_edge(seconds: float) -> str:
    """Write an edge in its plainest unit: `1 min` where an answer would say `60 s`."""
    if seconds < 60:
        return _("{n} s").format(n=f"{seconds:.0f}")
    if seconds < 3600:
        return _("{n} min").format(n=f"{seconds / 60:.0f}")
    return _("{h} h").format(h=f"{seconds / 3600:.0f}")


def _without(found: Durations) -> str:
    if not found.without:
        return ""
    return _("{count} without a duration.").format(count=words.of(found.without, found.entries))


def _alt(counts: tuple[int, ...], edges: tuple[str, ...], found: Durations) -> str:
    names = [
        _("under {edge}").format(edge=edges[0]),
        *(
            _("{low} to {high}").format(low=low, high=high)
            for low, high in itertools.pairwise(edges)
        ),
        _("{edge} or more").format(edge=edges[-1]),
    ]
    counted = ", ".join(f"{name}: {n}" for name, n in zip(names, counts, strict=True))
    return _("Bar chart of {n} durations: {counted}.").format(n=found.recorded, counted=counted)


def _few(figures: Figures, found: Durations) -> NoPicture:
    said = words.listed([words.length(seconds) for seconds in figures.durations_s])
    headline = ngettext("One duration so far", "{n} durations so far", found.recorded).format(
        n=found.recorded
    )
    note = f"{said}. {_without(found)}".strip()
    return NoPicture(headline=headline, note=note, alt=f"{headline}: {note}", wants_entries=False)


def _none(figures: Figures) -> NoPicture:
    headline = _("No durations yet")
    if figures.without_duration:
        note = ngettext(
            "{n} twitch in this time has no duration. The timer can measure the next one.",
            "{n} twitches in this time have no duration. The timer can measure the next one.",
            figures.without_duration,
        ).format(n=figures.without_duration)
    else:
        note = _("No twitches are logged in this time.")
    return NoPicture(
        headline=headline, note=note, alt=f"{headline}. {note}", wants_entries=not figures.entries
    )


def _read(diary: Diary, ask: Ask) -> Figures:
    return diary.figures.read(ask.period)


CHART: Final = Chart("lengths", mark("How long"), DAYS, _read, tell)
