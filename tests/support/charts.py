"""What the charts tell of figures."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from twitchlog.domain.counts.clock import BedTimes
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import dial, lengths, places, spells, timeline
from twitchlog.reports.charts.kinds.on_clock import OnClock

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures


def told(figures: Figures) -> SimpleNamespace:
    """Return what each chart made of figures tells of them, by kind."""
    ask = Ask(figures.period, figures.period.last, figures.diary_starts)
    charts = (timeline.CHART, places.CHART, dial.CHART, lengths.CHART, spells.CHART)
    numbers = {
        dial.CHART.kind: OnClock(figures.clock, BedTimes(0, (), ())),
        lengths.CHART.kind: figures.lengths,
    }
    return SimpleNamespace(
        **{chart.kind: chart.tell(numbers.get(chart.kind, figures), ask) for chart in charts}
    )
